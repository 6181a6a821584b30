//! What an address holds on to, and what it makes of a country.

use std::collections::BTreeMap;

use allocation::change::Change;
use allocation::model::Keys;
use allocation::scenario::Basis;
use proptest::prelude::*;
use swedish::money::Ore;

use super::*;
use crate::pages::allocation::reckoned::Reckoned;
use crate::pages::allocation::samples;
use crate::pages::allocation::scope::{Scope, Totals};

const MERGER: &str = "slå ihop Södra Vätterbygden + Finnveden + Höglandet = Länet";

fn known() -> impl Strategy<Value = String> {
    let names: Vec<String> = SINGLE
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .chain(SEVERAL.iter().map(|(name, _, _)| (*name).to_owned()))
        .collect();
    proptest::sample::select(names)
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,30}",
        Just(MERGER.to_owned()),
        Just("ihop".to_owned()),
        Just("flytta".to_owned()),
        Just("400 tkr".to_owned()),
        Just("Habo:2".to_owned()),
        Just("ja".to_owned()),
    ]
}

fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    proptest::collection::vec((known(), value()), 0..30)
}

fn of(pairs: &[(String, String)]) -> Query {
    Query::of(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

/// Reads a query as a browser writes it.
fn parsed(text: &str) -> Query {
    let decode = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            if byte == b'%' {
                let hex: String = rest.by_ref().take(2).map(char::from).collect();
                bytes.push(u8::from_str_radix(&hex, 16).unwrap());
            } else {
                bytes.push(byte);
            }
        }
        String::from_utf8(bytes).unwrap()
    };
    let pairs: Vec<(String, String)> = text
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect();
    of(&pairs)
}

proptest! {
    #[test]
    fn a_query_is_read_back_from_its_text_the_same(pairs in pairs()) {
        let query = of(&pairs);
        prop_assert_eq!(&parsed(&query.text()), &query);
        prop_assert_eq!(&Query::of(query.pairs()), &query);
    }

    #[test]
    fn whatever_is_asked_gets_an_answer_or_a_sentence(pairs in pairs()) {
        let query = of(&pairs);
        for start in [samples::county(), samples::country()] {
            match Reckoned::of(&start, &query, &BTreeMap::new()) {
                Ok(reckoned) => prop_assert_eq!(&reckoned.before, &query.on(&start)),
                Err(problem) => {
                    prop_assert!(!problem.fields.is_empty());
                    prop_assert!(problem.fields.iter().all(|error| error.says.ends_with(['.', '”'])));
                }
            }
        }
    }

    #[test]
    fn a_shorter_address_says_the_same(pairs in pairs()) {
        let query = of(&pairs);
        let start = samples::country();
        let short = query.shortened(&start);
        prop_assert!(short.text().len() <= query.text().len());
        let (long, short) = (
            Reckoned::of(&start, &query, &BTreeMap::new()), Reckoned::of(&start, &short, &BTreeMap::new()),
        );
        if let (Ok(long), Ok(short)) = (long, short) {
            prop_assert_eq!(long, short);
        }
    }
}

fn changes(start: &Country, pairs: &[(&str, &str)]) -> Result<Vec<Change>, Vec<(&'static str, String)>> {
    let query = Query::of(pairs.iter().copied());
    query
        .changes(&query.on(start), &BTreeMap::new())
        .map_err(|errors| errors.into_iter().map(|error| (error.field, error.says)).collect())
}

use allocation::scenario::Country;

#[test]
fn the_merger_costs_what_the_report_says() {
    let query = Query::of([(CHANGE, MERGER)]);
    let reckoned = Reckoned::of(&samples::county(), &query, &BTreeMap::new()).unwrap();
    let totals = Totals::of(&Scope::default(), &reckoned);
    assert_eq!(totals.state.difference(), Ore::from_tkr(-800));
    assert_eq!(totals.all.before, Ore::from_tkr(24_200));
    assert_eq!(totals.all.difference(), Ore::from_tkr(-1_600));
    assert_eq!(totals.regions.difference(), Ore::from_tkr(-400));
    assert_eq!(totals.associations, (3, 1));
}

#[test]
fn only_what_differs_is_a_change() {
    let country = samples::country();
    let same = [
        ("total", "339 mnkr"),
        ("grund", "400 000"),
        ("behov", "75"),
        ("sparr", "ja"),
        ("sparrprocent", "10"),
    ];
    assert_eq!(changes(&country, &same), Ok(Vec::new()));
    let other = [("total", "350 mnkr"), ("behov", "60"), ("sparr", "nej")];
    assert_eq!(
        changes(&country, &other),
        Ok(vec![
            Change::Total { total: Ore::from_tkr(350_000).unwrap() },
            Change::Keys { keys: Keys { need: 60, inhabitants: 40 } },
            Change::Brake { brake: None },
        ])
    );
    let shown = Query::of(same.into_iter().chain([(CHANGE, MERGER)])).shortened(&country);
    assert_eq!(shown, Query::of([(CHANGE, MERGER)]));
}

