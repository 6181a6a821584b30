//! Where the table stands in a grid of cells: title, headings, rows and notes.
//!
//! Two layouts are known. In the *named* one every column has its name on the first row of the table. In the
//! statistics database's own sheets the columns to the left have no names, their texts are written once for the
//! rows that they hold for, and the headings to the right may be several rows, also written once each.

use super::format::Format;
use super::table::{
    Column, Hint, MAX_CELLS, MAX_COLUMNS, Source, Text, Texts, too_many_cells, too_many_columns, unique,
};
use crate::fault::{Fault, Place};
use crate::meaning::Time;

/// The most rows of headings that are looked for.
const MAX_HEADINGS: usize = 6;

/// How many letters of a heading are kept: it may be carried over many columns.
const MAX_HEADING: usize = 200;

/// Cells as they stand in a file.
pub(super) struct Grid {
    pub(super) texts: Texts,
    pub(super) rows: Vec<GridRow>,
    pub(super) notes: Vec<String>,
    /// Whether a row ends where its last text does, so that shorter rows are no fault.
    pub(super) sparse: bool,
}

/// A row that is not empty.
pub(super) struct GridRow {
    pub(super) line: u32,
    pub(super) cells: Vec<u32>,
}

impl Grid {
    fn filled(&self, row: &GridRow) -> usize {
        row.cells.iter().filter(|cell| !self.texts.is_blank(**cell)).count()
    }

    fn cell(&self, row: &GridRow, column: usize) -> &str {
        let number = row.cells.get(column).copied();
        number.and_then(|number| self.texts.get(number)).map_or("", |text| &text.text)
    }

    fn is_blank(&self, row: &GridRow, column: usize) -> bool {
        self.cell(row, column).is_empty()
    }
}

/// Finds the table, and makes columns of it.
pub(super) fn lay_out(mut grid: Grid, format: Format) -> Result<Source, Fault> {
    let blank = grid.texts.plain("");
    let first = grid.rows.iter().position(|row| begins_table(&grid, row)).unwrap_or(usize::MAX);
    if grid.rows.iter().any(|row| row.cells.len() > MAX_COLUMNS) {
        return Err(too_many_columns());
    }
    if !grid.rows.iter().skip(first).any(|row| grid.filled(row) >= 2) {
        return Err(Fault::new(
            "ingen tabell finns i filen: minst två kolumner behövs",
            "Spara tabellen med kommun och tal i var sin kolumn",
        ));
    }
    let mut said: Vec<String> = grid.rows.iter().take(first).map(|row| only_text(&grid, row)).collect();
    let title = if said.is_empty() { None } else { Some(said.remove(0)) };
    let head = headings(&grid, first)?;
    let body = first + head.rows;
    let end = end_of_table(&grid, body);
    said.extend(grid.rows.iter().skip(end).map(|row| only_text(&grid, row)));
    let width = grid.rows.iter().take(end).skip(first).map(|row| row.cells.len()).max().unwrap_or(0);
    let rows: Vec<&GridRow> = grid.rows.iter().take(end).skip(body).collect();
    if rows.is_empty() {
        return Err(Fault::new("filen har inga rader under rubriken", "Lägg till minst en rad"));
    }
    if width > MAX_COLUMNS {
        return Err(too_many_columns());
    }
    if width.saturating_mul(rows.len()) > MAX_CELLS {
        return Err(too_many_cells());
    }
    let named_width = head.columns.len();
    if !grid.sparse {
        let uneven =
            rows.iter().find(|row| row.cells.len() != named_width && is_uneven(&grid, row, named_width));
        if let Some(row) = uneven {
            let problem = format!("raden har {} värden, men rubriken har {named_width}", row.cells.len());
            let place = Place::Row(row.line.into());
            return Err(Fault::new(problem, "Lägg till eller ta bort skiljetecken").at(place));
        }
    }
    let lines = rows.iter().map(|row| row.line).collect();
    let mut columns = Vec::with_capacity(width);
    for place in 0..width {
        let mut cells: Vec<u32> =
            rows.iter().map(|row| row.cells.get(place).copied().unwrap_or(blank)).collect();
        if place < head.unnamed {
            carry_down(&grid.texts, &mut cells);
        }
        let parts = head.columns.get(place).cloned().unwrap_or_default();
        if parts.is_empty() && cells.iter().all(|cell| grid.texts.is_blank(*cell)) {
            continue;
        }
        let named = !parts.is_empty();
        let name = if named { parts.join(" ") } else { format!("kolumn {}", letters(place)) };
        columns.push(Column { name, headings: parts, named, hint: Hint::None, cells });
    }
    let names = unique(columns.iter().map(|column| column.name.clone()).collect());
    for (column, name) in columns.iter_mut().zip(names) {
        column.name = name;
    }
    let notes = grid.notes.into_iter().chain(said).filter(|note| !note.is_empty()).collect();
    Ok(Source {
        format,
        sheet: None,
        sheets: Vec::new(),
        title,
        notes,
        publisher: None,
        texts: grid.texts,
        columns,
        rows: Some(lines),
    })
}

