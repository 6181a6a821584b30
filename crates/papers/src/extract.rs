//! One paragraph of the minutes as a paper of its own, and the words that certify a copy.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Appeal, Association, Deciding, Paragraf, Signature};

/// One paragraph of attested minutes, certified.
#[doc(alias = "protokollsutdrag")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extract {
    /// Whose minutes.
    pub association: Association,
    /// The body that met.
    pub body: String,
    /// The day of the meeting.
    pub held_on: Date,
    /// Where it was held.
    pub place: String,
    /// Those who took the decision.
    pub deciding: Vec<Deciding>,
    /// The paragraph.
    pub paragraf: Paragraf,
    /// The day the minutes were attested.
    pub attested_on: Option<Date>,
    /// The day the attestation was announced on the last of the boards.
    pub posted_on: Option<Date>,
    /// Who the extract is sent to.
    pub sent_to: Vec<String>,
    /// How the decision can be appealed.
    pub appeal: Option<Appeal>,
    /// The words that make it a certified copy.
    pub certification: Certification,
}

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
