//! Facts about initiatives. These shapes are stored for decades: add, never rename.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ids::{BodyId, CaseId, InitiativeId, ItemId, MeetingId, MemberId, PersonId};
use crate::seal::Sealed;
use swedish::money::Ore;

/// What happened to an initiative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Somebody had an idea.
    IdeaNoted {
        /// The initiative.
        initiative: InitiativeId,
        /// A working title.
        title: String,
        /// The idea.
        text: String,
        /// The organisation that applies.
        applicant: String,
        /// Who noted it.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// The idea was talked over with a manager or the office.
    IdeaTalkedOver {
        /// The initiative.
        initiative: InitiativeId,
        /// With whom.
        with: Interlocutor,
        /// What was said.
        note: String,
        /// Who noted it.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// The idea rests.
    Rested {
        /// The initiative.
        initiative: InitiativeId,
        /// Why.
        why: String,
        /// The day.
        on: Date,
    },
    /// The idea became part of another, and rests as long as it is.
    Merged {
        /// The initiative.
        initiative: InitiativeId,
        /// The one it is now part of.
        into: InitiativeId,
        /// Who noted it.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// The idea was taken up again.
    Resumed {
        /// The initiative.
        initiative: InitiativeId,
        /// The day.
        on: Date,
    },
    /// The application began to be written. What is written is no fact before it is handed in.
    ApplicationBegun {
        /// The initiative.
        initiative: InitiativeId,
        /// By whom.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// What was written and not handed in was thrown away; the idea is what is left.
    DraftDiscarded {
        /// The initiative.
        initiative: InitiativeId,
        /// By whom.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// The application was handed in, and registered in the same step.
    Submitted {
        /// The initiative.
        initiative: InitiativeId,
        /// The case it was registered under.
        case: CaseId,
        /// What was handed in.
        application: Box<Application>,
        /// By whom.
        by: PersonId,
        /// The day it was received.
        on: Date,
        /// The application as it was handed in; none where it was recorded without what a paper needs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paper: Option<Sealed>,
        /// The receipt that was given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        receipt: Option<Sealed>,
    },
    /// Completion was asked for.
    CompletionAsked {
        /// The initiative.
        initiative: InitiativeId,
        /// What is missing.
        what: String,
        /// By whom.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// The completed application was handed in again.
    Completed {
        /// The initiative.
        initiative: InitiativeId,
        /// What was handed in.
        application: Box<Application>,
        /// By whom.
        by: PersonId,
        /// The day.
        on: Date,
        /// The application as it was handed in anew.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paper: Option<Sealed>,
    },
    /// An official of the preparatory group stated the organisation's view.
    MemberViewStated {
        /// The initiative.
        initiative: InitiativeId,
        /// The member.
        member: MemberId,
        /// For or against.
        view: View,
        /// In words.
        text: String,
        /// By whom.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// The preparatory group examined the application against law, bylaws and the plan's goals.
    Examined {
        /// The initiative.
        initiative: InitiativeId,
        /// What the examination found.
        text: String,
        /// By whom it was noted.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// The preparatory group proposed a decision.
    Proposed {
        /// The initiative.
        initiative: InitiativeId,
        /// The proposal.
        proposal: Recommendation,
        /// By whom it was noted.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// The working committee prepared the board's meeting.
    CommitteePrepared {
        /// The initiative.
        initiative: InitiativeId,
        /// The proposal to the board.
        proposal: Recommendation,
        /// By whom it was noted.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// It was sent back a step.
    SentBack {
        /// The initiative.
        initiative: InitiativeId,
        /// To this stage.
        to: Stage,
        /// Why.
        why: String,
        /// By whom.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// The board decided.
    Decided {
        /// The initiative.
        initiative: InitiativeId,
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// The paragraph (§) of the minutes.
        paragraf: u32,
        /// How.
        outcome: BoardOutcome,
        /// The day.
        on: Date,
    },
    /// The board's decision was taken back at the meeting that made it.
    DecisionTakenBack {
        /// The initiative.
        initiative: InitiativeId,
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemId,
        /// The day.
        on: Date,
    },
    /// The office told those concerned about a decision.
    Informed {
        /// The initiative.
        initiative: InitiativeId,
        /// Who were told.
        to: Vec<String>,
        /// By whom.
        by: PersonId,
        /// The day.
        on: Date,
    },
    /// A steering group was set up.
    SteeringGroupSet {
        /// The initiative.
        initiative: InitiativeId,
        /// The group.
        body: BodyId,
        /// The day.
        on: Date,
    },
    /// The initiative started.
    Started {
        /// The initiative.
        initiative: InitiativeId,
        /// The day.
        on: Date,
    },
    /// The applicant withdrew.
    Withdrawn {
        /// The initiative.
        initiative: InitiativeId,
        /// Why.
        why: String,
        /// By whom.
        by: PersonId,
        /// The day.
        on: Date,
    },
}

impl Event {
    /// The papers that it seals.
    pub(crate) fn sealed(&self) -> Vec<&Sealed> {
        if let Self::Submitted { paper, receipt, .. } = self {
            paper.iter().chain(receipt).collect()
        } else if let Self::Completed { paper, .. } = self {
            paper.iter().collect()
        } else {
            Vec::new()
        }
    }

    /// The fact without the words of the papers that it seals: those are read from the record.
    pub(crate) fn without_words(&self) -> Self {
        let mut fact = self.clone();
        if let Self::Submitted { paper, .. } | Self::Completed { paper, .. } = &mut fact {
            paper.iter_mut().for_each(Sealed::forget);
        }
        if let Self::Submitted { receipt, .. } = &mut fact {
            receipt.iter_mut().for_each(Sealed::forget);
        }
        fact
    }
}

/// With whom an idea was talked over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Interlocutor {
    /// One's own manager.
    Manager,
    /// The association's office.
    Office,
}

/// Where an initiative stands on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// An idea (sv. *idé*).
    Idea,
    /// Resting (sv. *vilande*).
    Resting,
    /// Being written (sv. *utkast*).
    Draft,
    /// Handed in, with the preparatory group (sv. *hos beredningsgruppen*).
    PreparatoryGroup,
    /// Back with the applicant for completion (sv. *komplettering*).
    Completion,
    /// With the working committee (sv. *hos arbetsutskottet*).
    WorkingCommittee,
    /// With the board (sv. *hos styrelsen*).
    Board,
    /// Granted (sv. *beviljad*).
    Granted,
    /// Running (sv. *pågående*).
    Running,
    /// Rejected (sv. *avslag*).
    Rejected,
    /// Withdrawn by the applicant (sv. *återtagen*).
    Withdrawn,
}

/// A member's view of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// For.
    Supports,
    /// With doubts.
    Doubts,
    /// Against.
    Against,
}

/// What the application is mostly about; one that is both is registered as two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// Aimed at individuals (sv. *individinriktad*).
    #[default]
    Individual,
    /// Structural (sv. *strukturövergripande*).
    Structural,
}

/// The application for project funding (sv. *ansökan om projektmedel*), on the association's form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Application {
    /// Its title.
    pub title: String,
    /// The need.
    pub need: String,
    /// The target group.
    pub target_group: String,
    /// Whether the target group needs coordinated measures of two or more parties (2 §).
    pub needs_coordination: bool,
    /// Whether it aims at ability to work (2 §).
    pub aims_at_work_ability: bool,
    /// The members that take part.
    pub parties: Vec<MemberId>,
    /// The member that carries the work (sv. *huvudman*).
    pub carrier: Option<MemberId>,
    /// The method.
    pub method: String,
    /// The goals.
    pub goals: String,
    /// Quality indicators.
    pub indicators: String,
    /// Orientation.
    pub orientation: Orientation,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// What is applied for, per year.
    #[serde(deserialize_with = "crate::initiative::by_year::deserialize")]
    pub budget: BTreeMap<i16, Ore>,
    /// Follow-up.
    pub follow_up: String,
    /// Evaluation.
    pub evaluation: String,
    /// How it becomes regular work afterwards, or how it is financed.
    pub implementation: String,
    /// The member that takes over, where named.
    pub receiver: Option<MemberId>,
    /// The member organisations spoken with.
    pub members_heard: Vec<MemberId>,
    /// Whether it concerns individuals' benefits or rights, or services by the association itself (7 §).
    pub service_by_association: bool,
    /// Work integration social enterprise (ASF).
    pub asf: Asf,
}

/// Answers about work integration social enterprises (sv. *arbetsintegrerande sociala företag*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Asf {
    /// One is involved.
    pub involved: bool,
    /// Cash to a business.
    pub cash_to_business: bool,
    /// Starting or developing one.
    pub starts_or_develops: bool,
    /// Membership in one.
    pub membership: bool,
    /// Training of its staff.
    pub trains_staff: bool,
}

/// A body's proposal for the next step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// Whether to approve.
    pub approve: bool,
    /// The proposed decision in clauses (sv. *att-satser*).
    pub clauses: Vec<String>,
    /// Why.
    pub grounds: String,
    /// What would be granted, where it is to be approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<Grant>,
}

/// What is granted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Grant {
    /// At most this, per year.
    #[serde(deserialize_with = "crate::initiative::by_year::deserialize")]
    pub amounts: BTreeMap<i16, Ore>,
    /// From this day.
    pub from: Option<Date>,
    /// Until this day.
    pub until: Option<Date>,
    /// On these conditions.
    pub conditions: Vec<String>,
    /// Reports are due on these days.
    pub reporting: Vec<Date>,
    /// How it is financed (KL 11 kap. 15 §).
    pub financing: String,
    /// Whether the conditions fix how the work is done, which is otherwise left to the initiative.
    #[serde(default)]
    pub fixes_method: bool,
}

/// How the board decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BoardOutcome {
    /// Granted, in whole or in part.
    Granted(Grant),
    /// Rejected.
    Rejected {
        /// Why.
        why: String,
    },
    /// Sent back for more preparation (sv. *återremiss*).
    SentBack {
        /// Why.
        why: String,
    },
}
