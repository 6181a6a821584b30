//! The acts and other sources that rules come from, as `law/acts.toml` lists them.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use crate::embedded;

/// An act, or another source that a rule may come from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// The SFS number, or the name of the source's folder in `law/`.
    pub id: String,
    /// The name with its number, as it is cited: `kommunallagen (2017:725)`.
    pub name: String,
    /// What kind of source it is, in Swedish: `lag`, `principer`, `vägledning` …
    pub kind: String,
    /// The first day it applies.
    pub from: Date,
    /// The last day it applied, when it has been replaced.
    #[serde(default)]
    pub until: Option<Date>,
    /// The address of the official text, or of the text itself when it is published elsewhere.
    #[serde(default)]
    pub address: Option<String>,
}

impl Act {
    /// Whether a step can be refused on it: statute, or what the members have adopted as bylaws.
    pub fn binds(&self) -> bool {
        matches!(self.kind.as_str(), "lag" | "förbundsordning")
    }
}

/// The file `law/acts.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActFile {
    act: Vec<Act>,
}

static ACTS: LazyLock<Result<Vec<Act>, String>> =
    LazyLock::new(|| embedded::toml::<ActFile>("acts.toml").map(|file| file.act));

/// All acts and other sources.
pub fn acts() -> &'static [Act] {
    ACTS.as_deref().unwrap_or_default()
}

/// The act with an id.
pub fn act(id: &str) -> Option<&'static Act> {
    acts().iter().find(|act| act.id == id)
}

/// The name of an act as it is cited; the id itself when the act is unknown.
pub fn act_name(id: &str) -> &str {
    act(id).map_or(id, |act| act.name.as_str())
}

/// Why the list cannot be read, in Swedish, when it cannot.
pub(crate) fn problem() -> Option<&'static str> {
    ACTS.as_ref().err().map(String::as_str)
}
