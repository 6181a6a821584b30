//! The table that every format is read into: texts kept once, columns of them, and where each row stands in the file.

use std::collections::{BTreeMap, BTreeSet};

use super::format::Format;
use crate::fault::{Fault, Place};

/// The largest table that is read: rows times columns.
pub const MAX_CELLS: usize = 2_000_000;

/// The most columns that a table may have, which is as many as a spreadsheet holds.
pub const MAX_COLUMNS: usize = 16_384;

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
    fn names_are_made_different() {
        let names = ["a", "b", "a", "a (2)"].map(str::to_owned).to_vec();
        assert_eq!(unique(names), ["a", "b", "a (2)", "a (2) (2)"]);
    }
}
