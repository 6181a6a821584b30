//! What every possible association is worth, for every number of associations, worked out once.
//!
//! There are few possible associations (one for each set of municipalities, 8,191 for 13) and very many groupings
//! of them, so all the exact arithmetic is done here and the search only adds and compares.

use std::cmp::Ordering;

use super::{Objective, PartitionError, Pool, Question};
use crate::fraction::{Fraction, compare_ratios, gcd64};
use crate::model::Statistic;
use swedish::money::Ore;

/// Said of an association that does not meet the demands: one in a sum outweighs all real values.
pub(super) const INADMISSIBLE: i128 = i128::MIN / 64;

/// The values of all sets of municipalities.
pub(super) struct Tables {
    /// For each number of associations (index 0 is one association), for each set: the searched value.
    pub(super) values: Vec<Vec<i128>>,
    /// For [`Objective::Weakest`]: what each rank stands for, in öre for each inhabitant.
    pub(super) ranked: Vec<(i128, i128)>,
    /// What amounts are written over.
    pub(super) denominator: i128,
    states: Vec<Vec<i128>>,
    administration: i128,
}

/// Sums over every set of municipalities.
struct Sums {
    weight: Vec<i128>,
    inhabitants: Vec<i128>,
    cap: Vec<Option<i128>>,
    weight_of_all: i128,
}

impl Tables {
    pub(super) fn new(question: &Question) -> Result<Self, PartitionError> {
        let count = question.municipalities.len();
        if count == 0 {
            return Err(PartitionError::NoMunicipalities);
        }
        if count > super::MOST_MUNICIPALITIES {
            return Err(PartitionError::TooMany { count });
        }
        let amounts = [question.total, question.base, question.administration];
        let least = question.least_activity.unwrap_or(Ore::ZERO);
        if amounts.iter().any(|amount| amount.is_negative()) || least.is_negative() {
            return Err(PartitionError::Negative);
        }
        let sums = Sums::new(question)?;
        let denominator = sums.weight_of_all;
        let overflow = PartitionError::Overflow;
        let in_parts = |amount: Ore| i128::from(amount.ore()).checked_mul(denominator).ok_or(overflow);
        let mut tables = Self {
            values: Vec::with_capacity(count),
            ranked: Vec::new(),
            denominator,
            states: Vec::with_capacity(count),
            administration: in_parts(question.administration)?,
        };
        let base = in_parts(question.base)?;
        let largest = i128::MAX >> 16;
        for associations in 1..=count {
            let pool = pool(question, associations)?;
            let mut states = Vec::with_capacity(sums.weight.len());
            for (weight, cap) in sums.weight.iter().zip(&sums.cap) {
                let ideal = pool.checked_mul(*weight).and_then(|part| part.checked_add(base));
                let ideal = ideal.filter(|ideal| *ideal < largest).ok_or(overflow)?;
                let cap = cap.map(|cap| cap.checked_mul(denominator)).map(|cap| cap.ok_or(overflow));
                states.push(cap.transpose()?.map_or(ideal, |cap| ideal.min(cap)));
            }
            tables.states.push(states);
        }
        if tables.administration >= largest {
            return Err(overflow);
        }
        let least = question.least_activity.map(in_parts).transpose()?;
        tables.fill_values(question.objective, least, &sums.inhabitants);
        Ok(tables)
    }

    fn fill_values(&mut self, objective: Objective, least: Option<i128>, inhabitants: &[i128]) {
        let administration = self.administration;
        let activity = |state: i128| state * 2 - administration;
        let admissible = |state: i128| least.is_none_or(|least| activity(state) >= least);
        self.values = self
            .states
            .iter()
            .map(|states| {
                let value = |state: &i128| {
                    let value = if objective == Objective::State { *state } else { activity(*state) };
                    if admissible(*state) { value } else { INADMISSIBLE }
                };
                states.iter().map(value).collect()
            })
            .collect();
        if objective == Objective::Weakest {
            self.rank(inhabitants);
        }
    }

    /// Replaces values by their rank among all values for each inhabitant: ranks are compared in one step.
    fn rank(&mut self, inhabitants: &[i128]) {
        let ratio = |value: i128, set: usize| {
            (value, inhabitants.get(set).copied().unwrap_or(0).saturating_mul(self.denominator).max(1))
        };
        let mut all: Vec<((i128, i128), usize, usize)> = Vec::new();
        for (associations, values) in self.values.iter().enumerate() {
            for (set, value) in values.iter().enumerate().skip(1) {
                if *value != INADMISSIBLE {
                    all.push((ratio(*value, set), associations, set));
                }
            }
        }
        all.sort_unstable_by(|a, b| compare_ratios(a.0, b.0));
        let mut ranked: Vec<(i128, i128)> = Vec::new();
        for (ratio, associations, set) in all {
            if ranked.last().is_none_or(|last| compare_ratios(*last, ratio) != Ordering::Equal) {
                ranked.push(ratio);
            }
            let rank = i128::try_from(ranked.len() - 1).unwrap_or(i128::MAX);
            if let Some(value) = self.values.get_mut(associations).and_then(|values| values.get_mut(set)) {
                *value = rank;
            }
        }
        self.ranked = ranked;
    }

