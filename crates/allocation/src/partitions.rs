//! Every way to group a county's municipalities into associations, evaluated exactly.
//!
//! The state gives each association a base and a share of the national pool, and the other members match it. More
//! associations bring more bases and more administration, and leave less in the pool. With limits on what
//! municipalities can match, or demands on the smallest association, the best grouping is not obvious. So all are
//! tried: 13 municipalities can be grouped in 27,644,437 ways.
//!
//! Amounts are compared before rounding to whole units, over one common denominator, so equal means equal.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::fraction::Fraction;
use crate::model::{Keys, Need};
use swedish::money::Ore;

mod score;
mod search;
mod table;

/// The most municipalities that are grouped; fifteen can be grouped in 1,382,958,545 ways.
pub const MOST_MUNICIPALITIES: usize = 15;

/// A municipality to be grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The need measure; none when not known.
    pub need: Option<Need>,
    /// Inhabitants 16–64 years; none when not known.
    pub inhabitants: Option<u64>,
    /// The most state money that can be matched for it; none is no limit.
    pub cap: Option<Ore>,
}

/// The country outside the municipalities that are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outside {
    /// How many associations there are.
    pub associations: u32,
    /// Their need measure.
    pub need: Need,
    /// Their inhabitants 16–64 years.
    pub inhabitants: u64,
}

/// What happens to the national pool when the number of associations changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pool {
    /// The total is fixed: every base more or less is taken from or given to the pool that all share.
    #[default]
    Follows,
    /// The pool is what it is with this many associations in the area: need parts are held as they are.
    HeldAt {
        /// The number of associations in the area that the pool is reckoned with.
        associations: u32,
    },
}

/// What makes one grouping better than another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Objective {
    /// Most money for activities in all, when administration is paid.
    #[default]
    Activity,
    /// Most money from the state.
    State,
    /// Smallest distance between the association with the most and the least money for activities.
    Even,
    /// Most money for each inhabitant in the association that has the least.
    Weakest,
}

impl Objective {
    /// Every objective, the default first.
    pub const ALL: [Self; 4] = [Self::Activity, Self::State, Self::Even, Self::Weakest];

    /// The name used in commands.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::State => "state",
            Self::Even => "even",
            Self::Weakest => "weakest",
        }
    }

    /// The objective in Swedish, to be read after "bäst är den som ger".
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::Activity => "mest pengar till verksamhet sammanlagt",
            Self::State => "mest pengar från staten",
            Self::Even => "minst skillnad mellan största och minsta förbundets verksamhet",
            Self::Weakest => "mest verksamhet per invånare i det förbund som har minst",
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The municipalities to be grouped.
    pub municipalities: Vec<Candidate>,
    /// The rest of the country.
    pub outside: Outside,
    /// What the state gives in all.
    pub total: Ore,
    /// What every association gets first.
    pub base: Ore,
    /// The state's keys.
    pub keys: Keys,
    /// How the pool answers.
    pub pool: Pool,
    /// What one association costs to administer.
    pub administration: Ore,
    /// The least money for activities an association may have; none is no demand.
    pub least_activity: Option<Ore>,
    /// The fewest and most associations that are accepted.
    pub associations: (usize, usize),
    /// What is best.
    pub objective: Objective,
}

/// One association of a grouping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// Its municipalities, by their place in the question.
    pub municipalities: Vec<usize>,
    /// The state's amount in öre, before rounding.
    pub state: Fraction,
    /// What is left for activities in öre: everybody's money less administration.
    pub activity: Fraction,
}

/// One way to group the municipalities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Grouping {
    /// Its associations, in the order of their first municipality.
    pub blocks: Vec<Block>,
    /// What the objective says of it: öre, or öre for each inhabitant.
    pub score: Fraction,
    /// How many groupings with the same number of associations are exactly as good.
    pub equally_good: u64,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Groupings evaluated so far.
    pub evaluated: u64,
    /// Groupings there are.
    pub of: u64,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The best grouping; none if no grouping meets the demands. Among equals the first in the order of listing.
    pub best: Option<Grouping>,
    /// The best grouping for each number of associations that is possible, fewest first.
    pub by_count: Vec<Grouping>,
    /// How many groupings are exactly as good as the best, itself included.
    pub equally_good: u64,
    /// How many groupings were evaluated: all there are.
    pub evaluated: u64,
    /// How many of them meet the demands.
    pub admissible: u64,
}

/// Why nothing was searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PartitionError {
    /// Nothing to group.
    #[error("minst en kommun behövs")]
    NoMunicipalities,
    /// Too many to try every way.
    #[error(
        "{count} kommuner kan grupperas på för många sätt; högst {MOST_MUNICIPALITIES} prövas uttömmande"
    )]
    TooMany {
        /// How many there are.
        count: usize,
    },
    /// A figure that counts is not known.
    #[error("uppgift saknas; en saknad uppgift räknas inte som noll")]
    Missing {
        /// The municipality's place.
        place: usize,
        /// Which figure.
        measure: crate::model::Statistic,
    },
    /// A key counts, but there is nothing of it in the whole country.
    #[error("det finns inget att fördela efter")]
    NothingToShareBy,
    /// The bases are more than the total for some number of associations.
    #[error("basbeloppen är större än totalen när området har {associations} förbund")]
    BasesExceedTotal {
        /// The number of associations in the area.
        associations: usize,
    },
    /// An amount is below zero.
    #[error("beloppen får inte vara negativa")]
    Negative,
    /// The figures are too large to be compared exactly.
    #[error("talen är för stora för att räknas exakt")]
    Overflow,
    /// What is to be evaluated leaves a municipality out, or has one twice.
    #[error("varje kommun ska stå i precis en grupp")]
    NotAGrouping,
    /// The caller stopped the search.
    #[error("sökningen avbröts")]
    Stopped,
}

/// Tries every grouping.
///
/// `progress` is called from the working threads, now and then; answer `Break` to stop.
///
/// # Errors
/// When a figure is missing or too large, there are too many municipalities, or the caller stops.
pub fn search(
    question: &Question,
    workers: NonZeroUsize,
    progress: &(dyn Fn(Progress) -> ControlFlow<()> + Sync),
) -> Result<Answer, PartitionError> {
    let tables = table::Tables::new(question)?;
    search::run(question, &tables, workers, progress)
}

/// Evaluates one grouping by the same measures, such as today's; `None` when it does not meet the demands.
///
/// # Errors
/// As [`search`], and when the blocks are not a grouping of the question's municipalities.
pub fn evaluate(question: &Question, blocks: &[Vec<usize>]) -> Result<Option<Grouping>, PartitionError> {
    let tables = table::Tables::new(question)?;
    search::one(question, &tables, blocks)
}

/// The number of ways to group `count` things (Bell's number); `None` above what can be searched.
#[must_use]
pub fn ways(count: usize) -> Option<u64> {
    if count > MOST_MUNICIPALITIES {
        return None;
    }
    // Bell's triangle: each row starts with the last of the row before.
    let mut row = vec![1_u64];
    for _ in 0..count {
        let mut next = vec![row.last().copied()?];
        for above in &row {
            next.push(next.last()?.checked_add(*above)?);
        }
        row = next;
    }
    row.first().copied()
}

#[cfg(test)]
mod tests;
