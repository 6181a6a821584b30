//! Which JSON a file is: JSON-stat 2.0, JSON-stat 1.x in its `dataset`, or the statistics database's own.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::table::Source;
use super::{json_stat, px_json, unreadable};
use crate::fault::Fault;

/// The outermost names that tell the formats apart.
#[derive(Deserialize)]
struct Outermost {
    dataset: Option<IgnoredAny>,
    dimension: Option<IgnoredAny>,
    columns: Option<IgnoredAny>,
}

/// Reads JSON.
pub(super) fn read(text: &str) -> Result<Source, Fault> {
    let outermost: Outermost = serde_json::from_str(text).map_err(|error| unreadable::json(&error))?;
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
