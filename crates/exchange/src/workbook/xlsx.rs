//! XLSX with real numbers: a person can add them up, and the day it was made is an argument.
//!
//! Number formats are written as the format has them, `#,##0`; a Swedish spreadsheet shows `1 600 000`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook as Book, Worksheet, XlsxError,
};

use super::{Cell, Column, Kind, NotWritten, Sheet, Workbook, decimal_text, kronor_text};

/// How wide a column may be before its words are wrapped.
const WIDEST: u32 = 90;

/// Digits that a spreadsheet keeps: an amount with more is written as words, so that nothing is rounded.
const DIGITS_KEPT: usize = 15;

/// The height of a line, in points.
const LINE: u32 = 15;

/// The most lines that a row has room for in a spreadsheet.
const MOST_LINES: u32 = 27;

/// The paper A4.
const A4: u8 = 9;

/// The row of the names of the columns; the title stands above them.
const HEAD: u32 = 2;

impl Workbook {
    /// The tables as XLSX, said to be made on a day; the same tables and day give the same bytes.
    ///
    /// # Errors
    /// When a table is larger than the format holds.
    pub fn xlsx(&self, made: Date) -> Result<Vec<u8>, NotWritten> {
        let mut book = Book::new();
        let properties = DocProperties::new().set_title(&self.title).set_creation_datetime(&day(made)?);
        book.set_properties(&properties);
        let mut names: Vec<String> = Vec::new();
        for sheet in &self.sheets {
            let name = tab(&sheet.name, &names);
            let worksheet = book.add_worksheet();
            worksheet.set_name(&name)?;
            names.push(name);
            sheet.fill(worksheet)?;
        }
        Ok(book.save_to_buffer()?)
    }
}

impl Sheet {
    fn fill(&self, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
        let title = Format::new().set_bold().set_font_size(14);
        worksheet.write_string_with_format(0, 0, &self.title, &title)?;
        let mut heights = Heights::default();
        for (column, place) in self.columns.iter().zip(0..) {
            let head = Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
            let head = if column.kind == Kind::Text { head } else { head.set_align(FormatAlign::Right) };
            worksheet.write_string_with_format(HEAD, place, &column.name, &head)?;
            worksheet.set_column_width(place, self.width(place, column))?;
            heights.lift(HEAD, lines(&column.name, self.width(place, column)));
            let format = self.format(place, column);
            for (row, at) in self.rows.iter().zip(HEAD + 1..) {
                let Some(cell) = row.get(usize::from(place)) else { continue };
                write(worksheet, at, place, cell, &format)?;
                if let Cell::Text(text) = cell {
                    heights.lift(at, lines(text, self.width(place, column)));
                }
            }
        }
        // Not every program makes room for wrapped words by itself.
        for (row, lines) in heights.0 {
            worksheet.set_row_height(row, lines.saturating_mul(LINE))?;
        }
        let mut below = u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_add(HEAD + 2);
        for note in &self.notes {
            worksheet.write_string(below, 0, note)?;
            below = below.saturating_add(1);
        }
        worksheet.set_freeze_panes(HEAD + 1, 0)?;
        worksheet.set_repeat_rows(HEAD, HEAD)?;
        worksheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        Ok(())
    }

    /// The cells of a column.
    fn cells(&self, place: u16) -> impl Iterator<Item = &Cell> {
        self.rows.iter().filter_map(move |row| row.get(usize::from(place)))
    }

    fn format(&self, place: u16, column: &Column) -> Format {
        let top = Format::new().set_align(FormatAlign::Top);
        let ore = || self.cells(place).any(|cell| matches!(cell, Cell::Kronor(ore) if ore % 100 != 0));
        let thousandths = || {
            self.cells(place).filter_map(|cell| match cell {
                Cell::Thousandths(number) => Some(*number),
                Cell::Text(_)
                | Cell::Integer(_)
                | Cell::Kronor(_)
                | Cell::Percent(_)
                | Cell::Date(_)
                | Cell::Missing => None,
            })
        };
        match column.kind {
            Kind::Text => top.set_text_wrap(),
            Kind::Integer => top.set_num_format("#,##0"),
            Kind::Kronor if ore() => top.set_num_format("#,##0.00\u{a0}\"kr\""),
            Kind::Kronor => top.set_num_format("#,##0\u{a0}\"kr\""),
            Kind::Percent => top.set_num_format("0.0\u{a0}%"),
            Kind::Date => top.set_num_format("yyyy-mm-dd"),
            Kind::Decimal if thousandths().all(|number| number % 1000 == 0) => top.set_num_format("#,##0"),
            Kind::Decimal if thousandths().all(|number| number % 100 == 0) => top.set_num_format("#,##0.0"),
            Kind::Decimal => top.set_num_format("#,##0.000"),
        }
    }

