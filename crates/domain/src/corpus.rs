//! Every shape of stored event, read for ever: `corpus/` holds an example of each as it stands in the journal.
//!
//! A line that was once released is never taken out and never changed. A new event gets its examples with
//! `UPDATE=1 cargo test -p domain corpus`, which asks the random sequences; what they do not meet is taken from an
//! export of a journal in which it happened.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::ids::PersonId;
use crate::{Aggregate, Association, Meta};

mod gather;
mod variants;

/// A stored event: the columns of the journal that say what it is.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    kind: String,
    body: Value,
}

/// What streams of one kind hold: the file, the areas that its kinds begin with, and the names in each.
struct Kind {
    file: &'static str,
    names: Vec<String>,
    examples: Vec<Stored>,
}

impl Kind {
    fn of(file: &'static str, names: Vec<String>) -> Self {
        let text = std::fs::read_to_string(path(file)).unwrap_or_default();
        let read = |line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{file}: {line}: {e}"));
        Self { file, names, examples: text.lines().map(read).collect() }
    }

    fn association() -> Self {
        Self::of("association", variants::of_association())
    }

    fn county() -> Self {
        Self::of("county", variants::of::<crate::county::events::Event>("county"))
    }

    fn national() -> Self {
        Self::of("national", variants::of::<crate::national::events::Event>("national"))
    }

    /// Reads every example, folds it in and writes it again.
    fn fold<A: Aggregate>(&self) -> Vec<A::Event> {
        let mut state = A::default();
        let mut read = Vec::new();
        for Stored { kind, body } in &self.examples {
            let event: A::Event = serde_json::from_value(body.clone())
                .unwrap_or_else(|e| panic!("a stored {kind} can no longer be read: {e}\n{body}"));
            assert_eq!(&A::kind(&event), kind, "{body}");
            let again = serde_json::to_value(&event).unwrap();
            assert_eq!(&again, body, "a stored {kind} is read as something else");
            let actor = PersonId(Uuid::from_u128(1));
            state.evolve(Meta { seq: state.version() + 1, at: Timestamp::UNIX_EPOCH, actor }, &event);
            read.push(event);
        }
        read
    }

    fn missing(&self) -> Vec<&String> {
        let there: BTreeSet<&String> = self.examples.iter().map(|e| &e.kind).collect();
        self.names.iter().filter(|name| !there.contains(name)).collect()
    }
}

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(format!("{file}.jsonl"))
}

#[test]
fn every_stored_shape_is_read_for_ever_and_written_back_as_it_was() {
    Kind::association().fold::<Association>();
    Kind::county().fold::<crate::county::County>();
    Kind::national().fold::<crate::national::NationalYear>();
}

#[test]
fn every_event_has_an_example_of_how_it_is_stored() {
    if std::env::var_os("UPDATE").is_some() {
        gather::update(Kind::association());
    }
    for kind in [Kind::association(), Kind::county(), Kind::national()] {
        let missing = kind.missing();
        assert!(missing.is_empty(), "corpus/{}.jsonl has no example of {missing:?}", kind.file);
    }
}

#[test]
fn every_sealed_paper_is_read_for_ever_and_is_what_was_sealed() {
    for event in Kind::association().fold::<Association>() {
        for sealed in event.sealed() {
            let opens = match event.kind().as_str() {
                "meeting.notice_sent" => sealed.open::<papers::Notice>().is_some(),
                "meeting.minutes_written" => sealed.open::<papers::Minutes>().is_some(),
                "initiative.submitted" | "initiative.completed" => {
                    sealed.open::<papers::Application>().is_some()
                        || sealed.open::<papers::Receipt>().is_some()
                }
                other => panic!("say here what {other} seals"),
            };
            assert!(opens, "{}", sealed.content);
        }
    }
}

#[test]
fn every_event_tells_what_it_is_about() {
    for event in Kind::association().fold::<Association>() {
        let about = serde_json::to_value(event.about()).unwrap();
        let body = serde_json::to_string(&event).unwrap();
        for number in about.as_object().into_iter().flat_map(|o| o.values()) {
            let numbers = number.as_array().cloned().unwrap_or_else(|| vec![number.clone()]);
            assert!(numbers.iter().all(|n| body.contains(&n.to_string())), "{about} of {body}");
        }
    }
}
