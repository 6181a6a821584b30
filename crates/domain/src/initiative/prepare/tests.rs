//! How the preparatory group examines an application and proposes a decision.

use std::collections::BTreeMap;

use jiff::civil::date;
use statute::Outcome;

use super::*;
use crate::case_register::events::Event as RegisterEvent;
use crate::initiative::events::{Application, Grant};
use crate::initiative::samples::{
    ID, TODAY, application, drafted, examined, grant, no, proposed, submit, submitted, yes,
};
use crate::testing::{AF, Given, NILS, NORRBY, OLGA, REGION, changed, field, order, reason_for};
use swedish::money::Ore;

const EXAMINE: &str = "Ryms i planen.";

fn propose(proposal: Recommendation) -> ProposeDecision {
    ProposeDecision { initiative: ID, proposal }
}

fn examined_as(application: Application) -> Given {
    drafted()
        .done(submit(application))
        .by(NILS)
        .done(ExamineApplication { initiative: ID, text: EXAMINE.to_owned() })
}

#[test]
fn completion_is_asked_for_in_a_registered_letter() {
    let ask = AskCompletion { initiative: ID, what: "Beskriv metoden närmare.".to_owned() };
    let past = submitted().by(NILS).when(ask.clone()).settles();
    let case = past.state.register.cases.values().next().unwrap();
    let last = case.entries.last().unwrap();
    assert_eq!(
        (last.no, last.direction, last.title.as_str()),
        (3, Direction::Sent, "Begäran om komplettering")
    );
    assert_eq!(past.state.initiatives[&ID].stage, Stage::Completion);
    past.by(OLGA)
        .when(AskCompletion { what: "Annat".to_owned(), ..ask.clone() })
        .refused(changed("Komplettering begärdes redan den 2 mars 2026: Beskriv metoden närmare."));
    submitted().when(AskCompletion { what: String::new(), ..ask.clone() }).refused(field("what"));
    proposed().when(ask).refused(order("ligger hos arbetsutskottet"));
}

#[test]
fn the_registered_letter_stands_before_the_fact() {
    let ask = AskCompletion { initiative: ID, what: "Mer".to_owned() };
    let when = submitted().when(ask);
    let events = &when.decided().events;
    assert!(matches!(events[0], crate::Event::Register(RegisterEvent::DocumentRegistered(_))));
    assert!(matches!(events[1], crate::Event::Initiative(Event::CompletionAsked { .. })));
}

#[test]
fn the_latest_view_of_a_member_counts() {
    let view = StateMemberView {
        initiative: ID,
        member: REGION,
        view: View::Doubts,
        text: "Oklart om vården räcker.".to_owned(),
    };
    let stated = Event::MemberViewStated {
        initiative: ID,
        member: REGION,
        view: View::Doubts,
        text: view.text.clone(),
        by: OLGA,
        on: TODAY,
    };
    let past = submitted().by(OLGA).when(view.clone()).then([stated]).settles();
    let past = past.when(StateMemberView { view: View::Supports, ..view.clone() }).settles();
    assert_eq!(past.state.initiatives[&ID].views.len(), 1);
    assert_eq!(past.state.initiatives[&ID].views[0].view, View::Supports);
    submitted().when(StateMemberView { text: String::new(), ..view.clone() }).refused(field("text"));
    submitted().when(StateMemberView { member: MemberId(9), ..view.clone() }).refused(field("member"));
    proposed().when(view).refused(order("ligger hos arbetsutskottet"));
}

#[test]
fn an_application_is_examined_by_the_group_that_has_it() {
    let examine = ExamineApplication { initiative: ID, text: EXAMINE.to_owned() };
    let examined = Event::Examined { initiative: ID, text: EXAMINE.to_owned(), by: NILS, on: TODAY };
    submitted().by(NILS).when(examine.clone()).then([examined]).settles();
    submitted().when(ExamineApplication { text: " ".to_owned(), ..examine }).refused(field("text"));
    proposed()
        .when(ExamineApplication { initiative: ID, text: "Igen".to_owned() })
        .refused(order("ligger hos arbetsutskottet"));
}

