//! What is asked of the reader, and what was taken and may be chosen otherwise, as fields.
//!
//! An empty value is never a choice: it stands for what the file says, so that a choice in one field cannot hold on
//! to what an earlier choice in another led to.

use std::collections::BTreeSet;

use allocation::statistics::SeriesKind;
use exchange::choices::{Moment, Role};
use exchange::meaning::Time;
use exchange::preview::{About, Preview, Question};
use kit::Lang;
use kit::form::Choice;

use super::choices::{AGES, COLUMN, CONTENT, Chosen, FIGURES, KIND, MOMENT, PART, REGION, SEPARATOR, SUM};
use super::shown::short;
use crate::pages::statistics::preview::{Asked, Column};
use crate::pages::statistics::words;

/// How many options a field has at most.
const OPTIONS: usize = 400;
/// How many columns are shown, beside those that something is chosen for.
const COLUMNS: usize = 40;
/// How long a value may be to stand in an address.
const VALUE: usize = 200;
/// How much of a text is shown.
const TEXT: usize = 80;

/// The fields of a preview.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// What must be chosen.
    pub(super) asked: Vec<Asked>,
    /// What may be chosen otherwise.
    pub(super) taken: Vec<Asked>,
    /// The columns.
    pub(super) columns: Vec<Column>,
    /// How many columns more there are.
    pub(super) more_columns: usize,
}

/// What the fields are made of.
struct Making<'a> {
    lang: Lang,
    preview: &'a Preview,
    chosen: &'a Chosen,
    fields: Fields,
}

impl Fields {
    /// The fields of a preview with what is chosen so far.
    pub(super) fn of(lang: Lang, preview: &Preview, chosen: &Chosen) -> Self {
        let mut making = Making { lang, preview, chosen, fields: Self::default() };
        making.which_columns();
        making.kind();
        making.moment();
        making.contents();
        making.ages();
        making.separator();
        making.parts();
        making.columns();
        making.fields
    }
}

