//! Every command that a program sends is let through and refused to the same people as its form.

use std::collections::{BTreeMap, BTreeSet};

use domain::Command;
use serde_json::{Value, json};
use town::{PEOPLE, SLUG, person};
use uuid::Uuid;

use crate::access::{address, ask, town};

/// The least that a schema of the API's document takes; whoever is named in it is `me`.
fn least(document: &Value, schema: &Value, me: &str) -> Value {
    if let Some(place) = schema["$ref"].as_str() {
        return least(document, document.pointer(place.trim_start_matches('#')).unwrap(), me);
    }
    let first = ["oneOf", "anyOf", "allOf"].into_iter().find_map(|kind| schema[kind].as_array()?.first());
    let known = [&schema["const"], &schema["enum"][0]].into_iter().find(|value| !value.is_null());
    if let Some(value) = known {
        return value.clone();
    }
    if let Some(first) = first {
        return least(document, first, me);
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str()).unwrap_or("object");
    match kind {
        "string" => json!(match schema["format"].as_str() {
            Some("uuid") => me,
            Some("date") => "2026-11-02",
            Some("partial-time" | "time") => "09:00:00",
            Some("partial-date-time" | "date-time") => "2026-11-02T09:00:00",
            _ => "Text",
        }),
        "integer" | "number" => json!(1),
        "boolean" => json!(false),
        "array" => match schema["minItems"].as_u64() {
            Some(1..) => json!([least(document, &schema["items"], me)]),
            _ => json!([]),
        },
        _ => {
            let needed = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
            needed.map(|name| (name.to_owned(), least(document, &schema["properties"][name], me))).collect()
        }
    }
}

#[tokio::test]
async fn every_command_by_a_program_is_refused_to_those_to_whom_its_form_is() {
    let town = town().await;
    let document: Value =
        serde_json::from_str(&town.visitor().get("/api/openapi.json").await.is(200).text).unwrap();
    let forms: BTreeMap<&str, Vec<&str>> = web::table()
        .filter(|route| route.method == "POST" && !route.path.starts_with("/api/"))
        .fold(BTreeMap::new(), |mut forms, route| {
            forms.entry(route.action.name()).or_insert_with(Vec::new).push(route.path);
            forms
        });
    let (mut wrong, mut asked, mut without) = (Vec::new(), 0, BTreeSet::new());
    for name in PEOPLE {
        let (mut program, _) = town.program(name).await;
        let mut browser = town.person(name).await;
        for row in Command::rows() {
            let Some(paths) = forms.get(row.act.may.name()) else {
                without.insert(row.act.name);
                continue;
            };
            let schema = &document["components"]["schemas"][format!("Command.{}", row.act.name)];
            let command = least(&document, schema, &person(name).to_string());
            let body = json!({ "command_id": Uuid::new_v4(), "command": command }).to_string();
            // So much in so short a time is asked by nobody.
            town.wait(10);
            let mut formed = BTreeSet::new();
            for path in paths {
                formed.insert(ask(&mut browser, "POST", &address(path), &[]).await.status.as_u16() == 403);
            }
            let path = format!("/api/v1/f/{SLUG}/commands");
            let answer = program.send("POST", &path, Some("application/json"), body.into()).await;
            asked += 1;
            let (denied, status) = (answer.status.as_u16() == 403, answer.status.as_u16());
            let unread = status == 400 || answer.text.contains("urn:samordna:problem:shape");
            if unread || status >= 500 || !formed.contains(&denied) {
                wrong.push(format!("{name}: {} {status}, by form {formed:?}: {}", row.act.name, answer.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(asked > 400, "{asked}");
    // Whether these may be done hangs on more than the address of a form tells (has the meeting begun, whose assignment
    // is it), so that no route has their action: the decision asks, whichever way it comes.
    assert_eq!(without, BTreeSet::from(["add_item", "finish_assignment", "report_assignment"]));
}
