//! Invoices: each member's contribution, divided into instalments that sum to it exactly.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::contributions::{Contributions, Member};
use crate::day::Day;
use swedish::money::{Ore, Unit};

/// One time of payment during the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// The day it is to be paid.
    pub due: Day,
    /// How large it is beside the others.
    pub parts: u64,
}

/// What one member is to pay on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Invoice {
    /// Who pays.
    pub member: Member,
    /// Which instalment, the first being 1.
    pub number: usize,
    /// When.
    pub due: Day,
    /// How much.
    pub amount: Ore,
}

/// Why no invoices can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum InvoiceError {
    /// Equal remainders are not decided, so what somebody owes is not known.
    #[error("lika rester är inte avgjorda; avgör dem innan fakturor ställs ut")]
    Undecided,
    /// No instalment, or none with a size.
    #[error("minst ett betalningstillfälle med en andel behövs")]
    NoInstalments,
    /// The days are not in order.
    #[error("betalningsdagarna ska anges i ordning, en gång var")]
    NotInOrder,
    /// The figures cannot be held.
    #[error("talen är för stora för att räknas exakt")]
    Overflow,
}

/// Divides every contribution into instalments.
///
/// What is due by each day is the contribution's part so far, rounded down to whole units; the last day takes the
/// rest. So no instalment is ever a tie, and a member never pays early because of rounding.
///
/// # Errors
/// When contributions are undecided, or the instalments are none, out of order or too large.
pub fn invoices(
    contributions: &Contributions,
    instalments: &[Instalment],
    unit: Unit,
) -> Result<Vec<Invoice>, InvoiceError> {
    if !contributions.ties.is_empty() {
        return Err(InvoiceError::Undecided);
    }
    if instalments.iter().zip(instalments.iter().skip(1)).any(|(a, b)| a.due >= b.due) {
        return Err(InvoiceError::NotInOrder);
    }
    let all: i128 = instalments.iter().map(|instalment| i128::from(instalment.parts)).sum();
    if all == 0 {
        return Err(InvoiceError::NoInstalments);
    }
    let mut invoices = Vec::with_capacity(contributions.lines.len() * instalments.len());
    for line in &contributions.lines {
        let amount = i128::from(line.amount.ore());
        let (mut parts, mut paid) = (0_i128, 0_i128);
        for (place, instalment) in instalments.iter().enumerate() {
            parts += i128::from(instalment.parts);
            let due = if place + 1 == instalments.len() {
                amount
            } else {
                let so_far = amount.checked_mul(parts).ok_or(InvoiceError::Overflow)? / all;
                so_far - so_far % i128::from(unit.ore())
            };
            let part = i64::try_from(due - paid).map_err(|_| InvoiceError::Overflow)?;
            paid = due;
            invoices.push(Invoice {
                member: line.member,
                number: place + 1,
                due: instalment.due,
                amount: Ore::new(part),
            });
        }
    }
    Ok(invoices)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apportion::TieRule;
    use crate::contributions::{Funding, Payer};
    use proptest::prelude::*;

    fn contributions(total: i64) -> Contributions {
        let payer =
            |inhabitants| Payer { name: "K".into(), inhabitants: Some(inhabitants), outside_regions: false };
        let funding = Funding {
            regions: vec![payer(1)],
            municipalities: vec![payer(7), payer(3)],
            ..Funding::default()
        };
        funding.of_total(Ore::new(total), 2025, TieRule::Listed).unwrap()
    }

    fn instalments(parts: &[u64]) -> Vec<Instalment> {
        let due = |month: usize| Day::new(2025, u8::try_from(month).unwrap(), 28).unwrap();
        parts
            .iter()
            .enumerate()
            .map(|(place, parts)| Instalment { due: due(place + 1), parts: *parts })
            .collect()
    }

    #[test]
    fn two_halves_in_whole_kronor_leave_the_odd_ore_to_the_last() {
        let invoices = invoices(&contributions(100_001), &instalments(&[1, 1]), Unit::Kr).unwrap();
        let of_state: Vec<i64> =
            invoices.iter().filter(|i| i.member == Member::State).map(|i| i.amount.ore()).collect();
        assert_eq!(of_state, [25_000, 25_001]);
    }

    #[test]
    fn what_is_undecided_or_out_of_order_is_not_invoiced() {
        let mut tied = contributions(100);
        let good = instalments(&[1, 1]);
        assert_eq!(invoices(&tied, &[], Unit::Ore), Err(InvoiceError::NoInstalments));
        let reversed: Vec<Instalment> = good.iter().rev().copied().collect();
        assert_eq!(invoices(&tied, &reversed, Unit::Ore), Err(InvoiceError::NotInOrder));
        tied.ties.push(crate::contributions::MemberTie { among: Vec::new(), amount: Ore::new(1) });
        assert_eq!(invoices(&tied, &good, Unit::Ore), Err(InvoiceError::Undecided));
    }

    proptest! {
        #[test]
        fn instalments_sum_to_the_contribution_and_are_never_negative(
            total in 0..10_000_000_000_i64, parts in prop::collection::vec(0..9_u64, 1..12),
        ) {
            let contributions = contributions(total);
            let Ok(invoices) = invoices(&contributions, &instalments(&parts), Unit::Kr) else { return Ok(()) };
            for line in &contributions.lines {
                let own = invoices.iter().filter(|invoice| invoice.member == line.member);
                let amounts: Vec<Ore> = own.map(|invoice| invoice.amount).collect();
                prop_assert!(amounts.iter().all(|amount| !amount.is_negative()));
                prop_assert_eq!(Ore::sum(amounts), Some(line.amount));
            }
        }
    }
}
