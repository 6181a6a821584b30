//! What will be read from a file, shown before it is: what was found, what is taken for what, and what is missing.
//!
//! | question | file |
//! | --- | --- |
//! | which column is what? | `roles` |
//! | what does each row and heading mean? | `reading` |
//! | what is chosen, what is asked? | `settle` |
//! | which ages together are the wanted ones? | `ages` |
//! | what do the figures add up to? | `collect` |
//! | how is it said? | `sentences` |
//! | how is it shown? | `found` |
//!
//! Years are kept apart, sums of municipalities are left out, and a sum with a hole in it is no figure.

use std::collections::BTreeSet;

use allocation::statistics::Series;

use crate::choices::{Choices, Moment, Role};
use crate::fault::{Fault, Place, cut};
use crate::meaning::{Age, Time};
use crate::register::{Kind, Register};
use crate::source::{self, Source};

mod ages;
mod collect;
mod found;
mod reading;
mod roles;
mod sentences;
mod settle;

pub use found::{
    About, Choice, ColumnFound, Figures, Found, Missing, Preview, Question, Taken, UnknownRegion,
};
use reading::Reading;
use settle::Settled;

/// How many of a column's texts are shown.
const EXAMPLES: usize = 3;

/// How many regions are listed by name.
const LISTED: usize = 200;

impl Preview {
    /// Looks at a file with the choices that have been made so far.
    #[must_use]
    pub fn of(source: &Source, register: &Register, choices: &Choices) -> Self {
        let roles = match roles::assign(source, register, choices) {
            Ok(roles) => roles,
            Err(fault) => return Self::stopped(source, register, fault),
        };
        let reading = Reading::new(source, register, roles);
        let readable = reading.roles.contains(&Role::Region) && !reading.figures.is_empty();
        let settled = if readable { settle::settle(&reading, choices) } else { Settled::default() };
        let mut preview = Self {
            found: found(&reading, register),
            taken: taken(&reading, &settled, choices),
            questions: settled.questions.clone(),
            faults: settled.faults.clone(),
            remarks: sentences::remarks(&reading, register, &settled),
            figures: None,
        };
        preview.ask_for_columns(&reading);
        preview.look_for_figures(&reading, choices);
        preview.take_figures(&reading, register, &settled);
        preview
    }

    /// The series, when nothing is left to choose or to put right.
    #[must_use]
    pub fn series(&self) -> Option<&Series> {
        self.figures.as_ref().map(|figures| &figures.series)
    }

    /// What is read and how it was taken, as Swedish sentences in order.
    #[must_use]
    pub fn reading(&self) -> Vec<String> {
        sentences::chosen(self)
    }

