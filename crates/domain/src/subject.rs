//! What a step, a fact or a finding is about: the one word for it that all capabilities share.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{AssignmentId, BodyId, CaseId, InitiativeId, ItemId, MeetingId};

/// What a step, a fact or a finding is about.
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
    /// A body.
    Body(BodyId),
    /// An assignment.
    Assignment(AssignmentId),
}
