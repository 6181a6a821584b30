//! Which JSON a file is: JSON-stat 2.0, JSON-stat 1.x in its `dataset`, or the statistics database's own.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{Source, json_stat, px_json};
use crate::fault::{Fault, Place};

/// The outermost names that tell the formats apart.
#[derive(Deserialize)]
struct Outermost {
    dataset: Option<IgnoredAny>,
    dimension: Option<IgnoredAny>,
    columns: Option<IgnoredAny>,
}

/// Reads JSON.
pub(super) fn read(text: &str) -> Result<Source, Fault> {
    let outermost: Outermost = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    match outermost {
        Outermost { columns: Some(_), .. } => px_json::read(text),
        Outermost { dataset: Some(_), .. } => json_stat::read_wrapped(text),
        Outermost { dimension: Some(_), .. } => json_stat::read(text),
        Outermost { dimension: None, .. } => Err(Fault::new(
            "filen är JSON, men varken en JSON-stat-tabell eller PxWeb:s JSON",
            "Hämta tabellen i formatet JSON-stat 2",
        )),
    }
}

/// Text that is not the JSON that was expected, with its row.
pub(super) fn unreadable(error: &serde_json::Error) -> Fault {
    let line = u64::try_from(error.line()).unwrap_or(0);
    let remedy = "Hämta filen på nytt; den kan vara avbruten eller ändrad för hand";
    let problem = if error.is_data() {
        "något i filen är skrivet på ett annat sätt än formatet säger"
    } else {
        "filen är inte fullständig JSON"
    };
    let fault = Fault::new(problem, remedy);
    if line > 0 { fault.at(Place::Row(line)) } else { fault }
}
