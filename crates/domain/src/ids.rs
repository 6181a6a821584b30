//! Names of things: small numbers within an association, and people by an id that says nothing about them.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A person, known here only by id; contact details live in the person directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct PersonId(pub Uuid);

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl $name {
            /// The number after the highest taken one.
            pub fn after<'a>(taken: impl Iterator<Item = &'a Self>) -> Self {
                Self(taken.map(|id| id.0).max().unwrap_or(0).saturating_add(1))
            }
        }
    };
}

number!(
    /// A member of the association (sv. *förbundsmedlem*).
    MemberId
);
number!(
    /// A body that meets (sv. *organ*): the board, a group, a committee.
    BodyId
);
number!(
    /// A person's seat in a body for a period (sv. *mandat*).
    MandateId
);
number!(
    /// A case in the register (sv. *ärende*); its public name is the case number.
    CaseId
);
number!(
    /// An initiative (sv. *insats*).
    InitiativeId
);
number!(
    /// A meeting (sv. *sammanträde*).
    MeetingId
);
number!(
    /// An item on a meeting's agenda (sv. *punkt på föredragningslistan*).
    ItemId
);
number!(
    /// A proposal made under an item (sv. *yrkande*).
    ProposalId
);
number!(
    /// A saved scenario of the state's allocation.
    ScenarioId
);
number!(
    /// A decision paper (sv. *beslutsunderlag*).
    PaperId
);
number!(
    /// An assignment given at a meeting (sv. *uppdrag*).
    AssignmentId
);
