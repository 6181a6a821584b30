//! What may be put on the agenda, where, and until when.

use statute::Outcome;

use crate::decision::Refusal;
use crate::ids::ItemId;
use crate::meeting::agenda::{AddItem, ChangeItem, MoveItem, RemoveItem};
use crate::meeting::decide::MakeDecision;
use crate::meeting::events::{ItemKind, Matter};
use crate::meeting::tests::{
    APPLICATION, INITIATIVE, MEETING, PAYMENTS, add, application_item, handed_in, item, noticed, opened,
    plan, planned, take_up,
};
use crate::testing::{Given, association, field, given, order};

fn titles(given: &Given) -> Vec<&str> {
    given.state.meetings[&MEETING].items.iter().map(|i| i.content.title.as_str()).collect()
}

#[test]
fn new_items_come_before_the_closing_ones() {
    let after = planned().when(add(item(ItemKind::Information, "Ekonomirapport", None))).settles();
    let tail: Vec<&str> = titles(&after).into_iter().rev().take(5).collect();
    assert_eq!(
        tail,
        ["Mötets avslutande", "Övriga frågor", "Ekonomirapport", "Attestordning", "Ansökan IT-spåret"]
    );
}

#[test]
fn an_item_is_put_where_it_is_wanted() {
    let first = AddItem { place: Some(1), ..add(item(ItemKind::Information, "Tyst minut", None)) };
    assert_eq!(titles(&planned().when(first.clone()).settles())[0], "Tyst minut");
    planned().when(AddItem { place: Some(11), ..first.clone() }).refused(field("place"));
    planned().when(AddItem { place: Some(0), ..first }).refused(field("place"));
}

#[test]
fn an_item_is_changed_moved_and_removed_until_the_notice() {
    let changed = ChangeItem {
        meeting: MEETING,
        item: PAYMENTS,
        content: item(ItemKind::Decision, "Ny attestordning", None),
    };
    let moved = MoveItem { meeting: MEETING, item: PAYMENTS, to: 1 };
    let removed = RemoveItem { meeting: MEETING, item: PAYMENTS };
    let after = planned().when(changed.clone()).settles();
    let after = after.when(moved.clone()).settles();
    assert_eq!(titles(&after)[0], "Ny attestordning");
    let after = after.when(removed.clone()).settles();
    let again = after.done(add(item(ItemKind::Information, "Rapport", None)));
    assert!(again.state.meetings[&MEETING].item(ItemId(10)).is_some(), "a removed number is not used again");
    noticed().when(changed).refused(order("dagordningen ligger fast"));
    noticed().when(moved).refused(order("dagordningen ligger fast"));
    noticed().when(removed).refused(order("dagordningen ligger fast"));
    planned().when(MoveItem { meeting: MEETING, item: PAYMENTS, to: 10 }).refused(field("to"));
    planned()
        .when(RemoveItem { meeting: MEETING, item: ItemId(77) })
        .refused(|r| matches!(r, Refusal::NotFound(_)));
}

#[test]
fn after_the_notice_items_are_added_at_the_meeting_until_the_agenda_is_approved() {
    let more = add(item(ItemKind::Information, "Ägarsamråd", None));
    noticed().when(more.clone()).refused(order("dagordningen ligger fast"));
    let added = opened().when(more.clone()).settles();
    assert!(added.state.meetings[&MEETING].items.iter().any(|i| i.at_the_meeting));
    let approval = ItemId(4);
    let approved = opened().done(take_up(approval)).done(MakeDecision {
        meeting: MEETING,
        item: approval,
        clauses: vec!["att godkänna dagordningen".to_owned()],
        appealable: false,
        outcome: None,
    });
    approved.when(more).refused(order("godkändes under § 1"));
}

#[test]
fn an_application_is_for_the_board_when_its_turn_has_come() {
    let early = given(association()).and(handed_in()).done(plan());
    early.clone().when(add(application_item())).refused(order("hos beredningsgruppen"));
    let informed = item(ItemKind::Information, "Om ansökan", Some(Matter::Initiative(INITIATIVE)));
    early.when(add(informed)).silent("prepared-before-decision").settles();
    let fresh = RemoveItem { meeting: MEETING, item: APPLICATION };
    planned()
        .done(fresh)
        .when(add(application_item()))
        .finds("prepared-before-decision", Outcome::Met)
        .settles();
}

#[test]
fn an_item_has_a_title_and_is_about_something_known() {
    planned().when(add(item(ItemKind::Decision, " ", None))).refused(field("title"));
    let unknown = Some(Matter::Initiative(crate::ids::InitiativeId(9)));
    planned()
        .when(add(item(ItemKind::Decision, "X", unknown)))
        .refused(|r| *r == Refusal::NotFound("insatsen"));
}
