//! The state's allocation: a base for each association and the rest by need and inhabitants, within bounds.
//!
//! ```text
//! pool    = total − associations · base
//! weight  = need key · need/Σneed + inhabitants key · inhabitants/Σinhabitants
//! ideal   = base + pool · weight
//! floor   = (1 − brake) · last year's amount, rounded up to a whole unit, unless equity is above the reasonable
//! cap     = what the other members match, rounded down to a whole unit; law, so it wins over the floor
//! decided = within the bounds, in whole units, summing to the total; spread by a named [`Strategy`]
//! ```

use serde::{Deserialize, Serialize};

use crate::apportion::{Tie, TieRule};
use crate::fill::{Fill, FillError, Held, Line as FillLine, fill};
use crate::fraction::{Fraction, gcd64};
use crate::money::{Ore, Unit};
use crate::strategy::Strategy;

mod error;
pub use error::{AllocationError, Measure};

/// How much each key counts; any whole numbers, usually percentages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keys {
    /// The part by need measure (full-year equivalents, 20–64 years).
    pub need: u32,
    /// The part by inhabitants 16–64 years.
    pub inhabitants: u32,
}

impl Default for Keys {
    fn default() -> Self {
        Self { need: 75, inhabitants: 25 }
    }
}

impl Keys {
    /// The keys for a percentage by need, the rest by inhabitants; nothing above 100.
    #[must_use]
    pub fn from_need_percent(need: u32) -> Option<Self> {
        Some(Self { need, inhabitants: 100_u32.checked_sub(need)? })
    }
}

/// A part of ten thousand, so that percentages with two decimals are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct BasisPoints(u32);

impl BasisPoints {
    /// A part of at most the whole.
    #[must_use]
    pub const fn new(parts: u32) -> Option<Self> {
        if parts <= 10_000 { Some(Self(parts)) } else { None }
    }

    /// How many ten-thousandths.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// As an exact fraction.
    #[must_use]
    pub fn fraction(self) -> Fraction {
        Fraction::new(i128::from(self.0), 10_000).unwrap_or(Fraction::ZERO)
    }
}

impl TryFrom<u32> for BasisPoints {
    type Error = &'static str;

    fn try_from(parts: u32) -> Result<Self, Self::Error> {
        Self::new(parts).ok_or("högst 10 000 tiotusendelar")
    }
}

impl From<BasisPoints> for u32 {
    fn from(parts: BasisPoints) -> Self {
        parts.0
    }
}

/// The rule that an association loses at most a part of last year's amount (sv. spärr).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brake {
    /// The largest decrease; 1000 is ten per cent.
    pub at_most: BasisPoints,
    /// Whether an association with equity above the reasonable level loses the protection.
    pub equity_exception: bool,
}

/// Everything that is the same for all associations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameters {
    /// What the state gives in all.
    pub total: Ore,
    /// What every association gets before need is looked at.
    pub base: Ore,
    /// How need and inhabitants count.
    pub keys: Keys,
    /// The brake, or none when it is switched off.
    pub brake: Option<Brake>,
    /// How money that somebody cannot take is spread.
    pub strategy: Strategy,
    /// The unit that amounts are decided in.
    pub unit: Unit,
    /// What to do about equal remainders.
    pub ties: TieRule,
}

/// A need measure in thousandths of full-year equivalents, so that decimals in a source stay exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Need(u64);

impl Need {
    /// A need measure of so many thousandths.
    #[must_use]
    pub const fn from_thousandths(thousandths: u64) -> Self {
        Self(thousandths)
    }

    /// A whole number of full-year equivalents, or nothing if it cannot be held.
    #[must_use]
    pub const fn from_whole(whole: u64) -> Option<Self> {
        match whole.checked_mul(1000) {
            Some(thousandths) => Some(Self(thousandths)),
            None => None,
        }
    }

    /// How many thousandths.
    #[must_use]
    pub const fn thousandths(self) -> u64 {
        self.0
    }

    /// The sum, or nothing if it cannot be held.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }
}

/// What is known about one association; `None` is not known, or no limit for the cap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// The need measure of its area.
    pub need: Option<Need>,
    /// Inhabitants 16–64 years of its area.
    pub inhabitants: Option<u64>,
    /// What the state decided last year.
    pub previous: Option<Ore>,
    /// The most that can be given, by matching or an equity limit; none means no limit.
    pub cap: Option<Ore>,
    /// Whether the brake protects it; `Some(false)` when equity is above the reasonable level.
    pub floor_applies: Option<bool>,
}

