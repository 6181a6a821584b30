//! What a fact brought into being, so that whoever asked for it can be shown just that.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::ids::{
    AssignmentId, BodyId, CaseId, InitiativeId, ItemId, MandateId, MeetingId, MemberId, PaperId, ProposalId,
    ScenarioId,
};
use crate::{assignment, association, case_register, initiative, mandate, meeting};

/// Something that a fact brought into being, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Made {
    /// A member of the association.
    Member(MemberId),
    /// A body.
    Body(BodyId),
    /// A mandate.
    Mandate(MandateId),
    /// A case.
    Case(CaseId),
    /// An initiative.
    Initiative(InitiativeId),
    /// A meeting.
    Meeting(MeetingId),
    /// An item on a meeting's agenda.
    Item(ItemId),
    /// A proposal under an item.
    Proposal(ProposalId),
    /// An assignment.
    Assignment(AssignmentId),
    /// A county's scenario.
    Scenario(ScenarioId),
    /// A county's decision paper, or a new version of one.
    Paper(PaperId),
}

impl fmt::Display for Made {
    /// Its number, as an address has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(id) => id.fmt(f),
            Self::Body(id) => id.fmt(f),
            Self::Mandate(id) => id.fmt(f),
            Self::Case(id) => id.fmt(f),
            Self::Initiative(id) => id.fmt(f),
            Self::Meeting(id) => id.fmt(f),
            Self::Item(id) => id.fmt(f),
            Self::Proposal(id) => id.fmt(f),
            Self::Assignment(id) => id.fmt(f),
            Self::Scenario(id) => id.fmt(f),
            Self::Paper(id) => id.fmt(f),
        }
    }
}

/// What a fact of an association brought into being, when it did.
pub(crate) fn by(event: &Event) -> Option<Made> {
    use Event::{Assignment, Association, Initiative, Mandate, Meeting, Register};
    if let Association(association::events::Event::MemberJoined(joined)) = event {
        Some(Made::Member(joined.member))
    } else if let Mandate(mandate::events::Event::BodySetUp { body, .. }) = event {
        Some(Made::Body(*body))
    } else if let Mandate(mandate::events::Event::MandateGiven(given)) = event {
        Some(Made::Mandate(given.mandate))
    } else if let Register(case_register::events::Event::CaseOpened { case, .. }) = event {
        Some(Made::Case(*case))
    } else if let Initiative(initiative::events::Event::IdeaNoted { initiative, .. }) = event {
        Some(Made::Initiative(*initiative))
    } else if let Meeting(meeting::events::Event::Planned(planned)) = event {
        Some(Made::Meeting(planned.meeting))
    } else if let Meeting(meeting::events::Event::ItemAdded { item, .. }) = event {
        Some(Made::Item(*item))
    } else if let Meeting(meeting::events::Event::ProposalMade { proposal, .. }) = event {
        Some(Made::Proposal(*proposal))
    } else if let Assignment(assignment::events::Event::Given(given)) = event {
        Some(Made::Assignment(given.assignment))
    } else {
        None
    }
}
