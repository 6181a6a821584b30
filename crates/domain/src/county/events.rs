//! Facts about a county's scenarios and decision papers. These shapes are stored for decades: add, never rename.

use allocation::change::Change;
use allocation::scenario::Country;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{PaperId, ScenarioId};

/// What happened in the county.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A scenario was saved.
    ScenarioSaved {
        /// Its number.
        scenario: ScenarioId,
        /// What it is.
        saved: Saved,
    },
    /// A scenario got another name or description.
    ScenarioNamed {
        /// Its number.
        scenario: ScenarioId,
        /// The name.
        name: String,
        /// What it is for.
        description: String,
    },
    /// A scenario was put aside.
    ScenarioDiscarded(ScenarioId),
    /// A scenario was taken back.
    ScenarioRestored(ScenarioId),
    /// A decision paper was written, or written anew.
    PaperSaved {
        /// Its number.
        paper: PaperId,
        /// What it says.
        content: Content,
    },
    /// A decision paper was put aside.
    PaperDiscarded(PaperId),
    /// A decision paper was taken back.
    PaperRestored(PaperId),
}

/// A scenario with everything it was reckoned from, so that it gives the same figures for ever.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// The name.
    pub name: String,
    /// What it is for.
    #[serde(default)]
    pub description: String,
    /// Where it starts from.
    pub start: Country,
    /// What must be known about the figures: their sources, and which are illustrative.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// The changes, in order.
    pub changes: Vec<Change>,
}

/// What must be known about the figures a scenario starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What kind it is.
    pub kind: NoteKind,
    /// A sentence.
    pub says: String,
}

/// A kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// The figures are made up to show how the model works.
    Illustrative,
    /// Figures that are not known.
    Missing,
    /// Figures that may still change.
    Preliminary,
    /// Where the figures come from.
    Source,
}

/// What a decision paper says.
#[doc(alias = "beslutsunderlag")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The title.
    pub title: String,
    /// Its day, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Its case number, if it has one.
    #[serde(default)]
    pub case_number: String,
    /// The background.
    #[serde(default)]
    pub background: String,
    /// The question to be answered.
    #[serde(default)]
    pub question: String,
    /// The alternatives.
    #[serde(default)]
    pub alternatives: Vec<Alternative>,
    /// How the alternatives are weighed.
    #[serde(default)]
    pub assessment: String,
    /// What is proposed, one clause each (sv. *att-sats*).
    #[serde(default)]
    pub proposal: Vec<String>,
}

/// An alternative in a decision paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The name.
    pub name: String,
    /// What it means.
    #[serde(default)]
    pub description: String,
    /// The scenario whose figures it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<ScenarioId>,
    /// What speaks for it.
    #[serde(default)]
    pub arguments_for: Vec<String>,
    /// What speaks against it.
    #[serde(default)]
    pub arguments_against: Vec<String>,
}
