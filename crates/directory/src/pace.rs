//! How often one may try, counted in the database so that all nodes and a restart count together.
//!
//! Each key keeps how many tries failed and when it is free again. The first few cost nothing; after that each failure
//! doubles the pause, up to a bound, and after a rest without failures the count begins anew. Nobody is ever locked.
//!
//! A login counts for the account from one network address, and more mildly for the account from anywhere and for the
//! network address against any account. A device that has logged in to the account before counts by itself and is
//! stopped by nobody else: neither by a stranger who guesses, nor by a neighbour behind the same address.
//!
//! A key is a SHA-256 of what it stands for, and a rested key says nothing and is swept away. A time further ahead than
//! any pause was written by a clock that was wrong, and counts as now.

use std::net::IpAddr;
use std::time::Duration;

use jiff::Timestamp;

use crate::Directory;
use crate::fault::Fault;
use crate::ids::{PersonId, SessionId};
use crate::settings::{Pace, Settings};
use crate::store::{Outcome, Step, values};
use crate::time::{after, before, micros};
use crate::token::Digest;

/// Counts a failure before it is known to be one; changes nothing while the key is not free.
///
/// `$1` key, `$2` now, `$3` free again after a first failure, `$4` free tries, `$5` first pause, `$6` doublings until the
/// longest pause, `$7` longest pause, `$8` a failure before this is forgotten, `$9` no clock that is right wrote later.
const TAKE: &str = "INSERT INTO directory_pace (pace_key, failures, failed_at, free_at) VALUES ($1, 1, $2, $3) \
    ON CONFLICT (pace_key) DO UPDATE SET failed_at = $2, \
        failures = CASE WHEN directory_pace.failed_at <= $8 THEN 1 ELSE directory_pace.failures + 1 END, \
        free_at = CASE \
            WHEN directory_pace.failed_at <= $8 THEN $3 \
            WHEN directory_pace.failures + 1 < $4 THEN $8 \
            WHEN directory_pace.failures + 1 - $4 >= $6 THEN $2 + $7 \
            ELSE $2 + $5 * (CAST(1 AS BIGINT) << CAST(directory_pace.failures + 1 - $4 AS INTEGER)) END \
    WHERE directory_pace.free_at <= $2 OR directory_pace.free_at > $9";

/// What a key counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Tries at one account from one network address.
    Pair,
    /// Tries at one account, from anywhere.
    Account,
    /// Tries from one network address, at any account.
    Client,
    /// Tries at one account from a device that has been in before, within one session, or with codes.
    Known,
}

impl Kind {
    fn pace(self, settings: &Settings) -> Pace {
        match self {
            Self::Pair => settings.pace_per_pair,
            Self::Account => settings.pace_per_account,
            Self::Client => settings.pace_per_client,
            Self::Known => settings.pace_when_known,
        }
    }
}

/// How far apart the clocks of two requests may be that are taken in another order than they came.
const APART: Duration = Duration::from_secs(60);

/// Somebody tries: everything the try counts for.
pub(crate) struct Attempt {
    counts: Vec<(Kind, Digest)>,
}

impl Attempt {
    /// A login as an e-mail address; from a device that has been in before, by itself.
    pub(crate) fn login(address: &str, email_key: &str, known_device: Option<Digest>) -> Self {
        let counts = match known_device {
            Some(device) => vec![(Kind::Known, key(&["device", &device.hex(), email_key]))],
            None => vec![
                (Kind::Pair, key(&["pair", &client(address), email_key])),
                (Kind::Client, key(&["client", &client(address)])),
                (Kind::Account, account(email_key)),
            ],
        };
        Self { counts }
    }

    /// The password once more, within a session.
    pub(crate) fn within(session: SessionId) -> Self {
        Self { counts: vec![(Kind::Known, key(&["session", &session.to_string()]))] }
    }

    /// Codes that a person types.
    pub(crate) fn with_codes(person: PersonId) -> Self {
        Self { counts: vec![(Kind::Known, key(&["code", &person.to_string()]))] }
    }

    /// The steps of a success: what stands for this account here is rested, what others share gets one try back.
    pub(crate) fn rested(&self, now: Timestamp) -> impl Iterator<Item = Step> {
        self.counts.iter().map(move |(kind, key)| match kind {
            Kind::Pair | Kind::Known => {
                Step::any("DELETE FROM directory_pace WHERE pace_key = $1", values![*key])
            }
            Kind::Account | Kind::Client => Step::any(
                "UPDATE directory_pace SET free_at = $2, failures = \
                 CASE WHEN failures > 0 THEN failures - 1 ELSE 0 END WHERE pace_key = $1",
                values![*key, before(now, APART)],
            ),
        })
    }
}

/// The step that forgets what was tried at an account.
pub(crate) fn forget_account(email_key: &str) -> Step {
    Step::any("DELETE FROM directory_pace WHERE pace_key = $1", values![account(email_key)])
}

