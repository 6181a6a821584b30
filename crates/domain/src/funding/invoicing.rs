//! The contributions of a year divided into instalments, each member's summing to its contribution exactly.

use allocation::contributions::{Contributions, Line, Member as Place, Scheme};
use allocation::fraction::Fraction;
use allocation::invoices::{Instalment, InvoiceError, invoices};
use jiff::civil::Date;
use swedish::money::{Ore as Amount, Unit};

use crate::association::events::MemberKind;
use crate::association::state::State as Profile;
use crate::funding::events::Contribution;
use crate::funding::state::day;
use crate::ids::MemberId;
use swedish::money::Ore;

/// What one member pays, and on each day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The member.
    pub member: MemberId,
    /// One amount for each day, in order.
    pub parts: Vec<Ore>,
    /// The whole contribution.
    pub sum: Ore,
}

/// Divides contributions over days, in parts that are equal but for a unit; the last takes what is no whole unit.
///
/// # Errors
/// [`InvoiceError`] when the days are none or out of order.
pub fn divide(
    amounts: &[Contribution],
    profile: &Profile,
    days: &[Date],
    unit: Unit,
) -> Result<Vec<Row>, InvoiceError> {
    let instalments: Option<Vec<Instalment>> =
        days.iter().map(|on| Some(Instalment { due: day(*on)?, parts: 1 })).collect();
    let instalments = instalments.ok_or(InvoiceError::NotInOrder)?;
    let invoices = invoices(&as_contributions(amounts, profile)?, &instalments, unit)?;
    // Each member's instalments follow each other, members in the order of the amounts.
    let parts = invoices.chunks(instalments.len().max(1)).map(|own| own.iter().map(|i| i.amount).collect());
    Ok(amounts
        .iter()
        .zip(parts)
        .map(|(line, parts)| Row { member: line.member, parts, sum: line.amount })
        .collect())
}

/// Contributions that are decided: nothing is tied, and the exact amounts are the amounts.
fn as_contributions(amounts: &[Contribution], profile: &Profile) -> Result<Contributions, InvoiceError> {
    let line = |(at, line): (usize, &Contribution)| Line {
        member: match profile.members.get(&line.member).map(|m| m.kind) {
            Some(MemberKind::Region) => Place::Region(at),
            Some(MemberKind::Municipality) => Place::Municipality(at),
            Some(MemberKind::Fk | MemberKind::Af) | None => Place::State,
        },
        amount: line.amount,
        exact: Fraction::whole(line.amount.ore().into()),
        as_region: None,
    };
    Ok(Contributions {
        scheme: Scheme::HalfQuarterQuarter,
        total: Amount::sum(amounts.iter().map(|line| line.amount)).ok_or(InvoiceError::Overflow)?,
        lines: amounts.iter().enumerate().map(line).collect(),
        ties: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::funding::samples::pays;
    use crate::testing::{association, given};

    #[test]
    fn every_row_and_every_column_sums_to_the_ore() {
        let profile = given(association()).state.profile;
        let amounts = pays([1_000_001, 500_001, 333_333, 166_667]);
        let days = [date(2027, 1, 31), date(2027, 5, 31), date(2027, 9, 30)];
        let rows = divide(&amounts, &profile, &days, Unit::Kr).unwrap();
        assert_eq!(rows.len(), 4);
        for (row, line) in rows.iter().zip(&amounts) {
            assert_eq!((row.member, row.sum), (line.member, line.amount));
            assert_eq!(Ore::sum(row.parts.iter().copied()), Some(line.amount));
            assert!(row.parts[..2].iter().all(|part| part.ore() % 100 == 0), "whole kronor until the last");
        }
        let total = rows.iter().flat_map(|row| row.parts.iter().copied());
        assert_eq!(Ore::sum(total), Some(Ore::new(2_000_002)));
    }

    #[test]
    fn days_stand_in_order_and_are_some() {
        let profile = given(association()).state.profile;
        let amounts = pays([2, 1, 1, 0]);
        assert_eq!(divide(&amounts, &profile, &[], Unit::Kr), Err(InvoiceError::NoInstalments));
        let same = [date(2027, 1, 31), date(2027, 1, 31)];
        assert_eq!(divide(&amounts, &profile, &same, Unit::Kr), Err(InvoiceError::NotInOrder));
    }
}
