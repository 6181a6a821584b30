//! What a program is told of a command that cannot be read.

use pretty_assertions::assert_eq;
use serde_json::json;

use super::Unreadable;
use crate::Command;

fn says(sent: serde_json::Value) -> String {
    Command::read(sent).unwrap_err().to_string()
}

#[test]
fn a_misspelt_field_that_is_asked_for_is_named_beside_the_one_that_is_missing() {
    let sent = json!({ "command": "note_idea", "titel": "Brygga till arbete", "number": 1 });
    let said = says(sent);
    assert!(said.contains("Fältet titel finns inte; rätta namnet eller utelämna det."), "{said}");
    assert!(said.contains("Fältet title saknas; fyll i det."), "{said}");
}

#[test]
fn a_field_that_holds_another_kind_is_told_what_it_should_hold() {
    let sent = json!({ "command": "plan_meeting", "body": "ett", "on": "29/11 2026", "from": "13:00",
        "until": "15:00", "place": ["Växjö"] });
    let said = says(sent);
    assert!(said.contains("Fältet body ska vara ett heltal som fältet rymmer."), "{said}");
    assert!(said.contains("Fältet on ska vara en dag som 2026-11-30."), "{said}");
    assert!(said.contains("Fältet place ska vara text."), "{said}");
    assert!(!said.contains("from"), "{said}");
    let said = says(json!({ "command": "rule_the_world" }));
    assert_eq!(said, "Kommandot rule_the_world finns inte. Namnen står i API-beskrivningen.");
    assert!(matches!(Command::read(json!([])), Err(Unreadable::Shape(_))));
}

#[test]
fn every_command_without_its_fields_names_them() {
    for row in Command::rows() {
        match Command::read(json!({ "command": row.act.name })) {
            Ok(_) => {}
            Err(Unreadable::Fields(wrong)) => {
                assert!(wrong.iter().all(|field| !field.path.is_empty()), "{}: {wrong:?}", row.act.name);
            }
            Err(why) => panic!("{}: {why}", row.act.name),
        }
    }
}

#[test]
fn what_may_be_left_out_may_stand_there_empty() {
    let item = json!({ "title": "Ekonomirapport", "kind": "information", "presenter": null, "proposed": [] });
    let sent = json!({ "command": "add_item", "meeting": 1, "content": item, "place": null });
    assert!(Command::read(sent).is_ok());
}
