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
            let chooses = |element: &PatternElement<&str>| {
                let PatternElement::Placeable { expression } = element else { return false };
                matches!(expression, Expression::Select { .. })
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
            let names =
                pieces.iter().filter_map(|p| if let Piece::Value(name) = p { Some(*name) } else { None });
            let value = |at| if at % 2 == 0 { Value::from("Ås & co") } else { Value::from(1_250) };
            let values: BTreeMap<_, _> = names.enumerate().map(|(at, name)| (name, value(at))).collect();
            let values: Vec<_> = values.into_iter().collect();
            assert_eq!(lang.table().sentence(key, &values), Some(lang.by_fluent(key, &values)), "{key}");
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
