//! What comes next for an initiative at each stage.

use jiff::civil::{date, time};

use super::*;
use crate::ids::{ItemId, MeetingId};
use crate::initiative::events::BoardOutcome;
use crate::initiative::idea::RestIdea;
use crate::initiative::prepare::AskCompletion;
use crate::initiative::samples::{
    ID, TODAY, application, before_the_board, decided, drafted, examined, granted, noted, proposed,
    steering_people, submitted,
};
use crate::initiative::start::{InformConcerned, SetUpSteeringGroup, StartInitiative};
use crate::meeting::events::{self, ItemContent, ItemKind, Planned};
use crate::meeting::notice::SendNotice;
use crate::testing::{BOARD, Given, NORRBY};

fn next(given: &Given) -> Vec<NextStep> {
    next_steps(&given.state, &given.state.initiatives[&ID], None, TODAY)
}

/// While something is being written.
fn next_with(given: &Given, draft: &Application) -> Vec<NextStep> {
    next_steps(&given.state, &given.state.initiatives[&ID], Some(draft), TODAY)
}

fn said(given: &Given) -> Vec<String> {
    told(&next(given))
}

/// The steps, with a mark after those that cannot be taken yet.
fn told(steps: &[NextStep]) -> Vec<String> {
    steps.iter().map(|s| format!("{}{}", s.step.command(), if s.ready { "" } else { "!" })).collect()
}

