//! Facts about bodies and mandates. These shapes are stored for decades: add, never rename.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{BodyId, InitiativeId, MandateId, MemberId, PersonId};

/// What happened to a body or a mandate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A body was set up.
    BodySetUp {
        /// The body.
        body: BodyId,
        /// What kind.
        kind: BodyKind,
        /// Its name.
        name: String,
        /// The initiative it steers, for a steering group.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        initiative: Option<InitiativeId>,
        /// From this day.
        on: Date,
    },
    /// A person was elected or appointed.
    MandateGiven(MandateGiven),
    /// A mandate ended before its time.
    MandateEnded {
        /// The body.
        body: BodyId,
        /// The mandate.
        mandate: MandateId,
        /// The last day.
        on: Date,
        /// Why.
        why: String,
    },
    /// The body elected its presidium (17 § FinsamL).
    PresidiumElected {
        /// The body.
        body: BodyId,
        /// The chair.
        chair: PersonId,
        /// The vice chairs.
        vice_chairs: Vec<PersonId>,
        /// From this day.
        from: Date,
        /// Until this day, where a period was set.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
    },
}

impl Event {
    /// Which body it is about.
    pub fn body(&self) -> BodyId {
        match self {
            Self::BodySetUp { body, .. }
            | Self::MandateEnded { body, .. }
            | Self::PresidiumElected { body, .. } => *body,
            Self::MandateGiven(given) => given.body,
        }
    }
}

/// A person was elected or appointed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MandateGiven {
    /// The mandate.
    pub mandate: MandateId,
    /// The body.
    pub body: BodyId,
    /// Who.
    pub person: PersonId,
    /// For which member; none for the association's own staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
    /// As what.
    pub role: Role,
    /// From this day.
    pub from: Date,
    /// Until and including this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What makes the person eligible, and when that was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligibility: Option<Eligibility>,
}

/// What kind of body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// The board (sv. *styrelsen*).
    Board,
    /// The working committee (sv. *arbetsutskottet*).
    WorkingCommittee,
    /// The preparatory group (sv. *beredningsgruppen*).
    PreparatoryGroup,
    /// A steering group (sv. *styrgrupp*).
    SteeringGroup,
    /// The office (sv. *kansliet*).
    Office,
}

/// As what a person sits in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A member of the body (sv. *ledamot*).
    Member,
    /// A substitute, in the fixed order (sv. *ersättare*).
    Substitute {
        /// 1 is first to serve.
        order: u32,
    },
    /// The director of the association (sv. *förbundschef*).
    Director,
    /// Another official of the office.
    Officer,
}

/// What makes a person eligible for the board (12 § FinsamL).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Eligibility {
    /// The basis.
    pub basis: Basis,
    /// The day the evidence was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_on: Option<Date>,
}

/// The basis of eligibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Member of the member's council.
    CouncilMember,
    /// Substitute in the member's council.
    CouncilSubstitute,
    /// Employed by the authority.
    Employee,
    /// None of these.
    None,
}
