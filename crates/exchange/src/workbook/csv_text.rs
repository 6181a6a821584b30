//! CSV as a Swedish spreadsheet opens it: semicolons, decimal commas, and the mark by which it knows UTF-8.

use allocation::fraction::Fraction;

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

/// Words that a spreadsheet would take for a formula are marked as words.
fn harmless(text: &str) -> String {
    let begins = text.trim_start_matches([' ', '\u{a0}']);
    if begins.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Column, Kind};
    use super::*;

    fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
        Sheet {
            name: "Blad".to_owned(),
            title: "Rubrik".to_owned(),
            notes: vec!["=not".to_owned()],
            columns: vec![Column::new("Namn", Kind::Text), Column::new("Belopp", Kind::Kronor)],
            rows,
        }
    }

    #[test]
    fn words_are_never_formulas_and_amounts_are_numbers() {
        for (text, expected) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            (" =1", "' =1"),
            ("@a", "'@a"),
            ("-a", "'-a"),
            ("Ett spår", "Ett spår"),
        ] {
            assert_eq!(harmless(text), expected);
        }
        assert_eq!(written(&Cell::Kronor(160_000_050)), "1600000,50");
        assert_eq!(written(&Cell::Kronor(-80_000_000)), "-800000");
        assert_eq!(written(&Cell::Percent(Fraction::new(-16, 242).unwrap())), "-6,61%");
        assert_eq!(written(&Cell::Thousandths(1_234_500)), "1234,5");
        assert_eq!(written(&Cell::Missing), "");
    }

    #[test]
    fn a_sheet_is_marked_and_has_semicolons() {
        let rows = vec![vec![Cell::text("A; B"), Cell::Kronor(100)], vec![Cell::text("C"), Cell::Missing]];
        let bytes = sheet(rows).csv().unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}Namn;Belopp\n\"A; B\";1\nC;\n");
    }

    #[test]
    fn sheets_stand_below_each_other() {
        let one = sheet(vec![vec![Cell::text("A"), Cell::Integer(1)]]);
        let book = Workbook { title: "T".to_owned(), sheets: vec![one.clone(), one] };
        let text = String::from_utf8(book.csv().unwrap()).unwrap();
        assert_eq!(text.matches("Rubrik\nNamn;Belopp\nA;1\n'=not\n").count(), 2);
    }
}
