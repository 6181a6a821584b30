//! Shutting somebody out: an account closed, sessions ended, contact details erased.
//!
//! What the person decided and holds stands in the record and stays there.

use jiff::Timestamp;

use crate::actor::{By, Operator};
use crate::address::email_key;
use crate::contact::ContactRefused;
use crate::fault::Fault;
use crate::ids::PersonId;
use crate::language::Language;
use crate::log::{self, Note, SecurityAct};
use crate::pace;
use crate::store::{Outcome, Step, values};
use crate::{Directory, device, reminder};

impl Directory {
    /// Closes an account: nobody logs in with it, its sessions and links end; the person's mandates stay in the record.
    ///
    /// # Errors
    /// The person is unknown, erased, or the account is closed already.
    pub async fn close_account(
        &self,
        person: PersonId,
        operator: &Operator,
        now: Timestamp,
    ) -> Result<(), ContactRefused> {
        let steps = vec![
            Step::must(
                "UPDATE directory_person SET closed_at = $2, changes = changes + 1 \
                 WHERE id = $1 AND closed_at IS NULL AND erased_at IS NULL",
                values![person, now],
            ),
            Step::any("DELETE FROM directory_session WHERE person = $1", values![person]),
            device::forget(person),
            Step::any(
                "DELETE FROM directory_invitation WHERE person = $1 AND used_at IS NULL",
                values![person],
            ),
            Note::of(SecurityAct::AccountClosed, By::Operator(operator)).to(person).step(now)?,
        ];
        self.done_to(person, steps).await
    }

    /// Opens a closed account again, with the password it had.
    ///
    /// # Errors
    /// The person is unknown, erased, or the account is open.
    pub async fn reopen_account(
        &self,
        person: PersonId,
        operator: &Operator,
        now: Timestamp,
    ) -> Result<(), ContactRefused> {
        let steps = vec![
            Step::must(
                "UPDATE directory_person SET closed_at = NULL, changes = changes + 1 \
                 WHERE id = $1 AND closed_at IS NOT NULL AND erased_at IS NULL",
                values![person],
            ),
            Note::of(SecurityAct::AccountReopened, By::Operator(operator)).to(person).step(now)?,
        ];
        self.done_to(person, steps).await
    }

    /// Ends all sessions of one person, or of everybody; the answer is how many.
    ///
    /// # Errors
    /// The database failed.
    pub async fn end_sessions(
        &self,
        person: Option<PersonId>,
        operator: &Operator,
        now: Timestamp,
    ) -> Result<u64, Fault> {
        let whose = person.map_or_else(String::new, |person| person.to_string());
        let steps = vec![
            Note::of(SecurityAct::SessionsEnded, By::Operator(operator)).to(person).step(now)?,
            Step::any("DELETE FROM directory_session WHERE $1 = '' OR person = $1", values![whose]),
        ];
        let outcome = self.store().write(steps).await?;
        self.cache().forget(|session| person.is_none_or(|person| session.person == person));
        match outcome {
            Outcome::Done { changed } => Ok(changed),
            Outcome::Stopped(_) | Outcome::Taken => Ok(0),
        }
    }

    /// Erases what reaches or identifies a person here: name, addresses, telephone, password, sessions, devices, links.
    ///
    /// The id stays with the day of the erasure, and so does everything the journal keeps under it; the security log keeps
    /// what was done and forgets from where.
    /// Erasing again changes nothing.
    /// On SQLite the bytes are overwritten and the log is cut at once; on PostgreSQL they leave with vacuum and with
    /// the retention of its log and backups.
    ///
    /// # Errors
    /// The person is unknown, or the database failed.
    pub async fn erase_contact_details(
        &self,
        id: PersonId,
        operator: &Operator,
        now: Timestamp,
    ) -> Result<(), ContactRefused> {
        let Some(person) = self.person(id).await? else { return Err(ContactRefused::Unknown) };
        let mut steps = vec![
            Step::any(
                "UPDATE directory_person SET name = '', email = NULL, email_key = NULL, phone = NULL, \
                 claimed = NULL, claimed_key = NULL, claim_code = NULL, password = NULL, language = $2, \
                 erased_at = COALESCE(erased_at, $3), changes = changes + 1 WHERE id = $1",
                values![id, Language::Sv.code(), now],
            ),
            Step::any("DELETE FROM directory_session WHERE person = $1", values![id]),
            device::forget(id),
            Step::any("DELETE FROM directory_invitation WHERE person = $1", values![id]),
            log::forget(id),
            reminder::forget(id),
            Note::of(SecurityAct::DetailsErased, By::Operator(operator)).to(id).step(now)?,
        ];
        steps.extend(person.email.map(|email| pace::forget_account(&email_key(&email))));
        self.store().write(steps).await?;
        self.cache().forget(|session| session.person == id);
        self.store().forget_old_pages().await?;
        Ok(())
    }

    async fn done_to(&self, person: PersonId, steps: Vec<Step>) -> Result<(), ContactRefused> {
        let outcome = self.store().write(steps).await?;
        self.cache().forget(|session| session.person == person);
        match outcome {
            Outcome::Done { .. } => Ok(()),
            Outcome::Stopped(_) | Outcome::Taken => Err(ContactRefused::Unknown),
        }
    }
}