/// What decided an association's amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Binding {
    /// The common level of the strategy.
    Level,
    /// The brake.
    Floor,
    /// The base, below which nobody goes.
    Base,
    /// The cap.
    Cap,
}

/// Why an association has no floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoFloor {
    /// The brake is switched off.
    BrakeOff,
    /// Its equity is above the reasonable level.
    EquityAboveReasonable,
    /// Last year's amount is not known.
    PreviousUnknown,
}

/// One association's result, with every figure that led to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What was known.
    pub applicant: Applicant,
    /// The share of all need, if need counts.
    pub need_share: Option<Fraction>,
    /// The share of all inhabitants, if inhabitants count.
    pub inhabitants_share: Option<Fraction>,
    /// The share of the pool.
    pub weight: Fraction,
    /// Base plus the share of the pool, in öre.
    pub ideal: Fraction,
    /// The brake's floor in whole units, or why there is none.
    pub floor: Result<Ore, NoFloor>,
    /// The cap in whole units; none means no limit.
    pub cap: Option<Ore>,
    /// What decided.
    pub binding: Binding,
    /// The amount before rounding, in öre.
    pub exact: Fraction,
    /// The amount in whole units.
    pub decided: Ore,
    /// Whether it is unknown if equity takes the protection away, so that the main rule was used.
    pub exception_unknown: bool,
}

/// A whole allocation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// What it was made with.
    pub parameters: Parameters,
    /// What is shared by need: the total without the bases.
    pub pool: Ore,
    /// The strategy's level: λ in öre for `scale` and `keep`, the common change in öre for `equal`, öre per
    /// inhabitant for `inhabitants`. None when every cap is reached.
    pub level: Option<Fraction>,
    /// One line for each applicant, in their order.
    pub lines: Vec<Line>,
    /// The settled amounts together.
    pub sum: Ore,
    /// Equal remainders, if they were left undecided.
    pub tie: Option<Tie>,
    /// What a tie leaves undecided.
    pub undecided: Ore,
    /// What nobody can take, or that the strategy does not spread.
    pub left_over: Ore,
}

/// Shares the state's total.
///
/// # Errors
/// When a figure that counts is missing, when the bases or floors need more than the total, or when an amount is
/// negative, is not whole units or cannot be held.
pub fn allocate(parameters: &Parameters, applicants: &[Applicant]) -> Result<Run, AllocationError> {
    let setting = Setting::new(parameters, applicants)?;
    let mut lines = Vec::with_capacity(applicants.len());
    let mut claims = Vec::with_capacity(applicants.len());
    for (place, applicant) in applicants.iter().enumerate() {
        let (line, claim) = setting.line(place, applicant).ok_or(AllocationError::Overflow)??;
        lines.push(line);
        claims.push(claim);
    }
    let filled = fill(&claims, setting.denominator(), setting.total_units, setting.ceiling())
        .map_err(|error| setting.refuse(error))?;
    setting.finish(lines, filled).ok_or(AllocationError::Overflow)
}

/// The sums and common denominators of one allocation.
struct Setting<'a> {
    parameters: &'a Parameters,
    unit: i128,
    total_units: i128,
    base_units: i128,
    pool_units: i128,
    need_factor: i128,
    inhabitants_factor: i128,
    need_sum: i128,
    inhabitants_sum: i128,
    /// Divides every need measure, so that the figures stay as small as they can.
    need_grain: u64,
    weight_sum: i128,
}

