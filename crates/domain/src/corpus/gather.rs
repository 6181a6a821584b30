//! Examples of events out of the random sequences: the shortest of each shape that the corpus lacks.

use std::collections::{BTreeMap, BTreeSet};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;

use super::{Kind, Stored, path};
use crate::{Event, decide};

/// How many sequences are asked.
const SEQUENCES: usize = 400;

/// Adds what the corpus lacks and the sequences meet; nothing that stands there is touched.
pub(super) fn update(mut kind: Kind) {
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for example in &kind.examples {
        shape(&example.body, "", known.entry(example.kind.clone()).or_default());
    }
    let mut found: Vec<(usize, Stored)> = happened()
        .into_iter()
        .filter_map(|event| {
            let body = serde_json::to_value(&event).ok()?;
            Some((body.to_string().len(), Stored { kind: event.kind(), body }))
        })
        .collect();
    found.sort_by_key(|(length, _)| *length);
    for (_, stored) in found {
        let known = known.entry(stored.kind.clone()).or_default();
        let before = known.len();
        shape(&stored.body, "", known);
        if known.len() > before {
            kind.examples.push(stored);
        }
    }
    kind.examples.sort_by(|a, b| a.kind.cmp(&b.kind));
    let lines: Vec<String> = kind.examples.iter().map(|e| serde_json::to_string(e).unwrap()).collect();
    std::fs::write(path(kind.file), lines.join("\n") + "\n").unwrap();
}

/// Everything that happens in many random sequences, from many beginnings.
fn happened() -> Vec<Event> {
    let mut runner = TestRunner::deterministic();
    let mut all = crate::testing::association();
    let any = || crate::sequences::command();
    let meeting = || crate::meeting::tests::random::command();
    for round in 0..SEQUENCES {
        let mut given = match round % 2 {
            0 => crate::testing::Given {
                state: crate::sequences::beginning().new_tree(&mut runner).unwrap().current(),
                ctx: crate::decision::Ctx::look(jiff::civil::date(2026, 3, 2)),
                past: Vec::new(),
            },
            _ => crate::meeting::tests::random::start().new_tree(&mut runner).unwrap().current(),
        };
        let judged = given.state.judged.values().flat_map(|log| log.iter());
        all.extend(judged.map(|(_, judged)| Event::Judged(judged.clone())));
        for _ in 0..60 {
            let command = match round % 2 {
                0 => {
                    given.ctx = crate::sequences::moment().new_tree(&mut runner).unwrap().current();
                    any().new_tree(&mut runner).unwrap().current()
                }
                _ => meeting().new_tree(&mut runner).unwrap().current(),
            };
            let command = crate::sequences::drafted(&command, &given.ctx);
            let Ok(decided) = decide(&given.state, &given.ctx, &command) else { continue };
            given = given.and(decided.events);
        }
        // What is remembered of a sealed paper has not its words.
        let whole = |event: &Event| event.sealed().is_empty();
        let initiatives = given.state.initiatives.values().flat_map(|i| i.history.iter());
        all.extend(initiatives.map(|(_, event)| Event::Initiative(event.clone())).filter(whole));
        all.extend(given.past);
    }
    all
}

/// The places in a body, and the words that stand for a choice: two bodies with the same are of one shape.
fn shape(body: &Value, at: &str, into: &mut BTreeSet<String>) {
    match body {
        Value::Object(fields) => {
            for (name, value) in fields {
                // A year is a key of a map, not a place.
                let name = if name.parse::<i64>().is_ok() { "#" } else { name };
                shape(value, &format!("{at}/{name}"), into);
            }
        }
        Value::Array(parts) => parts.iter().for_each(|part| shape(part, &format!("{at}/*"), into)),
        // A sealed paper is a text of its own shape.
        Value::String(text) if at.ends_with("/content") => {
            shape(&serde_json::from_str(text).unwrap_or_default(), at, into);
        }
        Value::String(text) if is_choice(text) => drop(into.insert(format!("{at}={text}"))),
        Value::Null => drop(into.insert(format!("{at}=null"))),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => drop(into.insert(at.to_owned())),
    }
}

fn is_choice(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}