#[test]
fn a_completed_application_is_examined_anew() {
    let past =
        examined().done(AskCompletion { initiative: ID, what: "Mer".to_owned() }).done(submit(application()));
    past.when(propose(yes())).refused(order("har inte granskat ansökan"));
}

#[test]
fn a_proposal_follows_an_examination() {
    let proposed = Event::Proposed { initiative: ID, proposal: yes(), by: NILS, on: TODAY };
    submitted().when(propose(yes())).refused(order("Beredningsgruppen har inte granskat ansökan."));
    let past = examined()
        .when(propose(yes()))
        .then([proposed])
        .finds("implementation-plan", Outcome::Met)
        .finds("affected-members-heard", Outcome::Met)
        .settles();
    assert_eq!(past.state.initiatives[&ID].stage, Stage::WorkingCommittee);
    past.when(propose(no())).refused(changed("Beredningsgruppen lämnade ett förslag den 2 mars 2026"));
}

#[test]
fn a_missing_plan_for_the_time_after_asks_for_a_reason() {
    let without = Application { implementation: String::new(), receiver: None, ..application() };
    examined_as(without.clone()).when(propose(yes())).refused(reason_for("implementation-plan"));
    examined_as(without.clone())
        .because("implementation-plan", "Metoden prövas först.")
        .when(propose(yes()))
        .finds("implementation-plan", Outcome::Explained)
        .settles();
    examined_as(without).when(propose(no())).silent("implementation-plan").settles();
}

#[test]
fn financing_afterwards_is_a_plan_too() {
    let financed = Application { receiver: None, ..application() };
    examined_as(financed).when(propose(yes())).finds("implementation-plan", Outcome::Met);
}

#[test]
fn members_concerned_are_heard_in_the_application_or_through_their_official() {
    let unheard = || examined_as(Application { members_heard: vec![NORRBY], ..application() });
    unheard().when(propose(yes())).refused(reason_for("affected-members-heard"));
    unheard()
        .done(StateMemberView {
            initiative: ID,
            member: AF,
            view: View::Supports,
            text: "Vi är med.".to_owned(),
        })
        .when(propose(yes()))
        .finds("affected-members-heard", Outcome::Met)
        .settles();
}

#[test]
fn a_proposal_says_what_to_fill_in() {
    let with = |grant: Grant| Recommendation { grant: Some(grant), ..yes() };
    let more = BTreeMap::from([(2026, Ore::new(40_000_001))]);
    let other_year = BTreeMap::from([(2028, Ore::new(1))]);
    let wrong = [
        ("clauses", Recommendation { clauses: Vec::new(), ..yes() }),
        (
            "clauses",
            Recommendation { clauses: vec!["att bevilja 500 000 kronor för 2026".to_owned()], ..yes() },
        ),
        ("clauses", Recommendation { clauses: vec![" ".to_owned()], ..no() }),
        ("grounds", Recommendation { grounds: String::new(), ..no() }),
        ("grant", Recommendation { grant: None, ..yes() }),
        ("grant", Recommendation { grant: Some(grant()), ..no() }),
        ("amounts", with(Grant { amounts: BTreeMap::new(), ..grant() })),
        ("amounts", with(Grant { amounts: BTreeMap::from([(2026, Ore::new(0))]), ..grant() })),
        ("amounts", with(Grant { amounts: more, ..grant() })),
        ("amounts", with(Grant { amounts: other_year, ..grant() })),
        ("from", with(Grant { from: None, ..grant() })),
        ("until", with(Grant { until: None, ..grant() })),
        ("until", with(Grant { until: Some(date(2026, 1, 1)), ..grant() })),
        ("financing", with(Grant { financing: String::new(), ..grant() })),
    ];
    for (name, proposal) in wrong {
        examined().when(propose(proposal)).refused(field(name));
    }
    let bare = Recommendation { grounds: String::new(), grant: None, ..yes() };
    examined().afterwards().when(propose(bare)).settles();
}
