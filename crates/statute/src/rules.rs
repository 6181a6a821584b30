//! The rules, one file per part of the law they come from. Each is a struct of facts that answers with a finding.

use jiff::civil::Date;

use crate::{Finding, Outcome};

pub mod funding;
pub mod initiatives;
pub mod meetings;
pub mod members;
pub mod register;

/// Met or not met.
const fn met_if(met: bool) -> Outcome {
    if met { Outcome::Met } else { Outcome::NotMet }
}

/// Names in a Swedish sentence: `A, B och C`.
fn listed<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} och {}", first.join(", "), last.as_ref())
        }
    }
}

/// A number with its unit in one or many: `1 dag`, `4 dagar`.
fn counted(number: i64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The word for one or for many.
const fn word<'a>(number: usize, one: &'a str, many: &'a str) -> &'a str {
    if number == 1 { one } else { many }
}

/// A text that says something.
fn said(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// The answer when the figure a rule counts with did not exist on the day.
fn before_its_figure(rule: &str, on: Date) -> Finding {
    Finding::of(
        rule,
        on,
        Outcome::NotApplicable,
        format!("Regeln räknar med en siffra som inte fanns den {}.", crate::calendar::in_words(on)),
    )
}

/// The answer when the rule did not exist on the day.
fn before_its_time(rule: &str, on: Date) -> Option<Finding> {
    let known = crate::catalogue::rule(rule)?;
    let first = known.versions.first()?.from;
    (on < first).then(|| {
        let says = format!(
            "Regeln gäller från den {} och prövas inte på tidigare dagar.",
            crate::calendar::in_words(first)
        );
        Finding::of(rule, on, Outcome::NotApplicable, says)
    })
}
