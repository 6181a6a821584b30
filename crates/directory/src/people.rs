//! People: who they are to the directory, how to reach them, and how that is forgotten.
//!
//! The journal names a person by id and keeps the name under which they stand in a public record.
//! Here is only what may have to be erased.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Directory;
use crate::contact::{Contact, ContactRefused, email_key};
use crate::fault::Fault;
use crate::hashing;
use crate::log;
use crate::pace;
use crate::store::{Outcome, Row, Step, values};

/// The id by which the journal and the directory mean the same person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub Uuid);

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The language in which a person wants the pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Swedish.
    #[default]
    Sv,
    /// English.
    En,
}

impl Language {
    /// The code of the language: `sv` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language with this code, if we speak it.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Sv, Self::En].into_iter().find(|language| language.code() == code)
    }
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// The name, empty when erased.
    pub name: String,
    /// The e-mail address, with which the person logs in.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The language of the pages.
    pub language: Language,
    /// When the contact details were erased.
    pub erased_on: Option<Timestamp>,
    /// When the account was closed.
    pub closed_on: Option<Timestamp>,
    /// Whether there is a password to log in with.
    pub can_log_in: bool,
}

/// Whose an e-mail address is, for somebody who wants to invite its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// Nobody's here.
    Nobody,
    /// Somebody's who was invited and has no password yet.
    Guest(Person),
    /// Somebody's who logs in with it.
    Account(Person),
    /// Somebody's whose account is closed.
    Closed(Person),
}

macro_rules! person_where {
    ($condition:literal) => {
        concat!(
            "SELECT id, name, email, phone, language, erased_at, closed_at, \
             CASE WHEN password IS NULL THEN CAST(0 AS BIGINT) ELSE CAST(1 AS BIGINT) END FROM directory_person WHERE ",
            $condition
        )
    };
}

/// How many ids one statement asks for; a shorter list repeats its first.
const IDS_AT_ONCE: usize = 8;

impl Directory {
    /// Adds many people who log in with one password that was hashed before, in one write; who is there already stays.
    ///
    /// # Errors
    /// Somebody's details cannot be kept, or an e-mail address is somebody else's; then nobody is added.
    pub async fn create_people_with_hash(
        &self,
        people: &[(PersonId, Contact)],
        hash: &str,
    ) -> Result<(), ContactRefused> {
        hashing::parse(hash)?;
        let insert = |(id, contact): &(PersonId, Contact)| {
            let contact = contact.checked()?;
            let key = contact.email.as_deref().map(email_key);
            Ok(Step::any(
                "INSERT INTO directory_person (id, name, email, email_key, phone, language, password) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING",
                values![*id, contact.name, contact.email, key, contact.phone, Language::Sv.code(), hash],
            ))
        };
        let steps = people.iter().map(insert).collect::<Result<Vec<_>, ContactRefused>>()?;
        match self.store().write(steps).await? {
            Outcome::Done { .. } => Ok(()),
            Outcome::Taken | Outcome::Stopped(_) => Err(ContactRefused::EmailTaken),
        }
    }

    /// The person with this id.
    ///
    /// # Errors
    /// The database failed.
    pub async fn person(&self, id: PersonId) -> Result<Option<Person>, Fault> {
        self.store().read_one(person_where!("id = $1"), values![id]).await?.map(person).transpose()
    }

    /// The person with this e-mail address, in capitals or not.
    ///
    /// # Errors
    /// The database failed.
    pub async fn person_by_email(&self, email: &str) -> Result<Option<Person>, Fault> {
        let found = self.store().read_one(person_where!("email_key = $1"), values![email_key(email)]).await?;
        found.map(person).transpose()
    }

    /// Whose an e-mail address is.
    ///
    /// # Errors
    /// The database failed.
    pub async fn holder(&self, email: &str) -> Result<Holder, Fault> {
        Ok(match self.person_by_email(email).await? {
            None => Holder::Nobody,
            Some(person) if person.closed_on.is_some() => Holder::Closed(person),
            Some(person) if person.can_log_in => Holder::Account(person),
            Some(person) => Holder::Guest(person),
        })
    }

    /// Those of these people who exist.
    ///
    /// # Errors
    /// The database failed.
    pub async fn people(&self, ids: &[PersonId]) -> Result<BTreeMap<PersonId, Person>, Fault> {
        let mut found = BTreeMap::new();
        for some in ids.chunks(IDS_AT_ONCE) {
            let Some(first) = some.first() else { continue };
            let mut asked = some.to_vec();
            asked.resize(IDS_AT_ONCE, *first);
            let bound = asked.into_iter().map(crate::store::Value::from).collect();
            let sql = person_where!("id IN ($1, $2, $3, $4, $5, $6, $7, $8)");
            for row in self.store().read(sql, bound).await? {
                let person = person(row)?;
                found.insert(person.id, person);
            }
        }
        Ok(found)
    }

