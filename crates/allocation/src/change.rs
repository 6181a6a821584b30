//! Changes to a country: merge, split, move, new, and other parameters; several at once, in order.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::model::{Brake, Keys, Need};
use crate::scenario::Country;
use crate::strategy::Strategy;
use swedish::money::Ore;

mod working;
use working::Working;

/// A part of an association that is split.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The new association's name.
    pub name: String,
    /// Its municipalities, by code or name.
    pub municipalities: Vec<String>,
}

/// A municipality's figures in another year's statistics; `None` is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The need measure.
    pub need: Option<Need>,
    /// Inhabitants 16–64 years.
    pub inhabitants: Option<u64>,
    /// Inhabitants 18–64 years.
    pub key_inhabitants: Option<u64>,
}

/// What counts as last year's amount of an association that is merged: nothing in the model says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Previous {
    /// What the old ones had together, so that the brake protects the one by it.
    #[default]
    Sum,
    /// Nothing: the one is new, and the brake does not protect it.
    None,
}

impl Previous {
    const fn is_sum(&self) -> bool {
        matches!(self, Self::Sum)
    }
}

/// One change. Associations are named; municipalities are named or coded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Change {
    /// Several associations become one.
    Merge {
        /// Which.
        associations: Vec<String>,
        /// What the one is called.
        name: String,
        /// What counts as its amount of last year.
        #[serde(default, skip_serializing_if = "Previous::is_sum")]
        previous: Previous,
    },
    /// One association becomes several.
    Split {
        /// Which.
        association: String,
        /// Its parts, which together are all of it.
        parts: Vec<Part>,
    },
    /// A municipality goes to another association, or joins its first.
    Move {
        /// Which municipality.
        municipality: String,
        /// The association it comes to.
        to: String,
    },
    /// A municipality leaves without joining another association.
    Leave {
        /// Which municipality.
        municipality: String,
    },
    /// Municipalities without an association form one.
    New {
        /// What it is called.
        name: String,
        /// Its municipalities.
        municipalities: Vec<String>,
    },
    /// The state's total.
    Total {
        /// The new total.
        total: Ore,
    },
    /// The base for each association.
    Base {
        /// The new base.
        base: Ore,
    },
    /// The keys.
    Keys {
        /// The new keys.
        keys: Keys,
    },
    /// The brake, or none.
    Brake {
        /// The new brake.
        brake: Option<Brake>,
    },
    /// The redistribution strategy.
    Strategy {
        /// The new strategy.
        strategy: Strategy,
    },
    /// What an association can match, or no limit.
    Cap {
        /// Which association.
        association: String,
        /// The new cap.
        cap: Option<Ore>,
    },
    /// Another year's statistics for all municipalities, by code.
    Statistics {
        /// The year.
        year: i16,
        /// The figures; a municipality that is not there has none.
        figures: BTreeMap<String, Figures>,
    },
}

/// Something a reader must know about what a change could not carry over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "caveat", rename_all = "kebab-case")]
pub enum Caveat {
    /// The merged association has the old ones' amounts of last year together as its own.
    PreviousSummed {
        /// The association.
        association: Arc<str>,
        /// The amount.
        previous: Ore,
    },
    /// The area changed, so last year's amount says nothing about the new one.
    PreviousNotCarried {
        /// The association.
        association: Arc<str>,
    },
    /// The area changed, so the cap must be asked for again.
    CapNotCarried {
        /// The association.
        association: Arc<str>,
    },
    /// The brake's protection differs or is unknown among those that merged.
    ProtectionUnknown {
        /// The association.
        association: Arc<str>,
    },
    /// Agreed shares do not fit the new members, so the key by inhabitants is used.
    KeyReplaced {
        /// The association.
        association: Arc<str>,
    },
    /// The last municipality left, so the association ends.
    Ended {
        /// The association.
        association: Arc<str>,
    },
}

impl Caveat {
    /// The caveat as a Swedish sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::PreviousSummed { association, previous } => format!(
                "{association}: som föregående års belopp räknas de gamla förbundens sammanlagda, {previous}. Modellen \
                 säger inte vad som gäller vid en sammanslagning."
            ),
            Self::PreviousNotCarried { association } => {
                format!(
                    "{association}: området är ändrat, så föregående års belopp och spärren kan inte räknas."
                )
            }
            Self::CapNotCarried { association } => {
                format!("{association}: området är ändrat, så taket är inte längre känt; inget tak används.")
            }
            Self::ProtectionUnknown { association } => format!(
                "{association}: det är inte känt om spärren skyddar efter sammanslagningen; huvudregeln används."
            ),
            Self::KeyReplaced { association } => format!(
                "{association}: den avtalade fördelningsnyckeln passar inte de nya medlemmarna; \
                 invånare 18–64 år används."
            ),
            Self::Ended { association } => {
                format!("{association}: den sista kommunen lämnar, så förbundet upphör.")
            }
        }
    }
}

/// Why a change cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ChangeError {
    /// No association has the name.
    #[error("det finns inget förbund som heter {0}")]
    NoAssociation(String),
    /// No municipality has the code or name.
    #[error("det finns ingen kommun med kod eller namn {0}")]
    NoMunicipality(String),
    /// A merger of fewer than two.
    #[error("minst två olika förbund behövs för en sammanslagning")]
    TooFew,
    /// The parts leave something out, or have something twice.
    #[error("delarna måste tillsammans vara hela förbundet, varje kommun en gång: {0}")]
    NotAPartition(String),
    /// The municipality already has an association.
    #[error("{0} hör redan till ett förbund; flytta den i stället")]
    AlreadyMember(String),
    /// The municipality has no association to leave.
    #[error("{0} hör inte till något förbund")]
    NotAMember(String),
    /// Another association has the name.
    #[error("ett annat förbund heter redan {0}")]
    NameTaken(String),
    /// An association without municipalities.
    #[error("ett förbund behöver minst en kommun")]
    NoMembers,
    /// The parameter means nothing when need parts are held.
    #[error("{0} påverkar bara en beräkning av hela landet, inte en med fasta behovsdelar")]
    NotWithHeldNeedParts(&'static str),
    /// The need part cannot be divided without these figures.
    #[error("behovsdelen för {0} kan inte delas, eftersom statistik saknas för dess kommuner")]
    NeedPartNotDivisible(Arc<str>),
    /// The figures cannot be held.
    #[error("talen är för stora för att räknas exakt")]
    Overflow,
}

/// A change that could not be made, and why.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("ändring {number}: {error}")]
pub struct RefusedChange {
    /// Its number, the first being 1.
    pub number: usize,
    /// Why.
    #[source]
    pub error: ChangeError,
}

/// Makes the changes in order on a copy of the country.
///
/// # Errors
/// The first change that cannot be made; then nothing is changed.
pub fn apply(country: &Country, changes: &[Change]) -> Result<(Country, Vec<Caveat>), RefusedChange> {
    let mut working = Working::new(country);
    for (place, change) in changes.iter().enumerate() {
        working.make(change).map_err(|error| RefusedChange { number: place + 1, error })?;
    }
    Ok(working.done())
}

#[cfg(test)]
mod tests;