    /// Everything that can be said about the file, as Swedish sentences in order.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        sentences::told(self)
    }

    fn stopped(source: &Source, register: &Register, fault: Fault) -> Self {
        let roles = vec![Role::Ignored; source.columns.len()];
        Self {
            found: found(&Reading::new(source, register, roles), register),
            taken: Taken::default(),
            questions: Vec::new(),
            faults: vec![fault],
            remarks: Vec::new(),
            figures: None,
        }
    }

    /// A column that looks like figures and cannot be read is told, unless it was chosen what it is.
    fn look_for_figures(&mut self, reading: &Reading<'_>, choices: &Choices) {
        let source = reading.source;
        for (column, role) in source.columns.iter().zip(&reading.roles) {
            let chosen = choices.roles.contains_key(&column.name);
            if chosen || !matches!(role, Role::Other | Role::Ignored) {
                continue;
            }
            let texts = || column.distinct().into_iter().filter_map(|number| source.texts.get(number));
            let like = |text: &str| {
                let signs = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\u{a0}');
                text.chars().all(signs)
                    && text.contains([',', '.'])
                    && text.contains(|c: char| c.is_ascii_digit())
            };
            let wrong = texts()
                .map(|text| text.text.trim())
                .filter(|text| like(text))
                .find(|text| swedish::number::parse_scaled(text, 12).is_err());
            if let Some(text) = wrong {
                let problem =
                    format!("”{}” i kolumnen {} kan inte läsas som ett tal", cut(text), cut(&column.name));
                let remedy =
                    "Skriv talen utan tecken mellan tusentalen, eller välj att kolumnen inte används";
                self.faults.push(Fault::new(problem, remedy));
            }
        }
    }

    fn ask_for_columns(&mut self, reading: &Reading<'_>) {
        let has = |role| reading.roles.contains(&role);
        let names =
            || reading.source.columns.iter().map(|column| Choice::new(&column.name, &column.name)).collect();
        if !has(Role::Region) {
            let sentence =
                "Ingen kolumn har kommuner som känns igen. Välj kolumnen med kommunkod eller kommun.";
            self.questions.insert(0, Question::new(About::Region, sentence, names()));
        }
        if reading.figures.is_empty() {
            let sentence = "Ingen kolumn har tal. Välj kolumnen med tal.";
            self.questions.insert(0, Question::new(About::Figures, sentence, names()));
        }
        if has(Role::Region) && self.found.matched.is_empty() {
            let fault = Fault::new(
                "ingen av filens regioner är en kommun",
                "Välj en annan kolumn för kommun, eller hämta tabellen för kommuner",
            );
            self.faults.push(fault);
        }
    }

    fn take_figures(&mut self, reading: &Reading<'_>, register: &Register, settled: &Settled) {
        let (Some(measure), Some(moment)) = (settled.measure, settled.moment) else { return };
        if !self.questions.is_empty() || !self.faults.is_empty() {
            return;
        }
        let sums = collect::collect(reading, settled, measure);
        if !sums.faults.is_empty() {
            self.faults = sums.faults;
            return;
        }
        if sums.rounded > 0 {
            self.remarks.push("Tal med fler än tre decimaler är avrundade till tusendelar.".to_owned());
        }
        let mut figures = Figures {
            series: Series {
                measure,
                year: moment.year(),
                preliminary: self.taken.preliminary.unwrap_or(false),
                source: self.taken.source.clone(),
                values: std::collections::BTreeMap::new(),
            },
            missing: Vec::new(),
            sum: 0,
            known: 0,
            country: sums.country,
        };
        let absent = || collect::Collected {
            value: Err(allocation::statistics::WhyMissing::Empty),
            why: "filen har ingen rad för den valda tiden".to_owned(),
        };
        for municipality in &self.found.matched {
            let place = register.place(&municipality.code);
            let collected =
                place.and_then(|place| sums.municipalities.get(&place)).cloned().unwrap_or_else(absent);
            match collected.value {
                Ok(figure) => {
                    figures.sum = figures.sum.saturating_add(figure);
                    figures.known += 1;
                }
                Err(why) => figures.missing.push(Missing {
                    municipality: municipality.clone(),
                    why,
                    sentence: collected.why,
                }),
            }
            figures.series.values.insert(municipality.code.clone(), collected.value);
        }
        self.figures = Some(figures);
    }
}