    /// Replaces a person's contact details; a new e-mail address voids an invitation sent to the old one.
    ///
    /// # Errors
    /// The details cannot be kept, the e-mail address is somebody else's, or the person is unknown or erased.
    pub async fn update_contact(&self, id: PersonId, contact: &Contact) -> Result<(), ContactRefused> {
        let contact = contact.checked()?;
        let before = self.person(id).await?.ok_or(ContactRefused::Unknown)?;
        let key = contact.email.as_deref().map(email_key);
        let moved = before.email.as_deref().map(email_key) != key;
        let mut steps = vec![Step::must(
            "UPDATE directory_person SET name = $2, email = $3, email_key = $4, phone = $5, changes = changes + 1 \
             WHERE id = $1 AND erased_at IS NULL",
            values![id, contact.name, contact.email, key, contact.phone],
        )];
        if moved {
            steps.push(Step::any(
                "DELETE FROM directory_invitation WHERE person = $1 AND used_at IS NULL",
                values![id],
            ));
        }
        match self.store().write(steps).await? {
            Outcome::Done { .. } => Ok(()),
            Outcome::Taken => Err(ContactRefused::EmailTaken),
            Outcome::Stopped(_) => Err(ContactRefused::Erased),
        }
    }

    /// Sets the language of a person's pages; their sessions follow, on other nodes as late as a revocation.
    ///
    /// # Errors
    /// The person is unknown or erased.
    pub async fn set_language(&self, id: PersonId, language: Language) -> Result<(), ContactRefused> {
        let set = Step::must(
            "UPDATE directory_person SET language = $2, changes = changes + 1 \
             WHERE id = $1 AND erased_at IS NULL",
            values![id, language.code()],
        );
        let outcome = self.store().write(vec![set]).await?;
        self.cache().forget(|session| session.person == id);
        match outcome {
            Outcome::Done { .. } => Ok(()),
            Outcome::Taken | Outcome::Stopped(_) => Err(ContactRefused::Unknown),
        }
    }

    /// Erases what reaches or identifies a person here: name, e-mail, telephone, password, sessions, invitations.
    ///
    /// The id stays with the day of the erasure, and so does everything the journal keeps under it.
    /// Erasing again changes nothing.
    /// On SQLite the bytes are overwritten and the log is cut at once; on PostgreSQL they leave with vacuum and with
    /// the retention of its log and backups.
    ///
    /// # Errors
    /// The person is unknown, or the database failed.
    pub async fn erase_contact_details(&self, id: PersonId, now: Timestamp) -> Result<(), ContactRefused> {
        let Some(person) = self.person(id).await? else { return Err(ContactRefused::Unknown) };
        let mut steps = vec![
            Step::any(
                "UPDATE directory_person SET name = '', email = NULL, email_key = NULL, phone = NULL, \
                 claimed = NULL, claimed_key = NULL, claim_code = NULL, password = NULL, language = $2, erased_at = COALESCE(erased_at, $3), changes = changes + 1 \
                 WHERE id = $1",
                values![id, Language::Sv.code(), now],
            ),
            Step::any("DELETE FROM directory_session WHERE person = $1", values![id]),
            Step::any("DELETE FROM directory_invitation WHERE person = $1", values![id]),
            log::forget(id),
        ];
        steps.extend(person.email.map(|email| pace::forget_email(&email_key(&email))));
        self.store().write(steps).await?;
        self.cache().forget(|session| session.person == id);
        self.store().forget_old_pages().await?;
        tracing::info!("contact details erased");
        Ok(())
    }
}

fn person(mut row: Row) -> Result<Person, Fault> {
    Ok(Person {
        id: PersonId(row.uuid()?),
        name: row.text()?,
        email: row.maybe_text()?,
        phone: row.maybe_text()?,
        language: language(&mut row)?,
        erased_on: row.maybe_time()?,
        closed_on: row.maybe_time()?,
        can_log_in: row.int()? == 1,
    })
}

pub(crate) fn language(row: &mut Row) -> Result<Language, Fault> {
    Language::from_code(&row.text()?).ok_or_else(|| Fault::stored("an unknown language"))
}
