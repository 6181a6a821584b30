//! The parts of a preview, plain enough to be shown as a page, as text or as JSON.

use allocation::statistics::{Series, SeriesKind, WhyMissing};
use serde::Serialize;

use crate::choices::{Moment, Role};
use crate::fault::{Fault, Place};
use crate::meaning::{Age, Ages, Sex, Time};
use crate::register::Municipality;

/// A file as it will be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// What the file holds.
    pub found: Found,
    /// What is read of it.
    pub taken: Taken,
    /// What must be chosen first.
    pub questions: Vec<Question>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What a reader should know, as Swedish sentences.
    pub remarks: Vec<String>,
    /// The figures; none while something is to be chosen or is wrong.
    pub figures: Option<Figures>,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Found {
    /// How it is written, in Swedish.
    pub format: String,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// All its sheets.
    pub sheets: Vec<String>,
    /// Its title.
    pub title: Option<String>,
    /// What it says beside the table.
    pub notes: Vec<String>,
    /// How many rows it has.
    pub rows: usize,
    /// Its columns.
    pub columns: Vec<ColumnFound>,
    /// The municipalities that it has.
    pub matched: Vec<Municipality>,
    /// How many municipalities there are in the country.
    pub of: usize,
    /// The municipalities that it does not have.
    pub absent: Vec<Municipality>,
    /// Regions that nobody knows, the first of them.
    pub unknown: Vec<UnknownRegion>,
    /// How many regions nobody knows.
    pub unknown_count: usize,
    /// Regions that are sums of municipalities and are left out, the first of them.
    pub left_out: Vec<String>,
    /// The times it has.
    pub times: Vec<Time>,
    /// The ages it has, in order.
    pub ages: Vec<Age>,
    /// The ages it has, with neighbours together.
    pub ages_shown: String,
    /// The sexes it has.
    pub sexes: Vec<Sex>,
    /// What it counts.
    pub contents: Vec<String>,
}

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnFound {
    /// What it is called.
    pub name: String,
    /// What it is taken for.
    pub role: Role,
    /// How many different texts it has.
    pub different: usize,
    /// The first of them.
    pub examples: Vec<String>,
}

/// A region that is neither a municipality nor a known sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnknownRegion {
    /// What stands there.
    pub text: String,
    /// Where it stands first.
    pub place: Place,
}

/// What is read, with everything that was taken or chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The measure.
    pub measure: Option<SeriesKind>,
    /// The time.
    pub moment: Option<Moment>,
    /// The ages.
    pub ages: Option<Ages>,
    /// The ages of the file that are added together.
    pub added_ages: Vec<Age>,
    /// The sexes of the file that are added together.
    pub added_sexes: Vec<Sex>,
    /// The content.
    pub content: Option<String>,
    /// The content whose zero means that a municipality did not report.
    pub report: Option<String>,
    /// Whether the figures may change; none when neither the file nor anybody says.
    pub preliminary: Option<bool>,
    /// Where the figures come from.
    pub source: String,
    /// Where the file itself says that they come from.
    pub said_source: Option<String>,
}

/// What a question is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// Which column is the municipality.
    Region,
    /// Which columns hold the figures.
    Figures,
    /// Which measure it is.
    SeriesKind,
    /// Which time.
    Moment,
    /// Which ages.
    Ages,
    /// Which content.
    Contents,
    /// What a sign before three digits does.
    Separator,
    /// What to take of another column.
    Column(String),
}

/// Something that must be chosen before there are figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// What it is about.
    pub about: About,
    /// The question, in Swedish.
    pub sentence: String,
    /// What there is to choose between; empty when anything may be written.
    pub options: Vec<Choice>,
}

/// One of the answers to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// How it is chosen.
    pub key: String,
    /// How it is shown.
    pub label: String,
}

impl Question {
    pub(super) fn new(about: About, sentence: &str, options: Vec<Choice>) -> Self {
        Self { about, sentence: sentence.to_owned(), options }
    }
}

impl Choice {
    pub(super) fn new(key: &str, label: &str) -> Self {
        Self { key: key.to_owned(), label: label.to_owned() }
    }
}

/// The figures that are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// The series, for one year.
    pub series: Series,
    /// The municipalities of the file without a figure.
    pub missing: Vec<Missing>,
    /// The sum of the municipalities that have one, in thousandths.
    pub sum: u64,
    /// How many municipalities have one.
    pub known: usize,
    /// The file's own figure for the country, in thousandths.
    pub country: Option<u64>,
}

/// A municipality without a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Which.
    pub municipality: Municipality,
    /// Why, as the series has it.
    pub why: WhyMissing,
    /// Why, in Swedish, as the end of a sentence.
    pub sentence: String,
}
