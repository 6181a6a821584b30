//! Whether it is the owner who asks: the password once more, before anything that opens or leads to the account changes.

use jiff::Timestamp;

use crate::Directory;
use crate::actor::By;
use crate::ids::{PersonId, SessionId};
use crate::log::{Note, SecurityAct};
use crate::pace::Attempt;
use crate::password::ChangeRefused;
use crate::store::{Step, values};

/// Somebody who has just shown that the account is theirs.
pub(crate) struct Owner {
    pub(crate) person: PersonId,
    /// The hash that the password was compared with: a write that rests on the proof holds it against the row.
    pub(crate) hash: String,
    attempt: Attempt,
}

impl Owner {
    /// The steps of a success: the attempt is given back.
    pub(crate) fn rested(&self, now: Timestamp) -> impl Iterator<Item = Step> {
        self.attempt.rested(now)
    }
}

impl Directory {
    /// Compares the password of whoever a session belongs to.
    ///
    /// # Errors
    /// It is another, or was tried too often.
    pub(crate) async fn owner(
        &self,
        by: By<'_>,
        session: SessionId,
        password: &str,
        now: Timestamp,
    ) -> Result<Owner, ChangeRefused> {
        let person = by.person().ok_or(ChangeRefused::Unknown)?;
        let sql = "SELECT password FROM directory_person \
                   WHERE id = $1 AND erased_at IS NULL AND closed_at IS NULL";
        let row = self.store().read_one(sql, values![person]).await?;
        let hash = row.ok_or(ChangeRefused::Unknown)?.maybe_text()?;
        // Somebody at an unlocked screen must not find the password by trying; the owner's logins are not hindered.
        let attempt = Attempt::within(session);
        if let Some(wait_seconds) = self.count(&attempt, now).await? {
            return Err(ChangeRefused::TooMany { wait_seconds });
        }
        let right = self.compare(password, hash.as_deref()).await?;
        match hash.filter(|_| right) {
            Some(hash) => Ok(Owner { person, hash, attempt }),
            None => Err(ChangeRefused::OldWrong),
        }
    }

    /// The person's own contact details that nothing requires: telephone, and an address that is not confirmed.
    ///
    /// # Errors
    /// The password is another, or was tried too often.
    pub async fn erase_optional(
        &self,
        by: By<'_>,
        session: SessionId,
        password: &str,
        now: Timestamp,
    ) -> Result<(), ChangeRefused> {
        let owner = self.owner(by, session, password, now).await?;
        let mut steps = vec![
            Step::must(
                "UPDATE directory_person SET phone = NULL, claimed = NULL, claimed_key = NULL, claim_code = NULL, \
                 changes = changes + 1 WHERE id = $1 AND password = $2",
                values![owner.person, owner.hash.as_str()],
            ),
            Note::of(SecurityAct::DetailsErased, by).step(now)?,
        ];
        steps.extend(owner.rested(now));
        self.store().write(steps).await?;
        Ok(self.store().forget_old_pages().await?)
    }
}
