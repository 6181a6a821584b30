//! A dated figure, and how it stands in `law/figures.toml`.

use jiff::civil::Date;
use serde::Deserialize;

use crate::Citation;

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

/// The file `law/figures.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FigureFile {
    pub(super) figure: Vec<FigureText>,
}

/// One figure as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FigureText {
    pub(super) name: String,
    pub(super) means: String,
    pub(super) value: Vec<ValueText>,
}

/// One value as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ValueText {
    pub(super) from: Date,
    pub(super) value: i64,
    pub(super) cites: String,
}
