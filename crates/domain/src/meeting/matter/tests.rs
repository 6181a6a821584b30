//! What an item about an initiative says.

use super::*;
use crate::meeting::tests::{handed_in, prepared};
use crate::testing::given;

#[test]
fn an_item_says_what_is_applied_for_and_what_was_proposed() {
    let state = given(prepared()).state;
    let initiative = state.initiatives.values().next().unwrap();
    let item = item_about(&state, initiative);
    assert_eq!(item.matter, Some(Matter::Initiative(initiative.id)));
    assert_eq!(item.title, format!("Ansökan om projektmedel: {}", initiative.title));
    assert!(item.text.contains("ansöker om"), "{}", item.text);
    let proposal = initiative.before_the_board().unwrap();
    assert!(item.text.contains(&proposal.grounds));
    assert_eq!(item.proposed, proposal.clauses);
    assert_eq!(item.appendices.first().map(String::as_str), Some("Ansökan"));
}

#[test]
fn an_item_about_what_nobody_has_prepared_proposes_nothing() {
    let state = given(handed_in()).state;
    let item = item_about(&state, state.initiatives.values().next().unwrap());
    assert_eq!((item.proposed, item.appendices), (Vec::<String>::new(), vec!["Ansökan".to_owned()]));
}
