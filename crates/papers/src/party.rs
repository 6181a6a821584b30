//! The parts that several papers share: who issues, who signs, what is attached.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The association that issues the paper.
#[doc(alias = "samordningsförbund")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Association {
    /// Its full name: "Samordningsförbundet Umeåregionen".
    pub name: String,
    /// Where it has its seat.
    pub seat: String,
    /// Ten digits with a hyphen, when registered.
    pub org_number: Option<String>,
}

/// What is asked of the body in one matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A decision is to be taken.
    #[doc(alias = "beslut")]
    Decision,
    /// The body is told something.
    #[doc(alias = "information")]
    Information,
    /// The members are consulted, or an answer to a consultation is given.
    #[doc(alias = "samråd")]
    Consultation,
    /// Somebody is elected.
    #[doc(alias = "val")]
    Election,
}

impl Kind {
    /// The word that stands at the item.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Decision => "Beslut",
            Self::Information => "Information",
            Self::Consultation => "Samråd",
            Self::Election => "Val",
        }
    }
}

/// Someone named together with whom they sit or speak for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// First and last name.
    pub name: String,
    /// The member or organisation they come from.
    pub from: Option<String>,
    /// Office held: "ordförande", "förbundschef".
    pub role: Option<String>,
}

/// Where a question about the paper can be put.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// First and last name.
    pub name: String,
    /// The organisation.
    pub organisation: Option<String>,
    /// Office held.
    pub role: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number as it is written.
    pub phone: Option<String>,
}

/// A line for a signature, or the note that it has been given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Who signs.
    pub name: String,
    /// In which capacity: "Ordförande", "Justerare".
    pub role: String,
    /// Set when the signature is already given; otherwise a line is drawn to sign on.
    pub signed: Option<Signed>,
}

/// How and when a signature was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// The day it was given.
    pub on: Date,
    /// How: "elektroniskt", "på papper".
    pub how: String,
}

/// Something attached.
#[doc(alias = "bilaga")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appendix {
    /// The number it is referred to by: "Bilaga 3".
    pub number: u32,
    /// What it is, when that is not clear from the matter.
    pub title: Option<String>,
}
