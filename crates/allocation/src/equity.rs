//! Reasonable equity: the national staircase as data, and an association's own ceiling.
//!
//! That a staircase exists is known, its steps are not. So it ships empty, says so, and is filled by an
//! administrator with a source for every step. Until then nobody loses a protection because of it.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::model::BasisPoints;
use swedish::money::Ore;

/// Shown wherever the staircase would have been used while it has no steps.
pub const EMPTY_NOTICE: &str = "Egetkapitaltrappans steg är inte inlagda. Ingen skälig nivå kan räknas fram, \
     och inget förbund förlorar spärrens skydd på grund av den.";

/// One step: for yearly contributions in a range, the most equity that is reasonable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The least yearly contributions the step is for.
    pub from_total: Ore,
    /// The contributions at which the next step begins; none for the last step.
    pub to_total: Option<Ore>,
    /// The largest reasonable share of the year's contributions.
    pub max_share: Option<BasisPoints>,
    /// The largest reasonable amount.
    pub max_amount: Option<Ore>,
    /// The first day the step is used.
    pub valid_from: Day,
    /// Where the step is written.
    pub source: String,
}

/// The staircase (sv. egetkapitaltrappan).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staircase {
    steps: Vec<Step>,
}

/// What a limit says about an association's equity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "finding", rename_all = "kebab-case")]
pub enum Finding {
    /// There is no step to judge by.
    NoStep {
        /// What the reader is told.
        notice: &'static str,
    },
    /// The equity itself is not known.
    EquityUnknown,
    /// At or below the limit.
    Within {
        /// The limit.
        limit: Ore,
    },
    /// Above the limit.
    Above {
        /// The limit.
        limit: Ore,
        /// How much above.
        excess: Ore,
    },
}

impl Staircase {
    /// A staircase of steps with a source each.
    #[must_use]
    pub const fn new(steps: Vec<Step>) -> Self {
        Self { steps }
    }

    /// The steps, as they were noted.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Whether nothing can be judged yet.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The step for yearly contributions on a day: the newest of those that fit.
    #[must_use]
    pub fn step(&self, total: Ore, on: Day) -> Option<&Step> {
        self.steps
            .iter()
            .filter(|step| step.valid_from <= on && step.from_total <= total)
            .filter(|step| step.to_total.is_none_or(|to| total < to))
            .max_by_key(|step| step.valid_from)
    }

    /// Judges an association's equity.
    #[must_use]
    pub fn judge(&self, equity: Option<Ore>, total: Ore, on: Day) -> Finding {
        let limit = self.step(total, on).and_then(|step| {
            let by_share = step.max_share.and_then(|share| share_of(total, share));
            match (by_share, step.max_amount) {
                (Some(share), Some(amount)) => Some(share.min(amount)),
                (Some(limit), None) | (None, Some(limit)) => Some(limit),
                (None, None) => None,
            }
        });
        limit.map_or(Finding::NoStep { notice: EMPTY_NOTICE }, |limit| compare(equity, limit))
    }
}

impl Finding {
    /// What the finding means for the brake; `None` when nobody knows.
    #[must_use]
    pub const fn floor_applies(&self) -> Option<bool> {
        match self {
            Self::NoStep { .. } | Self::EquityUnknown => None,
            Self::Within { .. } => Some(true),
            Self::Above { .. } => Some(false),
        }
    }
}

fn compare(equity: Option<Ore>, limit: Ore) -> Finding {
    match equity {
        None => Finding::EquityUnknown,
        Some(equity) if equity <= limit => Finding::Within { limit },
        Some(equity) => {
            Finding::Above { limit, excess: equity.checked_sub(limit).unwrap_or(Ore::new(i64::MAX)) }
        }
    }
}

/// A part of an amount in whole öre, rounded down: a ceiling is not exceeded by rounding.
fn share_of(amount: Ore, share: BasisPoints) -> Option<Ore> {
    let parts = i128::from(amount.ore()).checked_mul(share.get().into())?;
    i64::try_from(parts.div_euclid(10_000)).ok().map(Ore::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tkr(amount: i64) -> Ore {
        Ore::from_tkr(amount).unwrap()
    }

    fn day(year: i16) -> Day {
        Day::new(year, 1, 1).unwrap()
    }

    #[test]
    fn the_shipped_staircase_is_empty_and_says_so() {
        let finding = Staircase::default().judge(Some(tkr(9000)), tkr(1000), day(2025));
        assert_eq!(finding, Finding::NoStep { notice: EMPTY_NOTICE });
        assert_eq!(finding.floor_applies(), None);
    }

    #[test]
    fn the_newest_step_that_fits_decides() {
        let step = |from, to: Option<i64>, share, amount: Option<i64>, year| Step {
            from_total: tkr(from),
            to_total: to.map(tkr),
            max_share: BasisPoints::new(share),
            max_amount: amount.map(tkr),
            valid_from: day(year),
            source: "påhittat för provet".to_owned(),
        };
        let stairs = Staircase::new(vec![
            step(0, Some(5000), 3000, None, 2014),
            step(5000, None, 2000, Some(1500), 2014),
            step(5000, None, 1000, None, 2020),
        ]);
        assert_eq!(stairs.judge(Some(tkr(900)), tkr(3000), day(2016)), Finding::Within { limit: tkr(900) });
        assert_eq!(
            stairs.judge(Some(tkr(1700)), tkr(9000), day(2016)),
            Finding::Above { limit: tkr(1500), excess: tkr(200) }
        );
        assert_eq!(stairs.judge(Some(tkr(1700)), tkr(9000), day(2021)).floor_applies(), Some(false));
        assert_eq!(stairs.judge(None, tkr(9000), day(2021)), Finding::EquityUnknown);
        assert_eq!(stairs.judge(None, tkr(9000), day(2013)), Finding::NoStep { notice: EMPTY_NOTICE });
    }
}
