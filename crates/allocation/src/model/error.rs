//! Why an allocation cannot be made, and what the reader can do about it.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Applicant;
use swedish::money::{Ore, Unit};

/// A figure that the keys need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Statistic {
    /// The need measure.
    Need,
    /// Inhabitants 16–64 years.
    Inhabitants,
}

impl Statistic {
    /// What the figure is called in Swedish.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::Need => "försörjningsmått",
            Self::Inhabitants => "invånare 16–64 år",
        }
    }
}

/// Why there is no allocation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AllocationError {
    /// Nobody to give anything to.
    #[error("det finns inget förbund att fördela till")]
    NoApplicants,
    /// Both keys are zero.
    #[error("båda fördelningsnycklarna är noll")]
    NoKeys,
    /// Figures that count are not known; missing is never taken as zero.
    #[error("uppgifter saknas; en saknad uppgift räknas inte som noll")]
    Missing(Vec<(usize, Statistic)>),
    /// A key counts, but everybody has zero of it.
    #[error("alla förbund har noll i {}, så det går inte att fördela efter det", .0.swedish())]
    NothingToShareBy(Statistic),
    /// The bases are more than the total.
    #[error("basbeloppen för {associations} förbund är större än totalen")]
    BasesExceedTotal {
        /// How many associations there are.
        associations: usize,
    },
    /// The bases and floors that must be kept are more than the total.
    #[error("spärrens golv och basbeloppen kräver {}, men totalen är {}", .floors.to_string(), .total.to_string())]
    FloorsExceedTotal {
        /// What must at least be given.
        floors: Ore,
        /// What there is.
        total: Ore,
    },
    /// An amount that must be whole units is not.
    #[error("{what} är inte ett helt antal {unit}")]
    NotWholeUnits {
        /// Which amount.
        what: &'static str,
        /// The unit's name.
        unit: &'static str,
    },
    /// An amount of one applicant is below zero.
    #[error("{what} är negativt")]
    Negative {
        /// The applicant's place; none for a common amount.
        place: Option<usize>,
        /// Which amount.
        what: &'static str,
    },
    /// The figures are too large to be held exactly.
    #[error("talen är för stora för att räknas exakt")]
    Overflow,
}

/// Every figure that counts and is not known.
pub(super) fn missing(
    applicants: &[Applicant],
    need_counts: bool,
    inhabitants_count: bool,
) -> Vec<(usize, Statistic)> {
    let mut missing = Vec::new();
    for (place, applicant) in applicants.iter().enumerate() {
        if need_counts && applicant.need.is_none() {
            missing.push((place, Statistic::Need));
        }
        if inhabitants_count && applicant.inhabitants.is_none() {
            missing.push((place, Statistic::Inhabitants));
        }
    }
    missing
}

pub(super) fn whole_units(amount: Ore, unit: Unit, what: &'static str) -> Result<i128, AllocationError> {
    if amount.is_negative() {
        return Err(AllocationError::Negative { place: None, what });
    }
    if amount.ore() % unit.ore() != 0 {
        return Err(AllocationError::NotWholeUnits { what, unit: unit.swedish() });
    }
    Ok(i128::from(amount.ore() / unit.ore()))
}

pub(super) fn not_negative(amount: Ore, place: usize, what: &'static str) -> Result<i128, AllocationError> {
    if amount.is_negative() {
        return Err(AllocationError::Negative { place: Some(place), what });
    }
    Ok(i128::from(amount.ore()))
}
