//! The table and what is kept are the same fields.

use std::collections::BTreeSet;

use super::*;

#[test]
fn every_answer_that_is_kept_is_asked_once_and_nothing_else_is() {
    let kept = serde_json::to_value(Application::default()).unwrap();
    let kept: BTreeSet<&str> = kept.as_object().unwrap().keys().map(String::as_str).collect();
    let asked: Vec<&str> = fields().map(|field| field.name).collect();
    assert_eq!(asked.iter().copied().collect::<BTreeSet<_>>(), kept);
    assert_eq!(asked.len(), kept.len(), "asked twice");
    let kept = serde_json::to_value(Asf::default()).unwrap();
    let kept: BTreeSet<&str> = kept.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(ASF.iter().map(|part| part.name).collect::<BTreeSet<_>>(), kept);
}

#[test]
fn what_is_put_in_a_field_is_what_is_read_from_it_and_from_no_other() {
    for field in fields() {
        let mut one = Application::default();
        match &field.kind {
            Kind::Line(it) | Kind::Text(it) => "x".clone_into((it.set)(&mut one)),
            Kind::Tick(it) => *(it.set)(&mut one) = true,
            Kind::Orientation(it) => *(it.set)(&mut one) = Orientation::Structural,
            Kind::Members(it) => (it.set)(&mut one).push(MemberId(1)),
            Kind::Member(it) => *(it.set)(&mut one) = Some(MemberId(1)),
            Kind::Day(it) => *(it.set)(&mut one) = Some(jiff::civil::date(2026, 1, 1)),
            Kind::Amounts(it) => drop((it.set)(&mut one).insert(2026, Ore::new(100))),
            Kind::Asf(it) => (it.set)(&mut one).involved = true,
        }
        let (before, now) = (Application::default(), one);
        let (before, now) = (serde_json::to_value(before).unwrap(), serde_json::to_value(now).unwrap());
        let differs: Vec<&String> = now
            .as_object()
            .unwrap()
            .iter()
            .filter(|(name, value)| before[*name] != **value)
            .map(|(n, _)| n)
            .collect();
        assert_eq!(differs, [field.name]);
    }
}

#[test]
fn an_empty_application_lacks_all_that_is_asked() {
    let says = missing(&Application::default()).found();
    let lacking: Vec<&str> = says.iter().map(|error| error.field).collect();
    let asked: Vec<&str> = fields().filter(|field| field.asked.is_some()).map(|field| field.name).collect();
    assert_eq!(lacking, asked);
}