/// Whether a table begins here: several texts, or a heading over figures whose own columns have no names.
fn begins_table(grid: &Grid, row: &GridRow) -> bool {
    grid.filled(row) >= 2 || (grid.is_blank(row, 0) && grid.filled(row) == 1)
}

/// The headings of a table.
struct Head {
    /// How many rows they take.
    rows: usize,
    /// How many columns to the left have no name and are written once for several rows.
    unnamed: usize,
    /// The headings over each column, outermost first.
    columns: Vec<Vec<String>>,
}

fn headings(grid: &Grid, first: usize) -> Result<Head, Fault> {
    let Some(top) = grid.rows.get(first) else {
        return Ok(Head { rows: 0, unnamed: 0, columns: Vec::new() });
    };
    let named = !grid.is_blank(top, 0);
    let begins = |cell: &str| cell.len() >= 4 && cell.bytes().take(4).all(|byte| byte.is_ascii_digit());
    if named && begins(grid.cell(top, 0)) && Time::read(grid.cell(top, 0)).is_none() {
        return Err(no_headings(top.line));
    }
    let unnamed =
        if named { 0 } else { (0..top.cells.len()).take_while(|at| grid.is_blank(top, *at)).count() };
    let mut rows = 1;
    while let Some(row) = grid.rows.get(first + rows) {
        let heading = grid.is_blank(row, 0) && (!named || is_heading(grid, row));
        if !heading {
            break;
        }
        rows += 1;
        if rows > MAX_HEADINGS {
            return Err(no_headings(top.line));
        }
    }
    let head: Vec<&GridRow> = grid.rows.iter().skip(first).take(rows).collect();
    let width = head.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    if width > MAX_COLUMNS {
        return Err(too_many_columns());
    }
    let mut columns: Vec<Vec<String>> = vec![Vec::new(); width];
    for (level, row) in head.iter().enumerate() {
        let innermost = level + 1 == rows;
        let mut carried = "";
        for (place, parts) in columns.iter_mut().enumerate() {
            let own = grid.cell(row, place);
            if innermost || !own.is_empty() {
                carried = own;
            }
            if !carried.is_empty() && place >= unnamed {
                parts.push(carried.chars().take(MAX_HEADING).collect());
            }
        }
    }
    Ok(Head { rows, unnamed, columns })
}

fn no_headings(line: u32) -> Fault {
    Fault::new(
        "tabellen har ingen rubrikrad",
        "Lägg till en första rad med kolumnernas namn, som region, ålder, kön och 2019",
    )
    .at(Place::Row(line.into()))
}

/// Whether a row under named columns still is a heading: words and times, no figures.
fn is_heading(grid: &Grid, row: &GridRow) -> bool {
    (0..row.cells.len()).map(|place| grid.cell(row, place)).filter(|cell| !cell.is_empty()).all(|cell| {
        let figure = cell.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.');
        !figure || Time::read(cell).is_some()
    })
}

/// Where the rows of the table end: after the last that has two texts, up to the first gap of empty rows.
fn end_of_table(grid: &Grid, body: usize) -> usize {
    let last = grid.rows.iter().rposition(|row| grid.filled(row) >= 2).map_or(body, |last| last.max(body));
    let mut end = last + 1;
    while let (Some(before), Some(row)) = (grid.rows.get(end - 1), grid.rows.get(end)) {
        if row.line > before.line + 1 {
            break;
        }
        end += 1;
    }
    end.min(grid.rows.len())
}

/// Whether a row of another length than the headings is a fault: a lone text is a note, and blanks beyond are nothing.
fn is_uneven(grid: &Grid, row: &GridRow, width: usize) -> bool {
    if row.cells.len() > width {
        return row.cells.iter().skip(width).any(|cell| !grid.texts.is_blank(*cell));
    }
    grid.filled(row) > 1
}

/// Fills what was written once for several rows.
fn carry_down(texts: &Texts, cells: &mut [u32]) {
    let mut carried: Option<u32> = None;
    for cell in cells {
        if texts.is_blank(*cell) {
            *cell = carried.unwrap_or(*cell);
        } else {
            carried = Some(*cell);
        }
    }
}

