//! What a recomputation costs: the whole country, and every grouping of thirteen municipalities.
//!
//! The clock is an argument, as everywhere in this crate: the caller hands in a function that returns nanoseconds.
//! The figures are made up but always the same, and sized as the real country.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use serde::Serialize;

use crate::apportion::TieRule;
use crate::contributions::Key;
use crate::model::{BasisPoints, Brake, Keys, Need, Parameters};
use crate::partitions::{Answer, Candidate, Objective, Outside, PartitionError, Pool, Question, search};
use crate::scenario::{Association, Basis, Belongs, Country, Municipality, OutcomeError};
use crate::strategy::Strategy;
use swedish::money::{Ore, Unit};

/// Municipalities in the made-up country.
pub const MUNICIPALITIES: u32 = 290;
/// Associations in the made-up country.
pub const ASSOCIATIONS: u32 = 80;

/// What recomputing the whole country took, in nanoseconds for one recomputation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CountryFigures {
    /// Municipalities.
    pub municipalities: u32,
    /// Associations.
    pub associations: u32,
    /// How many times it was done.
    pub rounds: usize,
    /// The state's model alone, from municipalities to decided amounts: the median.
    pub model_median: u64,
    /// The state's model alone: 99 of 100 took at most this.
    pub model_p99: u64,
    /// The model and what every member pays: the median.
    pub members_median: u64,
    /// The model and what every member pays: 99 of 100 took at most this.
    pub members_p99: u64,
}

/// What trying every grouping took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PartitionFigures {
    /// Municipalities that were grouped.
    pub municipalities: usize,
    /// Groupings that were evaluated.
    pub evaluated: u64,
    /// Threads.
    pub workers: usize,
    /// The time in nanoseconds.
    pub elapsed: u64,
}

/// Recomputes the whole country `rounds` times on the calling thread.
///
/// # Errors
/// When the made-up country cannot be reckoned, which would be a fault.
pub fn country(rounds: usize, clock: impl Fn() -> u64) -> Result<CountryFigures, OutcomeError> {
    let country = made_up_country();
    let mut model = Vec::with_capacity(rounds);
    let mut members = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        let start = clock();
        let run = std::hint::black_box(&country).allocate()?;
        let between = clock();
        let outcome = std::hint::black_box(&country).reckon()?;
        let end = clock();
        std::hint::black_box((run, outcome));
        model.push(between.saturating_sub(start));
        members.push(end.saturating_sub(between));
    }
    model.sort_unstable();
    members.sort_unstable();
    let at = |times: &[u64], percent: usize| times.get(rounds.saturating_mul(percent) / 100).copied();
    Ok(CountryFigures {
        municipalities: MUNICIPALITIES,
        associations: ASSOCIATIONS,
        rounds,
        model_median: at(&model, 50).unwrap_or(0),
        model_p99: at(&model, 99).unwrap_or(0),
        members_median: at(&members, 50).unwrap_or(0),
        members_p99: at(&members, 99).unwrap_or(0),
    })
}

/// Tries every grouping of `municipalities` made-up municipalities.
///
/// # Errors
/// When there are too many of them.
pub fn partitions(
    municipalities: usize,
    objective: Objective,
    workers: NonZeroUsize,
    clock: impl Fn() -> u64,
) -> Result<(PartitionFigures, Answer), PartitionError> {
    let question = made_up_question(municipalities, objective);
    let start = clock();
    let answer = search(&question, workers, &|_| ControlFlow::Continue(()))?;
    let elapsed = clock().saturating_sub(start);
    let figures =
        PartitionFigures { municipalities, evaluated: answer.evaluated, workers: workers.get(), elapsed };
    Ok((figures, answer))
}

