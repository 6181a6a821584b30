//! Facts about assignments. These shapes are stored for decades: add, never rename.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{AssignmentId, ItemId, MeetingId, PersonId};
use crate::subject::Subject;

/// What happened to an assignment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It was given at a meeting.
    Given(Given),
    /// A report on it was left.
    Reported {
        /// The assignment.
        assignment: AssignmentId,
        /// What was reported.
        note: String,
        /// The day.
        on: Date,
        /// By whom.
        by: PersonId,
    },
    /// It was taken back at the meeting that gave it, before anything was reported.
    TakenBack {
        /// The assignment.
        assignment: AssignmentId,
        /// The day.
        on: Date,
        /// By whom.
        by: PersonId,
    },
    /// It was reported as done.
    Done {
        /// The assignment.
        assignment: AssignmentId,
        /// What came of it.
        note: String,
        /// The day.
        on: Date,
        /// By whom.
        by: PersonId,
    },
}

impl Event {
    /// What it is about: the item it was given under, and from then on itself.
    pub fn about(&self) -> Subject {
        match self {
            Self::Given(given) => Subject::Item(given.meeting, given.item),
            Self::Reported { assignment, .. }
            | Self::TakenBack { assignment, .. }
            | Self::Done { assignment, .. } => Subject::Assignment(*assignment),
        }
    }
}

/// An assignment was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Given {
    /// The assignment.
    pub assignment: AssignmentId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// The person's name as the minutes write it.
    pub to: String,
    /// The person, where known to the association.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// What to do.
    pub what: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The day it was given.
    pub on: Date,
}
