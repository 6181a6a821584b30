//! Facts about a year of national figures. These shapes are stored for decades: add, never rename.

use allocation::equity::Staircase;
use allocation::statistics::Series;
use serde::{Deserialize, Serialize};
use swedish::money::Ore;

/// What happened to the year's figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A series was read in; the one before it, of the same measure, no longer stands.
    SeriesImported(Imported),
    /// The country was divided into associations.
    DivisionNoted(Division),
    /// The equity staircase was noted; the one before it no longer stands.
    StaircaseNoted(Staircase),
}

/// A series as it was read in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// The figures, with their source.
    pub series: Series,
    /// The name of the file they came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Whether they are made up to show how the model works.
    #[serde(default)]
    pub illustrative: bool,
}

/// How the country is divided into associations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Division {
    /// The associations.
    pub associations: Vec<Area>,
    /// Where it is stated.
    pub source: String,
    /// Whether it is made up to show how the model works.
    #[serde(default)]
    pub illustrative: bool,
}

/// An association in the country's division, and what is known of its state money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// The association's name.
    pub name: String,
    /// The codes of its municipalities.
    pub municipalities: Vec<String>,
    /// The state's amount the year before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Ore>,
    /// The most that the other members match.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Ore>,
    /// Whether the brake protects it; when that is not said, the equity and the staircase tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_applies: Option<bool>,
    /// Its equity, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<Ore>,
    /// What all its members contribute in a year, where known: what the equity is held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contributions: Option<Ore>,
}
