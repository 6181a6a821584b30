//! The reader's words for what serde and TOML say in English, and for the outcomes.

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

/// The message in Swedish; what is not known stays as it is, marked as TOML's own words.
pub(super) fn of(message: &str) -> String {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    match quoted.as_slice() {
        [name, known @ ..] if message.starts_with("unknown field") => {
            format!("”{name}” är inte känt här; kända namn är {}", known.join(", "))
        }
        [name, known @ ..] if message.starts_with("unknown variant") => {
            format!("”{name}” går inte att välja; välj bland {}", known.join(", "))
        }
        [name, ..] if message.starts_with("missing field") => format!("”{name}” saknas"),
        _ if message.starts_with("invalid type") || message.starts_with("invalid value") => {
            let wanted = message.rsplit("expected ").next().unwrap_or_default();
            format!("värdet är av fel slag; här ska stå {}", kind(wanted))
        }
        _ => format!("kan inte läsas: {}", message.replace('\n', " ")),
    }
}

/// What serde expects, in Swedish.
fn kind(wanted: &str) -> &str {
    match wanted.trim() {
        "u16" | "u32" | "u64" => "ett heltal som inte är negativt",
        "i8" | "i16" | "i32" | "i64" => "ett heltal",
        "a boolean" => "true eller false",
        "a string" => "en text inom citattecken",
        "a sequence" => "en lista inom hakparenteser",
        other if other.contains("civil date") || other.contains("date string") => "en dag: 2026-11-30",
        other => other,
    }
}
