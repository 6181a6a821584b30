//! Files that are made to be costly are read or refused in about the time that their size takes.

use std::fmt::Write as _;

use allocation::statistics::SeriesKind;
use exchange::choices::{Choices, Moment, Role};
use exchange::preview::Preview;
use exchange::source::{MAX_COLUMNS, Source};

use crate::sample::register;

fn look(text: &str, choices: &Choices) -> Preview {
    let source = Source::read(text.as_bytes(), None).unwrap();
    let preview = Preview::of(&source, &register(), choices);
    assert!(!preview.sentences().is_empty());
    preview
}

fn need() -> Choices {
    Choices { measure: Some(SeriesKind::Need), moment: Some(Moment::Year(2019)), ..Choices::default() }
}

#[test]
fn of_a_hundred_thousand_unknown_regions_the_first_are_listed_once_each() {
    let mut text = "region;2019\n0680;1\n0683;2\n".to_owned();
    for number in 0..100_000 {
        writeln!(text, "okänd {number};1\nokänd {number};2").unwrap();
    }
    let mut choices = need();
    choices.roles.insert("region".to_owned(), Role::Region);
    let unknown = look(&text, &choices).found.unknown;
    let names: std::collections::BTreeSet<&str> = unknown.iter().map(|region| region.text.as_str()).collect();
    assert_eq!((unknown.len(), names.len()), (200, 200));
}

#[test]
fn thousands_of_columns_with_one_name_are_told_apart() {
    let text = format!("region{}\n0680{}\n", ";2019".repeat(MAX_COLUMNS - 1), ";1".repeat(MAX_COLUMNS - 1));
    let preview = look(&text, &need());
    let last = format!("2019 ({})", MAX_COLUMNS - 1);
    assert_eq!(preview.found.columns.last().map(|column| column.name.as_str()), Some(last.as_str()));
}

#[test]
fn a_table_that_is_wider_than_any_is_refused() {
    let text = format!("region{}\n0680;1\n", ";2019".repeat(MAX_COLUMNS));
    let fault = Source::read(text.as_bytes(), None).unwrap_err().to_string();
    assert!(fault.starts_with("Tabellen har fler än 16 384 kolumner. Hämta tabellen med"), "{fault}");
    for sign in [",", ";", "\t", "\n", "\"", "a,", "[", "{\"a\":"] {
        let text = sign.repeat(2_000_000 / sign.len());
        assert!(Source::read(text.as_bytes(), None).is_err(), "{sign:?}");
    }
}
