//! CSV as a Swedish spreadsheet opens it: semicolons, decimal commas, and the mark by which it knows UTF-8.

use allocation::fraction::Fraction;
use swedish::text::unseen;

use super::{Cell, NotWritten, Sheet, Workbook, decimal_text, kronor_text};

/// The mark by which spreadsheets know UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

impl Sheet {
    /// The names of the columns and the rows, nothing else.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn csv(&self) -> Result<Vec<u8>, NotWritten> {
        let mut writer = writer(MARK.to_vec());
        self.write(&mut writer)?;
        finished(writer)
    }

    fn write(&self, writer: &mut csv::Writer<Vec<u8>>) -> Result<(), NotWritten> {
        writer.write_record(self.columns.iter().map(|column| harmless(&column.name)))?;
        for row in &self.rows {
            writer.write_record(row.iter().map(written))?;
        }
        Ok(())
    }
}

impl Workbook {
    /// Every table below the one before, each under its title and with its notes after it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn csv(&self) -> Result<Vec<u8>, NotWritten> {
        let mut bytes = MARK.to_vec();
        for (place, sheet) in self.sheets.iter().enumerate() {
            if place > 0 {
                bytes.push(b'\n');
            }
            let mut writer = writer(bytes);
            writer.write_record([harmless(&sheet.title)])?;
            sheet.write(&mut writer)?;
            for note in &sheet.notes {
                writer.write_record([harmless(note)])?;
            }
            bytes = finished(writer)?;
        }
        Ok(bytes)
    }
}

/// Writes after what there is already.
fn writer(before: Vec<u8>) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(before)
}

fn finished(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, NotWritten> {
    writer.into_inner().map_err(|fault| NotWritten::Csv(fault.into_error().into()))
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Integer(number) => number.to_string(),
        Cell::Thousandths(number) => decimal_text(*number).replace('.', ","),
        Cell::Kronor(ore) => kronor_text(*ore).replace('.', ","),
        Cell::Percent(share) => {
            let percent = share.checked_mul(Fraction::whole(100)).unwrap_or(*share);
            format!("{}%", percent.plain(2).replace('.', ","))
        }
        Cell::Date(day) => day.to_string(),
        Cell::Missing => String::new(),
    }
}

/// Words that a spreadsheet would take for a formula are marked as words: also behind blanks and signs that cannot be
/// seen, and with the wide signs of an East Asian keyboard, which some programs read as the narrow ones.
fn harmless(text: &str) -> String {
    let begins = text.trim_start_matches(|sign| !matches!(sign, '\t' | '\r' | '\n') && nothing(sign));
    if begins.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn nothing(sign: char) -> bool {
    sign.is_whitespace() || unseen(sign)
}

#[cfg(test)]
mod tests;
