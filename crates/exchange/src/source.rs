//! What a file holds, before anybody has said what it means: columns of texts, one row for each figure or more.
//!
//! | format | read by |
//! | --- | --- |
//! | CSV with comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252 | `delimited` |
//! | XLSX, as people and the statistics database write it | `spreadsheet` |
//! | JSON-stat 2.0, and 1.x in its `dataset` | `json_stat` |
//! | the statistics database's own JSON | `px_json` |
//!
//! Rows and columns become the same [`Source`] whatever the format, so that everything after it is one way.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::fault::{Fault, Place};

mod delimited;
mod encoding;
mod json;
mod json_stat;
mod layout;
mod px_json;
mod spreadsheet;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// The largest table that is read: rows times columns.
pub const MAX_CELLS: usize = 2_000_000;

/// The most columns that a table may have, which is as many as a spreadsheet holds.
pub const MAX_COLUMNS: usize = 16_384;

/// The most that the parts of a spreadsheet may unpack to, in bytes.
pub const MAX_UNPACKED: u64 = 128 * 1024 * 1024;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Text with a sign between the columns.
    Csv {
        /// The sign.
        delimiter: Delimiter,
        /// How letters are written.
        encoding: Encoding,
    },
    /// A spreadsheet.
    Xlsx,
    /// JSON-stat 2.0.
    JsonStat2,
    /// JSON-stat 1.x, wrapped in `dataset`.
    JsonStat1,
    /// The JSON that PxWeb's first interface answers with.
    PxJson,
}

/// The sign between columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// How letters are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    #[serde(rename = "UTF-8")]
    Utf8,
    /// UTF-16 with its mark, as spreadsheets save *Unicode text*.
    #[serde(rename = "UTF-16")]
    Utf16,
    /// Windows-1252, of which Latin-1 is a part.
    #[serde(rename = "Windows-1252")]
    Windows1252,
}

impl Format {
    /// What the format is called on a page.
    #[must_use]
    pub fn swedish(self) -> String {
        match self {
            Self::Csv { delimiter, encoding } => {
                let delimiter = match delimiter {
                    Delimiter::Comma => "komma",
                    Delimiter::Semicolon => "semikolon",
                    Delimiter::Tab => "tabb",
                };
                let encoding = match encoding {
                    Encoding::Utf8 => "UTF-8",
                    Encoding::Utf16 => "UTF-16",
                    Encoding::Windows1252 => "Windows-1252",
                };
                format!("CSV med {delimiter} mellan kolumnerna, teckenkodning {encoding}")
            }
            Self::Xlsx => "kalkylblad (XLSX)".to_owned(),
            Self::JsonStat2 => "JSON-stat 2.0".to_owned(),
            Self::JsonStat1 => "JSON-stat 1".to_owned(),
            Self::PxJson => "PxWeb JSON".to_owned(),
        }
    }
}

/// What the format itself says that a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// Nothing.
    None,
    /// A dimension of some kind.
    Dimension,
    /// The dimension of time.
    Time,
    /// The dimension of contents.
    Contents,
    /// Figures.
    Figures,
}

/// A text of the file, and the words that belong to it when it is a code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Text {
    /// What stands in the cell.
    pub(crate) text: String,
    /// The words of a code.
    pub(crate) label: Option<String>,
}

impl Text {
    /// The words if there are any, otherwise the text.
    pub(crate) fn shown(&self) -> &str {
        self.label.as_deref().filter(|label| !label.is_empty()).unwrap_or(&self.text)
    }

    /// The first meaning that the words or the text have.
    pub(crate) fn meaning<T>(&self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.label.as_deref().and_then(&read).or_else(|| read(&self.text))
    }
}

/// All texts of a file, each kept once.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    list: Vec<Text>,
    places: BTreeMap<Text, u32>,
}

impl Texts {
    /// The number of a text.
    pub(crate) fn keep(&mut self, text: Text) -> u32 {
        if let Some(place) = self.places.get(&text) {
            return *place;
        }
        // There are never more texts than cells, which are bounded far below this.
        let place = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.places.insert(text.clone(), place);
        self.list.push(text);
        place
    }

    /// The number of a text without words.
    pub(crate) fn plain(&mut self, text: &str) -> u32 {
        self.keep(Text { text: text.trim().to_owned(), label: None })
    }

    /// The text of a number.
    pub(crate) fn get(&self, number: u32) -> Option<&Text> {
        usize::try_from(number).ok().and_then(|place| self.list.get(place))
    }

    /// Whether nothing stands there.
    pub(crate) fn is_blank(&self, number: u32) -> bool {
        self.get(number).is_none_or(|text| text.text.is_empty() && text.label.is_none())
    }
}

/// A column, with the numbers of its texts.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    /// What it is called; no two have the same name.
    pub(crate) name: String,
    /// The headings over it, outermost first.
    pub(crate) headings: Vec<String>,
    /// Whether the file has a name for it.
    pub(crate) named: bool,
    /// What the format says that it is.
    pub(crate) hint: Hint,
    /// The text of each row.
    pub(crate) cells: Vec<u32>,
}

impl Column {
    /// The numbers of the texts that it has, each once.
    pub(crate) fn distinct(&self) -> BTreeSet<u32> {
        self.cells.iter().copied().collect()
    }
}

