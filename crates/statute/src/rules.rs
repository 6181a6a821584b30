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
        format!("Regeln räknar med en siffra som inte fanns den {}.", swedish::days::in_words(on)),
    )
}

/// The answer when the rule did not exist on the day.
fn before_its_time(rule: &str, on: Date) -> Option<Finding> {
    let known = crate::catalogue::rule(rule)?;
    let first = known.versions.first()?.from;
    (on < first).then(|| {
        let says = format!(
            "Regeln gäller från den {} och prövas inte på tidigare dagar.",
            swedish::days::in_words(first)
        );
        Finding::of(rule, on, Outcome::NotApplicable, says)
    })
}
