//! The cases and their documents.

use jiff::civil::Date;

use crate::case_register::events::{Direction, Entry, Event, Paper, Series};
use crate::ids::CaseId;
use crate::shared::Map;

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
    /// Its documents in order; what somebody reads of them is asked of [`Case::read_by`].
    pub(crate) entries: Vec<Entry>,
    /// The meetings whose notices and minutes it keeps.
    pub keeps: Option<Series>,
    /// When and how it was closed.
    pub closed: Option<(Date, String)>,
}

/// Whether a reader is cleared for what is secret in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clearance {
    /// Reads that there is a document, and on what ground it is secret.
    Open,
    /// Reads everything.
    Secret,
}

/// A document of a case, as far as somebody may read of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The running number within the case.
    pub no: u32,
    /// Received, sent or drawn up.
    pub direction: Direction,
    /// The day it was received, sent or drawn up.
    pub dated: Date,
    /// The day it was registered.
    pub registered: Date,
    /// The ground of secrecy.
    pub secrecy: Option<&'a str>,
    /// What it is; none where that is secret to the reader.
    pub title: Option<&'a str>,
    /// From whom or to whom; none where there is nobody, or where that is secret to the reader.
    pub counterpart: Option<&'a str>,
    /// Where in the system its text is made from; none where that is secret to the reader.
    pub source: Option<Paper>,
}

impl Case {
    /// Its documents in order, as far as a reader may read of them: the one place where secrecy decides what is shown.
    pub fn read_by(&self, clearance: Clearance) -> impl Iterator<Item = Shown<'_>> {
        self.entries.iter().map(move |entry| {
            let clear = entry.secrecy.is_none() || clearance == Clearance::Secret;
            Shown {
                no: entry.no,
                direction: entry.direction,
                dated: entry.dated,
                registered: entry.registered,
                secrecy: entry.secrecy.as_deref(),
                title: clear.then_some(entry.title.as_str()),
                counterpart: entry.counterpart.as_deref().filter(|_| clear),
                source: entry.source.filter(|_| clear),
            }
        })
    }

    /// Under which number a paper that the system makes is registered here.
    pub fn entry_of(&self, paper: Paper) -> Option<u32> {
        self.entries.iter().find(|e| e.source == Some(paper)).map(|e| e.no)
    }

    /// How many documents it has.
    pub fn documents(&self) -> usize {
        self.entries.len()
    }

    /// The number of the document registered next.
    pub fn next_entry(&self) -> u32 {
        self.entries.iter().map(|e| e.no).max().unwrap_or(0).saturating_add(1)
    }
}

/// The register.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The cases.
    pub cases: Map<CaseId, Case>,
}

impl State {
    /// Folds one fact in.
    pub fn evolve(&mut self, event: &Event) {
        match event {
            Event::CaseOpened { case, number, subject, on, keeps } => {
                let opened = Case {
                    id: *case,
                    number: number.clone(),
                    subject: subject.clone(),
                    opened: *on,
                    entries: Vec::new(),
                    keeps: *keeps,
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

    /// The open case that keeps the notices and minutes of a body's meetings in a year.
    pub fn keeping(&self, series: Series) -> Option<&Case> {
        self.cases.values().find(|c| c.keeps == Some(series) && c.closed.is_none())
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_is_secret_is_read_by_nobody_who_is_not_cleared() {
        let entry = |no, secrecy: Option<&str>| Entry {
            case: CaseId(1),
            no,
            direction: Direction::Received,
            dated: date(2026, 3, 2),
            registered: date(2026, 3, 2),
            counterpart: Some("Avsändaren".to_owned()),
            title: "Rubriken".to_owned(),
            source: None,
            secrecy: secrecy.map(str::to_owned),
        };
        let case = Case {
            id: CaseId(1),
            number: "SFM 2026/1".to_owned(),
            subject: "Ärendet".to_owned(),
            opened: date(2026, 3, 2),
            entries: vec![entry(1, None), entry(2, Some("OSL 26 kap. 1 §"))],
            keeps: None,
            closed: None,
        };
        let titles =
            |clearance| case.read_by(clearance).map(|e| (e.title, e.counterpart)).collect::<Vec<_>>();
        let open = (Some("Rubriken"), Some("Avsändaren"));
        assert_eq!(titles(Clearance::Open), [open, (None, None)]);
        assert_eq!(titles(Clearance::Secret), [open, open]);
        assert_eq!(case.read_by(Clearance::Open).last().and_then(|e| e.secrecy), Some("OSL 26 kap. 1 §"));
    }
}