    /// The state's amount and the money for activities of a set, in öre.
    pub(super) fn money(&self, associations: usize, set: usize) -> Option<(Fraction, Fraction)> {
        let state = *self.states.get(associations.checked_sub(1)?)?.get(set)?;
        let activity = state.checked_mul(2)?.checked_sub(self.administration)?;
        Some((Fraction::new(state, self.denominator)?, Fraction::new(activity, self.denominator)?))
    }
}

impl Sums {
    fn new(question: &Question) -> Result<Self, PartitionError> {
        let overflow = PartitionError::Overflow;
        let keys = question.keys;
        let (mut need, mut inhabitants) = (Vec::new(), Vec::new());
        for (place, candidate) in question.municipalities.iter().enumerate() {
            let missing = |measure| PartitionError::Missing { place, measure };
            let of_need = match (candidate.need, keys.need) {
                (Some(need), _) => need.thousandths(),
                (None, 0) => 0,
                (None, _) => return Err(missing(Statistic::Need)),
            };
            let of_inhabitants = match (candidate.inhabitants, keys.inhabitants, question.objective) {
                (Some(inhabitants), _, _) => inhabitants,
                (None, 0, Objective::Activity | Objective::State | Objective::Even) => 0,
                (None, _, _) => return Err(missing(Statistic::Inhabitants)),
            };
            need.push(of_need);
            inhabitants.push(of_inhabitants);
        }
        let grain = need.iter().fold(question.outside.need.thousandths(), |grain, n| gcd64(grain, *n)).max(1);
        let need: Vec<i128> = need.iter().map(|need| i128::from(need / grain)).collect();
        let inhabitants: Vec<i128> = inhabitants.into_iter().map(i128::from).collect();
        let need_of_all = need.iter().sum::<i128>() + i128::from(question.outside.need.thousandths() / grain);
        let inhabitants_of_all = inhabitants.iter().sum::<i128>() + i128::from(question.outside.inhabitants);
        let common = gcd64(keys.need.into(), keys.inhabitants.into());
        if common == 0 || keys.need > 0 && need_of_all == 0 || keys.inhabitants > 0 && inhabitants_of_all == 0
        {
            return Err(PartitionError::NothingToShareBy);
        }
        let (a, b) = (u64::from(keys.need) / common, u64::from(keys.inhabitants) / common);
        let (a, b) = (i128::from(a), i128::from(b));
        let (by_need, by_inhabitants, weight_of_all) = match (a, b) {
            (_, 0) => (1, 0, need_of_all),
            (0, _) => (0, 1, inhabitants_of_all),
            (_, _) => {
                let product = need_of_all.checked_mul(inhabitants_of_all).ok_or(overflow)?;
                let factors = (a.checked_mul(inhabitants_of_all), b.checked_mul(need_of_all));
                let (Some(x), Some(y)) = factors else { return Err(overflow) };
                (x, y, product.checked_mul(a + b).ok_or(overflow)?)
            }
        };
        let mut single = Vec::with_capacity(need.len());
        for (need, inhabitants) in need.iter().zip(&inhabitants) {
            let parts = (need.checked_mul(by_need), inhabitants.checked_mul(by_inhabitants));
            let (Some(x), Some(y)) = parts else { return Err(overflow) };
            single.push(x.checked_add(y).ok_or(overflow)?);
        }
        let caps: Vec<Option<i128>> =
            question.municipalities.iter().map(|c| c.cap.map(|cap| i128::from(cap.ore()))).collect();
        if caps.iter().flatten().any(|cap| *cap < 0) {
            return Err(PartitionError::Negative);
        }
        let add = |a: i128, b: i128| a.checked_add(b);
        let weight = over_sets(&single, 0, |a, b| add(*a, *b)).ok_or(overflow)?;
        let inhabitants = over_sets(&inhabitants, 0, |a, b| add(*a, *b)).ok_or(overflow)?;
        let cap = over_sets(&caps, Some(0), |a, b| match (a, b) {
            (Some(a), Some(b)) => add(*a, *b).map(Some),
            (_, _) => Some(None),
        });
        Ok(Self { weight, inhabitants, cap: cap.ok_or(overflow)?, weight_of_all })
    }
}

/// The sum of every set, each from the set without its highest member.
fn over_sets<T: Copy>(single: &[T], empty: T, add: impl Fn(&T, &T) -> Option<T>) -> Option<Vec<T>> {
    let mut sums = Vec::with_capacity(1 << single.len());
    sums.push(empty);
    for one in single {
        for set in 0..sums.len() {
            sums.push(add(sums.get(set)?, one)?);
        }
    }
    Some(sums)
}

/// What the country shares by need when the area has this many associations.
fn pool(question: &Question, associations: usize) -> Result<i128, PartitionError> {
    let inside = match question.pool {
        Pool::Follows => i128::try_from(associations).map_err(|_| PartitionError::Overflow)?,
        Pool::HeldAt { associations } => i128::from(associations),
    };
    let bases = (i128::from(question.outside.associations) + inside) * i128::from(question.base.ore());
    let pool = i128::from(question.total.ore()) - bases;
    if pool < 0 { Err(PartitionError::BasesExceedTotal { associations }) } else { Ok(pool) }
}
