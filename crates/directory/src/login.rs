//! Logging in with e-mail address and password.
//!
//! A known and an unknown address take the same path: look the address up, count the attempt, compare one hash.
//! Nothing here writes an address to the log.

use jiff::Timestamp;

use crate::Directory;
use crate::actor::{By, Client};
use crate::address::email_key;
use crate::fault::Fault;
use crate::hashing::Unhashed;
use crate::ids::PersonId;
use crate::log::{Note, SecurityAct};
use crate::pace::{Attempt, come_back};
use crate::store::{Outcome, Step, values};
use crate::token::{DeviceToken, SessionToken};

/// Somebody is let in.
#[derive(Debug)]
pub struct LoggedIn {
    /// The secret of the new session.
    pub token: SessionToken,
    /// Who it is.
    pub person: PersonId,
    /// The secret of a device that was not known, for its cookie.
    pub device: Option<DeviceToken>,
}

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

impl Directory {
    /// Lets a person in; the answer holds the secret of a new session.
    ///
    /// # Errors
    /// Wrong address or password, or too many attempts.
    pub async fn log_in(
        &self,
        email: &str,
        password: &str,
        client: impl Into<Client<'_>>,
        now: Timestamp,
    ) -> Result<LoggedIn, LoginRefused> {
        let client: Client<'_> = client.into();
        let key = email_key(email);
        let (person, hash) = self.account(&key).await?;
        let device = self.device(client.device).await?;
        let attempt = Attempt::login(client.address, &key, device.known_to(person));
        if let Some(wait_seconds) = self.count(&attempt, now).await? {
            tracing::info!(login.refused = "too many", wait_seconds, "login refused");
            let note = Note::of(SecurityAct::LockedOut, By::Visitor(client)).to(person);
            self.note_sometimes(&note, now).await?;
            return Err(LoginRefused::TooMany { wait_seconds });
        }
        let right = self.compare(password, hash.as_deref()).await?;
        let (Some(person), Some(hash), true) = (person, hash, right) else {
            tracing::info!(login.refused = "wrong", "login refused");
            self.note(&Note::of(SecurityAct::LoginFailed, By::Visitor(client)).to(person), now).await?;
            return Err(LoginRefused::Wrong);
        };
        let hash_now = self.refreshed(password, &hash).await?;
        let (token, session) = self.new_session(person, client.label, now)?;
        let (device, known) = device.keep(person, now)?;
        let mut steps = vec![
            Step::must(
                "UPDATE directory_person SET password = $3, changes = changes + 1 \
                 WHERE id = $1 AND password = $2 AND erased_at IS NULL AND closed_at IS NULL",
                values![person, hash, hash_now],
            ),
            session,
            known,
            Note::of(SecurityAct::LoggedIn, By::Person(person, client)).step(now)?,
        ];
        steps.extend(attempt.rested(now));
        match self.store().write(steps).await? {
            Outcome::Done { .. } => {}
            // The password was changed while it was being compared.
            Outcome::Stopped(_) | Outcome::Taken => return Err(LoginRefused::Wrong),
        }
        self.sweep_sometimes(now).await?;
        Ok(LoggedIn { token, person, device })
    }

    /// Whose login an address is, with the hash: who was let in with it, else the only one who claims it.
    async fn account(&self, email_key: &str) -> Result<(Option<PersonId>, Option<String>), Fault> {
        let sql = "SELECT id, password, CAST(CASE WHEN email_key = $1 THEN 1 ELSE 0 END AS BIGINT) AS proved \
                   FROM directory_person WHERE (email_key = $1 OR claimed_key = $1) \
                   AND erased_at IS NULL AND closed_at IS NULL ORDER BY proved DESC, id LIMIT 2";
        let mut rows = self.store().read(sql, values![email_key]).await?.into_iter();
        let (Some(mut first), second) = (rows.next(), rows.next()) else { return Ok((None, None)) };
        let (person, hash) = (PersonId(first.uuid()?), first.maybe_text()?);
        let only = first.int()? == 1 || second.is_none();
        Ok(if only { (Some(person), hash) } else { (None, None) })
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