pub(crate) fn meeting_with_the_initiative() -> [events::Event; 2] {
    let plan = Planned {
        meeting: MeetingId(1),
        body: BOARD,
        on: date(2026, 4, 14),
        from: time(9, 0, 0, 0),
        until: time(12, 0, 0, 0),
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
    let (meeting, item) = (MeetingId(1), ItemId(1));
    [events::Event::Planned(plan), events::Event::ItemAdded { meeting, item, content, at_the_meeting: false }]
}

#[test]
fn an_idea_is_talked_over_and_written() {
    assert_eq!(said(&noted()), ["talk_over_idea", "begin_application"]);
    let resting = noted().done(RestIdea { initiative: ID, why: "Paus".to_owned() });
    assert_eq!(said(&resting), ["resume_idea"]);
}

#[test]
fn a_draft_says_what_is_missing() {
    assert_eq!(said(&drafted()), ["begin_application"], "what it says is not known to everybody");
    assert_eq!(told(&next_with(&drafted(), &application())), ["submit_application"]);
    let half = Application { target_group: String::new(), goals: String::new(), ..application() };
    let steps = next_with(&drafted(), &half);
    assert_eq!(told(&steps), ["begin_application", "submit_application!"]);
    assert_eq!(steps[1].hindrance.as_deref(), Some("Beskriv målgruppen. (1 till att fylla i.)"));
}

#[test]
fn a_draft_says_which_rule_is_in_the_way() {
    let alone = Application { parties: vec![NORRBY], ..application() };
    let steps = next_with(&drafted(), &alone);
    assert_eq!(steps[1].rule, Some("within-purpose"));
    assert!(steps[1].hindrance.as_deref().unwrap().contains("inte inom ändamålet"));
}

#[test]
fn the_group_examines_before_it_proposes() {
    let steps = next(&submitted());
    assert_eq!(said(&submitted()), ["examine_application", "state_member_view", "propose_decision!"]);
    assert_eq!(steps[2].hindrance.as_deref(), Some("Beredningsgruppen har inte granskat ansökan."));
    assert!(steps.iter().all(|s| s.who == Who::PreparatoryGroup));
    assert_eq!(said(&examined()), ["state_member_view", "propose_decision"]);
    let asked = submitted().done(AskCompletion { initiative: ID, what: "Mer".to_owned() });
    assert_eq!(said(&asked), ["begin_application"]);
    assert_eq!(told(&next_with(&asked, &application())), ["begin_application", "submit_application"]);
    let emptied = Application { need: String::new(), ..application() };
    assert_eq!(told(&next_with(&asked, &emptied)), ["begin_application", "submit_application!"]);
}

#[test]
fn the_committee_prepares_and_the_board_decides_at_a_meeting() {
    assert_eq!(said(&proposed()), ["prepare_for_board"]);
    assert_eq!(said(&before_the_board()), ["plan_meeting", "add_item!", "make_decision!"]);
    let [planned, added] = meeting_with_the_initiative();
    let past = before_the_board().and([planned]);
    assert_eq!(said(&past), ["add_item", "make_decision!"]);
    let add = &next(&past)[0];
    assert_eq!((add.due, add.rule), (Some(date(2026, 4, 7)), Some("notice-period")));
    let past = past.and([added]);
    let steps = next(&past);
    assert_eq!(steps[0].hindrance.as_deref(), Some("Styrelsen sammanträder den 14 april 2026."));
    assert_eq!(steps.len(), 1);
    let opened = events::Event::Opened { meeting: MeetingId(1), at: date(2026, 4, 14).at(9, 0, 0, 0) };
    assert_eq!(said(&past.and([opened])), ["make_decision"]);
}

#[test]
fn people_are_told_before_it_starts() {
    let past = granted();
    let steps = next(&past);
    assert_eq!(said(&past), ["inform_concerned", "set_up_steering_group", "start_initiative!"]);
    assert_eq!(steps[0].rule, Some("office-informs"));
    assert!(steps[0].due.is_some_and(|due| due > TODAY));
    assert_eq!(steps[2].hindrance.as_deref(), Some("De berörda har inte fått veta beslutet."));
    let past = past.done(InformConcerned { initiative: ID, to: vec!["Enhetschef".to_owned()] });
    assert_eq!(said(&past), ["set_up_steering_group", "start_initiative!"]);
    let past = past.done(SetUpSteeringGroup {
        initiative: ID,
        name: "Styrgruppen".to_owned(),
        people: steering_people(),
    });
    assert_eq!(said(&past), ["start_initiative"]);
    assert_eq!(next(&past)[0].due, Some(date(2026, 8, 1)));
    let past = past.done(StartInitiative { initiative: ID, on: date(2026, 8, 3) });
    assert_eq!(next(&past), []);
}

#[test]
fn a_rejection_is_told_and_then_nothing_is_left() {
    let rejected = before_the_board().and([decided(BoardOutcome::Rejected { why: "Nej".to_owned() })]);
    assert_eq!(said(&rejected), ["inform_concerned"]);
    let told = rejected.done(InformConcerned { initiative: ID, to: vec!["Sökanden".to_owned()] });
    assert_eq!(next(&told), []);
    assert_eq!(standing(&told.state.initiatives[&ID]), "”Steget vidare” är avslagen sedan den 2 mars 2026.");
}

#[test]
fn an_agenda_whose_notice_is_sent_is_passed_by() {
    let plan = |meeting, on| {
        events::Event::Planned(Planned {
            meeting: MeetingId(meeting),
            body: BOARD,
            on,
            from: time(9, 0, 0, 0),
            until: time(12, 0, 0, 0),
            place: "Norrby".to_owned(),
            extra: None,
        })
    };
    let content = ItemContent {
        kind: ItemKind::Formal,
        title: "Mötets öppnande".to_owned(),
        text: String::new(),
        presenter: None,
        proposed: Vec::new(),
        appendices: Vec::new(),
        matter: None,
    };
    let (meeting, item) = (MeetingId(1), ItemId(1));
    let added = events::Event::ItemAdded { meeting, item, content, at_the_meeting: false };
    let sent =
        before_the_board().and([plan(1, date(2026, 4, 14)), added]).done(SendNotice { meeting, on: None });
    let steps = next(&sent);
    assert_eq!(told(&steps), ["plan_meeting", "add_item!", "make_decision!"]);
    assert_eq!(
        steps[1].hindrance.as_deref(),
        Some("Kallelsen till sammanträdet den 14 april 2026 är fastställd.")
    );
    let later = sent.and([plan(2, date(2026, 9, 1)), plan(3, date(2026, 6, 2))]);
    let open: Vec<MeetingId> = open_agendas(&later.state, TODAY).iter().map(|m| m.id()).collect();
    assert_eq!(open, [MeetingId(3), MeetingId(2)], "the nearest first");
    assert_eq!(said(&later), ["add_item", "make_decision!"]);
}
