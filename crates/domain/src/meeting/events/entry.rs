//! What was entered at a meeting, as facts name it. These shapes are stored for decades: add, never rename.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{AssignmentId, ItemId, PersonId, ProposalId};

/// What was entered at a meeting, as it can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// That it was opened.
    Opening,
    /// That it was closed.
    Closing,
    /// That somebody was present, all the time that is noted.
    Attendance(PersonId),
    /// That somebody left.
    Leaving(PersonId),
    /// That an item was taken up.
    TakenUp(ItemId),
    /// That somebody was disqualified.
    Disqualification(ItemId, PersonId),
    /// A proposal.
    Proposal(ItemId, ProposalId),
    /// A vote, open or counted.
    Vote(ItemId),
    /// A decision.
    Decision(ItemId),
    /// That an item was left without a decision.
    Undecided(ItemId),
    /// A reservation.
    Reservation(ItemId, PersonId),
    /// An assignment.
    Assignment(AssignmentId),
}

/// How an item was left without a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Undecided {
    /// Postponed to a later meeting (sv. *bordlagd*).
    Postponed,
    /// Withdrawn from the agenda (sv. *utgår*).
    Withdrawn,
    /// Not handled, since too few served (sv. *inte beslutsför*).
    NoQuorum,
}
