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
use crate::fill::fill;
use crate::fraction::Fraction;
use crate::strategy::Strategy;
use swedish::money::{Ore, Unit};

mod error;
mod setting;
pub use error::{AllocationError, Statistic};
use setting::Setting;

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

#[cfg(test)]
mod tests;
