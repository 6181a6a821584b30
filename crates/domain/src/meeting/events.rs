//! Facts about meetings. These shapes are stored for decades: add, never rename.

mod attendance;
mod entry;

use jiff::civil::{Date, DateTime, Time};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{BodyId, CaseId, InitiativeId, ItemId, MeetingId, MemberId, PersonId, ProposalId};
use crate::initiative::events::BoardOutcome;
use crate::seal::Sealed;

pub use attendance::{Attendance, Capacity, Remote};
pub use entry::{Entry, Undecided};

/// What happened to a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It was planned.
    Planned(Planned),
    /// An item was put on the agenda.
    ItemAdded {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// Its content.
        content: ItemContent,
        /// Whether it was added when the agenda was approved.
        #[serde(default)]
        at_the_meeting: bool,
    },
    /// An item was changed.
    ItemChanged {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// Its content.
        content: ItemContent,
    },
    /// An item got another place on the agenda.
    ItemMoved {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// Its new place, from 1.
        to: u32,
    },
    /// An item was taken off the agenda.
    ItemRemoved {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
    },
    /// The notice was sent.
    NoticeSent {
        /// The meeting.
        meeting: MeetingId,
        /// The day.
        on: Date,
        /// To whom.
        to: Vec<PersonId>,
        /// The notice as it was sent.
        paper: Sealed,
    },
    /// The meeting was opened.
    Opened {
        /// The meeting.
        meeting: MeetingId,
        /// When.
        at: DateTime,
    },
    /// Chair, secretary and attesters of this meeting.
    OfficersNamed {
        /// The meeting.
        meeting: MeetingId,
        /// Who chairs.
        chair: PersonId,
        /// Who keeps the minutes.
        secretary: PersonId,
        /// Who attests them together with the chair.
        attesters: Vec<PersonId>,
    },
    /// Somebody is present.
    Attended {
        /// The meeting.
        meeting: MeetingId,
        /// Who and as what.
        attendance: Attendance,
    },
    /// Somebody left.
    LeftMeeting {
        /// The meeting.
        meeting: MeetingId,
        /// Who.
        person: PersonId,
        /// After this paragraph.
        after: u32,
    },
    /// Somebody is disqualified in an item and leaves while it is handled.
    Disqualified {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// Who.
        person: PersonId,
        /// On what ground.
        ground: String,
    },
    /// An item was taken up under a paragraph of the minutes.
    TakenUp {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// The paragraph (§).
        paragraf: u32,
    },
    /// What was said and reported under an item.
    Noted {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// The text of the minutes.
        text: String,
        /// Reports under the item.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reports: Vec<SubReport>,
    },
    /// A proposal was made (sv. *yrkande*).
    ProposalMade {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// The proposal.
        proposal: ProposalId,
        /// By whom.
        by: PersonId,
        /// In words.
        text: String,
        /// What it would mean for the initiative that the item is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<BoardOutcome>,
    },
    /// A vote was opened between two proposals.
    VoteOpened {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// The proposals to choose between.
        between: Vec<ProposalId>,
        /// Whether ballots are secret.
        secret: bool,
        /// What kind of matter, which decides how a tie is broken.
        matter: VoteMatter,
    },
    /// A ballot was cast.
    BallotCast {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// By whom.
        by: PersonId,
        /// For what; none is to abstain.
        choice: Option<ProposalId>,
        /// Who noted it, when it was not the voter: a vote by voice or hand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        noted_by: Option<PersonId>,
    },
    /// The slips of a secret vote were counted: who voted and what it came to, never who voted how.
    SlipsCounted {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// Who voted, by id.
        voted: Vec<PersonId>,
        /// The votes of each proposal, in the order they stood against each other.
        counts: Vec<Votes>,
        /// How many abstained.
        abstained: u32,
        /// The proposal that won; none is a tie, which the lot settles.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        won: Option<ProposalId>,
    },
    /// The vote was counted.
    VoteClosed {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// The proposal that won.
        won: ProposalId,
        /// How a tie was broken, where there was one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tie: Option<TieBreak>,
    },
    /// A decision was made.
    Decided {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// The decision in clauses.
        clauses: Vec<String>,
        /// Whether it can be appealed.
        appealable: bool,
    },
    /// A reservation was notified.
    Reserved {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// By whom.
        by: PersonId,
        /// In words.
        text: String,
    },
    /// The meeting was closed.
    Closed {
        /// The meeting.
        meeting: MeetingId,
        /// When.
        at: DateTime,
    },
    /// The minutes were written out.
    MinutesWritten {
        /// The meeting.
        meeting: MeetingId,
        /// The day.
        on: Date,
        /// The minutes as they were written out, with lines for what comes after.
        paper: Sealed,
    },
    /// One of those who attest did so; the minutes are attested when all have.
    Attested {
        /// The meeting.
        meeting: MeetingId,
        /// By whom.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// The announcement was put up on a board.
    Posted {
        /// The meeting.
        meeting: MeetingId,
        /// On whose board.
        board: MemberId,
        /// The day.
        on: Date,
        /// The day it is planned to come down.
        down: Date,
    },
    /// The announcement was taken down.
    TakenDown {
        /// The meeting.
        meeting: MeetingId,
        /// From whose board.
        board: MemberId,
        /// The day.
        on: Date,
    },
    /// Something that had been entered was taken back; the journal keeps it as it was.
    TakenBack {
        /// The meeting.
        meeting: MeetingId,
        /// What.
        entry: Entry,
        /// What it was, in words, as it stood.
        was: String,
        /// When, in Swedish civil time.
        at: DateTime,
        /// Why.
        why: String,
    },
    /// An item was left without a decision.
    LeftUndecided {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// How.
        how: Undecided,
        /// More of it, for the minutes.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        text: String,
    },
    /// Somebody else attests in the place of one who was to.
    AttesterReplaced {
        /// The meeting.
        meeting: MeetingId,
        /// Who was to.
        instead_of: PersonId,
        /// Who does.
        by: PersonId,
        /// How it was decided, and why.
        decided: String,
    },
    /// One of those who attest will not, or not this paragraph.
    AttestationRefused {
        /// The meeting.
        meeting: MeetingId,
        /// By whom.
        by: PersonId,
        /// The day.
        on: Date,
        /// The paragraph that is wrong; the whole when left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paragraf: Option<u32>,
        /// Why.
        why: String,
    },
    /// The minutes were attested by the body itself, at a later meeting.
    AttestedAtMeeting {
        /// The meeting whose minutes they are.
        meeting: MeetingId,
        /// The later meeting.
        at: MeetingId,
        /// The item under which it was decided there.
        item: ItemId,
        /// The day.
        on: Date,
    },
    /// The meeting was recorded long afterwards from a published source.
    RecordedFrom {
        /// The meeting.
        meeting: MeetingId,
        /// The source.
        source: String,
    },
}

