//! A municipality with the figures that stand of it in a year.

use std::collections::BTreeMap;

use allocation::statistics::{SeriesKind, WhyMissing};
use domain::geography;
use domain::national::NationalYear;

/// A municipality with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The official code.
    pub code: &'static str,
    /// The name.
    pub name: &'static str,
    /// Its county's code.
    pub county_code: &'static str,
    /// Its county's name.
    pub county: &'static str,
    /// A figure in thousandths, or why there is none; nothing when the series does not have the municipality.
    pub figures: BTreeMap<SeriesKind, Option<Result<u64, WhyMissing>>>,
}

impl Row {
    /// Every municipality with the figures that stand in a year.
    pub fn all(national: &NationalYear) -> Vec<Self> {
        let kinds: Vec<SeriesKind> = national.series.keys().copied().collect();
        let figure = |kind, code: &str| national.standing(kind)?.series.values.get(code).copied();
        let row = |m: &geography::Municipality| Self {
            code: m.code,
            name: m.name,
            county_code: m.county,
            county: geography::county(m.county).map_or("", |county| county.name),
            figures: kinds.iter().map(|kind| (*kind, figure(*kind, m.code))).collect(),
        };
        geography::municipalities().iter().map(row).collect()
    }

    /// The figure, when there is one.
    pub fn figure(&self, kind: SeriesKind) -> Option<u64> {
        self.figures.get(&kind).copied().flatten()?.ok()
    }
}
