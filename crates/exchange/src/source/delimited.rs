//! Text with a comma, a semicolon or a tab between the columns.

use super::format::{Delimiter, Encoding, Format};
use super::layout;
use super::layout::{Grid, GridRow};
use super::table::{MAX_CELLS, Source, Texts, too_many_cells};
use crate::fault::{Fault, Place};

/// How many records the delimiter is judged by.
const JUDGED_BY: usize = 60;

/// Reads a table of text.
pub(super) fn read(text: &str, encoding: Encoding) -> Result<Source, Fault> {
    let (text, said) = said(text);
    let delimiter = said.unwrap_or_else(|| judged(text));
    let grid = grid(text, delimiter)?;
    layout::lay_out(grid, Format::Csv { delimiter, encoding })
}

/// What a first line `sep=;` says, which spreadsheets write and read, and the text without it.
fn said(text: &str) -> (&str, Option<Delimiter>) {
    let first = text.trim_start_matches('\u{feff}');
    let Some(rest) = first.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and(first.get(4..))
    else {
        return (text, None);
    };
    let all = [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab];
    let found = all.into_iter().find(|one| rest.as_bytes().first() == Some(&sign(*one)));
    match (found, rest.get(1..)) {
        // The end of the line stays, so that rows keep their numbers.
        (Some(one), Some(rest)) if rest.starts_with(['\r', '\n']) => (rest, Some(one)),
        _ => (text, None),
    }
}

const fn sign(delimiter: Delimiter) -> u8 {
    match delimiter {
        Delimiter::Comma => b',',
        Delimiter::Semicolon => b';',
        Delimiter::Tab => b'\t',
    }
}

fn reader(text: &str, delimiter: Delimiter) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(sign(delimiter))
        .from_reader(text.as_bytes())
}

/// The delimiter that gives the most records of the same length; among equals, the one that gives the most columns.
fn judged(text: &str) -> Delimiter {
    let mut best = (0, 0, Delimiter::Comma);
    for delimiter in [Delimiter::Semicolon, Delimiter::Tab, Delimiter::Comma] {
        let mut widths: Vec<usize> =
            reader(text, delimiter).records().take(JUDGED_BY).flatten().map(|record| record.len()).collect();
        widths.retain(|width| *width > 1);
        widths.sort_unstable();
        let commonest = widths
            .chunk_by(|left, right| left == right)
            .map(|same| (same.len(), same.first().copied().unwrap_or(0)))
            .max()
            .unwrap_or((0, 0));
        if (commonest.0, commonest.1) > (best.0, best.1) {
            best = (commonest.0, commonest.1, delimiter);
        }
    }
    best.2
}

fn grid(text: &str, delimiter: Delimiter) -> Result<Grid, Fault> {
    let mut texts = Texts::default();
    let mut rows: Vec<GridRow> = Vec::new();
    let mut notes = Vec::new();
    let mut cells_read = 0_usize;
    for record in reader(text, delimiter).records() {
        let record = record.map_err(|error| {
            let fault = Fault::new("raden kan inte läsas", "Kontrollera citattecknen");
            match error.position() {
                Some(position) => fault.at(Place::Row(position.line())),
                None => fault,
            }
        })?;
        let line = record.position().map_or(0, |position| first_line(text, position));
        if record.iter().next().is_some_and(|first| first.trim_start().starts_with('#')) {
            let said: Vec<&str> = record.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
            notes.push(said.join(", ").trim_start_matches(['#', ' ']).to_owned());
            continue;
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        cells_read = cells_read.saturating_add(record.len());
        if cells_read > MAX_CELLS {
            return Err(too_many_cells());
        }
        let cells = record.iter().map(|cell| texts.plain(cell)).collect();
        rows.push(GridRow { line, cells });
    }
    Ok(Grid { texts, rows, notes, sparse: false })
}

/// The line where a record begins: the reader counts from the empty lines before it.
fn first_line(text: &str, position: &csv::Position) -> u32 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let empty = text
        .as_bytes()
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take_while(|byte| matches!(byte, b'\n' | b'\r'))
        .filter(|byte| **byte == b'\n')
        .count();
    let line = position.line().saturating_add(u64::try_from(empty).unwrap_or(0));
    u32::try_from(line).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
