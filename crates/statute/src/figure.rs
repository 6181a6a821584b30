//! Dated figures: what the law counts with, and since when. They stand in `law/figures.toml`, never in code.

use jiff::civil::Date;

use crate::catalogue::{self, DatedValue};

/// The figure that applied on a day; none before its first value.
pub fn on(name: &str, day: Date) -> Option<i64> {
    dated(name, day).map(|dated| dated.value)
}

/// The figure that applied on a day, with the place that sets it.
pub fn dated(name: &str, day: Date) -> Option<&'static DatedValue> {
    let figure = catalogue::figures().iter().find(|figure| figure.name == name)?;
    figure.values.iter().rev().find(|dated| dated.from <= day)
}

/// The figure that applied on a day, or before its first value the first: for periods that must be counted anyhow.
pub(crate) fn nearest(name: &str, day: Date) -> i64 {
    let first = || {
        catalogue::figures().iter().find(|f| f.name == name).and_then(|f| f.values.first()).map(|v| v.value)
    };
    on(name, day).or_else(first).unwrap_or_default()
}
