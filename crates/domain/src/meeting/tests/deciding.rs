//! Decisions, and what they mean for an application.

use jiff::civil::date;
use statute::Outcome;
use swedish::money::Ore;

use crate::decision::Refusal;
use crate::event::Event;
use crate::ids::{ItemId, MandateId, MeetingId, PersonId};
use crate::initiative::events::{BoardOutcome, Event as Step, Grant, Stage};
use crate::meeting::agenda::AddItem;
use crate::meeting::attendance::{NoteAttendance, NoteDisqualification};
use crate::meeting::decide::MakeDecision;
use crate::meeting::events::{Capacity, Event as Fact, ItemKind, Matter, VoteMatter};
use crate::meeting::notice::SendNotice;
use crate::meeting::paragraf::TakeUpItem;
use crate::meeting::plan::PlanMeeting;
use crate::meeting::session::{CloseMeeting, OpenMeeting};
use crate::meeting::tests::{
    APPLICATION, DAY, INITIATIVE, MEETING, PAYMENTS, SIX, add, application_item, ballot, closed, contested,
    decision, grant, granted, handed_in, item, opened, opened_by, plan, present, proposal, rejected, serving,
    take_up, voting,
};
use crate::meeting::vote::{CloseVote, OpenVote};
use crate::testing::{
    ASTA, BO, CILLA, COMMITTEE, DAVID, EBBA, Given, MAJA, association, field, given, law, order, reason_for,
};

fn aside(person: PersonId) -> NoteDisqualification {
    NoteDisqualification {
        meeting: MEETING,
        item: APPLICATION,
        person,
        ground: "Styrelseledamot hos sökanden.".to_owned(),
    }
}

fn up() -> Given {
    opened().done(take_up(APPLICATION))
}

fn grants(grant: Grant) -> MakeDecision {
    decision(APPLICATION, "att bevilja ansökan", Some(BoardOutcome::Granted(grant)))
}

#[test]
fn the_board_grants_a_prepared_application() {
    let decided = up().when(grants(grant()));
    let clauses = vec!["att bevilja ansökan".to_owned()];
    let after = decided
        .finds("quorum", Outcome::Met)
        .finds("prepared-before-decision", Outcome::Met)
        .finds("financing-stated", Outcome::Met)
        .finds("implementation-plan", Outcome::Met)
        .finds("affected-members-heard", Outcome::Met)
        .finds("appeal-notice", Outcome::Met)
        .silent("disqualification")
        .then([
            Event::from(Fact::Decided { meeting: MEETING, item: APPLICATION, clauses, appealable: true }),
            Event::from(Step::Decided {
                initiative: INITIATIVE,
                meeting: MEETING,
                item: APPLICATION,
                paragraf: 1,
                outcome: granted(),
                on: DAY,
            }),
        ])
        .settles();
    assert_eq!(after.state.initiatives[&INITIATIVE].stage, Stage::Granted);
}

#[test]
fn the_board_rejects_or_sends_back() {
    let no = up().when(decision(APPLICATION, "att avslå ansökan", Some(rejected())));
    let no = no.silent("financing-stated").silent("implementation-plan").settles();
    assert_eq!(no.state.initiatives[&INITIATIVE].stage, Stage::Rejected);
    let back = BoardOutcome::SentBack { why: "Målen är oklara.".to_owned() };
    let back = up().when(decision(APPLICATION, "att återremittera ärendet", Some(back))).settles();
    assert_eq!(back.state.initiatives[&INITIATIVE].stage, Stage::PreparatoryGroup);
    let unsaid = BoardOutcome::Rejected { why: String::new() };
    up().when(decision(APPLICATION, "att avslå", Some(unsaid))).refused(field("why"));
}

