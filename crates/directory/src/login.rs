//! Logging in with e-mail address and password.
//!
//! A known and an unknown address take the same path: count the attempt, look the address up, compare one hash.
//! Nothing here writes an address to the log.

use jiff::Timestamp;

use crate::actor::{By, Client};
use crate::contact::email_key;
use crate::fault::Fault;
use crate::hashing::Unhashed;
use crate::log::{Note, SecurityAct};
use crate::pace::Attempt;
use crate::people::PersonId;
use crate::store::{Outcome, Step, values};
use crate::token::SessionToken;
use crate::{Directory, password};

/// Why somebody was not let in; the text is for the page.
#[derive(Debug, thiserror::Error)]
pub enum LoginRefused {
    /// The address is unknown, has no password, or the password is another: we do not say which.
    #[error("E-postadressen eller lösenordet stämmer inte.")]
    Wrong,
    /// Too many attempts as this address or from this client.
    #[error("Du har försökt för många gånger. {}", come_back(*wait_seconds))]
    TooMany {
        /// How long until the next attempt.
        wait_seconds: u64,
    },
    /// Too many log in at this moment.
    #[error("Många loggar in just nu. Försök igen om en stund.")]
    Busy,
    /// Ours.
    #[error("Något gick fel hos oss.")]
    Fault(#[from] Fault),
}

impl From<Unhashed> for LoginRefused {
    fn from(unhashed: Unhashed) -> Self {
        match unhashed {
            Unhashed::Busy => Self::Busy,
            Unhashed::Fault(fault) => Self::Fault(fault),
        }
    }
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
    /// Lets a person in; the answer is the secret of a new session.
    ///
    /// # Errors
    /// Wrong address or password, or too many attempts.
    pub async fn log_in(
        &self,
        email: &str,
        password: &str,
        client: impl Into<Client<'_>>,
        now: Timestamp,
    ) -> Result<(SessionToken, PersonId), LoginRefused> {
        let client: Client<'_> = client.into();
        let key = email_key(email);
        let attempt = Attempt::new(client.address, &key);
        if let Some(wait_seconds) = self.count(&attempt, now).await? {
            tracing::info!(login.refused = "too many", wait_seconds, "login refused");
            return Err(LoginRefused::TooMany { wait_seconds });
        }
        let sql = "SELECT id, password FROM directory_person \
                   WHERE email_key = $1 AND erased_at IS NULL AND closed_at IS NULL";
        let (person, hash) = match self.store().read_one(sql, values![key]).await? {
            Some(mut row) => (Some(PersonId(row.uuid()?)), row.maybe_text()?),
            None => (None, None),
        };
        // Longer than any password here: not worth hashing, but it shall take the same time.
        let too_long = password.chars().nth(password::LONGEST).is_some();
        let compared = if too_long { "" } else { password };
        let right = self.hasher().verify(compared, hash.as_deref()).await? && !too_long;
        let (Some(person), Some(hash), true) = (person, hash, right) else {
            tracing::info!(login.refused = "wrong", "login refused");
            self.note(&Note::of(SecurityAct::LoginFailed, By::Visitor(client)).to(person), now).await?;
            return Err(LoginRefused::Wrong);
        };
        let hash_now = self.refreshed(password, &hash).await?;
        let (token, session) = self.new_session(person, client.label, now)?;
        let mut steps = vec![Step::must(
            "UPDATE directory_person SET password = $3, changes = changes + 1 \
             WHERE id = $1 AND password = $2 AND erased_at IS NULL AND closed_at IS NULL",
            values![person, hash, hash_now],
        )];
        steps.push(session);
        steps.push(Note::of(SecurityAct::LoggedIn, By::Person(person, client)).step(now)?);
        steps.extend(attempt.give_back(self.settings().pace_per_client));
        match self.store().write(steps).await? {
            Outcome::Done { .. } => {}
            // The password was changed while it was being compared.
            Outcome::Stopped(_) | Outcome::Taken => return Err(LoginRefused::Wrong),
        }
        self.sweep_sometimes(now).await?;
        Ok((token, person))
    }

    /// The hash to keep from now on: the same, or one with today's parameters.
    async fn refreshed(&self, password: &str, hash: &str) -> Result<String, LoginRefused> {
        if !self.hasher().is_dated(hash) {
            return Ok(hash.to_owned());
        }
        let Ok(hash) = self.hasher().hash(password, |_| Ok::<_, std::convert::Infallible>(())).await?;
        Ok(hash)
    }
}

#[cfg(test)]
mod tests {
    use super::come_back;

    #[test]
    fn the_wait_is_said_in_seconds_and_then_in_whole_minutes() {
        assert_eq!(come_back(1), "Försök igen om 1 sekund.");
        assert_eq!(come_back(59), "Försök igen om 59 sekunder.");
        assert_eq!(come_back(60), "Försök igen om 1 minut.");
        assert_eq!(come_back(61), "Försök igen om 2 minuter.");
    }
}