fn only_text(grid: &Grid, row: &GridRow) -> String {
    let texts = row.cells.iter().filter_map(|cell| grid.texts.get(*cell)).map(Text::shown);
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What a spreadsheet calls a column: `A`, `Z`, `AA`.
fn letters(place: usize) -> String {
    let mut rest = place + 1;
    let mut text = String::new();
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).map_or('?', |letter| char::from(b'A' + letter));
        text.insert(0, letter);
        rest = (rest - 1) / 26;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Delimiter, Encoding};

    /// A grid of texts, a blank line where a row is empty.
    fn grid(rows: &[&[&str]], sparse: bool) -> Grid {
        let mut texts = Texts::default();
        let mut kept = Vec::new();
        for (row, line) in rows.iter().zip(1..) {
            let cells: Vec<u32> = row.iter().map(|cell| texts.plain(cell)).collect();
            if row.iter().any(|cell| !cell.is_empty()) {
                kept.push(GridRow { line, cells });
            }
        }
        Grid { texts, rows: kept, notes: Vec::new(), sparse }
    }

    fn laid_out(rows: &[&[&str]]) -> Source {
        lay_out(grid(rows, true), Format::Xlsx).unwrap()
    }

    fn column(source: &Source, place: usize) -> (String, Vec<String>) {
        let column = &source.columns[place];
        let cells = (0..source.height()).map(|row| source.text(column, row).unwrap().text.clone());
        (column.name.clone(), cells.collect())
    }

    #[test]
    fn the_databases_own_sheet_is_filled_in() {
        let source = laid_out(&[
            &["Folkmängd efter region, kön och år"],
            &[],
            &["", "", "Folkmängd", "", "Andel", ""],
            &["", "", "2018", "2019", "2018", "2019"],
            &["0114 Upplands Väsby", "män", "1", "2", "3", "4"],
            &["", "kvinnor", "5", "6", "7", "8"],
            &[],
            &["Källa: SCB"],
            &["Uppgifterna för 2019 är preliminära."],
        ]);
        assert_eq!(source.title.as_deref(), Some("Folkmängd efter region, kön och år"));
        assert_eq!(source.notes, ["Källa: SCB", "Uppgifterna för 2019 är preliminära."]);
        assert_eq!(column(&source, 0).0, "kolumn A");
        assert_eq!(column(&source, 0).1, ["0114 Upplands Väsby", "0114 Upplands Väsby"]);
        assert_eq!(column(&source, 3), ("Folkmängd 2019".to_owned(), vec!["2".to_owned(), "6".to_owned()]));
        assert_eq!(column(&source, 5).0, "Andel 2019");
        assert_eq!(source.place(1), Place::Row(6));
    }

    #[test]
    fn a_lone_heading_over_figures_begins_the_table() {
        let source = laid_out(&[&["Titel"], &[], &["", "2019"], &["0114 Upplands Väsby", "1"]]);
        assert_eq!(source.title.as_deref(), Some("Titel"));
        assert_eq!(column(&source, 1), ("2019".to_owned(), vec!["1".to_owned()]));
    }

    #[test]
    fn a_named_table_keeps_its_blanks() {
        let source = laid_out(&[&["kod", "namn", "2019"], &["0114", "A", "1"], &["", "Summa", "1"]]);
        assert_eq!(column(&source, 0).1, ["0114", ""]);
        assert!(source.columns.iter().all(|column| column.named));
    }

    #[test]
    fn what_is_wrong_with_a_row_is_told_with_its_place() {
        let format = Format::Csv { delimiter: Delimiter::Semicolon, encoding: Encoding::Utf8 };
        let fault = |rows: &[&[&str]]| lay_out(grid(rows, false), format).unwrap_err().to_string();
        let told = fault(&[&["kod", "2019"], &["0114", "1", "2"]]);
        assert!(told.starts_with("Rad 2: raden har 3 värden, men rubriken har 2."), "{told}");
        let told = fault(&[&["0114", "1"], &["0115", "2"]]);
        assert!(told.starts_with("Rad 1: tabellen har ingen rubrikrad."), "{told}");
        assert!(fault(&[&["bara", "rubrik"]]).contains("inga rader under rubriken"));
        assert!(fault(&[&["ord"]]).starts_with("Ingen tabell finns i filen"));
    }

    #[test]
    fn a_note_after_the_table_is_no_row() {
        let format = Format::Csv { delimiter: Delimiter::Semicolon, encoding: Encoding::Utf8 };
        let source = lay_out(grid(&[&["kod", "2019"], &["0114", "1"], &[], &["Källa: SCB"]], false), format);
        let source = source.unwrap();
        assert_eq!((source.height(), source.notes.as_slice()), (1, &["Källa: SCB".to_owned()][..]));
    }

    #[test]
    fn columns_without_names_are_called_by_their_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
