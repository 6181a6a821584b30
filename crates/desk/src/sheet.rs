//! A table taken out for a spreadsheet, as CSV or XLSX.

use axum::http::header;
use axum::response::IntoResponse;
use exchange::workbook::{Cell, Column, Kind, Sheet, Workbook};
use jiff::civil::Date;
use swedish::money::Ore;

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

/// A table of words, where what is written as an amount is one.
pub fn of_words(title: &str, head: &[String], lines: &[Vec<String>]) -> Sheet {
    let cell = |text: &String| match Ore::read(text) {
        Ok(ore) => Cell::Kronor(ore.ore()),
        Err(_) => Cell::text(text),
    };
    Sheet {
        name: title.to_owned(),
        title: title.to_owned(),
        notes: Vec::new(),
        columns: head.iter().map(|name| Column::new(name, Kind::Text)).collect(),
        rows: lines.iter().map(|line| line.iter().map(cell).collect()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_amounts_and_words_are_never_formulas() {
        let lines = vec![vec!["=1+1".to_owned(), "-0,50".to_owned(), "25 %".to_owned(), String::new()]];
        let head = ["a", "b", "c", "d"].map(str::to_owned);
        let bytes = of_words("Prov", &head, &lines).csv().unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}a;b;c;d\n'=1+1;-0,50;25 %;\n");
    }
}
