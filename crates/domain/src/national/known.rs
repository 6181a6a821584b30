//! What all the years of national figures know together, ready for arithmetic: the figures of each year, and the
//! latest division.

use std::collections::BTreeMap;

use allocation::change::Figures;
use allocation::equity::Staircase;
use allocation::model::Need;
use allocation::statistics::{SeriesKind, WhyMissing};
use swedish::list::listed;

use crate::county::events::{Note, NoteKind};
use crate::geography;
use crate::national::NationalYear;
use crate::national::events::{Division, Imported};

/// The figures of every year, with what must be known about them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// The figures by year and municipality code.
    pub statistics: BTreeMap<i16, BTreeMap<String, Figures>>,
    notes: BTreeMap<i16, Vec<Note>>,
    /// The division that was noted for the latest year, with the year.
    pub division: Option<(i16, Division)>,
    /// The equity staircase of the latest year that has one.
    pub staircase: Staircase,
}

impl Known {
    /// Adds what one year knows.
    pub fn read(&mut self, year: i16, national: &NationalYear) {
        if let Some(division) = national.division()
            && self.division.as_ref().is_none_or(|(known, _)| *known <= year)
        {
            self.division = Some((year, division.clone()));
        }
        if !national.staircase.is_empty() {
            self.staircase = national.staircase.clone();
        }
        let series: Vec<&Imported> = SeriesKind::ALL.iter().filter_map(|m| national.standing(*m)).collect();
        if series.is_empty() {
            return;
        }
        let figure = |measure, code: &str| national.standing(measure).and_then(|s| s.series.figure(code));
        let whole = |thousandths: u64| (thousandths.is_multiple_of(1000)).then_some(thousandths / 1000);
        let of = |code: &str| Figures {
            need: figure(SeriesKind::Need, code).map(Need::from_thousandths),
            inhabitants: figure(SeriesKind::Inhabitants, code).and_then(whole),
            key_inhabitants: figure(SeriesKind::KeyInhabitants, code).and_then(whole),
        };
        let all = geography::municipalities().iter().map(|m| (m.code.to_owned(), of(m.code)));
        self.statistics.insert(year, all.collect());
        self.notes.insert(year, series.iter().flat_map(|imported| notes(imported)).collect());
    }

    /// The latest year with figures that the state's model counts with.
    pub fn latest(&self) -> Option<i16> {
        let counts = |figures: &BTreeMap<String, Figures>| {
            figures.values().any(|f| f.need.is_some() || f.inhabitants.is_some())
        };
        self.statistics.iter().rev().find(|(_, figures)| counts(figures)).map(|(year, _)| *year)
    }

    /// What must be known about a year's figures.
    pub fn notes(&self, year: i16) -> &[Note] {
        self.notes.get(&year).map_or(&[], Vec::as_slice)
    }

    /// A municipality's figures in a year; nothing is known of those that are not there.
    pub fn figures(&self, year: Option<i16>, code: &str) -> Figures {
        let none = Figures { need: None, inhabitants: None, key_inhabitants: None };
        year.and_then(|year| self.statistics.get(&year)?.get(code).copied()).unwrap_or(none)
    }
}

fn notes(imported: &Imported) -> Vec<Note> {
    let series = &imported.series;
    let (name, year) = (series.measure.swedish(), series.year);
    let mut notes = Vec::new();
    let mut note = |kind, says| notes.push(Note { kind, says });
    if imported.illustrative {
        note(
            NoteKind::Illustrative,
            format!("Siffrorna för {name} {year} är illustrativa och visar inte kommunernas verkliga tal."),
        );
    }
    if series.preliminary {
        note(NoteKind::Preliminary, format!("Siffrorna för {name} {year} är preliminära och kan ändras."));
    }
    if let Some(says) = missing(imported) {
        note(NoteKind::Missing, says);
    }
    note(NoteKind::Source, format!("{} {year}: {}.", capital(name), series.source.trim_end_matches('.')));
    notes
}

fn missing(imported: &Imported) -> Option<String> {
    let series = &imported.series;
    let without: Vec<&geography::Municipality> =
        geography::municipalities().iter().filter(|m| series.figure(m.code).is_none()).collect();
    let names: Vec<&str> = without.iter().take(5).map(|m| m.name).collect();
    let more = without.len().saturating_sub(names.len());
    let name = series.measure.swedish();
    let unreported = series.missing().filter(|(_, why)| *why == WhyMissing::ZeroIsNoReport).count();
    let zero = if unreported > 0 { " Noll betyder där att ingen uppgift har lämnats." } else { "" };
    match (names.is_empty(), more) {
        (true, _) => None,
        (false, 0) => Some(format!("{} saknas för {}.{zero}", capital(name), listed(&names))),
        (false, more) => {
            Some(format!("{} saknas för {} och {more} kommuner till.{zero}", capital(name), names.join(", ")))
        }
    }
}

/// The same words with a capital first.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
