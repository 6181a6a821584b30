//! How a claimed address is found by its code, confirmed, and dropped when it turns out to be somebody else's.

use jiff::Timestamp;

use crate::Directory;
use crate::actor::{By, Operator};
use crate::address::email_key;
use crate::claim::typed;
use crate::contact::ContactRefused;
use crate::fault::Fault;
use crate::ids::PersonId;
use crate::log::{Note, SecurityAct};
use crate::pace::Attempt;
use crate::people::Person;
use crate::store::{Outcome, Step, values};

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
