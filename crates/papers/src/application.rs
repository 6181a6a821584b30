//! A request for money for an initiative.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use swedish::money::Ore;

use crate::{Association, Contact, Signature};

/// An application for project funding.
#[doc(alias = "ansökan om projektmedel")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// The association that is asked.
    pub association: Association,
    /// Its number in the case register, once registered.
    pub case_number: Option<String>,
    /// The day it came in.
    pub received_on: Option<Date>,
    /// The day it was written.
    pub dated: Date,
    /// The name of the initiative.
    pub title: String,
    /// What it is in a few sentences, one string for each paragraph of text.
    pub summary: Vec<String>,
    /// Aimed at individuals or at how the members work together.
    pub orientation: Orientation,
    /// Who answers questions about it.
    pub applicant: Contact,
    /// The member that carries it and receives the money.
    #[doc(alias = "huvudman")]
    pub carrying_member: String,
    /// When it runs.
    pub period: Period,
    /// How much is asked of the association in all.
    pub requested: Ore,
    /// What the form asks and what was answered, part by part.
    pub parts: Vec<Part>,
    /// Who signs for the carrying member.
    pub signatory: Signature,
}

/// What an initiative works on.
#[doc(alias = "inriktning")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// People get something.
    #[doc(alias = "individinriktad")]
    Individual,
    /// The parties' way of working together is changed.
    #[doc(alias = "strukturövergripande")]
    Structural,
}

impl Orientation {
    /// The word used in the national follow-up.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Individual => "Individinriktad",
            Self::Structural => "Strukturövergripande",
        }
    }
}

/// From and including, to and including.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// A part of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What it is called.
    pub title: String,
    /// What is asked in it.
    pub answers: Vec<Answer>,
}

/// What is asked in the form, and the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What is asked, as a heading.
    pub asked: String,
    /// The answer as given.
    pub answer: Given,
}

/// An answer; an empty one is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// Running text, one string for each paragraph.
    Prose(Vec<String>),
    /// One or several of what could be chosen.
    Names(Vec<String>),
    /// An amount for each year.
    Amounts(Vec<YearAmount>),
}

impl Given {
    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Prose(it) | Self::Names(it) => it.is_empty(),
            Self::Amounts(it) => it.is_empty(),
        }
    }
}

/// An amount for a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearAmount {
    /// The year.
    pub year: i16,
    /// The amount.
    pub amount: Ore,
}
