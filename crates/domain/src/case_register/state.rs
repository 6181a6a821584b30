//! The cases and their documents.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::case_register::events::{Entry, Event};
use crate::ids::CaseId;

/// A case (sv. *ärende*).
#[doc(alias = "ärende")]
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// Its number as people write it.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// The day it was opened.
    pub opened: Date,
    /// Its documents in order.
    pub entries: Vec<Entry>,
    /// When and how it was closed.
    pub closed: Option<(Date, String)>,
}

impl Case {
    /// The number of the document registered next.
    pub fn next_entry(&self) -> u32 {
        self.entries.iter().map(|e| e.no).max().unwrap_or(0).saturating_add(1)
    }
}

/// The register.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The cases.
    pub cases: BTreeMap<CaseId, Case>,
}

impl State {
    /// Folds one fact in.
    pub fn evolve(&mut self, event: &Event) {
        match event {
            Event::CaseOpened { case, number, subject, on } => {
                let opened = Case {
                    id: *case,
                    number: number.clone(),
                    subject: subject.clone(),
                    opened: *on,
                    entries: Vec::new(),
                    closed: None,
                };
                self.cases.insert(*case, opened);
            }
            Event::DocumentRegistered(entry) => {
                if let Some(case) = self.cases.get_mut(&entry.case) {
                    case.entries.push(entry.clone());
                }
            }
            Event::CaseClosed { case, on, how } => {
                if let Some(case) = self.cases.get_mut(case) {
                    case.closed = Some((*on, how.clone()));
                }
            }
        }
    }

    /// The case with a number.
    pub fn by_number(&self, number: &str) -> Option<&Case> {
        self.cases.values().find(|c| c.number == number)
    }

    /// The next case number of a year, by the association's pattern.
    ///
    /// The running number is one more than the cases opened in that year; a taken number is skipped.
    pub fn next_number(&self, pattern: &str, year: i16) -> String {
        let opened = self.cases.values().filter(|c| c.opened.year() == year).count();
        let write = |no: usize| pattern.replace("{year}", &year.to_string()).replace("{no}", &no.to_string());
        (opened + 1..).map(write).find(|number| self.by_number(number).is_none()).unwrap_or_default()
    }
}
