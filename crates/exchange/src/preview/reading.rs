//! A file with meaning: which region each row is for, and which age, sex, time and content each figure is of.

use std::collections::{BTreeMap, BTreeSet};

use allocation::day::Day;

use crate::choices::Role;
use crate::meaning::{Age, Sex, Time, folded};
use crate::register::{Kind, Register};
use crate::source::{Column, Source, Text};

use super::roles;

/// A column of figures, and what its headings say about all of them.
#[derive(Debug)]
pub(super) struct Figures {
    /// Its place among the columns.
    pub(super) column: usize,
    pub(super) time: Option<Time>,
    pub(super) age: Option<Age>,
    pub(super) sex: Option<Sex>,
    pub(super) content: String,
}

/// A file with meaning.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) source: &'a Source,
    pub(super) roles: Vec<Role>,
    /// What each row is for.
    pub(super) regions: Vec<Kind>,
    pub(super) figures: Vec<Figures>,
    pub(super) times: BTreeSet<Time>,
    pub(super) ages: BTreeSet<Age>,
    pub(super) sexes: BTreeSet<Sex>,
    pub(super) contents: Vec<String>,
    /// Whether its months stood there as days.
    pub(super) from_days: bool,
    /// Columns that divide the figures otherwise, by place, with the texts that they have.
    pub(super) others: Vec<(usize, BTreeSet<u32>)>,
    time: Lookup<Time>,
    age: Lookup<Age>,
    sex: Lookup<Sex>,
    content: Option<usize>,
}

/// A column's meaning, by the numbers of its texts.
#[derive(Debug)]
struct Lookup<T> {
    column: Option<usize>,
    meanings: BTreeMap<u32, T>,
}

/// What one figure is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Of {
    pub(super) time: Option<Time>,
    pub(super) age: Option<Age>,
    pub(super) sex: Option<Sex>,
    pub(super) others: Vec<u32>,
}

impl<T: Copy> Lookup<T> {
    fn new(source: &Source, roles: &[Role], role: Role, read: impl Fn(&str) -> Option<T>) -> Self {
        let column = roles.iter().position(|own| *own == role);
        let distinct = column.and_then(|place| source.columns.get(place)).map(Column::distinct);
        let meaning = |number: u32| Some((number, source.texts.get(number)?.meaning(&read)?));
        let meanings = distinct.into_iter().flatten().filter_map(meaning).collect();
        Self { column, meanings }
    }

    fn of(&self, source: &Source, row: usize) -> Option<T> {
        let column = source.columns.get(self.column?)?;
        self.meanings.get(column.cells.get(row)?).copied()
    }
}

impl<'a> Reading<'a> {
    /// Gives a file its meaning.
    pub(super) fn new(source: &'a Source, register: &Register, mut roles: Vec<Role>) -> Self {
        let regions = regions(source, register, &roles);
        set_aside_facts(source, &regions, &mut roles);
        let mut reading = Self {
            time: Lookup::new(source, &roles, Role::Time, Time::read),
            age: Lookup::new(source, &roles, Role::Age, Age::read),
            sex: Lookup::new(source, &roles, Role::Sex, Sex::read),
            content: roles.iter().position(|role| *role == Role::Contents),
            source,
            regions,
            figures: Vec::new(),
            times: BTreeSet::new(),
            ages: BTreeSet::new(),
            sexes: BTreeSet::new(),
            contents: Vec::new(),
            from_days: false,
            others: Vec::new(),
            roles,
        };
        reading.read_headings();
        reading.survey();
        reading.months_that_became_days();
        reading
    }

    /// Months that a spreadsheet has turned into the first day of each are months again.
    fn months_that_became_days(&mut self) {
        let firsts: Option<BTreeSet<Day>> = self.times.iter().map(|time| first(*time)).collect();
        let Some(firsts) = firsts else { return };
        let mut years = firsts.iter().map(|day| day.year()).collect::<Vec<i16>>();
        years.dedup();
        self.from_days = years.len() < firsts.len();
        if !self.from_days {
            return;
        }
        let month = |time: Time| first(time).map_or(time, |day| Time::Month(day.year(), day.month()));
        self.times = self.times.iter().map(|time| month(*time)).collect();
        self.time.meanings.values_mut().for_each(|time| *time = month(*time));
        for own in &mut self.figures {
            own.time = own.time.map(month);
        }
    }

