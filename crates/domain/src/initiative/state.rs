//! Where an initiative stands, and what it has been through.

use jiff::civil::Date;

use crate::ids::{BodyId, CaseId, InitiativeId, ItemId, MeetingId, MemberId, PersonId};
use crate::initiative::events::{
    Application, BoardOutcome, Event, Grant, Interlocutor, Recommendation, Stage, View,
};
use crate::seal::Place;
use crate::shared::Log;

/// An initiative.
#[doc(alias = "insats")]
#[derive(Clone, Debug, PartialEq)]
pub struct Initiative {
    /// Its number.
    pub id: InitiativeId,
    /// Its title: that of the application once it is handed in, before that the idea's.
    pub title: String,
    /// The idea.
    pub idea: String,
    /// The organisation that applies.
    pub applicant: String,
    /// Who noted the idea and may write the application.
    pub author: PersonId,
    /// The day of the idea.
    pub noted: Date,
    /// Where it stands.
    pub stage: Stage,
    /// Since when it stands there.
    pub since: Date,
    /// The one it became part of, as long as it rests there.
    pub merged_into: Option<InitiativeId>,
    /// Talks about the idea: with whom, day, note.
    pub talks: Vec<(Interlocutor, Date, String)>,
    /// Whether the application has begun to be written.
    pub begun: bool,
    /// Its case.
    pub case: Option<CaseId>,
    /// The day it was handed in.
    pub submitted: Option<Date>,
    /// Where the application stands as it was last handed in.
    pub handed_in: Option<Place>,
    /// Where the receipt of its first coming stands.
    pub receipt: Option<Place>,
    /// What completion was asked for, while it is with the applicant.
    pub completion: Option<String>,
    /// Members' views, the latest per member.
    pub views: Vec<MemberView>,
    /// What the examination found.
    pub examined: Option<(Date, String)>,
    /// The preparatory group's proposal.
    pub proposed: Option<(Date, Recommendation)>,
    /// The working committee's proposal.
    pub committee: Option<(Date, Recommendation)>,
    /// The board's decisions, oldest first.
    pub decisions: Vec<Decision>,
    /// The day the office first informed of the latest decision, and everyone told since.
    pub informed: Option<(Date, Vec<String>)>,
    /// The steering group.
    pub steering_group: Option<BodyId>,
    /// The day it started.
    pub started: Option<Date>,
    /// The seq of the last event that touched it.
    pub version: u64,
    /// Everything that happened, for the timeline: seq, day and the fact.
    pub history: Log<Event>,
}

/// A member's view, as its official stated it.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberView {
    /// The member.
    pub member: MemberId,
    /// For or against.
    pub view: View,
    /// In words.
    pub text: String,
    /// By whom.
    pub by: PersonId,
    /// The day.
    pub on: Date,
}

/// A decision of the board.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// The paragraph of the minutes.
    pub paragraf: u32,
    /// How.
    pub outcome: BoardOutcome,
    /// The day.
    pub on: Date,
    /// Where it all stood before.
    before: Before,
}

/// Where an initiative stood before a decision, in case it is taken back.
#[derive(Clone, Debug, PartialEq)]
struct Before {
    stage: Stage,
    since: Date,
    proposed: Option<(Date, Recommendation)>,
    committee: Option<(Date, Recommendation)>,
    informed: Option<(Date, Vec<String>)>,
}

impl Initiative {
    /// Begins with the idea; `None` for any other fact.
    pub fn begin(seq: u64, event: &Event) -> Option<Self> {
        let Event::IdeaNoted { initiative, title, text, applicant, by, on } = event else {
            return None;
        };
        let mut history = Log::default();
        history.push(seq, event.clone());
        Some(Self {
            id: *initiative,
            title: title.clone(),
            idea: text.clone(),
            applicant: applicant.clone(),
            author: *by,
            noted: *on,
            stage: Stage::Idea,
            since: *on,
            merged_into: None,
            talks: Vec::new(),
            begun: false,
            case: None,
            submitted: None,
            handed_in: None,
            receipt: None,
            completion: None,
            views: Vec::new(),
            examined: None,
            proposed: None,
            committee: None,
            decisions: Vec::new(),
            informed: None,
            steering_group: None,
            started: None,
            version: seq,
            history,
        })
    }

