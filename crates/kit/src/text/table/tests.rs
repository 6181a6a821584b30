//! A sentence read once says what Fluent would say.

use std::collections::BTreeMap;

use super::*;
use crate::text::{AREAS, Lang};

#[test]
fn only_choices_are_left_to_fluent() {
    for (lang, source) in AREAS.iter().flat_map(|(_, sv, en)| [(Lang::Sv, sv), (Lang::En, en)]) {
        for entry in parse_runtime(*source).unwrap().body {
            let Entry::Message(message) = entry else { continue };
            let (table, key) = (lang.table(), message.id.name);
            let chooses = |element: &PatternElement<&'static str>| {
                let PatternElement::Placeable { expression } = element else { return false };
                matches!(expression, Expression::Select { variants, .. } if counted("", variants).is_none())
            };
            let left = !table.words.contains_key(key) && !table.sentences.contains_key(key);
            let choice = message.value.is_some_and(|value| value.elements.iter().any(chooses));
            assert_eq!(left, choice, "{key}");
        }
    }
}

#[test]
fn a_sentence_reads_as_fluent_would_say_it() {
    for lang in Lang::ALL {
        assert!(lang.table().sentences.len() > 50);
        for (key, pieces) in &lang.table().sentences {
            for number in [0, 1, 2, 21, 1_250] {
                let mut values = BTreeMap::new();
                give(pieces, number, &mut values);
                let values: Vec<_> = values.into_iter().collect();
                assert_eq!(lang.table().sentence(key, &values), Some(lang.by_fluent(key, &values)), "{key}");
            }
        }
    }
}

/// Gives each name a value: a number to what is counted, else now a text and now a number.
fn give(pieces: &[Piece], number: i32, values: &mut BTreeMap<&'static str, Value<'static>>) {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Value(name) => {
                let value = if values.len().is_multiple_of(2) { "Ås & co".into() } else { number.into() };
                values.entry(name).or_insert(value);
            }
            Piece::Count { name, one, other } => {
                values.insert(name, number.into());
                give(one, number, values);
                give(other, number, values);
            }
        }
    }
}

#[test]
fn every_file_is_read_whole() {
    for (area, sv, en) in AREAS {
        for source in [sv, en] {
            assert!(parse_runtime(*source).is_ok(), "{area}.ftl cannot be read");
        }
    }
}
