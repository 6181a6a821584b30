//! Links with which a password is chosen: good for one use, and only for whom they were made.
//!
//! There are two kinds, and the difference is what keeps an account its owner's.
//! A *first* link is made by whoever invites somebody who has no account; it stops working when there is a password.
//! A *reset* link opens an account that is there; only whoever runs the installation makes one.

use jiff::Timestamp;

use crate::actor::{By, Client, Operator};
use crate::address::email_key;
use crate::contact::{Contact, ContactRefused};
use crate::fault::Fault;
use crate::ids::PersonId;
use crate::language::Language;
use crate::log::{Note, SecurityAct};
use crate::login::LoggedIn;
use crate::password::{ChangeRefused, PasswordRefused};
use crate::settings::Settings;
use crate::store::{Outcome, Step, Value, values};
use crate::time::after;
use crate::token::{Digest, InvitationToken};
use crate::{Directory, device};

/// Somebody who has no account, and is to have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guest<'a> {
    /// The id: a new one, or that of somebody who was invited before and has not chosen a password.
    pub id: PersonId,
    /// The name, for somebody new.
    pub name: &'a str,
    /// The e-mail address, with which they will log in.
    pub email: &'a str,
}

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Choosing a first password.
    First,
    /// Choosing another password, when the one there was is forgotten.
    Reset,
}

impl Purpose {
    fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Reset => "reset",
        }
    }
}

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
    /// What it is for.
    pub purpose: Purpose,
}

