//! How often one may try to log in, counted in the database so that all nodes and a restart count together.
//!
//! Each key keeps one time: when it is fully rested (the generic cell rate algorithm).
//! An attempt moves that time one interval ahead, and is refused when that would put it further ahead than the
//! allowed number of attempts. The key is a SHA-256 of the address, and a rested key says nothing and is swept away.

use std::net::IpAddr;
use std::time::Duration;

use jiff::Timestamp;

use crate::Directory;
use crate::fault::Fault;
use crate::settings::Pace;
use crate::store::{Outcome, Step, values};
use crate::time::{after, before, micros};
use crate::token::Digest;

const TAKE: &str = "INSERT INTO directory_pace (pace_key, free_at) VALUES ($1, $2 + $3) \
    ON CONFLICT (pace_key) DO UPDATE SET free_at = $3 + \
        CASE WHEN directory_pace.free_at > $2 THEN directory_pace.free_at ELSE $2 END \
    WHERE directory_pace.free_at <= $4";

/// Who is trying: the network address and, when given, the e-mail address.
pub(crate) struct Attempt {
    client: Digest,
    email: Digest,
}

impl Attempt {
    pub(crate) fn new(client: &str, email_key: &str) -> Self {
        Self { client: client_digest(client), email: email_digest(email_key) }
    }

    /// The steps of a success: the e-mail address is rested again, the client gets its attempt back.
    pub(crate) fn give_back(&self, pace: Pace) -> [Step; 2] {
        [
            Step::any(
                "UPDATE directory_pace SET free_at = free_at - $2 WHERE pace_key = $1",
                values![self.client, micros(pace.one_per)],
            ),
            Step::any("DELETE FROM directory_pace WHERE pace_key = $1", values![self.email]),
        ]
    }
}

/// The step that forgets what an e-mail address has tried.
pub(crate) fn forget_email(email_key: &str) -> Step {
    Step::any("DELETE FROM directory_pace WHERE pace_key = $1", values![email_digest(email_key)])
}

/// The step that sweeps away rested keys.
pub(crate) fn sweep(now: Timestamp) -> Step {
    Step::any("DELETE FROM directory_pace WHERE free_at <= $1", values![now])
}

impl Directory {
    /// Counts an attempt before anything is looked up; the answer is how many seconds to wait when there are too many.
    pub(crate) async fn count(&self, attempt: &Attempt, now: Timestamp) -> Result<Option<u64>, Fault> {
        let settings = self.settings();
        let limits = [(attempt.client, settings.pace_per_client), (attempt.email, settings.pace_per_email)];
        let take = |(key, pace): (Digest, Pace)| {
            Step::must(TAKE, values![key, now, micros(pace.one_per), after(now, slack(pace))])
        };
        let outcome = self.store().write(limits.map(take).into()).await?;
        let Outcome::Stopped(position) = outcome else { return Ok(None) };
        let Some((key, pace)) = limits.get(position) else { return Ok(Some(1)) };
        let read = "SELECT free_at FROM directory_pace WHERE pace_key = $1";
        let Some(mut row) = self.store().read_one(read, values![*key]).await? else { return Ok(Some(1)) };
        let wait = before(row.time()?, slack(*pace)).duration_since(now);
        // Rounded up: who waits as long as told is let in.
        let seconds = wait.as_secs() + i64::from(wait.subsec_nanos() > 0);
        Ok(Some(u64::try_from(seconds).unwrap_or(0).max(1)))
    }
}

/// How far ahead of now a key's time may be before an attempt.
fn slack(pace: Pace) -> Duration {
    pace.one_per.saturating_mul(pace.at_once.saturating_sub(1))
}

fn email_digest(email_key: &str) -> Digest {
    Digest::of(format!("email\0{email_key}").as_bytes())
}

/// An IPv6 subscriber has a whole /64 to move in, so that is what counts as one client.
fn client_digest(address: &str) -> Digest {
    let client = match address.trim().parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V4(ip)) => ip.to_string(),
        Ok(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Err(_) => address.trim().to_owned(),
    };
    Digest::of(format!("client\0{client}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::client_digest;

    #[test]
    fn neighbours_in_an_ipv6_network_are_one_client_and_other_addresses_are_not() {
        assert!(client_digest("2001:db8:1:2::7") == client_digest("2001:db8:1:2:a:b:c:d"));
        assert!(client_digest("2001:db8:1:2::7") != client_digest("2001:db8:1:3::7"));
        assert!(client_digest("192.0.2.1") != client_digest("192.0.2.2"));
        assert!(client_digest("::ffff:192.0.2.1") == client_digest("192.0.2.1"));
    }
}