    /// Folds one fact in; `has_committee` tells whether the bylaws of a day have a working committee.
    pub fn evolve(&mut self, seq: u64, event: &Event, has_committee: impl Fn(Date) -> bool) {
        self.version = seq;
        self.history.push(seq, event.without_words());
        match event {
            Event::IdeaNoted { .. } => {}
            Event::IdeaTalkedOver { with, note, on, .. } => self.talks.push((*with, *on, note.clone())),
            Event::Rested { on, .. } => self.move_to(Stage::Resting, *on),
            Event::Merged { into, on, .. } => {
                self.merged_into = Some(*into);
                self.move_to(Stage::Resting, *on);
            }
            Event::Resumed { on, .. } => {
                self.merged_into = None;
                let stage = if self.begun { Stage::Draft } else { Stage::Idea };
                self.move_to(stage, *on);
            }
            Event::ApplicationBegun { on, .. } => {
                self.begun = true;
                self.move_to(Stage::Draft, *on);
            }
            Event::DraftDiscarded { on, .. } => {
                self.begun = false;
                self.move_to(Stage::Idea, *on);
            }
            Event::Submitted { case, application, on, paper, receipt, .. } => {
                self.begun = true;
                self.title.clone_from(&application.title);
                self.handed_in = paper.as_ref().map(|sealed| sealed.at(seq));
                self.receipt = receipt.as_ref().map(|sealed| sealed.at(seq));
                self.case = Some(*case);
                self.submitted = Some(*on);
                self.move_to(Stage::PreparatoryGroup, *on);
            }
            Event::CompletionAsked { what, on, .. } => {
                self.completion = Some(what.clone());
                self.move_to(Stage::Completion, *on);
            }
            Event::Completed { application, on, paper, .. } => {
                self.title.clone_from(&application.title);
                self.handed_in = paper.as_ref().map(|sealed| sealed.at(seq));
                // What was examined has changed: the completed application is examined anew.
                self.completion = None;
                self.examined = None;
                self.move_to(Stage::PreparatoryGroup, *on);
            }
            Event::MemberViewStated { member, view, text, by, on, .. } => {
                let (member, view, by, on) = (*member, *view, *by, *on);
                self.views.retain(|v| v.member != member);
                self.views.push(MemberView { member, view, text: text.clone(), by, on });
            }
            Event::Examined { text, on, .. } => self.examined = Some((*on, text.clone())),
            Event::Proposed { proposal, on, .. } => {
                self.proposed = Some((*on, proposal.clone()));
                self.move_to(if has_committee(*on) { Stage::WorkingCommittee } else { Stage::Board }, *on);
            }
            Event::CommitteePrepared { proposal, on, .. } => {
                self.committee = Some((*on, proposal.clone()));
                self.move_to(Stage::Board, *on);
            }
            Event::SentBack { to, on, .. } => self.step_back(*to, *on),
            Event::Decided { meeting, item, paragraf, outcome, on, .. } => {
                self.decide((*meeting, *item), *paragraf, outcome, *on);
            }
            Event::DecisionTakenBack { meeting, item, .. } => self.take_back((*meeting, *item)),
            Event::Informed { to, on, .. } => self.inform(to, *on),
            Event::SteeringGroupSet { body, .. } => self.steering_group = Some(*body),
            Event::Started { on, .. } => {
                self.started = Some(*on);
                self.move_to(Stage::Running, *on);
            }
            Event::Withdrawn { on, .. } => self.move_to(Stage::Withdrawn, *on),
        }
    }