    /// What the headings say, in the matters that no column is for.
    fn read_headings(&mut self) {
        let places = self.roles.iter().enumerate().filter(|(_, role)| **role == Role::Figures);
        let mut figures: Vec<Figures> = Vec::new();
        for (place, column) in places.filter_map(|(place, _)| Some((place, self.source.columns.get(place)?)))
        {
            let mut own = Figures { column: place, time: None, age: None, sex: None, content: String::new() };
            let mut words: Vec<String> = Vec::new();
            for heading in &column.headings {
                let rest = self.read_heading(heading, &mut own);
                if !rest.is_empty() {
                    words.push(rest);
                }
            }
            own.content = words.join(" ");
            figures.push(own);
        }
        let several = figures.len() > 1;
        let dated = figures.iter().any(|own| own.time.is_some());
        let aged = figures.iter().any(|own| own.age.is_some());
        figures.retain_mut(|own| {
            if aged && own.age.is_none() && Age::read(&own.content) == Some(Age::All) {
                own.age = Some(Age::All);
                own.content = String::new();
            }
            // Beside figures for times and ages, others are sums, changes and shares of their own.
            !several || (own.time.is_some() >= dated && own.age.is_some() >= aged)
        });
        self.figures = figures;
    }

    /// Takes what a heading says out of it, and gives back the rest.
    fn read_heading(&self, heading: &str, own: &mut Figures) -> String {
        let mut rest = heading.trim().to_owned();
        if self.time.column.is_none()
            && let Some((time, left)) = Time::in_heading(&rest)
        {
            (own.time, rest) = (own.time.or(Some(time)), left);
        }
        if self.age.column.is_none()
            && let Some((age, left)) = Age::in_heading(&rest)
        {
            (own.age, rest) = (own.age.or(Some(age)), left);
        }
        let word =
            rest.chars().any(char::is_alphabetic) && !matches!(folded(&rest).as_str(), "totalt" | "total");
        if self.sex.column.is_none()
            && word
            && let Some(sex) = Sex::read(&rest)
        {
            own.sex = own.sex.or(Some(sex));
            rest = String::new();
        }
        rest
    }

    /// Which times, ages, sexes, contents and other values there are for municipalities.
    fn survey(&mut self) {
        let source = self.source;
        let mut contents: BTreeSet<String> = BTreeSet::new();
        let others: Vec<usize> = self
            .roles
            .iter()
            .enumerate()
            .filter(|(_, role)| **role == Role::Other)
            .map(|(at, _)| at)
            .collect();
        let mut values: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); others.len()];
        for row in self.municipal_rows() {
            for (column, values) in others.iter().zip(&mut values) {
                values.extend(source.columns.get(*column).and_then(|column| column.cells.get(row)));
            }
        }
        let rows: Vec<usize> = self.municipal_rows().collect();
        for place in 0..self.figures.len() {
            let mut seen: BTreeSet<(Option<Time>, Option<Age>, Option<Sex>)> = BTreeSet::new();
            let mut said: BTreeSet<Option<u32>> = BTreeSet::new();
            let Some(own) = self.figures.get(place) else { continue };
            for row in &rows {
                let of = (self.time_of(own, *row), self.age_of(own, *row), self.sex_of(own, *row));
                seen.insert(of);
                said.insert(self.content_cell(*row));
            }
            contents.extend(said.into_iter().map(|cell| self.content_name(own, cell)));
            self.times.extend(seen.iter().filter_map(|(time, ..)| *time));
            self.ages.extend(seen.iter().filter_map(|(_, age, _)| *age));
            self.sexes.extend(seen.iter().filter_map(|(.., sex)| *sex));
        }
        self.contents = contents.into_iter().collect();
        self.others = others.into_iter().zip(values).collect();
    }

    /// The rows that are for a municipality.
    fn municipal_rows(&self) -> impl Iterator<Item = usize> {
        let rows = self.regions.iter().enumerate();
        rows.filter(|(_, kind)| matches!(kind, Kind::Municipality(_))).map(|(row, _)| row)
    }

    fn time_of(&self, own: &Figures, row: usize) -> Option<Time> {
        self.time.of(self.source, row).or(own.time)
    }

    fn age_of(&self, own: &Figures, row: usize) -> Option<Age> {
        self.age.of(self.source, row).or(own.age)
    }

    fn sex_of(&self, own: &Figures, row: usize) -> Option<Sex> {
        self.sex.of(self.source, row).or(own.sex)
    }

    /// The cell of a row that says what its figures count.
    pub(super) fn content_cell(&self, row: usize) -> Option<u32> {
        self.source.columns.get(self.content?)?.cells.get(row).copied()
    }

    /// What the figures of a column count in a row whose cell for it is this.
    pub(super) fn content_name(&self, own: &Figures, cell: Option<u32>) -> String {
        let said = cell.and_then(|cell| self.source.texts.get(cell)).map(Text::shown);
        let heading = (self.figures.len() > 1 || said.is_none()).then_some(own.content.as_str());
        let parts = [said, heading].into_iter().flatten().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    }

    /// What the figure of a row is of.
    pub(super) fn of(&self, own: &Figures, row: usize) -> Of {
        let other = |column: &usize| {
            let cells = self.source.columns.get(*column).map(|column| &column.cells);
            cells.and_then(|cells| cells.get(row)).copied()
        };
        Of {
            time: self.time_of(own, row),
            age: self.age_of(own, row),
            sex: self.sex_of(own, row),
            others: self.others.iter().filter_map(|(column, _)| other(column)).collect(),
        }
    }

    /// The texts of a column that should mean something and do not.
    pub(super) fn unread(&self, role: Role) -> Vec<String> {
        let (column, known): (Option<usize>, BTreeSet<u32>) = match role {
            Role::Time => (self.time.column, self.time.meanings.keys().copied().collect()),
            Role::Age => (self.age.column, self.age.meanings.keys().copied().collect()),
            Role::Sex => (self.sex.column, self.sex.meanings.keys().copied().collect()),
            Role::Region | Role::Contents | Role::Figures | Role::Other | Role::Ignored => return Vec::new(),
        };
        let column = column.and_then(|place| self.source.columns.get(place));
        let distinct = column.map(Column::distinct).unwrap_or_default();
        let unread = distinct.into_iter().filter(|number| !known.contains(number));
        unread
            .filter_map(|number| self.source.texts.get(number))
            .map(|text| text.shown().to_owned())
            .collect()
    }
}

