//! What the preview shows, as plain values.

use allocation::statistics::{SeriesKind, WhyMissing};
use jiff::civil::Date;
use kit::Lang;
use kit::form::{Choice, Form};

/// Everything the preview shows.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The pages of allocation.
    pub views: &'a [(String, String, bool)],
    /// The address of the preview.
    pub path: &'a str,
    /// The address where a file is chosen.
    pub again: &'a str,
    /// The name of the file.
    pub file: &'a str,
    /// What the file holds; nothing when it cannot be read.
    pub found: Option<&'a Found>,
    /// What is wrong, as sentences that say what to do.
    pub faults: &'a [String],
    /// The sheets there are, when it is a spreadsheet with several.
    pub sheets: &'a [Choice],
    /// What must be chosen first.
    pub asked: &'a [Asked],
    /// What was taken and may be chosen otherwise.
    pub taken: &'a [Asked],
    /// The columns, with what each is taken for.
    pub columns: &'a [Column],
    /// How many columns more there are.
    pub more_columns: usize,
    /// What is read, as sentences.
    pub reading: &'a [String],
    /// What a reader should know, as sentences.
    pub remarks: &'a [String],
    /// The figures; none while something is to be chosen or is wrong.
    pub figures: Option<&'a Figures>,
    /// The form that reads them in, with the choices in it.
    pub form: &'a Form,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The name of the field.
    pub name: String,
    /// What it is.
    pub label: &'static str,
    /// Why it is asked, in Swedish.
    pub says: Option<String>,
    /// What there is to choose between; anything may be written when there is nothing.
    pub options: Vec<Choice>,
    /// What is chosen.
    pub value: String,
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name of the field.
    pub field: String,
    /// What the column is called.
    pub name: String,
    /// Some of what stands in it.
    pub examples: String,
    /// How many different texts it has.
    pub different: usize,
    /// What it may be; the first stands for what it is taken for.
    pub options: Vec<Choice>,
    /// What it is chosen to be; empty when nothing is chosen.
    pub value: String,
}

/// What a file holds, in the words of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How it is written.
    pub format: String,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// What it says beside the table.
    pub notes: Vec<String>,
    /// How many rows it has.
    pub rows: usize,
    /// How many of the municipalities it has.
    pub matched: usize,
    /// How many there are.
    pub of: usize,
    /// Those it does not have.
    pub absent: Vec<String>,
    /// Regions that nobody knows, each with its place.
    pub unknown: Vec<String>,
    /// How many more such regions there are.
    pub unknown_more: usize,
    /// Sums of municipalities, which are left out.
    pub left_out: Vec<String>,
    /// The times it has.
    pub times: String,
    /// The ages it has.
    pub ages: String,
    /// The sexes it has.
    pub sexes: String,
}

/// The figures, and what stands already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// What they count.
    pub kind: SeriesKind,
    /// The year they describe.
    pub year: i16,
    /// How many municipalities have one.
    pub known: usize,
    /// Their sum, in thousandths.
    pub sum: u64,
    /// The file's own figure for the country, in thousandths.
    pub country: Option<u64>,
    /// Whether every municipality of the country has one.
    pub whole: bool,
    /// Those without, by reason: the end of a Swedish sentence, and their names.
    pub missing: Vec<(String, Vec<String>)>,
    /// The first of them: code, name and figure.
    pub first: Vec<(String, String, Result<u64, WhyMissing>)>,
    /// What stands for the same kind and year.
    pub standing: Option<Standing>,
}

/// A series that stands already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// When it was read in.
    pub on: Date,
    /// How many municipalities would have another figure.
    pub differ: usize,
}
