//! People: who they are to the directory, how to reach them, and how that is forgotten.
//!
//! The journal names a person by id and keeps the name under which they stand in a public record.
//! Here is only what may have to be erased.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::Directory;
use crate::actor::By;
use crate::address::email_key;
use crate::claim::{self, Claim};
use crate::contact::{Contact, ContactRefused};
use crate::fault::Fault;
use crate::hashing;
use crate::ids::{PersonId, SessionId};
use crate::language::Language;
use crate::log::{Note, SecurityAct};
use crate::store::{Outcome, Row, Step, values};

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
    /// Another address that the person says is theirs, not confirmed.
    pub claim: Option<Claim>,
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
    /// Somebody's who was let in with it.
    Account(Person),
    /// Nobody's who was let in with it; somebody with an account says that it is theirs, and it is not confirmed.
    Claimed,
    /// Somebody's whose account is closed.
    Closed(Person),
}

macro_rules! person_where {
    ($condition:literal) => {
        concat!(
            "SELECT id, name, email, phone, language, erased_at, closed_at, claimed, claim_code, \
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
            None if self.is_claimed(email).await? => Holder::Claimed,
            None => Holder::Nobody,
            Some(person) if person.closed_on.is_some() => Holder::Closed(person),
            Some(person) if person.can_log_in => Holder::Account(person),
            Some(person) => Holder::Guest(person),
        })
    }

    async fn is_claimed(&self, email: &str) -> Result<bool, Fault> {
        let sql = "SELECT id FROM directory_person WHERE claimed_key = $1 AND closed_at IS NULL LIMIT 1";
        Ok(self.store().read_one(sql, values![email_key(email)]).await?.is_some())
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

    /// Replaces one's own contact details, with the password once more.
    ///
    /// Another e-mail address is claimed, not changed: see [`Claim`].
    ///
    /// # Errors
    /// The details cannot be kept, or the password is another.
    pub async fn change_contact(
        &self,
        by: By<'_>,
        session: SessionId,
        password: &str,
        contact: &Contact,
        now: Timestamp,
    ) -> Result<(), ContactRefused> {
        let contact = contact.checked()?;
        let email = contact.email.ok_or(ContactRefused::EmailMissing)?;
        let owner = self.owner(by, session, password, now).await?;
        let before = self.person(owner.person).await?.ok_or(ContactRefused::Unknown)?;
        let claimed = before.claim.as_ref().map(|claim| claim.email.as_str());
        let mut steps = Vec::new();
        if before.email.as_deref().map(email_key) == Some(email_key(&email)) {
            steps.push(Step::any(
                "UPDATE directory_person SET email = $2, claimed = NULL, claimed_key = NULL, claim_code = NULL \
                 WHERE id = $1",
                values![owner.person, email],
            ));
        } else if claimed != Some(email.as_str()) {
            steps.push(Step::any(
                "UPDATE directory_person SET claimed = $2, claimed_key = $3, claim_code = $4 WHERE id = $1",
                values![owner.person, email.as_str(), email_key(&email), claim::fresh_code()?],
            ));
            steps.push(Note::of(SecurityAct::AddressClaimed, by).step(now)?);
        }
        steps.insert(
            0,
            Step::must(
                "UPDATE directory_person SET name = $2, phone = $3, changes = changes + 1 \
                 WHERE id = $1 AND password = $4 AND erased_at IS NULL",
                values![owner.person, contact.name.as_str(), contact.phone.clone(), owner.hash.as_str()],
            ),
        );
        if (before.name, before.phone) != (contact.name, contact.phone) {
            steps.push(Note::of(SecurityAct::ContactChanged, by).step(now)?);
        }
        steps.extend(owner.rested(now));
        match self.store().write(steps).await? {
            Outcome::Done { .. } => Ok(()),
            Outcome::Taken | Outcome::Stopped(_) => Err(ContactRefused::Unknown),
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
}

fn person(mut row: Row) -> Result<Person, Fault> {
    Ok(Person {
        id: PersonId(row.uuid()?),
        name: row.text()?,
        email: row.maybe_text()?,
        phone: row.maybe_text()?,
        language: Language::read(&mut row)?,
        erased_on: row.maybe_time()?,
        closed_on: row.maybe_time()?,
        claim: match (row.maybe_text()?, row.maybe_text()?) {
            (Some(email), Some(code)) => Some(Claim { email, code }),
            _ => None,
        },
        can_log_in: row.int()? == 1,
    })
}
