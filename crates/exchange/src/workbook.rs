//! Tables to be written: what stands in them, whatever the format.
//!
//! | question | file |
//! | --- | --- |
//! | how is a table written as CSV for a Swedish spreadsheet? | `csv_text` |
//! | how is it written as XLSX? | `xlsx` |

use std::cmp::Ordering;

use allocation::fraction::Fraction;
use jiff::civil::Date;
use swedish::money::Ore;

mod csv_text;
mod xlsx;

/// Tables that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// What they are about.
    pub title: String,
    /// The tables, in order.
    pub sheets: Vec<Sheet>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The short name on its tab.
    pub name: String,
    /// What it shows.
    pub title: String,
    /// What a reader must know, as sentences.
    pub notes: Vec<String>,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, each with one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What its cells are.
    pub kind: Kind,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers with up to three decimals.
    Decimal,
    /// Amounts, exact to the öre.
    Kronor,
    /// Shares.
    Percent,
    /// Days.
    Date,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number in thousandths.
    Thousandths(u64),
    /// An amount in whole öre.
    Kronor(i64),
    /// A share, as an exact fraction.
    Percent(Fraction),
    /// A day.
    Date(Date),
    /// Not known, which is not zero.
    Missing,
}

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// As CSV.
    #[error("tabellen kan inte skrivas som CSV ({0})")]
    Csv(#[from] csv::Error),
    /// As XLSX.
    #[error("tabellen kan inte skrivas som XLSX ({0})")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
}

impl Column {
    /// A column by name and kind.
    pub fn new(name: impl Into<String>, kind: Kind) -> Self {
        Self { name: name.into(), kind }
    }
}

impl Cell {
    /// Words; missing when there are none.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Missing } else { Self::Text(text) }
    }

    /// A count.
    #[must_use]
    pub fn count(count: usize) -> Self {
        i64::try_from(count).map_or(Self::Missing, Self::Integer)
    }

    /// An amount; missing when it is not known.
    #[must_use]
    pub fn kronor(amount: Option<Ore>) -> Self {
        amount.map_or(Self::Missing, |amount| Self::Kronor(amount.ore()))
    }

    /// A share; missing when it is not known.
    #[must_use]
    pub fn percent(share: Option<Fraction>) -> Self {
        share.map_or(Self::Missing, Self::Percent)
    }

    /// A day; missing when it is not known.
    #[must_use]
    pub fn date(day: Option<Date>) -> Self {
        day.map_or(Self::Missing, Self::Date)
    }
}

/// Thousandths as a decimal number, with a point and only the decimals there are: `1234500` is `1234.5`.
fn decimal_text(thousandths: u64) -> String {
    let (whole, rest) = (thousandths / 1000, thousandths % 1000);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}").trim_end_matches('0').to_owned() }
}

/// An amount in öre as a decimal number of kronor, with a point and only the öre there are: `1600000.5` is `1600000.50`.
fn kronor_text(ore: i64) -> String {
    let sign = if ore.cmp(&0) == Ordering::Less { "-" } else { "" };
    let (kronor, rest) = (ore.unsigned_abs() / 100, ore.unsigned_abs() % 100);
    if rest == 0 { format!("{sign}{kronor}") } else { format!("{sign}{kronor}.{rest:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_missing_and_not_zero() {
        assert_eq!(Cell::kronor(None), Cell::Missing);
        assert_eq!(Cell::kronor(Some(Ore::ZERO)), Cell::Kronor(0));
        assert_eq!(Cell::text(""), Cell::Missing);
        assert_eq!(Cell::percent(None), Cell::Missing);
    }

    #[test]
    fn thousandths_have_only_the_decimals_there_are() {
        for (thousandths, text) in [(0, "0"), (5, "0.005"), (1_234_500, "1234.5"), (29_482_000, "29482")] {
            assert_eq!(decimal_text(thousandths), text);
        }
    }

    #[test]
    fn kronor_are_exact_to_the_ore() {
        for (ore, text) in [(0, "0"), (5, "0.05"), (-5, "-0.05"), (160_000_050, "1600000.50"), (-100, "-1")] {
            assert_eq!(kronor_text(ore), text);
        }
        assert_eq!(kronor_text(i64::MIN), "-92233720368547758.08");
    }
}