/// Why an invitation cannot be made or used; the text is for the page.
#[derive(Debug, thiserror::Error)]
pub enum InvitationRefused {
    /// Name or address cannot be kept, or the address is somebody else's.
    #[error(transparent)]
    Contact(#[from] ContactRefused),
    /// There is an account already: its owner logs in with the password.
    #[error("Personen har redan ett konto och loggar in med sitt eget lösenord.")]
    HasAccount,
    /// The person to invite is unknown, erased or closed out.
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
    /// Invites somebody who has no account; links made for them before stop working.
    ///
    /// The person is added when new: inviting and adding are one write, so nobody is added who was not invited.
    ///
    /// # Errors
    /// There is an account, the address is somebody else's, or name or address cannot be kept.
    pub async fn invite(
        &self,
        guest: &Guest<'_>,
        by: By<'_>,
        place: &str,
        now: Timestamp,
    ) -> Result<InvitationToken, InvitationRefused> {
        let contact = Contact::reached_at(guest.name, guest.email)?;
        let key = contact.email.as_deref().map(email_key);
        let (token, digest) = InvitationToken::fresh()?;
        let mut steps = vec![
            Step::any(
                "INSERT INTO directory_person (id, name, email, email_key, language) \
                 VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING",
                values![guest.id, contact.name, contact.email, key.clone(), Language::Sv.code()],
            ),
            Step::must(
                "UPDATE directory_person SET changes = changes + 1 WHERE id = $1 AND email_key = $2 \
                 AND password IS NULL AND erased_at IS NULL AND closed_at IS NULL",
                values![guest.id, key],
            ),
        ];
        steps.extend(self.link(guest.id, digest, Purpose::First, by.person(), now));
        steps.push(Note::of(SecurityAct::Invited, by).to(guest.id).at(place).step(now)?);
        match self.store().write(steps).await? {
            Outcome::Done { .. } => Ok(token),
            Outcome::Taken => Err(ContactRefused::EmailTaken.into()),
            Outcome::Stopped(_) => match self.person(guest.id).await? {
                Some(there) if there.can_log_in => Err(InvitationRefused::HasAccount),
                Some(_) | None => Err(InvitationRefused::UnknownPerson),
            },
        }
    }

    /// A link with which the owner of an account chooses a new password; earlier links stop working.
    ///
    /// # Errors
    /// The person is unknown, erased or closed out.
    pub async fn reset_link(
        &self,
        person: PersonId,
        operator: &Operator,
        now: Timestamp,
    ) -> Result<InvitationToken, InvitationRefused> {
        let (token, digest) = InvitationToken::fresh()?;
        let mut steps = vec![Step::must(
            "UPDATE directory_person SET changes = changes + 1 \
             WHERE id = $1 AND erased_at IS NULL AND closed_at IS NULL",
            values![person],
        )];
        steps.extend(self.link(person, digest, Purpose::Reset, None, now));
        steps.push(Note::of(SecurityAct::ResetLinkMade, By::Operator(operator)).to(person).step(now)?);
        let outcome = self.store().write(steps).await?;
        self.cache().forget(|session| session.person == person);
        match outcome {
            Outcome::Done { .. } => Ok(token),
            Outcome::Stopped(_) | Outcome::Taken => Err(InvitationRefused::UnknownPerson),
        }
    }

    /// The steps that put one link in the place of those that wait.
    fn link(
        &self,
        person: PersonId,
        digest: Digest,
        purpose: Purpose,
        by: Option<PersonId>,
        now: Timestamp,
    ) -> [Step; 2] {
        let expires = after(now, self.settings().invitation_lasts);
        [
            Step::any(
                "DELETE FROM directory_invitation WHERE person = $1 AND used_at IS NULL",
                values![person],
            ),
            Step::any(
                "INSERT INTO directory_invitation (digest, person, invited_by, expires_at, purpose) \
                 VALUES ($1, $2, $3, $4, $5)",
                values![digest, person, Value::Text(by.map(|by| by.to_string())), expires, purpose.code()],
            ),
        ]
    }

    /// Whom a link invites, as long as it works.
    ///
    /// # Errors
    /// The link is unknown, used or expired.
    pub async fn invitation(&self, token: &str, now: Timestamp) -> Result<Invitation, InvitationRefused> {
        let digest = Digest::of_presented(token).ok_or(InvitationRefused::UnknownLink)?;
        let sql = "SELECT i.person, p.name, p.email, i.invited_by, i.expires_at, i.purpose, i.used_at, \
                   CASE WHEN p.password IS NULL THEN CAST(0 AS BIGINT) ELSE CAST(1 AS BIGINT) END \
                   FROM directory_invitation i JOIN directory_person p ON p.id = i.person \
                   WHERE i.digest = $1 AND p.closed_at IS NULL";
        let found = self.store().read_one(sql, values![digest]).await?;
        let mut row = found.ok_or(InvitationRefused::UnknownLink)?;
        let invitation = Invitation {
            person: PersonId(row.uuid()?),
            name: row.text()?,
            email: row.maybe_text()?,
            invited_by: row.maybe_uuid()?.map(PersonId),
            expires: row.time()?.min(after(now, self.settings().invitation_lasts)),
            purpose: match row.text()?.as_str() {
                "first" => Purpose::First,
                "reset" => Purpose::Reset,
                _ => return Err(Fault::stored("an unknown purpose of a link").into()),
            },
        };
        let used = row.maybe_time()?.is_some();
        let has_password = row.int()? == 1;
        if used || (has_password && invitation.purpose == Purpose::First) {
            Err(InvitationRefused::Used)
        } else if invitation.expires <= now {
            Err(InvitationRefused::Expired)
        } else {
            Ok(invitation)
        }
    }

    /// Sets the password of whom the link was made for and lets them in; sessions they had before end.
    ///
    /// # Errors
    /// The link is unknown, used or expired, or the password is not good enough.
    pub async fn accept_invitation(
        &self,
        token: &str,
        password: &str,
        client: impl Into<Client<'_>>,
        now: Timestamp,
    ) -> Result<LoggedIn, InvitationRefused> {
        let client: Client<'_> = client.into();
        let invitation = self.invitation(token, now).await?;
        let person = invitation.person;
        let digest = Digest::of_presented(token).ok_or(InvitationRefused::UnknownLink)?;
        let hash = self.hash_for(person, password).await?;
        let (token_now, session) = self.new_session(person, client.label, now)?;
        let (device, known) = self.device(client.device).await?.keep(person, now)?;
        let mut steps = vec![
            // An account that is there is opened by a reset link alone.
            Step::must(
                "UPDATE directory_person SET password = $2, changes = changes + 1 \
                 WHERE id = $1 AND erased_at IS NULL AND closed_at IS NULL AND (password IS NULL OR EXISTS \
                 (SELECT 1 FROM directory_invitation WHERE digest = $3 AND person = $1 AND purpose = 'reset'))",
                values![person, hash, digest],
            ),
            Step::must(
                "UPDATE directory_invitation SET used_at = $2 \
                 WHERE digest = $1 AND used_at IS NULL AND expires_at > $2",
                values![digest, now],
            ),
            Step::any("DELETE FROM directory_session WHERE person = $1", values![person]),
            session,
            // Whoever knew the old password may have left a device behind.
            device::forget(person),
            known,
            Note::of(SecurityAct::PasswordSet, By::Person(person, client)).step(now)?,
        ];
        let email = invitation.email.unwrap_or_default();
        steps.extend(self.drop_claims(person, &email, By::Visitor(client), now).await?);
        let outcome = self.store().write(steps).await?;
        self.cache().forget(|session| session.person == person);
        match outcome {
            Outcome::Done { .. } => Ok(LoggedIn { token: token_now, person, device }),
            // Somebody used, replaced or erased it between the look and the write: look again to say which.
            Outcome::Stopped(_) | Outcome::Taken => match self.invitation(token, now).await {
                Ok(_) => Err(InvitationRefused::UnknownLink),
                Err(refused) => Err(refused),
            },
        }
    }
}

/// The step that takes back days that a wrong clock gave: no link lasts longer from now than one made now.
pub(crate) fn settle(now: Timestamp, settings: &Settings) -> Step {
    Step::any(
        "UPDATE directory_invitation SET expires_at = $1 WHERE expires_at > $1",
        values![after(now, settings.invitation_lasts)],
    )
}
