//! The record of a meeting, with the certificate that its attestation was announced.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::{Appeal, Appendix, Association, Certification, Paragraf, ParagrafRange, Signature};

/// The minutes of one meeting.
#[doc(alias = "protokoll")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// Whose minutes.
    pub association: Association,
    /// The body that met: "Styrelsen".
    pub body: String,
    /// What kind of meeting when it was not an ordinary one: "Extra sammanträde".
    pub occasion: Option<String>,
    /// The day of the meeting.
    pub held_on: Date,
    /// When it began.
    pub from: Time,
    /// When it ended.
    pub to: Option<Time>,
    /// Where.
    pub place: String,
    /// On what ground people took part at a distance.
    pub at_distance: Option<String>,
    /// Those who took the decisions.
    pub deciding: Vec<Deciding>,
    /// Substitutes present who did not serve.
    pub substitutes: Vec<Attendee>,
    /// Everybody else present.
    pub others: Vec<Attendee>,
    /// Who wrote the minutes.
    pub secretary: Signature,
    /// Who led the meeting.
    pub chair: Signature,
    /// Who attested the minutes together with the chair.
    pub attesters: Vec<Signature>,
    /// The proof that the attestation was announced.
    pub certificate: Certificate,
    /// What was dealt with.
    pub paragraphs: Vec<Paragraf>,
    /// Everything attached to the minutes.
    pub appendices: Vec<Appendix>,
    /// How a decision can be appealed.
    pub appeal: Option<Appeal>,
    /// The words that make a copy a certified one.
    pub certification: Option<Certification>,
    /// Where the minutes stand in the journal, once they are written out.
    pub chain_head: Option<ChainHead>,
}

impl Minutes {
    /// First and last paragraph, when there are any.
    #[must_use]
    pub fn range(&self) -> Option<ParagrafRange> {
        let numbers = || self.paragraphs.iter().map(|paragraf| paragraf.number);
        Some(ParagrafRange { from: numbers().min()?, to: numbers().max()? })
    }
}

/// Somebody who took part in the decisions.
#[doc(alias = "beslutande")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deciding {
    /// First and last name.
    pub name: String,
    /// The member of the association they represent.
    pub member: String,
    /// Office in the body: "ordförande".
    pub role: Option<String>,
    /// The absent member a serving substitute stands in for.
    #[doc(alias = "tjänstgörande ersättare")]
    pub substitute_for: Option<String>,
    /// Took part at a distance.
    pub at_distance: bool,
    /// The paragraphs they were present at; empty means all.
    pub present: Vec<ParagrafRange>,
}

/// Somebody who was present and did not take part in the decisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendee {
    /// First and last name.
    pub name: String,
    /// Organisation or office: "Försäkringskassan", "förbundschef".
    pub from: Option<String>,
    /// Took part at a distance.
    pub at_distance: bool,
    /// The paragraphs they were present at; empty means all.
    pub present: Vec<ParagrafRange>,
}

/// The proof that the attestation was announced.
#[doc(alias = "bevis")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The body whose minutes they are.
    pub body: String,
    /// The day of the meeting.
    pub held_on: Date,
    /// The day the minutes were attested; a line to fill in before that.
    pub attested_on: Option<Date>,
    /// Each notice board.
    pub boards: Vec<Posting>,
    /// Last day to appeal, counted from the board that was last.
    pub last_appeal_day: Option<Date>,
    /// Where the minutes are kept.
    pub kept_at: String,
    /// Who certifies the posting.
    pub signatory: Signature,
    /// Breaches and other things the reader should know: "Protokollet justerades 35 dagar efter sammanträdet."
    pub remarks: Vec<String>,
}

impl Certificate {
    /// The day the last of the boards showed the announcement; nothing until all have.
    #[must_use]
    pub fn posted_on(&self) -> Option<Date> {
        let everywhere = self.boards.iter().all(|board| board.up.is_some());
        self.boards.iter().filter_map(|board| board.up).max().filter(|_| everywhere)
    }
}

/// The notice of attestation on one board.
#[doc(alias = "anslag")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// Whose board: "Umeå kommun".
    pub board: String,
    /// The day it was put up; a line to fill in before that.
    pub up: Option<Date>,
    /// The day it was taken down, or is planned to be.
    pub down: Option<Date>,
    /// True while the day of taking down lies ahead.
    #[doc(alias = "nedtages tidigast")]
    pub down_is_planned: bool,
}

/// Where in the journal the paper was sealed: with it, anybody who has a copy can have the record held against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChainHead {
    /// The journal's stream.
    pub stream: String,
    /// The number of the event that seals the paper.
    pub seq: u64,
    /// Its hash, which binds all that came before.
    pub hash: String,
}
