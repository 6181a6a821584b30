//! One made-up initiative at each stage of its way, for the tests.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use crate::ids::{CaseId, InitiativeId, ItemId, MeetingId, PersonId};
use crate::initiative::committee::PrepareForBoard;
use crate::initiative::draft::{BeginApplication, Written};
use crate::initiative::events::{Application, BoardOutcome, Event, Grant, Interlocutor, Recommendation};
use crate::initiative::idea::{NoteIdea, TalkOverIdea};
use crate::initiative::prepare::{ExamineApplication, ProposeDecision};
use crate::initiative::submit::SubmitApplication;
use crate::testing::{AF, ASTA, BO, Given, MAJA, NILS, NORRBY, RUT, association, given};
use swedish::money::Ore;

pub(crate) const ID: InitiativeId = InitiativeId(1);
pub(crate) const CASE: CaseId = CaseId(1);
/// The applicant.
pub(crate) const APPLICANT: PersonId = RUT;
/// The day everything happens unless said otherwise.
pub(crate) const TODAY: Date = date(2026, 3, 2);

/// An application in which nothing is missing.
pub(crate) fn application() -> Application {
    Application {
        title: "Steget vidare".to_owned(),
        need: "Unga fastnar mellan myndigheterna.".to_owned(),
        target_group: "Unga 18–29 år.".to_owned(),
        needs_coordination: true,
        aims_at_work_ability: true,
        parties: vec![AF, NORRBY],
        carrier: Some(NORRBY),
        method: "Gemensam kartläggning.".to_owned(),
        goals: "Hälften går vidare till arbete eller studier.".to_owned(),
        indicators: "Tid till första möte.".to_owned(),
        from: Some(date(2026, 8, 1)),
        until: Some(date(2027, 12, 31)),
        budget: BTreeMap::from([(2026, Ore::new(40_000_000)), (2027, Ore::new(80_000_000))]),
        follow_up: "Varje halvår.".to_owned(),
        evaluation: "Av högskolan.".to_owned(),
        implementation: "Norrby tar över mottagningen.".to_owned(),
        receiver: Some(NORRBY),
        members_heard: vec![AF, NORRBY],
        ..Application::default()
    }
}

pub(crate) fn grant() -> Grant {
    Grant {
        amounts: BTreeMap::from([(2026, Ore::new(30_000_000)), (2027, Ore::new(60_000_000))]),
        from: Some(date(2026, 8, 1)),
        until: Some(date(2027, 12, 31)),
        conditions: vec!["Rapport varje halvår.".to_owned()],
        reporting: vec![date(2027, 1, 31)],
        financing: "Budget 2026, insatser.".to_owned(),
        fixes_method: false,
    }
}

/// A proposal to grant.
pub(crate) fn yes() -> Recommendation {
    Recommendation {
        approve: true,
        clauses: vec!["att bevilja Steget vidare medel".to_owned()],
        grounds: "Ansökan svarar mot planens mål.".to_owned(),
        grant: Some(grant()),
    }
}

/// A proposal to reject.
pub(crate) fn no() -> Recommendation {
    Recommendation {
        approve: false,
        clauses: vec!["att avslå ansökan".to_owned()],
        grounds: "Målgruppen nås redan.".to_owned(),
        grant: None,
    }
}

pub(crate) fn idea() -> NoteIdea {
    NoteIdea {
        title: "Steget".to_owned(),
        text: "En väg in för unga.".to_owned(),
        applicant: "Norrby kommun".to_owned(),
    }
}

pub(crate) fn talk() -> TalkOverIdea {
    TalkOverIdea { initiative: ID, with: Interlocutor::Office, note: "Bra, skriv.".to_owned() }
}

/// What the working copy held.
pub(crate) fn written(application: Application) -> Written {
    Written { version: 1, application, by: APPLICANT, on: TODAY }
}

/// Handing in what was written.
pub(crate) fn submit(application: Application) -> SubmitApplication {
    SubmitApplication { written: Some(written(application)), ..SubmitApplication::draft(ID, 1) }
}

/// An idea, noted by the applicant.
pub(crate) fn noted() -> Given {
    given(association()).by(APPLICANT).done(idea())
}

/// An application that is being written, talked over with the office.
pub(crate) fn drafted() -> Given {
    noted().done(talk()).done(BeginApplication { initiative: ID })
}

/// Handed in.
pub(crate) fn submitted() -> Given {
    drafted().done(submit(application()))
}

/// Examined by the preparatory group.
pub(crate) fn examined() -> Given {
    submitted().by(NILS).done(ExamineApplication { initiative: ID, text: "Ryms i planen.".to_owned() })
}

/// Proposed, and so with the working committee.
pub(crate) fn proposed() -> Given {
    examined().done(ProposeDecision { initiative: ID, proposal: yes() })
}

/// Before the board.
pub(crate) fn before_the_board() -> Given {
    proposed().by(ASTA).done(PrepareForBoard { initiative: ID, proposal: yes() })
}

/// The board's decision as a fact; how the meeting makes it is told in the meeting's own tests.
pub(crate) fn decided(outcome: BoardOutcome) -> Event {
    Event::Decided {
        initiative: ID,
        meeting: MeetingId(1),
        item: ItemId(1),
        paragraf: 12,
        outcome,
        on: TODAY,
    }
}

/// Granted, in the hands of the office.
pub(crate) fn granted() -> Given {
    before_the_board().by(MAJA).and([decided(BoardOutcome::Granted(grant()))])
}

/// Two people for two members in a steering group.
pub(crate) fn steering_people() -> Vec<crate::initiative::start::SteeringSeat> {
    use crate::initiative::start::SteeringSeat;
    vec![SteeringSeat { person: BO, member: AF }, SteeringSeat { person: RUT, member: NORRBY }]
}
