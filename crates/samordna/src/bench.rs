//! The figures that `samordna bench` measures, one file each; every figure is one line.

mod allocated;
mod allocation;
mod commands;
mod country;
mod http;
mod large;
mod load;
mod paper;
mod process;
mod record;
mod replay;

use std::time::Instant;

use journal::{Batch, Journal, NewEvent};
use uuid::Uuid;

use crate::{clock, say};

/// A figure: its name, its value, what it is a ratio of or measured on, and what was aimed at.
pub(crate) struct Figure {
    name: &'static str,
    value: String,
    of: String,
}

impl Figure {
    #[expect(clippy::needless_pass_by_value, reason = "a number or a word, as it comes")]
    pub(crate) fn new(name: &'static str, value: impl ToString, of: impl Into<String>) -> Self {
        Self { name, value: value.to_string(), of: of.into() }
    }

    /// A ratio with two decimals.
    pub(crate) fn ratio(name: &'static str, part: u64, whole: u64, of: impl Into<String>) -> Self {
        let hundredths = u128::from(part) * 100 / u128::from(whole.max(1));
        Self::new(name, format!("{}.{:02}", hundredths / 100, hundredths % 100), of)
    }
}

type Measured = Result<Vec<Figure>, String>;
type Measurement = fn() -> Measured;

const MEASURES: &[(&str, Measurement)] = &[
    ("commands", commands::measure),
    ("replay", replay::measure),
    ("large", large::measure),
    ("country", country::measure),
    ("http", http::measure),
    ("pdf", paper::measure),
    ("process", process::measure),
    ("allocation", allocation::measure),
];

/// Measures what was named, or all of it.
///
/// # Errors
/// A Swedish sentence: a name is unknown, or a measurement could not be made.
pub(crate) fn run(names: &[String]) -> Result<(), String> {
    let known: Vec<&str> = MEASURES.iter().map(|(name, _)| *name).collect();
    if let Some(unknown) = names.iter().find(|n| !known.contains(&n.as_str())) {
        return Err(format!("{unknown} finns inte. Välj bland {}.", known.join(", ")));
    }
    for (name, measure) in MEASURES {
        if names.is_empty() || names.iter().any(|n| n == name) {
            for figure in measure()? {
                say::line(format_args!("{}\t{}\t{}", figure.name, figure.value, figure.of));
            }
        }
    }
    Ok(())
}

/// A runtime of its own for one measurement.
fn wait<T>(work: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|why| why.to_string())?;
    runtime.block_on(work)
}

fn folder() -> Result<tempfile::TempDir, String> {
    tempfile::TempDir::with_prefix("samordna-bench-").map_err(|why| why.to_string())
}

/// Appends some events, past every decision; where the stream ends then.
async fn append(
    journal: &Journal,
    stream: &str,
    expected: u64,
    events: Vec<NewEvent>,
) -> Result<u64, String> {
    let many = u64::try_from(events.len()).unwrap_or(u64::MAX);
    let batch = Batch {
        stream: stream.to_owned(),
        expected,
        command_id: Uuid::now_v7(),
        actor: Uuid::nil().to_string(),
        recorded_at: clock::now(),
        events,
    };
    journal.append(batch).await.map_err(said)?;
    Ok(expected + many)
}

fn said(why: impl std::fmt::Display) -> String {
    why.to_string()
}

/// How many each second.
fn per_second(count: u64, since: Instant) -> u64 {
    let micros = since.elapsed().as_micros().max(1);
    u64::try_from(u128::from(count) * 1_000_000 / micros).unwrap_or(u64::MAX)
}
