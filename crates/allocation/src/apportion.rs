//! Sharing a whole number of units by weight, by a named method, with a tie as an answer.
//!
//! No method here ever picks between equals: who is first in a list, an alphabet or a memory must not decide
//! about money. The caller resolves a tie by the bylaws, by lot, or by asking a person.

use std::cmp::{Ordering, Reverse};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::fraction::{Fraction, compare_ratios};
use swedish::money::{Ore, Unit};

/// How units that do not divide evenly are shared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Everyone gets the whole part of the exact share; the largest remainders get the rest.
    #[default]
    LargestRemainder,
    /// Highest averages with divisors 1, 3, 5, …; impartial between large and small.
    SainteLague,
    /// Highest averages with divisors 1, 2, 3, …; favours the large.
    DHondt,
}

impl Method {
    /// The method's Swedish name.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::LargestRemainder => "största restens metod",
            Self::SainteLague => "uddatalsmetoden",
            Self::DHondt => "heltalsmetoden",
        }
    }
}

/// Several have exactly the same claim to fewer units than they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// The places, in the order of the weights, whose claims are equal.
    pub candidates: Vec<usize>,
    /// How many units there are; each candidate can get at most one.
    pub units: u64,
}

/// The shares in whole units, and what is left undecided by a tie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Apportionment {
    /// The settled units, in the order of the weights.
    pub units: Vec<u64>,
    /// The units that nobody has a better claim to than somebody else.
    pub tie: Option<Tie>,
}

/// Why nothing could be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ApportionError {
    /// Units to share, but nobody with a weight.
    #[error("ingen har någon vikt att fördela efter")]
    NoWeight,
    /// The numbers are too large to be held exactly.
    #[error("talen är för stora för att räknas exakt")]
    Overflow,
    /// Those named to win a tie are not that many different candidates of it.
    #[error("de utpekade är inte rätt antal av dem som har lika rest")]
    NotTheCandidates,
}

/// How a caller wants ties to be met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TieRule {
    /// Leave the units undecided and say so.
    #[default]
    Leave,
    /// Give them in the order listed, for a list whose order was itself decided (by lot or by the bylaws).
    Listed,
}

impl Apportionment {
    /// Gives the tied units to the named candidates.
    ///
    /// # Errors
    /// When the winners are not exactly as many different candidates as there are units.
    pub fn resolve(mut self, winners: &[usize]) -> Result<Vec<u64>, ApportionError> {
        let Some(tie) = self.tie else {
            return if winners.is_empty() { Ok(self.units) } else { Err(ApportionError::NotTheCandidates) };
        };
        let mut distinct = winners.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        let right_number = u64::try_from(distinct.len()) == Ok(tie.units) && distinct.len() == winners.len();
        if !right_number || !distinct.iter().all(|winner| tie.candidates.contains(winner)) {
            return Err(ApportionError::NotTheCandidates);
        }
        for winner in distinct {
            let units = self.units.get_mut(winner).ok_or(ApportionError::NotTheCandidates)?;
            *units = units.checked_add(1).ok_or(ApportionError::Overflow)?;
        }
        Ok(self.units)
    }

    /// Applies a rule for ties; what it leaves is still a tie.
    #[must_use]
    pub fn under(mut self, rule: TieRule) -> Self {
        if rule == TieRule::Listed
            && let Some(tie) = self.tie.take()
        {
            let winners = usize::try_from(tie.units).unwrap_or(usize::MAX);
            for winner in tie.candidates.iter().take(winners) {
                if let Some(units) = self.units.get_mut(*winner) {
                    *units = units.saturating_add(1);
                }
            }
        }
        self
    }
}