#[test]
fn six_seats_need_four_who_serve() {
    opened_by(3).when(take_up(APPLICATION)).refused(law("quorum"));
    opened_by(3).afterwards().when(take_up(APPLICATION)).finds("quorum", Outcome::NotMet);
    let taken_up = opened_by(4).when(take_up(APPLICATION)).finds("quorum", Outcome::Met).settles();
    taken_up.when(grants(grant())).finds("quorum", Outcome::Met).settles();
    let three = contested().done(aside(CILLA)).done(aside(DAVID)).done(aside(EBBA));
    three.clone().when(grants(grant())).refused(law("quorum"));
    let vote = OpenVote {
        meeting: MEETING,
        item: APPLICATION,
        between: Vec::new(),
        secret: false,
        matter: VoteMatter::Ordinary,
    };
    three.when(vote).refused(law("quorum"));
    let begun = voting(VoteMatter::Ordinary).done(ballot(APPLICATION, ASTA, Some(1)));
    let three = begun.done(aside(CILLA)).done(aside(DAVID)).done(aside(EBBA));
    three
        .when(CloseVote { meeting: MEETING, item: APPLICATION, lot: None, tally: None })
        .refused(law("quorum"));
}

#[test]
fn what_is_only_formal_is_taken_up_by_whoever_is_there() {
    opened_by(2).when(take_up(ItemId(1))).silent("quorum").settles();
}

#[test]
fn a_grant_says_how_much_how_long_and_with_what_money() {
    up().when(grants(Grant { financing: " ".to_owned(), ..grant() })).refused(law("financing-stated"));
    up().when(grants(Grant { amounts: [].into(), ..grant() })).refused(field("amounts"));
    up().when(grants(Grant { until: Some(date(2026, 3, 31)), ..grant() })).refused(field("until"));
    up().when(decision(APPLICATION, "att bevilja", None)).refused(field("outcome"));
    up().when(MakeDecision { clauses: vec![], ..grants(grant()) }).refused(field("clauses"));
}

#[test]
fn an_application_that_nobody_has_prepared_is_decided_only_with_a_reason() {
    let back = up().and([Step::SentBack {
        initiative: INITIATIVE,
        to: Stage::PreparatoryGroup,
        why: "Saknar mål.".to_owned(),
        by: MAJA,
        on: DAY,
    }]);
    back.clone().when(grants(grant())).refused(reason_for("prepared-before-decision"));
    let hasty = back.clone().because("prepared-before-decision", "Gruppen hinner inte mötas.");
    hasty.when(grants(grant())).finds("prepared-before-decision", Outcome::Explained).settles();
    back.afterwards().when(grants(grant())).finds("prepared-before-decision", Outcome::NotMet).settles();
    let committee = up().and([Step::SentBack {
        initiative: INITIATIVE,
        to: Stage::WorkingCommittee,
        why: "Ofullständigt.".to_owned(),
        by: MAJA,
        on: DAY,
    }]);
    committee.when(grants(grant())).refused(order("arbetsutskottet"));
}

#[test]
fn what_should_be_in_the_papers_needs_a_reason_when_it_is_not() {
    let mut application = up().state.initiatives[&INITIATIVE].application().cloned().unwrap();
    application.implementation.clear();
    let (initiative, application, (by, on)) = (INITIATIVE, Box::new(application), (MAJA, DAY));
    let proposal = up().state.initiatives[&INITIATIVE].proposed.clone().unwrap().1;
    let bare = up().and([
        Step::Completed { initiative, application, by, on, paper: None },
        Step::Examined { initiative, text: "Inom ändamålet.".to_owned(), by, on },
        Step::Proposed { initiative, proposal: proposal.clone(), by, on },
        Step::CommitteePrepared { initiative, proposal, by, on },
    ]);
    bare.clone().when(grants(grant())).refused(reason_for("implementation-plan"));
    let reasoned = bare.because("implementation-plan", "Förstudien ska visa vem.");
    reasoned.when(grants(grant())).finds("implementation-plan", Outcome::Explained).settles();
}

#[test]
fn the_board_says_what_and_needs_a_reason_to_say_how() {
    let on = |condition: &str, fixes_method| {
        grants(Grant { conditions: vec![condition.to_owned()], fixes_method, ..grant() })
    };
    up().when(grants(grant())).silent("board-decides-what-not-how").settles();
    up().when(on("Rapport varje halvår.", false)).finds("board-decides-what-not-how", Outcome::Met).settles();
    let fixed = on("Kartläggningen görs i grupp om åtta.", true);
    up().when(fixed.clone()).refused(reason_for("board-decides-what-not-how"));
    let reasoned = up().because("board-decides-what-not-how", "Metoden prövas i en studie.");
    reasoned.when(fixed).finds("board-decides-what-not-how", Outcome::Explained).settles();
}

