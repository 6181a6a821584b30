//! Facts about the register. These shapes are stored for decades: add, never rename.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{BodyId, CaseId};
use crate::subject::Subject;

/// What happened in the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A case was opened.
    CaseOpened {
        /// The case.
        case: CaseId,
        /// Its number as people write it, such as `SVB 2026/14`.
        number: String,
        /// What it is about.
        subject: String,
        /// The day.
        on: Date,
        /// The meetings whose notices and minutes it keeps, when it is such a case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        keeps: Option<Series>,
    },
    /// A document was registered under a case.
    DocumentRegistered(Entry),
    /// A case was closed.
    CaseClosed {
        /// The case.
        case: CaseId,
        /// The day.
        on: Date,
        /// How it ended.
        how: String,
    },
}

impl Event {
    /// Which case it is about.
    pub fn case(&self) -> CaseId {
        match self {
            Self::CaseOpened { case, .. } | Self::CaseClosed { case, .. } => *case,
            Self::DocumentRegistered(entry) => entry.case,
        }
    }
}

/// The meetings of a body in a year, whose papers one case keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Series {
    /// The body.
    pub body: BodyId,
    /// The year of the meetings.
    pub year: i16,
}

/// A document's entry in the register (5 kap. 2 § OSL).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// The case.
    pub case: CaseId,
    /// The running number within the case.
    pub no: u32,
    /// Received, sent or drawn up.
    pub direction: Direction,
    /// The day it was received, sent or drawn up.
    pub dated: Date,
    /// The day it was registered.
    pub registered: Date,
    /// From whom or to whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counterpart: Option<String>,
    /// What it is, in brief.
    pub title: String,
    /// Where in the system its text is made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Paper>,
    /// Secrecy, with the section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<String>,
}

/// Which way a document went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Received (sv. *inkommen*).
    Received,
    /// Sent (sv. *utgående*).
    Sent,
    /// Drawn up (sv. *upprättad*).
    DrawnUp,
}

/// A document that the system itself makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Paper {
    /// Its form.
    pub form: Form,
    /// What it is made from.
    pub of: Subject,
}

/// The forms of documents that the system makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// An application for project funding.
    Application,
    /// The receipt for one.
    Receipt,
    /// A notice of meeting.
    Notice,
    /// Minutes.
    Minutes,
    /// An extract of the minutes.
    Extract,
}