impl<'a> Setting<'a> {
    fn new(parameters: &'a Parameters, applicants: &[Applicant]) -> Result<Self, AllocationError> {
        let (need_key, inhabitants_key) =
            (u64::from(parameters.keys.need), parameters.keys.inhabitants.into());
        if applicants.is_empty() {
            return Err(AllocationError::NoApplicants);
        }
        let missing = error::missing(applicants, need_key > 0, inhabitants_key > 0);
        if !missing.is_empty() {
            return Err(AllocationError::Missing(missing));
        }
        let unit = i128::from(parameters.unit.ore());
        let total_units = error::whole_units(parameters.total, parameters.unit, "totalen")?;
        let base_units = error::whole_units(parameters.base, parameters.unit, "basbeloppet")?;
        let count = i128::try_from(applicants.len()).map_err(|_| AllocationError::Overflow)?;
        let bases = base_units.checked_mul(count).ok_or(AllocationError::Overflow)?;
        if bases > total_units {
            return Err(AllocationError::BasesExceedTotal { associations: applicants.len() });
        }
        let grain =
            applicants.iter().filter_map(|a| a.need).fold(0, |grain, need| gcd64(grain, need.0)).max(1);
        let need_sum: i128 = applicants.iter().filter_map(|a| a.need).map(|n| i128::from(n.0 / grain)).sum();
        let inhabitants_sum: i128 = applicants.iter().filter_map(|a| a.inhabitants).map(i128::from).sum();
        if need_key > 0 && need_sum == 0 {
            return Err(AllocationError::NothingToShareBy(Measure::Need));
        }
        if inhabitants_key > 0 && inhabitants_sum == 0 {
            return Err(AllocationError::NothingToShareBy(Measure::Inhabitants));
        }
        let common = gcd64(need_key, inhabitants_key);
        if common == 0 {
            return Err(AllocationError::NoKeys);
        }
        // weight = (a·need·P + b·inhabitants·S) / ((a + b)·S·P), and simpler when only one key counts.
        let (a, b) = (i128::from(need_key / common), i128::from(inhabitants_key / common));
        let factors = match (a, b) {
            (_, 0) => Some((1, 0, need_sum)),
            (0, _) => Some((0, 1, inhabitants_sum)),
            (_, _) => {
                let sums = need_sum.checked_mul(inhabitants_sum);
                match (a.checked_mul(inhabitants_sum), b.checked_mul(need_sum), sums) {
                    (Some(x), Some(y), Some(sums)) => sums.checked_mul(a + b).map(|sum| (x, y, sum)),
                    (_, _, _) => None,
                }
            }
        };
        let (need_factor, inhabitants_factor, weight_sum) = factors.ok_or(AllocationError::Overflow)?;
        Ok(Self {
            parameters,
            unit,
            total_units,
            base_units,
            pool_units: total_units - bases,
            need_factor,
            inhabitants_factor,
            need_sum,
            inhabitants_sum,
            need_grain: grain,
            weight_sum,
        })
    }

    /// The denominator that the strategy's lines are written over.
    fn denominator(&self) -> i128 {
        match self.parameters.strategy {
            Strategy::Scale | Strategy::Keep => 1,
            Strategy::Equal | Strategy::Inhabitants => self.weight_sum,
        }
    }

    /// Without redistribution the need part is never scaled up.
    fn ceiling(&self) -> Option<(i128, i128)> {
        match self.parameters.strategy {
            Strategy::Keep => Some((self.pool_units, self.weight_sum)),
            Strategy::Scale | Strategy::Equal | Strategy::Inhabitants => None,
        }
    }

    /// One applicant's figures before anything is spread, and its claim; `None` when they cannot be held.
    fn line(&self, place: usize, applicant: &Applicant) -> Option<Result<(Line, FillLine), AllocationError>> {
        let need = applicant.need.map_or(0, |need| i128::from(need.0 / self.need_grain));
        let inhabitants = i128::from(applicant.inhabitants.unwrap_or(0));
        let weight = need
            .checked_mul(self.need_factor)?
            .checked_add(inhabitants.checked_mul(self.inhabitants_factor)?)?;
        let ideal = self
            .base_units
            .checked_mul(self.weight_sum)?
            .checked_add(self.pool_units.checked_mul(weight)?)?;
        let cap = match applicant.cap.map(|cap| error::not_negative(cap, place, "taket")) {
            Some(Err(error)) => return Some(Err(error)),
            Some(Ok(cap)) => Some(cap.div_euclid(self.unit)),
            None => None,
        };
        let floor = match self.floor(place, applicant)? {
            Ok(floor) => floor,
            Err(error) => return Some(Err(error)),
        };
        let low = self.base_units.max(floor.unwrap_or(0));
        let low = cap.map_or(low, |cap| low.min(cap));
        let (start, slope) = match self.parameters.strategy {
            Strategy::Scale | Strategy::Keep => (self.base_units, weight),
            Strategy::Equal => (ideal, 1),
            Strategy::Inhabitants => (ideal, inhabitants),
        };
        let line = Line {
            applicant: *applicant,
            need_share: if self.need_factor > 0 { Fraction::new(need, self.need_sum) } else { None },
            inhabitants_share: if self.inhabitants_factor > 0 {
                Fraction::new(inhabitants, self.inhabitants_sum)
            } else {
                None
            },
            weight: Fraction::new(weight, self.weight_sum)?,
            ideal: Fraction::new(ideal.checked_mul(self.unit)?, self.weight_sum)?,
            floor: match floor {
                Ok(units) => Ok(self.ore(units)?),
                Err(reason) => Err(reason),
            },
            cap: match cap {
                Some(units) => Some(self.ore(units)?),
                None => None,
            },
            binding: Binding::Level,
            exact: Fraction::ZERO,
            decided: Ore::ZERO,
            exception_unknown: floor.is_ok()
                && applicant.floor_applies.is_none()
                && self.parameters.brake.is_some_and(|brake| brake.equity_exception),
        };
        Some(Ok((line, FillLine { start, slope, low, high: cap })))
    }