    /// As wide as the widest cell is shown, within bounds.
    fn width(&self, place: u16, column: &Column) -> u32 {
        let shown = |cell: &Cell| match cell {
            Cell::Text(text) => text.chars().count(),
            Cell::Integer(number) => spaced(number.to_string().len()),
            Cell::Thousandths(number) => spaced(decimal_text(*number).len()),
            Cell::Kronor(ore) => spaced(kronor_text(*ore).len()) + 3,
            Cell::Percent(_) => 8,
            Cell::Date(_) => 10,
            Cell::Missing => 0,
        };
        let words = column.name.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
        let widest = self.cells(place).map(shown).chain([words, 8]).max().unwrap_or(8);
        u32::try_from(widest).unwrap_or(WIDEST).saturating_add(2).min(WIDEST)
    }
}

/// How many lines of words the rows have, where they have more than one.
#[derive(Default)]
struct Heights(BTreeMap<u32, u32>);

impl Heights {
    fn lift(&mut self, row: u32, lines: u32) {
        if lines > 1 {
            let height = self.0.entry(row).or_insert(lines);
            *height = lines.max(*height);
        }
    }
}

/// How many lines words take in a column so wide, with a little to spare.
fn lines(text: &str, width: u32) -> u32 {
    let width = usize::try_from(width).unwrap_or(1).saturating_sub(2).max(1);
    let mut lines = 0_usize;
    for paragraph in text.split('\n') {
        let mut left = 0_usize;
        for word in paragraph.split(' ') {
            let length = word.chars().count();
            if length >= left {
                lines += 1 + length.saturating_sub(1) / width;
                left = width.saturating_sub(length % width);
            } else {
                left -= length + 1;
            }
        }
    }
    u32::try_from(lines).unwrap_or(MOST_LINES).min(MOST_LINES)
}

/// How many signs a number has when its digits are grouped.
const fn spaced(digits: usize) -> usize {
    digits + digits / 3
}

fn write(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    let number = |text: String| text.parse::<f64>().ok().filter(|number| number.is_finite());
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    match cell {
        Cell::Missing => {}
        Cell::Text(text) => {
            worksheet.write_string_with_format(row, column, text, format)?;
        }
        Cell::Date(date) => {
            worksheet.write_datetime_with_format(row, column, &day(*date)?, format)?;
        }
        Cell::Integer(_) | Cell::Thousandths(_) | Cell::Kronor(_) | Cell::Percent(_) => {
            let text = match cell {
                Cell::Integer(number) => number.to_string(),
                Cell::Thousandths(number) => decimal_text(*number),
                Cell::Kronor(ore) => kronor_text(*ore),
                Cell::Percent(share) => share.plain(12),
                Cell::Text(_) | Cell::Date(_) | Cell::Missing => String::new(),
            };
            let exact = matches!(cell, Cell::Percent(_)) || digits(&text) <= DIGITS_KEPT;
            match number(text.clone()).filter(|_| exact) {
                Some(number) => worksheet.write_number_with_format(row, column, number, format)?,
                None => worksheet.write_string(row, column, text.replace('.', ","))?,
            };
        }
    }
    Ok(())
}

fn day(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    let year = u16::try_from(date.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
}

/// A name that a tab can have: at most 31 letters, none that a spreadsheet uses itself, and no two the same.
fn tab(name: &str, taken: &[String]) -> String {
    let allowed: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control()).collect();
    let allowed = if allowed.trim().is_empty() { "Blad" } else { allowed.trim() };
    let mut number = 1_usize;
    loop {
        let ending = if number == 1 { String::new() } else { format!(" {number}") };
        let kept: String = allowed.chars().take(31_usize.saturating_sub(ending.len())).collect();
        let candidate = format!("{kept}{ending}");
        if !taken.iter().any(|other| other.to_lowercase() == candidate.to_lowercase()) {
            return candidate;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_words_get_their_lines() {
        assert_eq!(lines("Bidrag före", 20), 1);
        assert_eq!(lines("Ändring i procent", 12), 2);
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("a\nb", 10), 2);
        assert_eq!(lines(&"ord ".repeat(100), 42), 10);
        assert_eq!(lines(&"x".repeat(10_000), 10), MOST_LINES);
    }

    #[test]
    fn tabs_have_names_that_a_spreadsheet_takes() {
        assert_eq!(tab("Medlemmar", &[]), "Medlemmar");
        assert_eq!(tab("a/b:c*?", &[]), "abc");
        assert_eq!(tab("", &[]), "Blad");
        assert_eq!(tab("blad", &["Blad".to_owned()]), "blad 2");
        assert_eq!(tab(&"x".repeat(50), &["x".repeat(31)]).chars().count(), 31);
    }
}
