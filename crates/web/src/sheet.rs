//! A table taken out for a Swedish spreadsheet: semicolons, and the mark by which spreadsheets know UTF-8.

use axum::http::header;
use axum::response::IntoResponse;

use crate::stop::{Answer, Stop};

/// The table as a file with a name, without its ending.
pub(crate) fn csv(name: &str, head: &[String], lines: &[Vec<String>]) -> Answer {
    let bytes = written(head, lines).map_err(Stop::fault)?;
    let kind = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")),
    ];
    Ok((kind, bytes).into_response())
}

fn written(head: &[String], lines: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(head)?;
    for line in lines {
        writer.write_record(line.iter().map(|cell| plain(cell)))?;
    }
    writer.into_inner().map_err(|fault| csv::Error::from(fault.into_error()))
}

/// Words that a spreadsheet would take for a formula are marked as words; numbers stay numbers.
pub(crate) fn plain(text: &str) -> String {
    let number = text.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if !number && text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_formulas_and_numbers_are_numbers() {
        assert_eq!(plain("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(plain("-cmd"), "'-cmd");
        assert_eq!(plain("-0,50"), "-0,50");
        assert_eq!(plain("Ett spår"), "Ett spår");
    }
}
