//! A table taken out for a spreadsheet, as CSV or XLSX.

use axum::http::header;
use axum::response::IntoResponse;
use exchange::workbook::{Cell, Column, Kind, Sheet, Workbook};
use jiff::civil::Date;
use kit::list::{self, Value};

use crate::stop::{Answer, Stop};

const CSV: &str = "text/csv; charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The table as a CSV file with a name, without its ending.
pub fn csv(name: &str, sheet: &Sheet) -> Answer {
    Ok(file(name, "csv", CSV, sheet.csv().map_err(Stop::fault)?))
}

/// Every table of a workbook in one CSV file.
pub fn csv_of(name: &str, workbook: &Workbook) -> Answer {
    Ok(file(name, "csv", CSV, workbook.csv().map_err(Stop::fault)?))
}

/// The workbook as an XLSX file, made on a day.
pub fn xlsx(name: &str, workbook: &Workbook, made: Date) -> Answer {
    Ok(file(name, "xlsx", XLSX, workbook.xlsx(made).map_err(Stop::fault)?))
}

fn file(name: &str, ending: &str, kind: &'static str, bytes: Vec<u8>) -> axum::response::Response {
    let name = format!("attachment; filename=\"{name}.{ending}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response()
}

/// What the cells of a column are, in a file.
pub fn kind(kind: list::Kind) -> Kind {
    match kind {
        list::Kind::Text => Kind::Text,
        list::Kind::Count => Kind::Integer,
        list::Kind::Figure => Kind::Decimal,
        list::Kind::Amount => Kind::Kronor,
        list::Kind::Day => Kind::Date,
    }
}

/// A value as the cell of a file.
pub fn cell(value: Value<'_>) -> Cell {
    match value {
        Value::Missing => Cell::Missing,
        Value::Text(text) => Cell::text(text),
        Value::Count(count) => Cell::Integer(count),
        Value::Thousandths(figure) => Cell::Thousandths(figure),
        Value::Amount(amount) => Cell::Kronor(amount.ore()),
        Value::Day(day) => Cell::Date(day),
    }
}

/// A table of values, under the names of its columns.
pub fn of_values(title: &str, head: Vec<(String, list::Kind)>, lines: Vec<Vec<Value<'_>>>) -> Sheet {
    Sheet {
        name: title.to_owned(),
        title: title.to_owned(),
        notes: Vec::new(),
        columns: head.into_iter().map(|(name, of)| Column::new(name, kind(of))).collect(),
        rows: lines.into_iter().map(|line| line.into_iter().map(cell).collect()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use swedish::money::Ore;

    use super::*;

    #[test]
    fn a_year_is_no_amount_and_words_are_never_formulas() {
        let head = [("a", list::Kind::Text), ("b", list::Kind::Count), ("c", list::Kind::Amount)];
        let head = head.map(|(name, kind)| (name.to_owned(), kind)).to_vec();
        let line = vec![Value::from("=1+1"), Value::Count(2027), Value::from(Ore::new(-50))];
        let words = vec![Value::from("2027"), Value::Missing, Value::Missing];
        let sheet = of_values("Prov", head, vec![line, words]);
        assert_eq!(sheet.rows[0][1..], [Cell::Integer(2027), Cell::Kronor(-50)]);
        assert_eq!(sheet.rows[1][0], Cell::Text("2027".to_owned()), "what is written is not guessed");
        let bytes = sheet.csv().unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}a;b;c\n'=1+1;2027;-0,50\n2027;;\n");
    }
}