/// A meeting was planned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Planned {
    /// The meeting.
    pub meeting: MeetingId,
    /// The body.
    pub body: BodyId,
    /// The day.
    pub on: Date,
    /// From this hour.
    pub from: Time,
    /// Until this hour.
    pub until: Time,
    /// The place.
    pub place: String,
    /// Why an extra meeting is held, when it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<String>,
}

/// The content of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemContent {
    /// Its kind.
    pub kind: ItemKind,
    /// Its title.
    pub title: String,
    /// A short text.
    #[serde(default)]
    pub text: String,
    /// Who presents it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presenter: Option<String>,
    /// The proposed decision in clauses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proposed: Vec<String>,
    /// Appendices (sv. *bilagor*), by what they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appendices: Vec<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<Matter>,
}

/// The kind of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Opening, agenda, closing and the like.
    Formal,
    /// For information.
    Information,
    /// For decision.
    Decision,
    /// For consultation.
    Consultation,
    /// An election.
    Election,
}

/// What an item is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// An initiative.
    Initiative(InitiativeId),
    /// A case.
    Case(CaseId),
}

/// A report under an item, with its own case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SubReport {
    /// What about.
    pub title: String,
    /// The case number as it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_number: Option<String>,
    /// The text of the minutes.
    pub text: String,
}

/// How many votes a proposal got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Votes {
    /// The proposal.
    pub proposal: ProposalId,
    /// How many.
    pub votes: u32,
}

/// What is voted on, which decides how a tie is broken (KL 5 kap. 55–56 §§).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VoteMatter {
    /// An ordinary matter: the chair's casting vote.
    Ordinary,
    /// An election: by lot.
    Election,
    /// An employment: by lot.
    Employment,
}

/// How a tie was broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TieBreak {
    /// By the chair's casting vote (sv. *utslagsröst*).
    CastingVote,
    /// By lot.
    Lot,
}
