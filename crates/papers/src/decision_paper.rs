//! What a board needs to choose between ways to organise: the question, the alternatives, their figures.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::figures::{Basis, Figures};
use crate::{Appendix, Decision};

/// The basis for a decision.
#[doc(alias = "beslutsunderlag")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionPaper {
    /// Whose paper it is: an association, or the county of several.
    pub area: String,
    /// The associations it concerns.
    pub associations: Vec<String>,
    /// What it is about.
    pub title: String,
    /// The day it was written.
    pub dated: Date,
    /// Its number in the case register, once registered.
    pub case_number: Option<String>,
    /// Who prepared it, by name or by office held.
    pub prepared_by: Option<String>,
    /// What led to the question, one string for each paragraph of text.
    pub background: Vec<String>,
    /// What is to be decided.
    pub question: String,
    /// The ways to choose between.
    pub alternatives: Vec<Alternative>,
    /// Where the figures of the alternatives come from; nothing when none has figures.
    pub basis: Option<Basis>,
    /// How the alternatives are weighed, one string for each paragraph of text.
    pub assessment: Vec<String>,
    /// The decision as the board would take it.
    pub proposal: Decision,
    /// What is attached.
    pub appendices: Vec<Appendix>,
}

/// One way to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// What it is called.
    pub name: String,
    /// What it means, one string for each paragraph of text.
    pub description: Vec<String>,
    /// What it does to the money; nothing when that has not been reckoned.
    pub figures: Option<Figures>,
    /// What speaks for it.
    pub arguments_for: Vec<String>,
    /// What speaks against it.
    pub arguments_against: Vec<String>,
}
