//! One paragraph of the minutes as a paper of its own.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Appeal, Association, Certification, Deciding, Minutes, Paragraf};

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

impl Extract {
    /// One paragraph of minutes, as they read; nothing when there is no such paragraph.
    #[must_use]
    pub fn of(minutes: &Minutes, number: u32) -> Option<Self> {
        let paragraf = minutes.paragraphs.iter().find(|paragraf| paragraf.number == number)?;
        let seat = minutes.association.seat.clone();
        Some(Self {
            association: minutes.association.clone(),
            body: minutes.body.clone(),
            held_on: minutes.held_on,
            place: minutes.place.clone(),
            deciding: minutes.deciding.clone(),
            paragraf: paragraf.clone(),
            attested_on: minutes.certificate.attested_on,
            posted_on: minutes.certificate.posted_on(),
            sent_to: paragraf.sent_to.clone(),
            appeal: minutes.appeal.clone().filter(|_| paragraf.appealable),
            certification: Certification {
                place: Some(seat).filter(|s| !s.is_empty()),
                on: None,
                signatory: None,
            },
        })
    }
}
