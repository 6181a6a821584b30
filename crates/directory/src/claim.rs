//! An address that a person says is theirs (sv. *obekräftad adress*), until it is confirmed.
//!
//! Whoever changes the own address claims the new one. A claim costs nobody anything: it is not unique, it keeps no
//! one else from the address, no invitation follows it by itself, and it is dropped when somebody else is let in with
//! the address. Its owner may log in with it as long as nobody else has it or claims it.
//!
//! Each claim has a short code that its owner sees. Whoever is to be invited can tell it to the inviter, by telephone or
//! across a table; that binds the invitation to the account, and proves nothing about the address.

use jiff::Timestamp;

use crate::Directory;
use crate::actor::{By, Operator};
use crate::contact::{ContactRefused, email_key};
use crate::fault::Fault;
use crate::log::{Note, SecurityAct};
use crate::pace::Attempt;
use crate::people::{Person, PersonId};
use crate::store::{Outcome, Step, values};

/// What codes are written with: no letter that is read as a digit.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// An address that is not confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The address, as written.
    pub email: String,
    /// What its owner tells an inviter: `K7QX-4MPA`.
    pub code: String,
}

/// A fresh code: forty bits, and each try costs one.
pub(crate) fn fresh_code() -> Result<String, Fault> {
    let mut random = [0_u8; 8];
    getrandom::fill(&mut random).map_err(|e| Fault::new("making a code", e))?;
    let signs = random.iter().filter_map(|byte| SIGNS.get(usize::from(byte % 32)));
    let code: String = signs.map(|sign| char::from(*sign)).collect();
    Ok(format!("{}-{}", code.get(..4).unwrap_or_default(), code.get(4..).unwrap_or_default()))
}

/// A code as somebody typed it.
fn typed(code: &str) -> String {
    let signs: String =
        code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    format!("{}-{}", signs.get(..4).unwrap_or_default(), signs.get(4..).unwrap_or_default())
}

impl Directory {
    /// The account whose owner claims an address and has told its code; nobody when the code is another.
    ///
    /// # Errors
    /// The database failed. The inner error is how many seconds to wait after too many codes.
    pub async fn claimant(
        &self,
        email: &str,
        code: &str,
        by: PersonId,
        now: Timestamp,
    ) -> Result<Result<Option<Person>, u64>, Fault> {
        let attempt = Attempt::with_codes(by);
        if let Some(wait_seconds) = self.count(&attempt, now).await? {
            return Ok(Err(wait_seconds));
        }
        let sql = "SELECT id FROM directory_person WHERE claimed_key = $1 AND claim_code = $2 \
                   AND erased_at IS NULL AND closed_at IS NULL";
        let found = self.store().read_one(sql, values![email_key(email), typed(code)]).await?;
        let Some(mut row) = found else { return Ok(Ok(None)) };
        let person = self.person(PersonId(row.uuid()?)).await?;
        self.store().write(attempt.rested(now).collect()).await?;
        Ok(Ok(person))
    }

    /// Confirms the address that a person claims: from now on it is the one to log in with.
    ///
    /// # Errors
    /// Nothing is claimed, or somebody else is let in with the address.
    pub async fn confirm_address(
        &self,
        person: PersonId,
        operator: &Operator,
        now: Timestamp,
    ) -> Result<(), ContactRefused> {
        let found = self.person(person).await?.ok_or(ContactRefused::Unknown)?;
        let claim = found.claim.ok_or(ContactRefused::NothingClaimed)?;
        let mut steps = vec![Step::must(
            "UPDATE directory_person SET email = claimed, email_key = claimed_key, claimed = NULL, \
             claimed_key = NULL, claim_code = NULL, changes = changes + 1 \
             WHERE id = $1 AND claim_code = $2 AND erased_at IS NULL",
            values![person, claim.code],
        )];
        steps.push(Step::any(
            "DELETE FROM directory_invitation WHERE person = $1 AND used_at IS NULL",
            values![person],
        ));
        steps.push(Note::of(SecurityAct::AddressConfirmed, By::Operator(operator)).to(person).step(now)?);
        steps.extend(self.drop_claims(person, &claim.email, By::Operator(operator), now).await?);
        let outcome = self.store().write(steps).await?;
        self.cache().forget(|session| session.person == person);
        match outcome {
            Outcome::Done { .. } => Ok(()),
            Outcome::Taken => Err(ContactRefused::EmailTaken),
            Outcome::Stopped(_) => Err(ContactRefused::NothingClaimed),
        }
    }

    /// The steps that drop what others claim when an address turns out to be somebody's; its claimants are told.
    pub(crate) async fn drop_claims(
        &self,
        owner: PersonId,
        email: &str,
        by: By<'_>,
        now: Timestamp,
    ) -> Result<Vec<Step>, Fault> {
        let sql = "SELECT id FROM directory_person WHERE claimed_key = $1 AND id <> $2";
        let mut steps = Vec::new();
        for mut row in self.store().read(sql, values![email_key(email), owner]).await? {
            let claimant = PersonId(row.uuid()?);
            steps.push(Step::any(
                "UPDATE directory_person SET claimed = NULL, claimed_key = NULL, claim_code = NULL WHERE id = $1",
                values![claimant],
            ));
            steps.push(Note::of(SecurityAct::ClaimDropped, by).to(claimant).step(now)?);
            // Their next page asks anew, so that they are told.
            self.cache().forget(|session| session.person == claimant);
        }
        Ok(steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = fresh_code().unwrap();
        assert_eq!(code.len(), 9);
        assert_eq!(typed(&code.to_lowercase().replace('-', " ")), code);
        assert_eq!(typed("kort"), "KORT-");
        assert_eq!(typed("åäö"), "-");
    }
}
