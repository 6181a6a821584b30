//! Spreadsheets in XLSX. Cells are read one at a time and counted, so that a small file cannot become a huge table.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetVisible, Xlsx, open_workbook_from_rs};
use swedish::text::composed;

use super::format::Format;
use super::layout::{Grid, GridRow};
use super::table::{MAX_CELLS, Source, Texts, too_many_cells};
use super::{MAX_UNPACKED, layout};
use crate::fault::Fault;

/// Reads a sheet by name, or the first that has a table.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Source, Fault> {
    // The library is careful but not built for hostile files: what it does not expect, it panics at.
    catch_unwind(AssertUnwindSafe(|| read_unguarded(bytes, sheet))).unwrap_or_else(|_| Err(damaged()))
}

fn read_unguarded(bytes: &[u8], wanted: Option<&str>) -> Result<Source, Fault> {
    check_unpacked(bytes, MAX_UNPACKED)?;
    let mut workbook: Xlsx<Cursor<&[u8]>> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| damaged())?;
    // What whoever made the file has hidden is read only when it is asked for by its name.
    let all = workbook.sheets_metadata().iter();
    let shown = all.filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone());
    let sheets: Vec<String> = shown.collect();
    let names = workbook.sheet_names();
    // A name is chosen as it is read, whichever way its signs are composed.
    let named = |name: &str| names.iter().find(|sheet| composed(sheet) == composed(name)).cloned();
    let chosen: Vec<String> = match wanted {
        None => sheets.clone(),
        Some(name) if named(name).is_some() => named(name).into_iter().collect(),
        Some(name) => {
            let remedy = format!("Välj något av bladen {}", sheets.join(", "));
            return Err(Fault::new(format!("bladet {name} finns inte"), remedy));
        }
    };
    let mut first_fault = None;
    for name in chosen {
        let read = grid(&mut workbook, &name).and_then(|grid| layout::lay_out(grid, Format::Xlsx));
        match read {
            Ok(source) => return Ok(Source { sheet: Some(name), sheets, ..source }),
            Err(fault) => first_fault = first_fault.or(Some(fault)),
        }
    }
    Err(first_fault.unwrap_or_else(|| Fault::new("kalkylbladet är tomt", "Välj en fil med en tabell")))
}

fn damaged() -> Fault {
    Fault::new(
        "filen kan inte läsas som ett kalkylblad i formatet XLSX",
        "Öppna den i ett kalkylprogram och spara den som XLSX eller CSV",
    )
}

/// Unpacks every part into nothing and counts, before anything is kept in memory.
fn check_unpacked(bytes: &[u8], most: u64) -> Result<(), Fault> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut left = most;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| damaged())?;
        let unpacked =
            io::copy(&mut part.take(left.saturating_add(1)), &mut io::sink()).map_err(|_| damaged())?;
        left = left.checked_sub(unpacked).ok_or_else(|| {
            Fault::new(
                format!("kalkylbladet är större än {} MB när det packas upp", most / 1024 / 1024),
                "Hämta färre år, åldrar eller kolumner åt gången",
            )
        })?;
    }
    Ok(())
}

fn grid(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Grid, Fault> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|_| damaged())?;
    let mut texts = Texts::default();
    let blank = texts.plain("");
    let mut found: BTreeMap<u32, BTreeMap<u32, u32>> = BTreeMap::new();
    let (mut count, mut width) = (0_usize, 0_usize);
    while let Some(cell) = reader.next_cell().map_err(|_| damaged())? {
        let (row, column) = cell.get_position();
        let Some(text) = as_text(cell.get_value()) else { continue };
        if text.trim().is_empty() {
            continue;
        }
        count += 1;
        if count > MAX_CELLS {
            return Err(too_many_cells());
        }
        found.entry(row).or_default().insert(column, texts.plain(&text));
        width = width.max(usize::try_from(column).unwrap_or(usize::MAX).saturating_add(1));
    }
    if width.saturating_mul(found.len()) > MAX_CELLS {
        return Err(too_many_cells());
    }
    let mut rows = Vec::with_capacity(found.len());
    for (row, cells) in found {
        let mut filled = vec![blank; width];
        for (column, text) in cells {
            if let Some(cell) = usize::try_from(column).ok().and_then(|column| filled.get_mut(column)) {
                *cell = text;
            }
        }
        rows.push(GridRow { line: row.saturating_add(1), cells: filled });
    }
    Ok(Grid { texts, rows, notes: Vec::new(), sparse: true })
}

