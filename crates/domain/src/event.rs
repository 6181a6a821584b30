//! What happened in one association: the stored facts of all capabilities.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Finding;

use crate::ids::{BodyId, CaseId, InitiativeId, ItemId, MeetingId, PersonId};
use crate::{assignment, association, case_register, funding, initiative, mandate, meeting};

/// One stored fact. These shapes are stored for decades: add, never rename.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// About the association itself: members, bylaws, budget.
    Association(association::events::Event),
    /// About bodies and who sits in them.
    Mandate(mandate::events::Event),
    /// About the case register.
    Register(case_register::events::Event),
    /// About an initiative.
    Initiative(initiative::events::Event),
    /// About a meeting.
    Meeting(meeting::events::Event),
    /// About an assignment.
    Assignment(assignment::events::Event),
    /// About the association's money.
    Funding(funding::events::Event),
    /// The findings a decision was made on.
    Judged(Judged),
}

/// The findings that a step was decided on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// What the step was about.
    pub about: Subject,
    /// The step, as the command is called.
    pub step: String,
    /// The findings.
    pub findings: Vec<Finding>,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The association as a whole.
    Association,
    /// An initiative.
    Initiative(InitiativeId),
    /// A meeting.
    Meeting(MeetingId),
    /// An item of a meeting.
    Item(MeetingId, ItemId),
    /// A case.
    Case(CaseId),
    /// The money of a year.
    Funding(i16),
    /// A body that is to meet.
    Body(BodyId),
}

/// What the journal knows about an event besides its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    /// Its place in the stream, from 1.
    pub seq: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub actor: PersonId,
}

impl Event {
    /// The kind under which the journal files it, such as `meeting.notice_sent`.
    pub fn kind(&self) -> String {
        let (area, body) = match self {
            Self::Association(event) => ("association", serde_json::to_value(event)),
            Self::Mandate(event) => ("mandate", serde_json::to_value(event)),
            Self::Register(event) => ("register", serde_json::to_value(event)),
            Self::Initiative(event) => ("initiative", serde_json::to_value(event)),
            Self::Meeting(event) => ("meeting", serde_json::to_value(event)),
            Self::Assignment(event) => ("assignment", serde_json::to_value(event)),
            Self::Funding(event) => ("funding", serde_json::to_value(event)),
            Self::Judged(_) => return "judged".to_owned(),
        };
        let name = body.ok().and_then(|v| v.as_object()?.keys().next().cloned()).unwrap_or_default();
        format!("{area}.{name}")
    }
}