/// Shares `total` units by `weights`.
///
/// # Errors
/// When nobody has a weight, or the numbers are too large.
pub fn apportion(total: u64, weights: &[u64], method: Method) -> Result<Apportionment, ApportionError> {
    let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    if total == 0 {
        return Ok(Apportionment { units: vec![0; weights.len()], tie: None });
    }
    if sum == 0 {
        return Err(ApportionError::NoWeight);
    }
    match method {
        Method::LargestRemainder => largest_remainder(total, weights, sum),
        Method::SainteLague => highest_averages(total, weights, sum, Divisors { step: 2, first: 1 }),
        Method::DHondt => highest_averages(total, weights, sum, Divisors { step: 1, first: 1 }),
    }
}

/// An amount shared in whole units of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Split {
    /// The settled parts, in the order of the weights.
    pub parts: Vec<Ore>,
    /// Each one's exact claim in öre, before rounding.
    pub exact: Vec<Fraction>,
    /// Equal claims to what is left, if any.
    pub tie: Option<Tie>,
    /// What the tie leaves undecided.
    pub undecided: Ore,
}

/// Shares an amount of whole `unit`s by `weights`, with largest remainder.
///
/// # Errors
/// When the amount is negative or not a whole number of units, or as [`apportion`].
pub fn split(amount: Ore, weights: &[u64], unit: Unit, rule: TieRule) -> Result<Split, ApportionError> {
    let units = u64::try_from(amount.ore() / unit.ore()).map_err(|_| ApportionError::Overflow)?;
    if amount.ore() % unit.ore() != 0 {
        return Err(ApportionError::Overflow);
    }
    let shared = apportion(units, weights, Method::LargestRemainder)?.under(rule);
    let in_ore =
        |units: u64| i64::try_from(units).ok().and_then(|units| units.checked_mul(unit.ore())).map(Ore::new);
    let parts: Option<Vec<Ore>> = shared.units.iter().map(|units| in_ore(*units)).collect();
    let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    let sum = i128::try_from(sum.max(1)).map_err(|_| ApportionError::Overflow)?;
    let exact: Option<Vec<Fraction>> = weights
        .iter()
        .map(|weight| Fraction::new(i128::from(amount.ore()).checked_mul(i128::from(*weight))?, sum))
        .collect();
    let undecided = shared.tie.as_ref().map_or(Some(Ore::ZERO), |tie| in_ore(tie.units));
    match (parts, exact, undecided) {
        (Some(parts), Some(exact), Some(undecided)) => Ok(Split { parts, exact, tie: shared.tie, undecided }),
        (_, _, _) => Err(ApportionError::Overflow),
    }
}

fn largest_remainder(total: u64, weights: &[u64], sum: u128) -> Result<Apportionment, ApportionError> {
    let mut units = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    let mut left = total;
    for (place, weight) in weights.iter().enumerate() {
        let (whole, remainder) = divide(total, *weight, sum).ok_or(ApportionError::Overflow)?;
        left = left.checked_sub(whole).ok_or(ApportionError::Overflow)?;
        units.push(whole);
        remainders.push((remainder, place));
    }
    let tie = give_to_largest(&mut remainders, left, |place| {
        if let Some(units) = units.get_mut(place) {
            *units = units.saturating_add(1);
        }
    });
    Ok(Apportionment { units, tie })
}

/// The whole part and remainder of `total · weight / sum`; machine-size numbers divide much faster.
fn divide(total: u64, weight: u64, sum: u128) -> Option<(u64, u128)> {
    if let (Some(product), Ok(sum)) = (total.checked_mul(weight), u64::try_from(sum)) {
        return Some((product.checked_div(sum)?, u128::from(product.checked_rem(sum)?)));
    }
    // Two 64-bit numbers always fit: the product cannot overflow.
    let product = u128::from(total) * u128::from(weight);
    Some((u64::try_from(product.checked_div(sum)?).ok()?, product.checked_rem(sum)?))
}