    /// The brake's floor in whole units, or why there is none; `None` when it cannot be held.
    fn floor(
        &self,
        place: usize,
        applicant: &Applicant,
    ) -> Option<Result<Result<i128, NoFloor>, AllocationError>> {
        let Some(brake) = self.parameters.brake else { return Some(Ok(Err(NoFloor::BrakeOff))) };
        if brake.equity_exception && applicant.floor_applies == Some(false) {
            return Some(Ok(Err(NoFloor::EquityAboveReasonable)));
        }
        let Some(previous) = applicant.previous else { return Some(Ok(Err(NoFloor::PreviousUnknown))) };
        let previous = match error::not_negative(previous, place, "föregående års belopp") {
            Ok(previous) => previous,
            Err(error) => return Some(Err(error)),
        };
        let kept = i128::from(10_000 - brake.at_most.get());
        let whole = self.unit.checked_mul(10_000)?;
        let units = previous.checked_mul(kept)?.checked_add(whole - 1)?.div_euclid(whole);
        Some(Ok(Ok(units)))
    }

    fn ore(&self, units: i128) -> Option<Ore> {
        i64::try_from(units.checked_mul(self.unit)?).ok().map(Ore::new)
    }

    fn refuse(&self, error: FillError) -> AllocationError {
        match error {
            FillError::BoundsExceedTarget { bounds } => match self.ore(bounds) {
                Some(floors) => AllocationError::FloorsExceedTotal { floors, total: self.parameters.total },
                None => AllocationError::Overflow,
            },
            FillError::Overflow => AllocationError::Overflow,
        }
    }

    /// Puts the level and the amounts into the lines.
    fn finish(&self, mut lines: Vec<Line>, fill: Fill) -> Option<Run> {
        let mut sum: i128 = 0;
        let mut tie = fill.tie;
        let mut listed: Vec<usize> = Vec::new();
        if self.parameters.ties == TieRule::Listed
            && let Some(tied) = tie.take()
        {
            listed = tied.candidates.into_iter().take(usize::try_from(tied.units).ok()?).collect();
        }
        for (place, (line, part)) in lines.iter_mut().zip(&fill.parts).enumerate() {
            let whole = part.whole.checked_add(i128::from(listed.contains(&place)))?;
            line.decided = self.ore(whole)?;
            line.exact = Fraction::new(part.exact.checked_mul(self.unit)?, fill.denominator)?;
            line.binding = match (part.held, line.floor) {
                (Held::Free, _) => Binding::Level,
                (Held::High, _) => Binding::Cap,
                (Held::Low, Ok(floor)) if floor == line.decided => Binding::Floor,
                (Held::Low, _) if line.cap == Some(line.decided) => Binding::Cap,
                (Held::Low, _) => Binding::Base,
            };
            sum = sum.checked_add(whole)?;
        }
        let undecided = tie.as_ref().map_or(0, |tie| i128::from(tie.units));
        let level = match (fill.level, self.parameters.strategy) {
            (None, _) => None,
            (Some((rise, over)), Strategy::Scale | Strategy::Keep) => {
                Some(Fraction::new(rise.checked_mul(self.weight_sum)?.checked_mul(self.unit)?, over)?)
            }
            (Some((rise, over)), Strategy::Equal | Strategy::Inhabitants) => {
                Some(Fraction::new(rise.checked_mul(self.unit)?, over.checked_mul(self.weight_sum)?)?)
            }
        };
        Some(Run {
            parameters: *self.parameters,
            pool: self.ore(self.pool_units)?,
            level,
            lines,
            sum: self.ore(sum)?,
            tie,
            undecided: self.ore(undecided)?,
            left_over: self.ore(self.total_units.checked_sub(sum)?.checked_sub(undecided)?)?,
        })
    }
}

#[cfg(test)]
mod tests;
