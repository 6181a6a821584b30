//! The languages in which pages can be read.

use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::store::Row;

/// The language in which a person wants the pages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Swedish.
    #[default]
    Sv,
    /// English.
    En,
}

impl Language {
    /// The code of the language: `sv` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language with this code, if we speak it.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Sv, Self::En].into_iter().find(|language| language.code() == code)
    }

    /// The language that stands in a row.
    pub(crate) fn read(row: &mut Row) -> Result<Self, Fault> {
        Self::from_code(&row.text()?).ok_or_else(|| Fault::stored("an unknown language"))
    }
}
