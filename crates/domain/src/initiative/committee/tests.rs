//! How the working committee prepares the board's decision, and how a matter goes back.

use statute::Outcome;

use super::*;
use crate::ids::{ItemId, MeetingId};
use crate::initiative::samples::{
    ID, TODAY, before_the_board, examined, granted, no, proposed, submitted, yes,
};
use crate::meeting::events::{self, ItemContent, ItemKind, Planned};
use crate::testing::{ASTA, BO, BOARD, changed, field, order};

fn prepare(proposal: Recommendation) -> PrepareForBoard {
    PrepareForBoard { initiative: ID, proposal }
}

fn back(to: Stage) -> SendBack {
    SendBack { initiative: ID, to, why: "Beskriv uppföljningen bättre.".to_owned() }
}

#[test]
fn the_committee_prepares_what_the_group_has_proposed() {
    let prepared = Event::CommitteePrepared { initiative: ID, proposal: yes(), by: ASTA, on: TODAY };
    let past = proposed()
        .by(ASTA)
        .when(prepare(yes()))
        .then([prepared])
        .finds("prepared-before-decision", Outcome::Met)
        .settles();
    assert_eq!(past.state.initiatives[&ID].stage, Stage::Board);
    past.by(BO).when(prepare(no())).refused(changed("Arbetsutskottet lämnade ett förslag den 2 mars 2026"));
}

#[test]
fn the_committee_prepares_only_what_it_has() {
    submitted().when(prepare(yes())).refused(order("ligger hos beredningsgruppen"));
    examined().when(prepare(yes())).refused(order("ligger hos beredningsgruppen"));
    proposed().when(prepare(Recommendation { clauses: vec![], ..no() })).refused(field("clauses"));
}

#[test]
fn the_committee_sends_back_to_the_group() {
    let sent = Event::SentBack {
        initiative: ID,
        to: Stage::PreparatoryGroup,
        why: back(Stage::PreparatoryGroup).why,
        by: ASTA,
        on: TODAY,
    };
    let past = proposed().by(ASTA).when(back(Stage::PreparatoryGroup)).then([sent]).settles();
    assert_eq!(past.state.initiatives[&ID].proposed, None, "it is to be proposed anew");
    past.by(BO)
        .when(SendBack { why: "Annat".to_owned(), ..back(Stage::PreparatoryGroup) })
        .refused(changed("Asta Alm återremitterade"));
}

#[test]
fn the_board_sends_back_one_or_two_steps() {
    let past = before_the_board().when(back(Stage::WorkingCommittee)).settles();
    assert_eq!(past.state.initiatives[&ID].stage, Stage::WorkingCommittee);
    past.when(back(Stage::PreparatoryGroup)).settles();
    before_the_board().when(back(Stage::PreparatoryGroup)).settles();
}

#[test]
fn nothing_is_sent_back_forwards() {
    proposed().when(back(Stage::WorkingCommittee)).refused(field("to"));
    before_the_board().when(back(Stage::Draft)).refused(field("to"));
    proposed().when(SendBack { why: String::new(), ..back(Stage::PreparatoryGroup) }).refused(field("why"));
    submitted().when(back(Stage::PreparatoryGroup)).refused(order("ligger hos beredningsgruppen"));
    granted().when(back(Stage::PreparatoryGroup)).refused(order("är beviljad"));
}

#[test]
fn what_the_board_is_handling_is_the_boards_to_send_back() {
    let (meeting, item) = (MeetingId(1), ItemId(1));
    let plan = Planned {
        meeting,
        body: BOARD,
        on: TODAY,
        from: jiff::civil::time(9, 0, 0, 0),
        until: jiff::civil::time(12, 0, 0, 0),
        place: "Norrby".to_owned(),
        extra: None,
    };
    let content = ItemContent {
        kind: ItemKind::Decision,
        title: "Steget vidare".to_owned(),
        text: String::new(),
        presenter: None,
        proposed: Vec::new(),
        appendices: Vec::new(),
        matter: Some(Matter::Initiative(ID)),
    };
    let handled = before_the_board().and([
        events::Event::Planned(plan),
        events::Event::ItemAdded { meeting, item, content, at_the_meeting: false },
        events::Event::Opened { meeting, at: TODAY.at(9, 0, 0, 0) },
        events::Event::TakenUp { meeting, item, paragraf: 12 },
    ]);
    handled.when(back(Stage::PreparatoryGroup)).refused(order("vid sammanträdet den 2 mars 2026"));
}
