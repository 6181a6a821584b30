//! What an initiative's page says of its rules.

use jiff::civil::date;

use super::findings;
use crate::initiative::events::{Application, BoardOutcome, Grant};
use crate::initiative::prepare::{ExamineApplication, ProposeDecision};
use crate::initiative::samples::{
    ID, TODAY, application, before_the_board, decided, drafted, drafted_as, grant, granted, noted, submitted,
    yes,
};
use crate::initiative::start::InformConcerned;
use crate::initiative::submit::SubmitApplication;
use crate::testing::{Given, NORRBY, SODERBY};
use statute::Outcome;

fn outcomes(given: &Given, today: jiff::civil::Date) -> Vec<(String, Outcome)> {
    let found = findings(&given.state, &given.state.initiatives[&ID], today);
    found.into_iter().map(|f| (f.rule, f.outcome)).collect()
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
    let rules: Vec<String> = outcomes(&drafted(), TODAY).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(rules, ["within-purpose", "no-individual-authority", "through-a-party", "asf-limits"]);
    let alone = Application { parties: vec![NORRBY, SODERBY], ..application() };
    assert_eq!(outcome(&drafted_as(alone), "within-purpose"), Some(Outcome::NotMet));
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
    let past = drafted_as(without)
        .done(SubmitApplication { initiative: ID })
        .done(ExamineApplication { initiative: ID, text: "Ryms.".to_owned() })
        .because("implementation-plan", "Metoden prövas först.")
        .done(ProposeDecision { initiative: ID, proposal: yes() })
        .and([decided(BoardOutcome::Rejected { why: "Nej".to_owned() })]);
    let found = findings(&past.state, &past.state.initiatives[&ID], TODAY);
    let plan = found.iter().find(|f| f.rule == "implementation-plan").unwrap();
    assert_eq!(plan.outcome, Outcome::Explained);
    assert_eq!(plan.reason.as_deref(), Some("Metoden prövas först."));
}
