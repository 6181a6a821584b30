//! How a password is set, compared and changed.

use jiff::Timestamp;

use crate::Directory;
use crate::actor::By;
use crate::hashing::Unhashed;
use crate::ids::{PersonId, SessionId};
use crate::log::{Note, SecurityAct};
use crate::password::{ChangeRefused, LONGEST, check};
use crate::store::{Outcome, Step, values};

impl Directory {
    /// The hash of a password as a PHC string, whatever the password: for [`Self::create_people_with_hash`].
    ///
    /// # Errors
    /// Too many hashes are waited for, or hashing failed.
    pub async fn hash_password(&self, password: &str) -> Result<String, ChangeRefused> {
        let Ok(hash) = self.hasher().hash(password, |_| Ok::<_, std::convert::Infallible>(())).await?;
        Ok(hash)
    }

    /// Changes a person's own password; all sessions but `keep` end, and so do invitations.
    ///
    /// # Errors
    /// The old password is another or was tried too often, or the new one is not good enough.
    pub async fn change_password(
        &self,
        by: By<'_>,
        keep: SessionId,
        old: &str,
        new: &str,
        now: Timestamp,
    ) -> Result<(), ChangeRefused> {
        let owner = self.owner(by, keep, old, now).await?;
        let id = owner.person;
        let new = self.hash_for(id, new).await?;
        let mut steps = vec![
            Step::must(
                "UPDATE directory_person SET password = $2, changes = changes + 1 \
                 WHERE id = $1 AND erased_at IS NULL AND password = $3",
                values![id, new, owner.hash.as_str()],
            ),
            Step::any("DELETE FROM directory_session WHERE person = $1 AND id <> $2", values![id, keep]),
            Step::any("DELETE FROM directory_invitation WHERE person = $1 AND used_at IS NULL", values![id]),
            Note::of(SecurityAct::PasswordChanged, by).step(now)?,
        ];
        steps.extend(owner.rested(now));
        let outcome = self.store().write(steps).await?;
        self.cache().forget(|session| session.person == id && session.id != keep);
        match outcome {
            Outcome::Done { .. } => Ok(()),
            Outcome::Taken | Outcome::Stopped(_) => Err(ChangeRefused::OldWrong),
        }
    }

    /// Whether a password belongs to a hash, whichever way it was typed.
    pub(crate) async fn compare(&self, password: &str, hash: Option<&str>) -> Result<bool, Unhashed> {
        // Longer than any password here: not worth hashing, but it shall take the same time.
        let too_long = password.chars().nth(LONGEST).is_some();
        let compared = if too_long { "" } else { password };
        Ok(self.hasher().verify(compared, hash).await? && !too_long)
    }

    /// The hash of a password that this person may have.
    pub(crate) async fn hash_for(&self, id: PersonId, password: &str) -> Result<String, ChangeRefused> {
        let person = self.person(id).await?.filter(|person| person.erased_on.is_none());
        let person = person.ok_or(ChangeRefused::Unknown)?;
        let allowed = move |password: &str| check(password, &person.name, person.email.as_deref());
        Ok(self.hasher().hash(password, allowed).await??)
    }
}
