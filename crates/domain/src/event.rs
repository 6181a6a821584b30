//! What happened in one association: the stored facts of all capabilities.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use statute::Finding;

use crate::ids::PersonId;
use crate::seal::Sealed;
pub use crate::subject::Subject;
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
    /// What it is about, whichever fact it is. The fact holds the number once; nothing is stored twice.
    pub fn about(&self) -> Subject {
        match self {
            Self::Association(_) => Subject::Association,
            Self::Mandate(event) => Subject::Body(event.body()),
            Self::Register(event) => Subject::Case(event.case()),
            Self::Initiative(event) => Subject::Initiative(event.initiative()),
            Self::Meeting(event) => event.about(),
            Self::Assignment(event) => event.about(),
            Self::Funding(event) => Subject::Funding(event.year()),
            Self::Judged(judged) => judged.about,
        }
    }

    /// The papers that it seals.
    pub fn sealed(&self) -> Vec<&Sealed> {
        match self {
            Self::Initiative(event) => event.sealed(),
            Self::Meeting(event) => event.sealed().into_iter().collect(),
            Self::Association(_)
            | Self::Mandate(_)
            | Self::Register(_)
            | Self::Assignment(_)
            | Self::Funding(_)
            | Self::Judged(_) => Vec::new(),
        }
    }

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