/// A county of made-up municipalities, some of which can match little.
#[must_use]
pub fn made_up_question(municipalities: usize, objective: Objective) -> Question {
    let mut numbers = Numbers(7);
    let candidates = (0..municipalities).map(|place| {
        let inhabitants = numbers.between(3000, 20_000);
        Candidate {
            need: Need::from_whole(inhabitants / 8 + numbers.between(0, 300)),
            inhabitants: Some(inhabitants),
            cap: if place % 3 == 0 { Ore::from_tkr(700) } else { None },
        }
    });
    Question {
        municipalities: candidates.collect(),
        outside: Outside {
            associations: 67,
            need: Need::from_thousandths(720_000_000),
            inhabitants: 6_000_000,
        },
        total: tkr(339_000),
        base: tkr(400),
        keys: Keys::default(),
        pool: Pool::Follows,
        administration: tkr(900),
        least_activity: Some(tkr(400)),
        associations: (1, municipalities),
        objective,
    }
}

/// A country of the real size with made-up figures, always the same.
#[must_use]
pub fn made_up_country() -> Country {
    let mut numbers = Numbers(1);
    let region = |place: u32| Belongs::Region(format!("Region {}", place % ASSOCIATIONS / 4 + 1).into());
    let municipalities = (0..MUNICIPALITIES)
        .map(|place| {
            let inhabitants = numbers.between(1500, 60_000);
            Municipality {
                code: format!("{:04}", 100 + place).into(),
                name: format!("Kommun {}", place + 1).into(),
                belongs: Some(region(place)),
                need: Need::from_whole(inhabitants / 8 + numbers.between(0, 900)),
                inhabitants: Some(inhabitants),
                key_inhabitants: Some(inhabitants - inhabitants / 25),
            }
        })
        .collect();
    let associations = (0..ASSOCIATIONS)
        .map(|place| Association {
            name: format!("Förbund {}", place + 1).into(),
            municipalities: (0..MUNICIPALITIES)
                .filter(|municipality| municipality % ASSOCIATIONS == place)
                .filter_map(|municipality| usize::try_from(municipality).ok())
                .collect(),
            previous: Some(tkr(i64::try_from(numbers.between(1500, 6000)).unwrap_or(0))),
            cap: if place % 5 == 0 { Some(tkr(3000)) } else { None },
            floor_applies: Some(place % 7 != 0),
            need_part: None,
            municipal_key: Key::Inhabitants,
            region_key: Key::Inhabitants,
        })
        .collect();
    Country {
        parameters: Parameters {
            total: tkr(339_000),
            base: tkr(400),
            keys: Keys::default(),
            brake: BasisPoints::new(1000).map(|at_most| Brake { at_most, equity_exception: true }),
            strategy: Strategy::Scale,
            unit: Unit::Tkr,
            ties: TieRule::Leave,
        },
        basis: Basis::WholeCountry,
        year: 2025,
        statistics_year: None,
        municipalities,
        associations,
    }
}

fn tkr(amount: i64) -> Ore {
    Ore::from_tkr(amount).unwrap_or_default()
}

/// Numbers that look arbitrary and are always the same.
struct Numbers(u64);

impl Numbers {
    fn between(&mut self, low: u64, high: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        low + (self.0 >> 33) % (high - low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_made_up_country_can_be_reckoned_and_every_bound_is_in_use() {
        let country = made_up_country();
        let outcome = country.reckon().unwrap();
        assert_eq!(outcome.state(), Some(country.parameters.total));
        let run = outcome.run.unwrap();
        for binding in
            [crate::model::Binding::Level, crate::model::Binding::Floor, crate::model::Binding::Cap]
        {
            assert!(run.lines.iter().any(|line| line.binding == binding), "{binding:?}");
        }
        assert!(outcome.associations.iter().all(|association| association.contributions.is_ok()));
    }

    #[test]
    fn figures_come_from_the_callers_clock() {
        let ticks = std::cell::Cell::new(0);
        let clock = || {
            ticks.set(ticks.get() + 5);
            ticks.get()
        };
        let figures = super::country(3, clock).unwrap();
        assert_eq!((figures.model_median, figures.members_p99), (5, 5));
        let (figures, answer) = partitions(7, Objective::Weakest, NonZeroUsize::MIN, clock).unwrap();
        assert_eq!((figures.evaluated, figures.elapsed), (877, 5));
        assert!(answer.best.is_some());
    }
}
