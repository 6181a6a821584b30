//! Each member's share in assets and liabilities, by what it has contributed over time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::apportion::{ApportionError, Split, TieRule, split};
use crate::fraction::Fraction;
use swedish::money::{Ore, Unit};

/// A contribution that was paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// The year it was for.
    pub year: i16,
    /// Who paid.
    pub member: String,
    /// How much; below zero when money was paid back.
    pub amount: Ore,
}

/// One member's share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    /// Who.
    pub member: String,
    /// What it has contributed so far.
    pub contributed: Ore,
    /// Its part of all that has been contributed.
    pub share: Fraction,
}

/// The members' shares at the end of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShareStatement {
    /// The last year that is counted.
    pub through: i16,
    /// One for each member that ever paid, in alphabetical order.
    pub shares: Vec<Share>,
    /// Everything that has been contributed.
    pub contributed: Ore,
}

/// Why shares cannot be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ShareError {
    /// Nothing has been contributed.
    #[error("inget är inbetalt, så det finns inga andelar")]
    NothingPaid,
    /// A member has been paid back more than it paid.
    #[error("{0} har fått tillbaka mer än den betalat")]
    PaidBackMore(String),
    /// Not a member that has paid.
    #[error("{0} har inte betalat något bidrag")]
    NotAMember(String),
    /// An amount is below zero or cannot be held.
    #[error("beloppet kan inte fördelas")]
    Amount,
}

impl From<ApportionError> for ShareError {
    fn from(error: ApportionError) -> Self {
        match error {
            ApportionError::NoWeight => Self::NothingPaid,
            ApportionError::Overflow | ApportionError::NotTheCandidates => Self::Amount,
        }
    }
}

/// The shares by everything paid up to and including a year.
///
/// # Errors
/// When nothing is paid, or somebody has been paid back more than it paid.
pub fn statement(payments: &[Payment], through: i16) -> Result<ShareStatement, ShareError> {
    let mut paid: BTreeMap<&str, Ore> = BTreeMap::new();
    for payment in payments.iter().filter(|payment| payment.year <= through) {
        let so_far = paid.entry(&payment.member).or_default();
        *so_far = so_far.checked_add(payment.amount).ok_or(ShareError::Amount)?;
    }
    if let Some((member, _)) = paid.iter().find(|(_, amount)| amount.is_negative()) {
        return Err(ShareError::PaidBackMore((*member).to_owned()));
    }
    let contributed = Ore::sum(paid.values().copied()).ok_or(ShareError::Amount)?;
    let mut shares = Vec::with_capacity(paid.len());
    for (member, amount) in paid {
        let share =
            Fraction::new(amount.ore().into(), contributed.ore().into()).ok_or(ShareError::NothingPaid)?;
        shares.push(Share { member: member.to_owned(), contributed: amount, share });
    }
    if shares.is_empty() {
        return Err(ShareError::NothingPaid);
    }
    Ok(ShareStatement { through, shares, contributed })
}

impl ShareStatement {
    /// Divides an amount by the shares, to the öre.
    ///
    /// # Errors
    /// When the amount is below zero.
    pub fn divide(&self, amount: Ore, rule: TieRule) -> Result<Split, ShareError> {
        let weights: Option<Vec<u64>> =
            self.shares.iter().map(|share| u64::try_from(share.contributed.ore()).ok()).collect();
        Ok(split(amount, &weights.ok_or(ShareError::Amount)?, Unit::Ore, rule)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn payment(year: i16, member: &str, amount: i64) -> Payment {
        Payment { year, member: member.to_owned(), amount: Ore::new(amount) }
    }

    #[test]
    fn shares_follow_what_has_been_paid_over_time() {
        let payments =
            [payment(2023, "Staten", 50), payment(2023, "Regionen", 50), payment(2024, "Staten", 100)];
        let years = [2023, 2024].map(|year| statement(&payments, year).unwrap());
        let shares: Vec<Vec<String>> = years
            .iter()
            .map(|year| year.shares.iter().map(|share| share.share.to_string()).collect())
            .collect();
        assert_eq!(shares, [["1/2", "1/2"], ["1/4", "3/4"]]);
        assert_eq!(
            years[1].divide(Ore::new(1000), TieRule::Leave).unwrap().parts,
            [Ore::new(250), Ore::new(750)]
        );
    }

    #[test]
    fn what_was_paid_back_is_counted_and_cannot_exceed_what_was_paid() {
        let mut payments = vec![payment(2023, "A", 50), payment(2024, "A", -20)];
        assert_eq!(statement(&payments, 2024).unwrap().contributed, Ore::new(30));
        payments.push(payment(2025, "A", -31));
        assert_eq!(statement(&payments, 2025), Err(ShareError::PaidBackMore("A".to_owned())));
        assert_eq!(statement(&payments, 2022), Err(ShareError::NothingPaid));
    }

    proptest! {
        #[test]
        fn shares_are_the_whole_and_the_order_of_payments_does_not_matter(
            paid in prop::collection::vec((2010..2030_i16, 0..6_usize, 0..1_000_000_i64), 1..60), turn in 0..60_usize,
            amount in 0..10_000_000_i64,
        ) {
            let names = ["A", "B", "C", "D", "E", "F"];
            let payments: Vec<Payment> =
                paid.iter().map(|(year, who, amount)| payment(*year, names[*who], *amount)).collect();
            let mut turned = payments.clone();
            turned.rotate_left(turn % payments.len());
            let first = statement(&payments, 2030);
            prop_assert_eq!(&first, &statement(&turned, 2030));
            if let Ok(statement) = first {
                let whole = statement.shares.iter()
                    .try_fold(Fraction::ZERO, |sum, share| sum.checked_add(share.share)).unwrap();
                prop_assert_eq!(whole, Fraction::whole(1));
                let divided = statement.divide(Ore::new(amount), TieRule::Leave).unwrap();
                let parts = Ore::sum(divided.parts.iter().copied().chain([divided.undecided])).unwrap();
                prop_assert_eq!(parts, Ore::new(amount));
            }
        }
    }
}