/// Gives one unit each to the largest remainders; equal ones at the border are a tie.
pub(crate) fn give_to_largest<R: Ord + Copy>(
    remainders: &mut [(R, usize)],
    left: u64,
    mut give: impl FnMut(usize),
) -> Option<Tie> {
    let count = usize::try_from(left).unwrap_or(usize::MAX);
    if count == 0 {
        return None;
    }
    remainders.sort_unstable_by_key(|(remainder, place)| (Reverse(*remainder), *place));
    let last = remainders.get(count - 1).map(|(remainder, _)| *remainder);
    let next = remainders.get(count).map(|(remainder, _)| *remainder);
    let border = if last.is_some() && last == next { last } else { None };
    let mut given = 0;
    for (remainder, place) in remainders.iter().take(count) {
        if Some(*remainder) != border {
            give(*place);
            given += 1;
        }
    }
    border.map(|border| Tie {
        candidates: remainders
            .iter()
            .filter(|(remainder, _)| *remainder == border)
            .map(|(_, place)| *place)
            .collect(),
        units: left.saturating_sub(given),
    })
}

/// The divisors of a highest-averages method: `first`, `first + step`, …
#[derive(Clone, Copy)]
struct Divisors {
    step: i128,
    first: i128,
}

impl Divisors {
    /// What the weight is divided by to win one more than `units`.
    fn next(self, units: u64) -> i128 {
        i128::from(units) * self.step + self.first
    }

    /// What the weight was divided by to win the last of `units`.
    fn last(self, units: u64) -> Option<i128> {
        Some(self.next(units.checked_sub(1)?))
    }
}

/// Starts near the exact shares and corrects at most one unit per participant, best claim first.
fn highest_averages(
    total: u64,
    weights: &[u64],
    sum: u128,
    divisors: Divisors,
) -> Result<Apportionment, ApportionError> {
    let mut units = Vec::with_capacity(weights.len());
    for weight in weights {
        let product = u128::from(total) * u128::from(*weight);
        let (whole, rest) = (product / sum, product % sum);
        // Odd divisors round at the half, whole divisors round down.
        let up = divisors.step == 2 && rest >= sum - rest;
        units.push(u64::try_from(whole + u128::from(up)).map_err(|_| ApportionError::Overflow)?);
    }
    let mut given: u128 = units.iter().map(|units| u128::from(*units)).sum();
    let wanted = u128::from(total);
    while given > wanted {
        let equal = extremes(weights, &units, Ordering::Less, |units| divisors.last(units));
        let over = given - wanted;
        let count = equal.len() as u128;
        for place in &equal {
            if let Some(units) = units.get_mut(*place) {
                *units = units.saturating_sub(1);
            }
        }
        if count > over {
            let left = u64::try_from(count - over).map_err(|_| ApportionError::Overflow)?;
            return Ok(Apportionment { units, tie: Some(Tie { candidates: equal, units: left }) });
        }
        given -= count;
    }
    while given < wanted {
        let equal = extremes(weights, &units, Ordering::Greater, |units| Some(divisors.next(units)));
        let left = wanted - given;
        let count = equal.len() as u128;
        if count > left {
            let left = u64::try_from(left).map_err(|_| ApportionError::Overflow)?;
            return Ok(Apportionment { units, tie: Some(Tie { candidates: equal, units: left }) });
        }
        for place in &equal {
            if let Some(units) = units.get_mut(*place) {
                *units = units.saturating_add(1);
            }
        }
        given += count;
    }
    Ok(Apportionment { units, tie: None })
}

/// The places whose average is the largest (or the smallest), all of them if several are equal.
fn extremes(
    weights: &[u64],
    units: &[u64],
    wanted: Ordering,
    divisor: impl Fn(u64) -> Option<i128>,
) -> Vec<usize> {
    let mut best: Vec<usize> = Vec::new();
    let mut record: Option<(i128, i128)> = None;
    for (place, (weight, units)) in weights.iter().zip(units).enumerate() {
        let Some(divisor) = divisor(*units) else { continue };
        if *weight == 0 {
            continue;
        }
        let average = (i128::from(*weight), divisor);
        let order = record.map_or(wanted, |record| compare_ratios(average, record));
        if order == wanted {
            best = vec![place];
            record = Some(average);
        } else if order == Ordering::Equal {
            best.push(place);
        }
    }
    best
}

#[cfg(test)]
mod tests;
