//! A list: its columns, its filters, and what each of its rows is called elsewhere.

use std::borrow::Cow;

use jiff::civil::Date;
use maud::Markup;
use swedish::text::Search;

use super::column::Column;
use super::filter::Filter;
use crate::Lang;
use crate::form::Choice;

/// How many rows stand on a page.
pub(super) const ON_A_PAGE: usize = 50;

/// What a list is called.
#[derive(Clone, Debug)]
pub struct Head<'a> {
    /// The address of its page.
    pub path: String,
    /// What its files are called, and the id of its caption.
    pub name: String,
    /// Its caption.
    pub caption: Cow<'a, str>,
    /// The key of what its rows are, counted: `{ $count -> [one] ärende *[other] ärenden }`.
    pub noun: &'static str,
}

/// A row as a feed tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from every other row, for ever: its address, or one with its place on a page.
    pub id: String,
    /// Where the reader may read of it.
    pub href: Option<String>,
    /// What it is called.
    pub title: String,
    /// The day of what was last told of it.
    pub updated: Date,
}

impl Entry {
    /// Something that stands at an address of its own.
    pub fn at(href: impl Into<String>, title: impl Into<String>, updated: Date) -> Self {
        let href = href.into();
        Self { id: href.clone(), href: Some(href), title: title.into(), updated }
    }
}

type EntryOf<'a, R> = Box<dyn Fn(&R) -> Entry + 'a>;
type WordsOf<'a, R> = Box<dyn Fn(&R, &mut Search<'_>) + 'a>;
pub(super) type Pick<'a, R> = (String, Box<dyn Fn(&R) -> Markup + 'a>);

/// A table of columns and filters over rows.
///
/// Columns are added in order; what follows a column says more of it.
///
/// ```
/// # use kit::Lang;
/// # use kit::list::{Entry, Head, List};
/// struct Row { title: String, granted: swedish::money::Ore, on: jiff::civil::Date }
/// let head = Head { path: "/insatser".into(), name: "insatser".into(), caption: "Insatser".into(), noun: "found-many" };
/// let list = List::<Row>::new(Lang::Sv, head, |r| Entry::at("/insatser/1", r.title.as_str(), r.on))
///     .text("namn", "Insats", |r| (&r.title).into()).sorts().swedish()
///     .amount("beviljat", "Beviljat", |r| r.granted.into()).sorts().sums()
///     .searches("Sök", |r, search| search.at(&r.title));
/// # let _ = list;
/// ```
pub struct List<'a, R> {
    pub(super) lang: Lang,
    pub(super) head: Head<'a>,
    /// What the addresses of its files begin with.
    pub(super) files: String,
    pub(super) columns: Vec<Column<'a, R>>,
    pub(super) filters: Vec<Filter<'a, R>>,
    /// What words are called, and where they are looked for; none when the rows are those found already.
    pub(super) words: Option<(String, Option<WordsOf<'a, R>>)>,
    /// What else the address of the page asks, which every address of the list keeps.
    pub(super) kept: Vec<(String, String)>,
    /// The usual order: a column, and whether the largest comes first; else as the rows are handed in.
    pub(super) usual: Option<(&'static str, bool)>,
    pub(super) empty: Markup,
    pub(super) pick: Option<Pick<'a, R>>,
    notes: Vec<String>,
    entry: EntryOf<'a, R>,
}

impl<R> std::fmt::Debug for List<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("List")
            .field("head", &self.head)
            .field("columns", &self.columns)
            .finish_non_exhaustive()
    }
}

impl<'a, R> List<'a, R> {
    /// A list without columns.
    pub fn new(lang: Lang, head: Head<'a>, entry: impl Fn(&R) -> Entry + 'a) -> Self {
        Self {
            lang,
            files: head.path.clone(),
            head,
            columns: Vec::new(),
            filters: Vec::new(),
            words: None,
            kept: Vec::new(),
            usual: None,
            empty: Markup::default(),
            pick: None,
            notes: Vec::new(),
            entry: Box::new(entry),
        }
    }

    /// Its files stand elsewhere than under the page's own name: `/regler/tabell` for `/regler/tabell.csv`.
    #[must_use]
    pub fn files(mut self, files: impl Into<String>) -> Self {
        self.files = files.into();
        self
    }

    /// What else the address asks.
    #[must_use]
    pub fn keeping(mut self, pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        self.kept.extend(pairs);
        self
    }

    /// What is shown when there is nothing at all.
    #[must_use]
    pub fn empty(mut self, empty: Markup) -> Self {
        self.empty = empty;
        self
    }

    /// Looks for words in the texts of each row.
    #[must_use]
    pub fn searches(mut self, label: impl Into<String>, look: impl Fn(&R, &mut Search<'_>) + 'a) -> Self {
        self.words = Some((label.into(), Some(Box::new(look))));
        self
    }

    /// Asks for words by which the rows that are handed in were found already.
    #[must_use]
    pub fn finds(mut self, label: impl Into<String>) -> Self {
        self.words = Some((label.into(), None));
        self
    }

    /// A choice among the rows, by a code that each has.
    #[must_use]
    pub fn filter(
        mut self,
        key: &'static str,
        label: impl Into<String>,
        choices: Vec<Choice>,
        code: impl Fn(&R) -> Cow<'_, str> + 'a,
    ) -> Self {
        self.filters.push(Filter { key, label: label.into(), choices, code: Box::new(code) });
        self
    }

    /// Sorted so when nothing else is asked.
    #[must_use]
    pub fn usually(mut self, key: &'static str, descending: bool) -> Self {
        self.usual = Some((key, descending));
        self
    }

    /// A box to tick before each row, for a form around the table.
    #[must_use]
    pub fn picks(mut self, label: impl Into<String>, pick: impl Fn(&R) -> Markup + 'a) -> Self {
        self.pick = Some((label.into(), Box::new(pick)));
        self
    }

    /// What a reader must know where the table is taken out, as sentences.
    #[must_use]
    pub fn noted(mut self, notes: Vec<String>) -> Self {
        self.notes = notes;
        self
    }

    /// What it is called.
    pub fn head(&self) -> &Head<'a> {
        &self.head
    }

    /// What a reader must know where the table is taken out.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// The columns, in order.
    pub fn columns(&self) -> &[Column<'a, R>] {
        &self.columns
    }

    /// A row as a feed tells of it.
    pub fn entry(&self, row: &R) -> Entry {
        (self.entry)(row)
    }

    pub(super) fn column_of(&self, key: &str) -> Option<&Column<'a, R>> {
        self.columns.iter().find(|column| column.key == key)
    }
}