#[test]
fn what_was_voted_is_what_is_decided() {
    let count = CloseVote { meeting: MEETING, item: APPLICATION, lot: None, tally: None };
    let counted = SIX
        .into_iter()
        .fold(voting(VoteMatter::Ordinary), |g, person| g.done(ballot(APPLICATION, person, Some(2))))
        .done(count);
    voting(VoteMatter::Ordinary).when(grants(grant())).refused(order("pågår"));
    counted.clone().when(grants(grant())).refused(field("outcome"));
    let voted_down = MakeDecision { clauses: vec!["att bevilja ansökan".to_owned()], ..grants(grant()) };
    counted.clone().when(MakeDecision { outcome: None, ..voted_down }).refused(field("clauses"));
    let as_voted = MakeDecision { clauses: vec![], outcome: None, ..grants(grant()) };
    let after = counted.when(as_voted).settles();
    assert_eq!(after.state.initiatives[&INITIATIVE].decisions[0].outcome, rejected());
    let item = after.state.meetings[&MEETING].item(APPLICATION).unwrap().clone();
    assert_eq!(item.decision, Some((vec!["att avslå ansökan".to_owned()], true)));
}

#[test]
fn an_item_is_decided_once() {
    let decided = contested().done(grants(grant()));
    decided.clone().when(decision(APPLICATION, "att avslå ansökan", Some(rejected()))).refused(
        |r| matches!(r, Refusal::Changed(says) if says.starts_with("§ 1 är redan beslutad: att bevilja")),
    );
    decided.when(proposal(APPLICATION, BO, "att avslå", None)).refused(order("redan beslutad"));
}

#[test]
fn an_ordinary_item_leaves_initiatives_alone() {
    let payments = || opened().done(take_up(PAYMENTS));
    payments()
        .when(decision(PAYMENTS, "att anta attestordningen", None))
        .silent("financing-stated")
        .settles();
    payments().when(decision(PAYMENTS, "att bevilja", Some(granted()))).refused(field("outcome"));
    opened().when(decision(PAYMENTS, "att anta", None)).refused(order("inte uppe"));
}

#[test]
fn another_body_decides_without_effect_on_the_application() {
    let group = PlanMeeting { body: COMMITTEE, ..plan() };
    let asta = present(ASTA, Capacity::Serving { mandate: MandateId(14), in_place_of: None });
    let about = item(ItemKind::Decision, "Ansökan", Some(Matter::Initiative(INITIATIVE)));
    let number = ItemId(6);
    let talks = given(association())
        .and(handed_in())
        .done(group)
        .done(add(about))
        .done(SendNotice { meeting: MEETING, on: None })
        .on(DAY)
        .done(OpenMeeting { meeting: MEETING, at: None })
        .done(asta)
        .done(take_up(number));
    let decide = MakeDecision { appealable: false, ..decision(number, "att föreslå bifall", None) };
    let after = talks.clone().when(decide).silent("quorum").silent("prepared-before-decision").settles();
    assert_eq!(after.state.initiatives[&INITIATIVE].stage, Stage::PreparatoryGroup);
    talks.when(decision(number, "att bevilja", Some(granted()))).refused(field("outcome"));
}

/// The board meets once more, extra, on 2 April, with the application on its agenda again.
fn once_more(first: BoardOutcome) -> Given {
    let again = MeetingId(2);
    let extra = PlanMeeting { on: date(2026, 4, 2), extra: Some("Ny begäran.".to_owned()), ..plan() };
    let start = up().done(decision(APPLICATION, "att besluta", Some(first)));
    let start = start.done(extra).done(AddItem { meeting: again, ..add(application_item()) });
    let start = start.on(date(2026, 4, 2)).done(OpenMeeting { meeting: again, at: None });
    let there = (1..).zip(SIX).fold(start, |g, (mandate, person)| {
        g.done(NoteAttendance { meeting: again, ..serving(person, mandate, None) })
    });
    there.done(TakeUpItem { meeting: again, item: ItemId(6), paragraf: None })
}

