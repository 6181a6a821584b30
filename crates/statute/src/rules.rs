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

/// The laws that move a last day.
const MOVES_DAYS: [(&str, &str); 2] = [("1930:173", "2"), ("1989:253", "1")];

/// The finding with its last day: where counting led to a day on which nothing need be done, that day is a fact and the
/// law that moves it is cited; where it did not, that law is not cited.
fn by_its_last_day(mut finding: Finding, counting: &str, counted_to: Date, due: Date) -> Finding {
    if counted_to == due {
        let moves = |act: &str, paragraf: &str| MOVES_DAYS.contains(&(act, paragraf));
        finding.cites.retain(|cite| !moves(&cite.act, &cite.paragraf));
        return finding.due(due);
    }
    finding.fact(counting, counted_to).due(due)
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
