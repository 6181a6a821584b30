//! The fold of a year of national figures, and the country that is made of them.

use allocation::equity::Staircase;
use allocation::statistics::SeriesKind;

use crate::event::Meta;
use crate::national::events::{Division, Event, Imported};
use crate::shared::Map;

/// A year's statistics and division, every version of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NationalYear {
    /// The seq of the last event folded in.
    pub version: u64,
    /// The series by measure, the newest last.
    pub series: Map<SeriesKind, Vec<(Meta, Imported)>>,
    /// The divisions, the newest last.
    pub divisions: Vec<(Meta, Division)>,
    /// The equity staircase that stands; it has no steps until somebody notes them.
    pub staircase: Staircase,
}

impl NationalYear {
    pub(super) fn fold(&mut self, meta: Meta, event: &Event) {
        self.version = meta.seq;
        match event {
            Event::SeriesImported(imported) => {
                self.series.or_default(imported.series.measure).push((meta, imported.clone()));
            }
            Event::DivisionNoted(division) => self.divisions.push((meta, division.clone())),
            Event::StaircaseNoted(staircase) => self.staircase = staircase.clone(),
        }
    }

    /// The series that stands for a measure.
    pub fn standing(&self, measure: SeriesKind) -> Option<&Imported> {
        self.series.get(&measure)?.last().map(|(_, imported)| imported)
    }

    /// The division that stands.
    pub fn division(&self) -> Option<&Division> {
        self.divisions.last().map(|(_, division)| division)
    }
}
