//! What an initiative's page says of its rules.

use jiff::civil::date;

use super::findings;
use crate::initiative::events::{Application, BoardOutcome, Grant};
use crate::initiative::prepare::{ExamineApplication, ProposeDecision};
use crate::initiative::samples::{
    ID, TODAY, application, before_the_board, decided, drafted, grant, granted, noted, submit, submitted, yes,
};
use crate::initiative::start::InformConcerned;
use crate::testing::{Given, NORRBY, SODERBY};
use statute::Outcome;

fn outcomes(given: &Given, today: jiff::civil::Date) -> Vec<(String, Outcome)> {
    let initiative = &given.state.initiatives[&ID];
    told(findings(&given.state, initiative, initiative.application(), today))
}

fn told(found: Vec<statute::Finding>) -> Vec<(String, Outcome)> {
    found.into_iter().map(|f| (f.rule, f.outcome)).collect()
}

/// Of what is being written.
fn of_draft(application: &Application) -> Vec<(String, Outcome)> {
    let past = drafted();
    told(findings(&past.state, &past.state.initiatives[&ID], Some(application), TODAY))
}

fn outcome(given: &Given, rule: &str) -> Option<Outcome> {
    outcomes(given, TODAY).into_iter().find(|(id, _)| id == rule).map(|(_, outcome)| outcome)
}

#[test]
fn an_idea_meets_no_rule() {
    assert_eq!(outcomes(&noted(), TODAY), []);
}

#[test]
fn a_draft_is_held_against_the_purpose_only() {
    let rules: Vec<String> = of_draft(&application()).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["within-purpose", "no-individual-authority", "through-a-party", "asf-limits"]);
    let alone = Application { parties: vec![NORRBY, SODERBY], ..application() };
    assert!(of_draft(&alone).contains(&("within-purpose".to_owned(), Outcome::NotMet)));
    assert_eq!(outcomes(&drafted(), TODAY), [], "nothing is said to who may not read it");
}

#[test]
fn a_grant_that_fixes_the_how_is_seen_afterwards() {
    let rule = "board-decides-what-not-how";
    let grants = |grant| before_the_board().and([decided(BoardOutcome::Granted(grant))]);
    assert_eq!(outcome(&grants(grant()), rule), Some(Outcome::Met));
    assert_eq!(outcome(&grants(Grant { fixes_method: true, ..grant() }), rule), Some(Outcome::NotMet));
    assert_eq!(outcome(&grants(Grant { conditions: vec![], ..grant() }), rule), None, "nothing to ask");
}

#[test]
fn what_is_still_to_be_prepared_is_not_a_breach() {
    let past = submitted();
    assert_eq!(outcome(&past, "registered-without-delay"), Some(Outcome::Met));
    assert_eq!(outcome(&past, "prepared-before-decision"), Some(Outcome::NotYetDue));
    assert_eq!(outcome(&past, "implementation-plan"), Some(Outcome::Met));
    assert_eq!(outcome(&past, "office-informs"), None);
    let hasty = past.and([decided(BoardOutcome::Rejected { why: "Nej".to_owned() })]);
    assert_eq!(outcome(&hasty, "prepared-before-decision"), Some(Outcome::NotMet));
}

#[test]
fn a_granted_initiative_answers_every_rule_of_its_way() {
    assert_eq!(outcome(&before_the_board(), "prepared-before-decision"), Some(Outcome::Met));
    let past = granted();
    assert_eq!(outcomes(&past, TODAY).len(), 10);
    assert_eq!(outcome(&past, "office-informs"), Some(Outcome::NotYetDue));
    let late = outcomes(&past, date(2026, 12, 1));
    assert_eq!(late.last().map(|(_, outcome)| *outcome), Some(Outcome::NotMet));
    let told = past.done(InformConcerned { initiative: ID, to: vec!["Enhetschef".to_owned()] });
    assert_eq!(outcome(&told, "office-informs"), Some(Outcome::Met));
}

#[test]
fn a_reason_once_written_stays_with_its_rule() {
    let without = Application { implementation: String::new(), receiver: None, ..application() };
    let past = drafted()
        .done(submit(without))
        .done(ExamineApplication { initiative: ID, text: "Ryms.".to_owned() })
        .because("implementation-plan", "Metoden prövas först.")
        .done(ProposeDecision { initiative: ID, proposal: yes() })
        .and([decided(BoardOutcome::Rejected { why: "Nej".to_owned() })]);
    let initiative = &past.state.initiatives[&ID];
    let found = findings(&past.state, initiative, initiative.application(), TODAY);
    let plan = found.iter().find(|f| f.rule == "implementation-plan").unwrap();
    assert_eq!(plan.outcome, Outcome::Explained);
    assert_eq!(plan.reason.as_deref(), Some("Metoden prövas först."));
}
