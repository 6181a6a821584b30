//! The reader's words for the outcomes, and for what is no TOML.

use crate::Outcome;

/// How an outcome is called in Swedish, and how it is written in a case.
pub(super) const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "uppfylld (met)",
        Outcome::NotMet => "inte uppfylld (not_met)",
        Outcome::Explained => "förklarad (explained)",
        Outcome::NotYetDue => "inte förfallen (not_yet_due)",
        Outcome::NotApplicable => "inte tillämplig (not_applicable)",
        Outcome::NeedsJudgement => "kräver en bedömning (needs_judgement)",
        Outcome::Unknown => "okänd (unknown)",
    }
}

/// What is no TOML, with the parser's own words.
pub(super) fn not_toml(message: &str) -> String {
    format!("kan inte läsas: {}", message.replace('\n', " "))
}