/// What each row is for: by the column with codes if there is one, otherwise by names.
fn regions(source: &Source, register: &Register, roles: &[Role]) -> Vec<Kind> {
    let mut columns: Vec<&Column> = region_columns(source, roles).collect();
    let coded = |column: &&Column| {
        let digits = |number: &u32| {
            source.texts.get(*number).is_some_and(|text| text.text.starts_with(|c: char| c.is_ascii_digit()))
        };
        column.distinct().iter().filter(|number| digits(number)).count()
    };
    columns.sort_by_cached_key(|column| std::cmp::Reverse(coded(column)));
    let mut known: BTreeMap<u32, Kind> = BTreeMap::new();
    let mut kind = |number: u32| {
        *known.entry(number).or_insert_with(|| {
            source.texts.get(number).map_or(Kind::Unknown, |text| roles::region(register, text))
        })
    };
    let mut of_row = |row: usize| {
        let mut found = Kind::Unknown;
        for column in &columns {
            let own = column.cells.get(row).map_or(Kind::Unknown, |number| kind(*number));
            if found == Kind::Unknown {
                found = own;
            }
        }
        found
    };
    (0..source.height()).map(&mut of_row).collect()
}

/// The columns that say which municipality a row is for.
pub(super) fn region_columns<'a>(source: &'a Source, roles: &[Role]) -> impl Iterator<Item = &'a Column> {
    let said = roles.to_vec();
    source.columns.iter().zip(said).filter(|(_, role)| *role == Role::Region).map(|(column, _)| column)
}

/// The day, where a time is the first of a month.
fn first(time: Time) -> Option<Day> {
    match time {
        Time::Day(day) => Some(day).filter(|day| day.day() == 1),
        Time::Year(_) | Time::Month(..) | Time::Quarter(..) => None,
    }
}

/// A column with one text for each municipality is a fact about it and divides no figures.
fn set_aside_facts(source: &Source, regions: &[Kind], roles: &mut [Role]) {
    for (column, role) in source.columns.iter().zip(roles.iter_mut()) {
        if *role != Role::Other {
            continue;
        }
        let mut said: BTreeMap<Kind, u32> = BTreeMap::new();
        let municipal =
            regions.iter().zip(&column.cells).filter(|(kind, _)| matches!(kind, Kind::Municipality(_)));
        let one_each = municipal.into_iter().all(|(kind, cell)| said.entry(*kind).or_insert(*cell) == cell);
        if one_each && column.distinct().len() > 1 {
            *role = Role::Ignored;
        }
    }
}