/// A file that has been read.
#[derive(Debug)]
pub struct Source {
    /// How it was written.
    pub format: Format,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// All sheets there are.
    pub sheets: Vec<String>,
    /// Its title.
    pub title: Option<String>,
    /// What it says beside the table.
    pub notes: Vec<String>,
    /// Who published it, when the file says so.
    pub publisher: Option<String>,
    pub(crate) texts: Texts,
    pub(crate) columns: Vec<Column>,
    /// The row in the file of each row here; none when the format has no rows.
    pub(crate) rows: Option<Vec<u32>>,
}

impl Source {
    /// Reads a file, whatever its format.
    ///
    /// # Errors
    /// When it is too large, is not a table, or is damaged.
    pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Self, Fault> {
        if bytes.len() > MAX_BYTES {
            return Err(Fault::new(
                format!("filen är större än {} MB", MAX_BYTES / 1024 / 1024),
                "Hämta färre år eller färre kolumner åt gången",
            ));
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return spreadsheet::read(bytes, sheet);
        }
        if let Some(sheet) = sheet {
            return Err(Fault::new(
                format!("bladet {sheet} kan inte väljas, eftersom filen inte är ett kalkylblad"),
                "Utelämna bladets namn",
            ));
        }
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(Fault::new(
                "filen är en äldre Excelfil (.xls)",
                "Öppna den i ett kalkylprogram och spara den som XLSX eller CSV",
            ));
        }
        if bytes.starts_with(b"%PDF") {
            return Err(Fault::new(
                "filen är en PDF",
                "Hämta tabellen som XLSX, CSV eller JSON-stat i stället",
            ));
        }
        let (text, encoding) = encoding::decode(bytes);
        let start = text.trim_start();
        if start.starts_with(['{', '[']) {
            return json::read(&text);
        }
        if start.starts_with("CHARSET=") || start.starts_with("AXIS-VERSION=") {
            return Err(Fault::new(
                "filen är en PX-fil",
                "Hämta tabellen som XLSX, CSV eller JSON-stat i stället",
            ));
        }
        if start.starts_with('<') {
            return Err(Fault::new(
                "filen är en webbsida eller XML",
                "Hämta tabellen som XLSX, CSV eller JSON-stat i stället",
            ));
        }
        if text.contains('\0') {
            return Err(Fault::new(
                "filen är varken text eller ett kalkylblad",
                "Spara tabellen som XLSX eller CSV",
            ));
        }
        delimited::read(&text, encoding)
    }

    /// How many rows there are.
    #[must_use]
    pub fn height(&self) -> usize {
        self.columns.first().map_or(0, |column| column.cells.len())
    }

    /// The names of its columns, in order; no two are the same.
    pub fn column_names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }

    /// Where a row stands in the file.
    pub(crate) fn place(&self, row: usize) -> Place {
        match self.rows.as_ref().and_then(|rows| rows.get(row)) {
            Some(line) => Place::Row((*line).into()),
            None => Place::Value(u64::try_from(row).map_or(u64::MAX, |row| row + 1)),
        }
    }

    /// The text of a cell.
    pub(crate) fn text(&self, column: &Column, row: usize) -> Option<&Text> {
        column.cells.get(row).and_then(|number| self.texts.get(*number))
    }
}

/// Too many cells to read.
pub(crate) fn too_many_cells() -> Fault {
    Fault::new("tabellen har fler än 2 miljoner celler", "Hämta färre år, åldrar eller kolumner åt gången")
}

/// Too many columns to read.
pub(crate) fn too_many_columns() -> Fault {
    Fault::new("tabellen har fler än 16 384 kolumner", "Hämta tabellen med kommunerna som rader")
}

/// Makes the names of columns different, by adding what number each is.
pub(crate) fn unique(names: Vec<String>) -> Vec<String> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut made = Vec::with_capacity(names.len());
    for name in names {
        let mut candidate = name.clone();
        while !seen.insert(candidate.clone()) {
            let number = numbers.entry(name.clone()).or_insert(1);
            *number += 1;
            candidate = format!("{name} ({number})");
        }
        made.push(candidate);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_told_apart() {
        let problem = |bytes: &[u8]| Source::read(bytes, None).unwrap_err().to_string();
        assert!(problem(b"%PDF-1.7").contains("är en PDF"));
        assert!(problem(&[0xd0, 0xcf, 0x11, 0xe0, 0]).contains("äldre Excelfil"));
        assert!(problem(b"<!doctype html>").contains("webbsida"));
        assert!(problem(b"CHARSET=\"ANSI\";").contains("PX-fil"));
        assert!(problem(b"a\0b").contains("varken text eller"));
        assert!(problem(&vec![b'a'; MAX_BYTES + 1]).contains("större än 32 MB"));
        let error = Source::read(b"a;b\n1;2\n", Some("Blad1")).unwrap_err().to_string();
        assert!(error.contains("bladet Blad1") || error.contains("Bladet Blad1"), "{error}");
    }

    #[test]
    fn names_are_made_different() {
        let names = ["a", "b", "a", "a (2)"].map(str::to_owned).to_vec();
        assert_eq!(unique(names), ["a", "b", "a (2)", "a (2) (2)"]);
    }
}