/// The steps that sweep away rested keys, after taking back times that a wrong clock wrote.
pub(crate) fn sweep(now: Timestamp, settings: &Settings) -> [Step; 3] {
    let all = [Kind::Pair, Kind::Account, Kind::Client, Kind::Known].map(|kind| kind.pace(settings));
    let longest = all.iter().map(|pace| pace.longest).max().unwrap_or_default();
    let rest = all.iter().map(|pace| pace.rest).max().unwrap_or_default();
    [
        Step::any("UPDATE directory_pace SET failed_at = $1 WHERE failed_at > $1", values![now]),
        Step::any(
            "UPDATE directory_pace SET free_at = $1 WHERE free_at > $2",
            values![now, after(now, longest)],
        ),
        Step::any(
            "DELETE FROM directory_pace WHERE free_at <= $1 AND failed_at <= $2",
            values![now, before(now, rest)],
        ),
    ]
}

/// When to try again, in words.
pub(crate) fn come_back(seconds: u64) -> String {
    match (seconds, seconds.div_ceil(60)) {
        (1, _) => "Försök igen om 1 sekund.".to_owned(),
        (..60, _) => format!("Försök igen om {seconds} sekunder."),
        (_, 1) => "Försök igen om 1 minut.".to_owned(),
        (_, minutes) => format!("Försök igen om {minutes} minuter."),
    }
}

impl Directory {
    /// Counts an attempt before a password is compared; the answer is how many seconds to wait when it comes too early.
    pub(crate) async fn count(&self, attempt: &Attempt, now: Timestamp) -> Result<Option<u64>, Fault> {
        let take = |(kind, key): &(Kind, Digest)| take(*key, kind.pace(self.settings()), now);
        let outcome = self.store().write(attempt.counts.iter().map(take).collect()).await?;
        let Outcome::Stopped(position) = outcome else { return Ok(None) };
        let Some((_, key)) = attempt.counts.get(position) else { return Ok(Some(1)) };
        let read = "SELECT free_at FROM directory_pace WHERE pace_key = $1";
        let Some(mut row) = self.store().read_one(read, values![*key]).await? else { return Ok(Some(1)) };
        let wait = row.time()?.duration_since(now);
        // Rounded up: who waits as long as told is let in.
        let seconds = wait.as_secs() + i64::from(wait.subsec_nanos() > 0);
        Ok(Some(u64::try_from(seconds).unwrap_or(0).max(1)))
    }
}

fn take(key: Digest, pace: Pace, now: Timestamp) -> Step {
    // Free at once is free since long: whoever came a moment before another is not made to wait for that moment.
    let since_long = before(now, pace.rest);
    let first = if pace.free <= 1 { after(now, pace.first) } else { since_long };
    Step::must(
        TAKE,
        values![
            key,
            now,
            first,
            i64::from(pace.free),
            micros(pace.first),
            doublings(pace),
            micros(pace.longest),
            since_long,
            after(now, pace.longest),
        ],
    )
}

/// How often the first pause is doubled before it is the longest.
fn doublings(pace: Pace) -> i64 {
    let reaches = |times: &u32| pace.first.saturating_mul(2_u32.saturating_pow(*times)) >= pace.longest;
    (0..30).find(reaches).map_or(30, i64::from)
}

fn account(email_key: &str) -> Digest {
    key(&["email", email_key])
}

fn key(parts: &[&str]) -> Digest {
    Digest::of(parts.join("\0").as_bytes())
}

/// An IPv6 subscriber has a whole /64 to move in, so that is what counts as one client.
fn client(address: &str) -> String {
    match address.trim().parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V4(ip)) => ip.to_string(),
        Ok(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Err(_) => address.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_in_an_ipv6_network_are_one_client_and_other_addresses_are_not() {
        assert_eq!(client("2001:db8:1:2::7"), client("2001:db8:1:2:a:b:c:d"));
        assert_ne!(client("2001:db8:1:2::7"), client("2001:db8:1:3::7"));
        assert_ne!(client("192.0.2.1"), client("192.0.2.2"));
        assert_eq!(client("::ffff:192.0.2.1"), client("192.0.2.1"));
    }

    #[test]
    fn pauses_double_until_the_longest() {
        let pace = |first, longest| Pace {
            free: 3,
            first: Duration::from_secs(first),
            longest: Duration::from_secs(longest),
            rest: Duration::from_secs(3600),
        };
        assert_eq!(doublings(pace(5, 900)), 8);
        assert_eq!(doublings(pace(30, 30)), 0);
        assert_eq!(doublings(pace(0, 30)), 30, "no endless loop, whatever is set");
    }

    #[test]
    fn the_wait_is_said_in_seconds_and_then_in_whole_minutes() {
        assert_eq!(come_back(1), "Försök igen om 1 sekund.");
        assert_eq!(come_back(59), "Försök igen om 59 sekunder.");
        assert_eq!(come_back(60), "Försök igen om 1 minut.");
        assert_eq!(come_back(61), "Försök igen om 2 minuter.");
    }
}