    fn decide(
        &mut self,
        (meeting, item): (MeetingId, ItemId),
        paragraf: u32,
        outcome: &BoardOutcome,
        on: Date,
    ) {
        let before = Before {
            stage: self.stage,
            since: self.since,
            proposed: self.proposed.clone(),
            committee: self.committee.clone(),
            informed: self.informed.take(),
        };
        self.decisions.push(Decision { meeting, item, paragraf, outcome: outcome.clone(), on, before });
        self.follow(outcome, on);
    }

    /// As it stood before the decision, where that is the last one.
    fn take_back(&mut self, under: (MeetingId, ItemId)) {
        let taken = self.decisions.pop_if(|last| (last.meeting, last.item) == under);
        if let Some(Decision { before, .. }) = taken {
            (self.stage, self.since) = (before.stage, before.since);
            (self.proposed, self.committee) = (before.proposed, before.committee);
            self.informed = before.informed;
        }
    }

    fn inform(&mut self, to: &[String], on: Date) {
        let (_, told) = self.informed.get_or_insert_with(|| (on, Vec::new()));
        for one in to {
            if !told.contains(one) {
                told.push(one.clone());
            }
        }
    }

    fn move_to(&mut self, stage: Stage, on: Date) {
        self.stage = stage;
        self.since = on;
    }

    /// A grant to what already runs lets it run on.
    fn follow(&mut self, outcome: &BoardOutcome, on: Date) {
        match outcome {
            BoardOutcome::Granted(_) if self.started.is_some() => self.move_to(Stage::Running, on),
            BoardOutcome::Granted(_) => self.move_to(Stage::Granted, on),
            BoardOutcome::Rejected { .. } => self.move_to(Stage::Rejected, on),
            BoardOutcome::SentBack { .. } => self.step_back(Stage::PreparatoryGroup, on),
        }
    }

    /// What was prepared must be prepared anew after a step back.
    fn step_back(&mut self, to: Stage, on: Date) {
        self.committee = None;
        if to == Stage::PreparatoryGroup {
            self.proposed = None;
        }
        self.move_to(to, on);
    }

    /// The application as it was last handed in.
    pub fn application(&self) -> Option<&Application> {
        self.history.iter().rev().find_map(|(_, event)| event.application())
    }

    /// What the board's latest decision grants.
    pub fn grant(&self) -> Option<&Grant> {
        match &self.decisions.last()?.outcome {
            BoardOutcome::Granted(grant) => Some(grant),
            BoardOutcome::Rejected { .. } | BoardOutcome::SentBack { .. } => None,
        }
    }

    /// The proposal that lies before the board: the committee's, or else the preparatory group's.
    pub fn before_the_board(&self) -> Option<&Recommendation> {
        self.committee.as_ref().or(self.proposed.as_ref()).map(|(_, proposal)| proposal)
    }
}

impl Event {
    /// The application that it hands in.
    pub fn application(&self) -> Option<&Application> {
        if let Self::Submitted { application, .. } | Self::Completed { application, .. } = self {
            Some(application)
        } else {
            None
        }
    }

    /// Which initiative it is about.
    pub fn initiative(&self) -> InitiativeId {
        match self {
            Self::IdeaNoted { initiative, .. }
            | Self::IdeaTalkedOver { initiative, .. }
            | Self::Rested { initiative, .. }
            | Self::Merged { initiative, .. }
            | Self::Resumed { initiative, .. }
            | Self::ApplicationBegun { initiative, .. }
            | Self::DraftDiscarded { initiative, .. }
            | Self::Submitted { initiative, .. }
            | Self::CompletionAsked { initiative, .. }
            | Self::Completed { initiative, .. }
            | Self::MemberViewStated { initiative, .. }
            | Self::Examined { initiative, .. }
            | Self::Proposed { initiative, .. }
            | Self::CommitteePrepared { initiative, .. }
            | Self::SentBack { initiative, .. }
            | Self::Decided { initiative, .. }
            | Self::DecisionTakenBack { initiative, .. }
            | Self::Informed { initiative, .. }
            | Self::SteeringGroupSet { initiative, .. }
            | Self::Started { initiative, .. }
            | Self::Withdrawn { initiative, .. } => *initiative,
        }
    }
}
