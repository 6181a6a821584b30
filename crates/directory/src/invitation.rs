//! Invitations: a link, good for two weeks and for one use, with which a person chooses a password.
//!
//! The same link serves who has forgotten the password. A new invitation voids the one before.

use jiff::Timestamp;

use crate::Directory;
use crate::fault::Fault;
use crate::login::Client;
use crate::password::{ChangeRefused, PasswordRefused};
use crate::people::PersonId;
use crate::store::{Outcome, Step, Value, values};
use crate::time::after;
use crate::token::{Digest, InvitationToken, SessionToken};

/// What stands behind a valid link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Who is invited.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The e-mail address they will log in with.
    pub email: Option<String>,
    /// Who invited them, when it was a person.
    pub invited_by: Option<PersonId>,
    /// When the link stops working.
    pub expires: Timestamp,
}

/// Why an invitation cannot be made or used; the text is for the page.
#[derive(Debug, thiserror::Error)]
pub enum InvitationRefused {
    /// The person to invite is unknown or erased.
    #[error("Personen finns inte.")]
    UnknownPerson,
    /// Not one of our links, or replaced by a newer one.
    #[error("Länken gäller inte. Be den som bjöd in dig om en ny.")]
    UnknownLink,
    /// The link has done its work.
    #[error("Länken är redan använd. Logga in med ditt lösenord, eller be om en ny länk.")]
    Used,
    /// The link is too old.
    #[error("Länken har gått ut. Be den som bjöd in dig om en ny.")]
    Expired,
    /// The password is not good enough; the link still works.
    #[error(transparent)]
    Password(#[from] PasswordRefused),
    /// Too many log in at this moment; the link still works.
    #[error("Många loggar in just nu. Försök igen om en stund.")]
    Busy,
    /// Ours.
    #[error("Något gick fel hos oss.")]
    Fault(#[from] Fault),
}

impl From<ChangeRefused> for InvitationRefused {
    fn from(refused: ChangeRefused) -> Self {
        match refused {
            ChangeRefused::Password(refused) => Self::Password(refused),
            ChangeRefused::Unknown | ChangeRefused::OldWrong => Self::UnknownLink,
            ChangeRefused::Busy | ChangeRefused::TooMany { .. } => Self::Busy,
            ChangeRefused::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl Directory {
    /// Invites a person; links made for the same person before stop working.
    ///
    /// # Errors
    /// The person is unknown or erased.
    pub async fn invite(
        &self,
        person: PersonId,
        by: impl Into<Option<PersonId>>,
        now: Timestamp,
    ) -> Result<InvitationToken, InvitationRefused> {
        let by: Option<PersonId> = by.into();
        let (token, digest) = InvitationToken::fresh()?;
        let expires = after(now, self.settings().invitation_lasts);
        let steps = vec![
            Step::must(
                "UPDATE directory_person SET changes = changes + 1 WHERE id = $1 AND erased_at IS NULL",
                values![person],
            ),
            Step::any(
                "DELETE FROM directory_invitation WHERE person = $1 AND used_at IS NULL",
                values![person],
            ),
            Step::any(
                "INSERT INTO directory_invitation (digest, person, invited_by, expires_at) VALUES ($1, $2, $3, $4)",
                values![digest, person, Value::Text(by.map(|by| by.to_string())), expires],
            ),
        ];
        match self.store().write(steps).await? {
            Outcome::Done { .. } => Ok(token),
            Outcome::Stopped(_) | Outcome::Taken => Err(InvitationRefused::UnknownPerson),
        }
    }

    /// Whom a link invites, as long as it works.
    ///
    /// # Errors
    /// The link is unknown, used or expired.
    pub async fn invitation(&self, token: &str, now: Timestamp) -> Result<Invitation, InvitationRefused> {
        let digest = Digest::of_presented(token).ok_or(InvitationRefused::UnknownLink)?;
        let sql = "SELECT i.person, p.name, p.email, i.invited_by, i.expires_at, i.used_at \
                   FROM directory_invitation i JOIN directory_person p ON p.id = i.person WHERE i.digest = $1";
        let found = self.store().read_one(sql, values![digest]).await?;
        let mut row = found.ok_or(InvitationRefused::UnknownLink)?;
        let invitation = Invitation {
            person: PersonId(row.uuid()?),
            name: row.text()?,
            email: row.maybe_text()?,
            invited_by: row.maybe_uuid()?.map(PersonId),
            expires: row.time()?,
        };
        match row.maybe_time()? {
            Some(_) => Err(InvitationRefused::Used),
            None if invitation.expires <= now => Err(InvitationRefused::Expired),
            None => Ok(invitation),
        }
    }

    /// Sets the password of who was invited and lets them in; sessions they had before end.
    ///
    /// # Errors
    /// The link is unknown, used or expired, or the password is not good enough.
    pub async fn accept_invitation(
        &self,
        token: &str,
        password: &str,
        client: impl Into<Client<'_>>,
        now: Timestamp,
    ) -> Result<(SessionToken, PersonId), InvitationRefused> {
        let client: Client<'_> = client.into();
        let person = self.invitation(token, now).await?.person;
        let digest = Digest::of_presented(token).ok_or(InvitationRefused::UnknownLink)?;
        let hash = self.hash_for(person, password).await?;
        let (session_token, session) = self.new_session(person, client.label, now)?;
        let steps = vec![
            Step::must(
                "UPDATE directory_person SET password = $2, changes = changes + 1 \
                 WHERE id = $1 AND erased_at IS NULL",
                values![person, hash],
            ),
            Step::must(
                "UPDATE directory_invitation SET used_at = $2 \
                 WHERE digest = $1 AND used_at IS NULL AND expires_at > $2",
                values![digest, now],
            ),
            Step::any("DELETE FROM directory_session WHERE person = $1", values![person]),
            session,
        ];
        let outcome = self.store().write(steps).await?;
        self.cache().forget(|session| session.person == person);
        match outcome {
            Outcome::Done { .. } => Ok((session_token, person)),
            // Somebody used, replaced or erased it between the look and the write: look again to say which.
            Outcome::Stopped(_) | Outcome::Taken => match self.invitation(token, now).await {
                Ok(_) => Err(InvitationRefused::UnknownLink),
                Err(refused) => Err(refused),
            },
        }
    }
}