/// The text of a cell; a day as year, month and day, and a number with as many decimals as it was stored with.
fn as_text(value: &DataRef<'_>) -> Option<String> {
    match value {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(number.to_string()),
        DataRef::Float(number) => Some(number.to_string()),
        DataRef::String(text) => Some(composed(text).into_owned()),
        DataRef::SharedString(text) => Some(composed(text).into_owned()),
        DataRef::Bool(true) => Some("SANT".to_owned()),
        DataRef::Bool(false) => Some("FALSKT".to_owned()),
        DataRef::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTimeIso(text) => Some(text.get(..10).unwrap_or(text).to_owned()),
        DataRef::DurationIso(text) => Some(text.clone()),
        DataRef::Error(error) => Some(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::Workbook;

    fn workbook(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(&mut book);
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn the_first_sheet_with_a_table_is_read() {
        let bytes = workbook(|book| {
            book.add_worksheet().set_name("Om").unwrap().write(0, 0, "Om statistiken").unwrap();
            let sheet = book.add_worksheet().set_name("Tal").unwrap();
            sheet.write(0, 0, "kod").unwrap().write(0, 1, "2019").unwrap();
            sheet.write(1, 0, "0114").unwrap().write(1, 1, 2.5).unwrap();
        });
        let source = read(&bytes, None).unwrap();
        assert_eq!(source.sheet.as_deref(), Some("Tal"));
        assert_eq!(source.sheets, ["Om", "Tal"]);
        assert_eq!(source.text(&source.columns[1], 0).unwrap().text, "2.5");
        assert!(read(&bytes, Some("Om")).unwrap_err().to_string().starts_with("Ingen tabell"));
        let fault = read(&bytes, Some("Tall")).unwrap_err().to_string();
        assert_eq!(fault, "Bladet Tall finns inte. Välj något av bladen Om, Tal.");
    }

    #[test]
    fn a_hidden_sheet_is_read_only_by_its_name() {
        let bytes = workbook(|book| {
            let hidden = book.add_worksheet().set_name("Gammalt").unwrap();
            hidden.write(0, 0, "kod").unwrap().write(0, 1, "2018").unwrap();
            hidden.write(1, 0, "0114").unwrap().write(1, 1, 1).unwrap();
            hidden.set_hidden(true);
            let sheet = book.add_worksheet().set_name("Tal").unwrap();
            sheet.set_active(true).write(0, 0, "kod").unwrap().write(0, 1, "2019").unwrap();
            sheet.write(1, 0, "0114").unwrap().write(1, 1, 2).unwrap();
        });
        let source = read(&bytes, None).unwrap();
        assert_eq!(
            (source.sheet.as_deref(), source.sheets.as_slice()),
            (Some("Tal"), &["Tal".to_owned()][..])
        );
        assert_eq!(read(&bytes, Some("Gammalt")).unwrap().sheet.as_deref(), Some("Gammalt"));
    }

    #[test]
    fn two_cells_far_apart_are_not_a_table_of_billions() {
        let bytes = workbook(|book| {
            let sheet = book.add_worksheet();
            for row in 0..200 {
                sheet.write(row, 0, "a").unwrap().write(row, 16_383, "b").unwrap();
            }
        });
        assert!(read(&bytes, None).unwrap_err().to_string().contains("2 miljoner celler"));
    }

    #[test]
    fn a_damaged_file_is_told_as_one() {
        let mut bytes = workbook(|book| {
            book.add_worksheet().write(0, 0, "kod").unwrap();
        });
        bytes.truncate(bytes.len() / 2);
        assert!(read(&bytes, None).unwrap_err().to_string().contains("kan inte läsas som ett kalkylblad"));
        assert!(read(b"PK\x03\x04", None).is_err());
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_before_it_is_kept() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
        io::Write::write_all(&mut archive, &vec![0_u8; 3 * 1024 * 1024]).unwrap();
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 100_000, "{}", bytes.len());
        let fault = check_unpacked(&bytes, 2 * 1024 * 1024).unwrap_err().to_string();
        assert!(fault.starts_with("Kalkylbladet är större än 2 MB när det packas upp"), "{fault}");
        assert!(check_unpacked(&bytes, MAX_UNPACKED).is_ok());
    }
}
