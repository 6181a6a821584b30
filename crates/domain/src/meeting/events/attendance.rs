//! Who is present at a meeting, and as what. These shapes are stored for decades: add, never rename.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{MandateId, PersonId};

/// Somebody is present at a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Attendance {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub capacity: Capacity,
    /// At a distance, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote: Option<Remote>,
    /// The paragraphs attended, where not all: from which, and to which unless to the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragrafer: Option<(u32, Option<u32>)>,
}

/// As what somebody is present.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Serves: a member of the body, or a substitute in an absent member's place.
    Serving {
        /// The person's own mandate.
        mandate: MandateId,
        /// The absent member's mandate, when a substitute serves.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        in_place_of: Option<MandateId>,
    },
    /// A substitute who does not serve.
    Substitute {
        /// The person's own mandate.
        mandate: MandateId,
    },
    /// Anybody else, such as an official or a presenter.
    Other {
        /// From where, or as what.
        from: String,
    },
}

/// Participation at a distance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Remote {
    /// Sound only.
    #[serde(default)]
    pub sound_only: bool,
    /// The special reason for sound only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
