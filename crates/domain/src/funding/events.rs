//! Facts about the association's money. These shapes are stored for decades: add, never rename.

use allocation::asking_round::What;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::association::events::ContributionTerms;
use crate::ids::MemberId;
use swedish::money::Ore;

/// What happened to the money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A step of the yearly round with the state.
    StepNoted {
        /// The year that the money is for.
        year: i16,
        /// When it happened.
        on: Date,
        /// What happened.
        what: What,
        /// Where it is stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    },
    /// The inhabitants that a year's key counts.
    KeyFiguresNoted(KeyFigures),
    /// What the members contribute in a year was fixed.
    ContributionsFixed(Box<Fixed>),
    /// What the members contributed in an earlier year was noted.
    ContributionsNoted(Noted),
    /// Assets and liabilities on a day.
    PositionNoted(Position),
}

impl Event {
    /// Which year's money it is about.
    pub fn year(&self) -> i16 {
        match self {
            Self::StepNoted { year, .. } => *year,
            Self::KeyFiguresNoted(figures) => figures.year,
            Self::ContributionsFixed(fixed) => fixed.year,
            Self::ContributionsNoted(noted) => noted.year,
            Self::PositionNoted(position) => position.on.year(),
        }
    }
}

/// The inhabitants that the key of a year counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyFigures {
    /// The year that the contributions are for.
    pub year: i16,
    /// The day they were counted on.
    pub on: Date,
    /// Where they are stated.
    pub source: String,
    /// The figures; who is not here has no known figure.
    pub counts: Vec<Count>,
}

/// One member's inhabitants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The member.
    pub member: MemberId,
    /// How many.
    pub inhabitants: u64,
}

/// What one member contributes in a year.
#[doc(alias = "bidrag")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// The member.
    pub member: MemberId,
    /// The amount, to the öre.
    pub amount: Ore,
}

/// The contributions of a year, as they were decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fixed {
    /// The year.
    pub year: i16,
    /// The day of the decision.
    pub on: Date,
    /// Where the decision stands.
    pub source: String,
    /// What each pays.
    pub amounts: Vec<Contribution>,
    /// What it was worked out from; none when it was decided otherwise, or long ago.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

/// Everything that contributions are worked out from: later changes of figures do not reach it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Basis {
    /// What the state gives.
    pub state: Ore,
    /// The member that pays it: Försäkringskassan.
    pub payer: MemberId,
    /// The regions.
    pub regions: Vec<MemberId>,
    /// The municipalities.
    pub municipalities: Vec<MemberId>,
    /// The keys of the bylaws, where they have any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<ContributionTerms>,
    /// The inhabitants, where they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<KeyFigures>,
}

/// What the members contributed in an earlier year, as a source says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// The year.
    pub year: i16,
    /// Where it is stated.
    pub source: String,
    /// What each paid; below zero when money was paid back.
    pub amounts: Vec<Contribution>,
}

/// What the association owned and owed on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The day.
    pub on: Date,
    /// What it owned.
    pub assets: Ore,
    /// What it owed.
    pub liabilities: Ore,
    /// Where it is stated.
    pub source: String,
}
