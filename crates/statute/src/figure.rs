//! Dated figures: what the law counts with, and since when. They stand in `law/figures.toml`, never in code.

use jiff::civil::Date;
use serde::Deserialize;

use crate::Citation;
use crate::catalogue;

/// A figure over time, such as the days within which minutes are attested.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its name, such as `attest_days`.
    pub name: String,
    /// What it counts, in Swedish.
    pub means: String,
    /// Its values, oldest first.
    pub values: Vec<DatedValue>,
}

/// One value of a figure.
#[derive(Clone, Debug)]
pub struct DatedValue {
    /// The first day it applies.
    pub from: Date,
    /// The value.
    pub value: i64,
    /// Where it is set.
    pub cites: Citation,
}

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

/// The file `law/figures.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FigureFile {
    pub(crate) figure: Vec<FigureText>,
}

/// One figure as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FigureText {
    pub(crate) name: String,
    pub(crate) means: String,
    pub(crate) value: Vec<ValueText>,
}

/// One value as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ValueText {
    pub(crate) from: Date,
    pub(crate) value: i64,
    pub(crate) cites: String,
}