#[test]
fn a_decision_is_reconsidered_at_a_later_meeting() {
    let again = MakeDecision { meeting: MeetingId(2), item: ItemId(6), ..grants(grant()) };
    let after = once_more(rejected()).when(again.clone()).settles();
    let initiative = &after.state.initiatives[&INITIATIVE];
    assert_eq!((initiative.stage, initiative.decisions.len()), (Stage::Granted, 2));
    let silent = MakeDecision { outcome: None, ..again };
    once_more(rejected()).when(silent).silent("prepared-before-decision").settles();
}

#[test]
fn an_application_is_decided_once_at_a_meeting() {
    let twice = item(ItemKind::Decision, "Ansökan igen", Some(Matter::Initiative(INITIATIVE)));
    let decided = up().done(grants(grant())).done(add(twice)).done(take_up(ItemId(10)));
    decided.when(decision(ItemId(10), "att avslå", Some(rejected()))).refused(order("avgjordes under § 1"));
}

#[test]
fn a_closed_meeting_decides_nothing_more() {
    let closed = closed();
    assert!(closed.state.meetings[&MEETING].closed.is_some());
    let close = CloseMeeting { meeting: MEETING, at: None };
    let left_open = (1..=9).map(ItemId).fold(opened(), |g, item| g.done(take_up(item))).done(close);
    left_open.when(decision(PAYMENTS, "att anta", None)).refused(order("avslutades"));
}

/// What the minutes say was decided on the application.
fn terms_of(given: &Given) -> papers::Terms {
    let meeting = &given.state.meetings[&MEETING];
    let paper = crate::meeting::paper::minutes(&given.state, meeting, None, DAY).unwrap();
    let paragraf = paper.paragraphs.into_iter().find(|p| p.number == 1).unwrap();
    paragraf.decision.and_then(|d| d.terms).unwrap()
}

#[test]
fn the_minutes_say_what_was_granted_and_on_what_terms() {
    let mut terms = grant();
    terms.amounts.insert(2027, Ore::new(20_000_000));
    terms.conditions = vec!["Rapport varje halvår.".to_owned()];
    terms.reporting = vec![date(2026, 9, 1)];
    let said = terms_of(&up().done(grants(terms.clone())));
    let amounts: Vec<(i16, Ore)> = said.amounts.iter().map(|a| (a.year, a.amount)).collect();
    assert_eq!(amounts, [(2026, Ore::new(30_000_000)), (2027, Ore::new(20_000_000))]);
    assert_eq!(said.total, Some(Ore::new(50_000_000)));
    assert_eq!((said.from, said.until), (terms.from, terms.until));
    assert_eq!(said.financing.as_deref(), Some("Medel i budget 2026 för insatser."));
    assert_eq!((said.conditions, said.reporting), (terms.conditions, terms.reporting));
    let no = terms_of(&up().done(decision(APPLICATION, "att avslå ansökan", Some(rejected()))));
    assert_eq!(no.why.as_deref(), Some("Medlen räcker inte."));
    assert!(no.amounts.is_empty());
}

#[test]
fn the_notice_says_what_is_proposed_to_be_granted() {
    let given = opened();
    let meeting = &given.state.meetings[&MEETING];
    let sending = crate::meeting::paper::notice::Sending::Draft(DAY);
    let notice = crate::meeting::paper::notice::content(&given.state, meeting, &sending);
    let item = notice.items.iter().find(|i| i.title == "Ansökan IT-spåret").unwrap();
    let amounts = &item.terms.as_ref().unwrap().amounts;
    assert_eq!(
        amounts.iter().map(|a| (a.year, a.amount)).collect::<Vec<_>>(),
        [(2026, Ore::new(30_000_000))]
    );
}

#[test]
fn the_words_of_a_decision_say_the_same_amount_as_its_figures() {
    let says = |clause: &str| decision(APPLICATION, clause, Some(granted()));
    up().when(says("att bevilja IT-spåret 200 000 kr")).refused(field("clauses"));
    up().when(says("att bevilja IT-spåret 300 000 kr för 2026")).happens();
    up().when(proposal(APPLICATION, ASTA, "att bevilja 200 000 kronor", Some(granted())))
        .refused(field("text"));
}