impl Making<'_> {
    fn question(&self, about: &About) -> Option<&Question> {
        self.preview.questions.iter().find(|question| question.about == *about)
    }

    /// Puts a field among those that are asked, or among those that may be chosen otherwise.
    fn put(&mut self, question: Option<String>, one: Asked) {
        match question {
            Some(says) => self.fields.asked.push(Asked { says: one.says.or(Some(says)), ..one }),
            None => self.fields.taken.push(one),
        }
    }

    /// The option for what the file says: what it was taken for, when nothing is chosen.
    fn proposed(&self, chosen: &str, taken: Option<String>) -> Choice {
        let proposal = taken.filter(|_| chosen.is_empty());
        let label = match proposal {
            Some(what) => self.lang.ta("statistics-proposed", &[("what", short(&what, TEXT).into())]),
            None => self.lang.t("statistics-not-chosen").to_owned(),
        };
        Choice::new("", label)
    }

    /// A select, with the file's own answer first unless it is asked for.
    fn select(
        &self,
        name: &str,
        label: &'static str,
        options: Vec<Choice>,
        taken: Option<String>,
        asked: bool,
    ) -> Asked {
        let value = self.chosen.get(name).to_owned();
        let first = (!asked).then(|| self.proposed(&value, taken));
        let kept = options.into_iter().filter(|option| option.value.len() <= VALUE).take(OPTIONS);
        Asked {
            name: name.to_owned(),
            label,
            says: None,
            options: first.into_iter().chain(kept).collect(),
            value,
        }
    }

    fn which_columns(&mut self) {
        for (about, name, label) in [
            (About::Region, REGION, self.lang.t("statistics-region-column")),
            (About::Figures, FIGURES, self.lang.t("statistics-figures-column")),
        ] {
            let Some(says) = self.question(&about).map(|question| question.sentence.clone()) else {
                continue;
            };
            let columns = self.preview.found.columns.iter().enumerate();
            let options = columns
                .map(|(at, column)| Choice::new(at, short(&column.name, TEXT)))
                .take(OPTIONS)
                .collect();
            let one = self.select(name, label, options, None, true);
            self.put(Some(says), one);
        }
    }

    fn kind(&mut self) {
        let lang = self.lang;
        let says = self.question(&About::SeriesKind).map(|question| question.sentence.clone());
        let options =
            SeriesKind::ALL.map(|kind| Choice::new(words::kind_slug(kind), words::kind(lang, kind))).to_vec();
        let taken = self.preview.taken.measure.map(|kind| words::kind(lang, kind).to_owned());
        let one = self.select(KIND, lang.t("statistics-kind"), options, taken, says.is_some());
        self.put(says, one);
    }

    fn moment(&mut self) {
        let (lang, typed) = (self.lang, self.chosen.get(MOMENT).to_owned());
        let says = self.question(&About::Moment).map(|question| question.sentence.clone());
        let label = lang.t("statistics-moment");
        let times = &self.preview.found.times;
        let mut one = if times.is_empty() {
            let says = says.is_none().then(|| lang.t("statistics-moment-hint").to_owned());
            Asked { name: MOMENT.to_owned(), label, says, options: Vec::new(), value: typed.clone() }
        } else {
            let taken = self.preview.taken.moment.map(|moment| moment.to_string());
            self.select(MOMENT, label, moments(lang, times), taken, says.is_some())
        };
        if !typed.is_empty() && typed.parse::<Moment>().is_err() {
            let typed = short(&typed, TEXT);
            one.says = Some(lang.ta("statistics-moment-wrong", &[("typed", typed.into())]));
        }
        self.put(says, one);
    }

    fn contents(&mut self) {
        let question = self.question(&About::Contents);
        let says = question.map(|question| question.sentence.clone());
        let names: Vec<String> = match question {
            Some(question) => question.options.iter().map(|option| option.key.clone()).collect(),
            None => self.preview.found.contents.clone(),
        };
        if says.is_none() && names.len() < 2 && self.chosen.get(CONTENT).is_empty() {
            return;
        }
        let label = |name: &str| match name {
            "" => self.lang.t("statistics-contents-none").to_owned(),
            name => short(name, TEXT),
        };
        let options = names.iter().map(|name| Choice::new(format!("={name}"), label(name))).collect();
        let taken = self.preview.taken.content.as_deref().map(label);
        let one = self.select(CONTENT, self.lang.t("statistics-contents"), options, taken, says.is_some());
        self.put(says, one);
    }

    fn ages(&mut self) {
        let (question, chosen) = (self.question(&About::Ages), self.chosen.get(AGES));
        let says = question.map(|question| question.sentence.clone());
        let options: Vec<Choice> = match question {
            Some(question) => question.options.iter().map(|o| Choice::new(&o.key, o.label.clone())).collect(),
            None if chosen.is_empty() => return,
            None => vec![Choice::new(chosen, short(chosen, TEXT))],
        };
        let one = self.select(AGES, self.lang.t("statistics-which-ages"), options, None, says.is_some());
        self.put(says, one);
    }

    /// What a sign before three digits does: asked, or as chosen.
    fn separator(&mut self) {
        let (question, chosen) = (self.question(&About::Separator), self.chosen.get(SEPARATOR));
        let says = question.map(|question| question.sentence.clone());
        let options: Vec<Choice> = match question {
            Some(question) => question.options.iter().map(|o| Choice::new(&o.key, o.label.clone())).collect(),
            None if chosen.is_empty() => return,
            None => vec![Choice::new(chosen, short(chosen, TEXT))],
        };
        let label = self.lang.t("statistics-separator");
        let one = self.select(SEPARATOR, label, options, None, says.is_some());
        self.put(says, one);
    }

    /// Columns that divide the figures: those asked about, and those that something is chosen of.
    fn parts(&mut self) {
        let lang = self.lang;
        for (at, column) in self.preview.found.columns.iter().enumerate() {
            let name = format!("{PART}{at}");
            let chosen = self.chosen.get(&name);
            let question = self.question(&About::Column(column.name.clone()));
            let value = |text: &str| Choice::new(format!("={text}"), short(text, TEXT));
            let sum = Choice::new(SUM, lang.t("statistics-sum-all"));
            let options: Vec<Choice> = match (question, chosen.strip_prefix('=')) {
                (Some(question), _) => {
                    let values = question.options.iter().map(|option| value(&option.key));
                    std::iter::once(sum).chain(values).collect()
                }
                (None, Some(only)) => vec![sum, value(only)],
                (None, None) if chosen == SUM => vec![sum],
                (None, None) => continue,
            };
            let says = question.map(|question| question.sentence.clone());
            let one = self.select(&name, lang.t("statistics-divides-label"), options, None, says.is_some());
            let named = lang.ta("statistics-divides", &[("name", short(&column.name, TEXT).into())]);
            let named = says.is_none().then_some(named);
            self.put(says, Asked { says: named, ..one });
        }
    }

    fn columns(&mut self) {
        let columns = &self.preview.found.columns;
        let shown = |at: usize| at < COLUMNS || !self.chosen.get(&format!("{COLUMN}{at}")).is_empty();
        let one = |(at, column): (usize, &exchange::preview::ColumnFound)| {
            let field = format!("{COLUMN}{at}");
            let value = self.chosen.get(&field).to_owned();
            let first = self.proposed(&value, Some(role(self.lang, column.role).to_owned()));
            let roles = Role::ALL.map(|own| Choice::new(own.swedish(), role(self.lang, own)));
            let examples: Vec<String> = column.examples.iter().map(|text| short(text, TEXT / 2)).collect();
            Column {
                field,
                name: short(&column.name, TEXT),
                examples: examples.join(", "),
                different: column.different,
                options: std::iter::once(first).chain(roles).collect(),
                value,
            }
        };
        let made: Vec<Column> = columns.iter().enumerate().filter(|(at, _)| shown(*at)).map(one).collect();
        self.fields.more_columns = columns.len().saturating_sub(made.len());
        self.fields.columns = made;
    }
}

/// The times of a file, and the mean of each year that it has by month.
fn moments(lang: Lang, times: &[Time]) -> Vec<Choice> {
    let months = times.iter().filter(|time| matches!(time, Time::Month(..)));
    let years: BTreeSet<i16> = months.map(|time| time.year()).collect();
    let mean = |year: i16| {
        let label = lang.ta("statistics-mean", &[("year", year.to_string().into())]);
        Choice::new(Moment::MeanOfMonths(year), label)
    };
    let own = times.iter().map(|time| Choice::new(time, time.to_string()));
    years.into_iter().rev().map(mean).chain(own).collect()
}

/// What a role is called.
fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Region => lang.t("statistics-role-region"),
        Role::Time => lang.t("statistics-role-time"),
        Role::Age => lang.t("statistics-role-age"),
        Role::Sex => lang.t("statistics-role-sex"),
        Role::Contents => lang.t("statistics-role-contents"),
        Role::Figures => lang.t("statistics-role-figures"),
        Role::Other => lang.t("statistics-role-other"),
        Role::Ignored => lang.t("statistics-role-ignored"),
    }
}
