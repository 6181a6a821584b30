//! The words that certify a copy.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Signature;

/// The words that make a copy a certified one.
#[doc(alias = "utdragsbestyrkande")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certification {
    /// Where it is certified.
    pub place: Option<String>,
    /// The day it is certified; a line to fill in before that.
    pub on: Option<Date>,
    /// Who certifies; a line to fill in when not known.
    pub signatory: Option<Signature>,
}