fn found(reading: &Reading<'_>, register: &Register) -> Found {
    let source = reading.source;
    let mut matched: BTreeSet<usize> = BTreeSet::new();
    let mut unknown: Vec<UnknownRegion> = Vec::new();
    let mut left_out: Vec<String> = Vec::new();
    let (mut sums, mut strangers) = (BTreeSet::new(), BTreeSet::new());
    let shown = |row: usize| {
        let texts =
            reading::region_columns(source, &reading.roles).filter_map(|column| source.text(column, row));
        let texts: Vec<&str> = texts.map(|text| text.shown()).filter(|text| !text.is_empty()).collect();
        texts.join(" ")
    };
    for (row, kind) in reading.regions.iter().enumerate() {
        match kind {
            Kind::Municipality(place) => {
                matched.insert(*place);
            }
            Kind::County | Kind::Country => {
                let text = shown(row);
                if sums.insert(text.clone()) && left_out.len() < LISTED {
                    left_out.push(cut(&text));
                }
            }
            Kind::Unknown => {
                let text = shown(row);
                let first = reading.roles.contains(&Role::Region) && strangers.insert(text.clone());
                if first && unknown.len() < LISTED {
                    unknown.push(UnknownRegion { text: cut(&text), place: source.place(row) });
                }
            }
        }
    }
    let municipalities = register.municipalities();
    let of = |wanted: bool| {
        let listed = municipalities.iter().enumerate().filter(|(place, _)| matched.contains(place) == wanted);
        listed.map(|(_, municipality)| municipality.clone()).collect()
    };
    let columns = source.columns.iter().zip(&reading.roles).map(|(column, role)| {
        let mut examples: Vec<String> = Vec::new();
        for text in (0..source.height()).filter_map(|row| source.text(column, row)).map(source::Text::shown) {
            if examples.len() < EXAMPLES && !text.is_empty() && !examples.contains(&cut(text)) {
                examples.push(cut(text));
            }
        }
        ColumnFound { name: column.name.clone(), role: *role, different: column.distinct().len(), examples }
    });
    Found {
        format: source.format.swedish(),
        sheet: source.sheet.clone(),
        sheets: source.sheets.clone(),
        title: source.title.clone(),
        notes: source.notes.clone(),
        rows: source.height(),
        columns: columns.collect(),
        matched: of(true),
        of: municipalities.len(),
        absent: of(false),
        unknown,
        unknown_count: strangers.len(),
        left_out,
        times: reading.times.iter().copied().collect(),
        ages: reading.ages.iter().copied().collect(),
        ages_shown: ages_shown(&reading.ages),
        sexes: reading.sexes.iter().copied().collect(),
        contents: reading.contents.iter().filter(|content| !content.is_empty()).cloned().collect(),
    }
}

/// The ages in order, single years with their neighbours.
fn ages_shown(all: &BTreeSet<Age>) -> String {
    let single = all.iter().filter_map(|age| match age {
        Age::Class { from, to } if from == to => Some(*from),
        Age::Class { .. } | Age::From(_) | Age::All => None,
    });
    let spans = ages::spans(&single.collect::<Vec<u8>>());
    let others = all.iter().filter(|age| !matches!(age, Age::Class { from, to } if from == to));
    let spans = if spans.is_empty() { None } else { Some(format!("ettårsklasser {spans}")) };
    spans.into_iter().chain(others.map(ToString::to_string)).collect::<Vec<_>>().join(", ")
}

fn taken(reading: &Reading<'_>, settled: &Settled, choices: &Choices) -> Taken {
    let source = reading.source;
    let said: Vec<&str> =
        [source.publisher.as_deref(), source.title.as_deref()].into_iter().flatten().collect();
    let said = (!said.is_empty()).then(|| said.join(": "));
    let unsaid = || "filen säger inte varifrån talen kommer".to_owned();
    let mut origin = choices.source.clone().or_else(|| said.clone()).unwrap_or_else(unsaid);
    if let Some(Moment::MeanOfMonths(year)) = settled.moment {
        origin = format!("{origin}; medelvärdet av de tolv månaderna {year}");
    }
    if let Some(Moment::At(time @ Time::Month(..) | time @ Time::Quarter(..))) = settled.moment {
        origin = format!("{origin}; {time}");
    }
    Taken {
        measure: settled.measure,
        moment: settled.moment,
        ages: settled.wanted_ages,
        added_ages: settled.ages.clone().unwrap_or_default(),
        added_sexes: settled.sexes.clone().unwrap_or_default(),
        content: settled.content.clone(),
        report: settled.report.clone(),
        preliminary: choices.preliminary.or_else(|| {
            let year = settled.moment.map(Moment::year);
            sentences::said_preliminary(source, year).then_some(true)
        }),
        source: origin,
        said_source: said,
    }
}

/// Where a row stands, for the sentences.
fn placed(place: Place, text: &str) -> String {
    format!("{place}: {text}")
}
