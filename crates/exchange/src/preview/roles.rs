//! What each column is: as chosen, as its format says, by its name, and last by what stands in it.

use std::collections::BTreeSet;

use swedish::number::parse_scaled;

use crate::choices::{Choices, Role};
use crate::fault::Fault;
use crate::meaning::{Age, Sex, Time, folded};
use crate::register::{Kind, Register};
use crate::source::{Column, Hint, Source, Text};

const REGION: &[&str] = &[
    "region",
    "regionkod",
    "region_kod",
    "kommun",
    "kommuner",
    "kommunkod",
    "kommun-kod",
    "kommunkod och kommun",
    "kommunnamn",
    "code",
    "kod",
    "municipality",
    "municipality_code",
    "municipality_name",
    "område",
];
const COUNTY: &[&str] =
    &["län", "länskod", "lanskod", "lan", "länsnamn", "county", "county_code", "region_name"];
const TIME: &[&str] =
    &["år", "ar", "year", "tid", "time", "månad", "month", "kvartal", "period", "datum", "date"];
const AGE: &[&str] = &["ålder", "alder", "age", "åldersgrupp", "aldersgrupp", "åldersklass", "aldersklass"];
const SEX: &[&str] = &["kön", "kon", "sex", "gender"];
const CONTENTS: &[&str] =
    &["tabellinnehåll", "contentscode", "contents", "innehåll", "variabel", "indikator", "mått"];

/// The role of each column, in order.
pub(super) fn assign(source: &Source, register: &Register, choices: &Choices) -> Result<Vec<Role>, Fault> {
    let names: Vec<&str> = source.columns.iter().map(|column| column.name.as_str()).collect();
    if let Some(unknown) = choices.roles.keys().find(|name| !names.contains(&name.as_str())) {
        let remedy = format!("Välj någon av kolumnerna {}", names.join(", "));
        return Err(Fault::new(format!("kolumnen {unknown} finns inte"), remedy));
    }
    let mut roles: Vec<Role> = source
        .columns
        .iter()
        .map(|column| {
            choices.roles.get(&column.name).copied().unwrap_or_else(|| taken(source, register, column))
        })
        .collect();
    if !roles.contains(&Role::Region) {
        // A column that is called municipality is one even when no cell is known, so that the cells can be told.
        let named = |column: &Column| {
            let name = heading(column);
            let chosen = choices.roles.contains_key(&column.name);
            !chosen && REGION.contains(&name.as_str()) && !COUNTY.contains(&name.as_str())
        };
        let place = source.columns.iter().position(named);
        if let Some(role) = place.and_then(|place| roles.get_mut(place)) {
            *role = Role::Region;
        }
    }
    Ok(roles)
}

/// The name as it is compared, without a mark for a footnote.
fn heading(column: &Column) -> String {
    let name = folded(&column.name);
    let bare = name.split_once('[').map_or(name.as_str(), |(bare, _)| bare);
    bare.trim_end_matches(['*', ')']).trim().to_owned()
}

fn taken(source: &Source, register: &Register, column: &Column) -> Role {
    let distinct = column.distinct();
    let texts: Vec<&Text> = distinct
        .into_iter()
        .filter(|number| !source.texts.is_blank(*number))
        .filter_map(|number| source.texts.get(number))
        .collect();
    if column.hint == Hint::Figures {
        return Role::Figures;
    }
    if texts.is_empty() {
        return Role::Ignored;
    }
    if column.hint == Hint::Contents {
        return Role::Contents;
    }
    let name = heading(column);
    let is = |names: &[&str]| column.named && names.contains(&name.as_str());
    let known = is(REGION) || is(COUNTY) || is(TIME) || is(AGE) || is(SEX) || is(CONTENTS);
    if is(COUNTY) {
        return Role::Ignored;
    }
    if is(CONTENTS) {
        return Role::Contents;
    }
    if (is(REGION) || !known) && is_region(register, &texts, is(REGION) || !column.named) {
        return Role::Region;
    }
    let all_times = texts.iter().all(|text| text.meaning(Time::read).is_some());
    if all_times && (is(TIME) || column.hint == Hint::Time || !column.named) {
        return Role::Time;
    }
    if is_age(&texts, is(AGE), known) {
        return Role::Age;
    }
    let all_sexes = texts.iter().all(|text| text.meaning(Sex::read).is_some());
    let in_words = texts.iter().any(|text| text.shown().chars().any(char::is_alphabetic));
    if all_sexes && (is(SEX) || (!known && in_words)) {
        return Role::Sex;
    }
    if column.hint == Hint::None && is_figures(&texts) { Role::Figures } else { Role::Other }
}

/// Whether the texts are municipalities, with a few sums among them.
fn is_region(register: &Register, texts: &[&Text], said: bool) -> bool {
    let kinds: Vec<Kind> = texts.iter().map(|text| region(register, text)).collect();
    let municipalities = kinds.iter().filter(|kind| matches!(kind, Kind::Municipality(_))).count();
    let recognised = kinds.iter().filter(|kind| **kind != Kind::Unknown).count();
    if municipalities == 0 || recognised * 2 < texts.len() {
        return false;
    }
    let in_words = texts.iter().any(|text| text.shown().chars().any(char::is_alphabetic));
    // Bare numbers may be figures that happen to be codes, unless the file says otherwise or all of many are.
    let codes: BTreeSet<usize> = texts.iter().map(|text| text.text.len()).collect();
    said || in_words
        || (codes.len() == 1 && codes.contains(&4) && municipalities == texts.len() && texts.len() > 2)
}

/// What region a text means, by the code or by the words beside it.
pub(super) fn region(register: &Register, text: &Text) -> Kind {
    let own = register.region(&text.text).kind;
    if own != Kind::Unknown {
        return own;
    }
    text.label.as_deref().map_or(Kind::Unknown, |label| register.region(label).kind)
}

fn is_age(texts: &[&Text], said: bool, known: bool) -> bool {
    let ages = texts.iter().filter(|text| text.meaning(Age::read).is_some()).count();
    if said {
        return ages * 2 >= texts.len();
    }
    !known && ages == texts.len() && texts.iter().any(|text| folded(text.shown()).ends_with("år"))
}

fn is_figures(texts: &[&Text]) -> bool {
    let signs = |text: &str| !text.is_empty() && text.chars().all(|c| matches!(c, '.' | '-' | '\u{2013}'));
    let figures: Vec<&&Text> = texts.iter().filter(|text| !signs(&text.text)).collect();
    let read = figures.iter().filter(|text| parse_scaled(&text.text, 12).is_ok()).count();
    read > 0 && read * 2 >= figures.len()
}