#[test]
fn what_means_nothing_when_need_parts_are_held_is_left_out() {
    let county = samples::county();
    assert_eq!(changes(&county, &[("total", "1"), ("behov", "2")]), Ok(Vec::new()));
    let base = Ore::from_tkr(500).unwrap();
    assert_eq!(changes(&county, &[("grund", "500 tkr")]), Ok(vec![Change::Base { base }]));
}

#[test]
fn what_cannot_be_read_is_said_at_its_field_and_kept() {
    let errors =
        changes(&samples::country(), &[("total", "mycket"), ("behov", "110"), (CHANGE, "sälj allt")])
            .unwrap_err();
    let fields: Vec<&str> = errors.iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, ["total", "behov", "andring"]);
    assert!(errors[0].1.contains("400 tkr"));
    let errors = changes(&samples::country(), &[("grund", "400 500")]).unwrap_err();
    assert_eq!(errors, [("grund", "Skriv beloppet i hela tusental kronor, som 400 000.".to_owned())]);
}

#[test]
fn a_change_that_is_filled_in_becomes_the_last_change() {
    let query = Query::of([
        ("lagg", "ihop"),
        ("ihop", "Finnveden"),
        ("ihop", "Höglandet"),
        ("ihop-namn", "Ett"),
        (CHANGE, "lämna Habo"),
    ]);
    let steps: Vec<&str> = query.steps().collect();
    assert_eq!(steps, ["lämna Habo", "slå ihop Finnveden + Höglandet = Ett"]);
    let anew = Query::of([
        ("lagg", "ihop"),
        ("ihop", "Finnveden"),
        ("ihop", "Höglandet"),
        ("ihop-namn", "Ett"),
        ("ihop-utan", "ja"),
    ]);
    let merged: Vec<&str> = anew.steps().collect();
    assert_eq!(merged, ["slå ihop Finnveden + Höglandet = Ett > utan föregående år"]);
    assert_eq!(query.settled(), query);
    assert_eq!(query.step_earlier(1).without_step(1).steps().collect::<Vec<_>>(), [steps[1]]);
}

#[test]
fn a_change_that_is_half_filled_in_stays_and_says_what_is_missing() {
    let pairs = [
        ("lagg", "dela"),
        ("dela", "Finnveden"),
        ("del", "Värnamo:1"),
        ("del", "Gnosjö:2"),
        ("dela-namn-1", "Ett"),
    ];
    let query = Query::of(pairs);
    assert_eq!(query.steps().count(), 0);
    assert_eq!(query.pairs().count(), pairs.len());
    let errors = changes(&samples::county(), &pairs).unwrap_err();
    assert_eq!(errors, [("dela-namn-2", "Skriv vad den andra delen ska heta.".to_owned())]);
    let done = Query::of(pairs.into_iter().chain([("dela-namn-2", "Två")]));
    assert_eq!(done.steps().collect::<Vec<_>>(), ["dela Finnveden = Ett (Värnamo) + Två (Gnosjö)"]);
}

#[test]
fn a_change_that_is_refused_is_pointed_out() {
    let query = Query::of([("grund", "500 000"), (CHANGE, MERGER), (CHANGE, "flytta Habo > Höglandet")]);
    let problem = Reckoned::of(&samples::county(), &query, &BTreeMap::new()).unwrap_err();
    assert_eq!(problem.step, Some(1));
    let says = "Ta bort eller skriv om ändring 2: det finns inget förbund som heter Höglandet.";
    assert_eq!(problem.fields, [domain::FieldError::new("andring", says)]);
}

#[test]
fn changes_become_a_query_that_makes_the_same_changes() {
    let country = samples::country();
    let pairs = [
        ("total", "350 mnkr"),
        ("grund", "450 tkr"),
        ("behov", "60"),
        ("sparrprocent", "7,5"),
        ("strategi", "lika"),
        (CHANGE, MERGER),
        (CHANGE, "flytta Ekerö > Exempel Stockholm 3"),
        (CHANGE, "tak Länet = 9 mnkr"),
    ];
    let made = changes(&country, &pairs).unwrap();
    let query = Query::from_changes(Basis::WholeCountry, &made);
    assert_eq!(query.changes(&country, &BTreeMap::new()).unwrap(), made);
}

#[test]
fn an_address_is_as_long_as_it_may_be_and_no_longer() {
    let long = "x".repeat(10_000);
    let pairs = (0..5_000).map(|_| (CHANGE, long.as_str()));
    let query = Query::of(pairs);
    assert_eq!(query.steps().count(), MOST_CHANGES + 1);
    assert!(query.steps().all(|step| step.chars().count() == LONGEST_CHANGE));
    let errors = query.changes(&samples::county(), &BTreeMap::new()).unwrap_err();
    assert!(errors[0].says.starts_with("Ta bort någon ändring."));
}
