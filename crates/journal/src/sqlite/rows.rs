//! What is read from the tables, on whichever connection.

use rusqlite::{Connection, OptionalExtension, Row};
use tokio::sync::mpsc;

use crate::fault::Fault;
use crate::hash::{Hash, Head};
use crate::page::{Page, Part, Raw};
use crate::schema;

/// A head as stored. One that cannot be true is read as [`Head::EMPTY`], which `verify` then reports.
fn head_of(row: &Row<'_>, first: usize) -> rusqlite::Result<Head> {
    let seq = u64::try_from(row.get::<_, i64>(first)?).unwrap_or(0);
    let hash = row.get_ref(first + 1)?.as_blob()?.try_into().map_or(Hash::ZERO, Hash);
    Ok(Head { seq, hash })
}

pub(super) fn head(connection: &Connection, stream: &str) -> Result<Option<Head>, Fault> {
    let mut query = connection.prepare_cached(schema::HEAD)?;
    Ok(query.query_row([stream], |row| head_of(row, 0)).optional()?)
}

pub(super) fn heads(connection: &Connection) -> Result<Vec<(String, Head)>, Fault> {
    let mut query = connection.prepare_cached(schema::HEADS)?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, head_of(row, 1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn one_page(connection: &Connection, stream: &str, after: u64, most: u64) -> Result<Page, Fault> {
    let mut query = connection.prepare_cached(schema::PAGE)?;
    let bound = |number| i64::try_from(number).unwrap_or(i64::MAX);
    let mut rows = query.query((stream, bound(after), bound(most)))?;
    let mut page = Page::default();
    while !page.is_spoiled()
        && !page.is_full()
        && let Some(row) = rows.next()?
    {
        push(&mut page, row)?;
    }
    Ok(page)
}

pub(super) fn send_everything(
    connection: &mut Connection,
    sender: &mpsc::Sender<Result<Part, Fault>>,
) -> Result<(), Fault> {
    let snapshot = connection.transaction()?;
    if sender.blocking_send(Ok(Part::Heads(heads(&snapshot)?))).is_err() {
        return Ok(());
    }
    let mut query = snapshot.prepare_cached(schema::EVERYTHING)?;
    let mut rows = query.query(("", -1, -1))?;
    let mut page = Page::default();
    while !page.is_spoiled()
        && let Some(row) = rows.next()?
    {
        push(&mut page, row)?;
        if page.is_full() && sender.blocking_send(Ok(Part::Page(std::mem::take(&mut page)))).is_err() {
            return Ok(());
        }
    }
    let _ = sender.blocking_send(Ok(Part::Page(page)));
    Ok(())
}

/// The table is STRICT: the types hold even if somebody has been at the values.
fn push(page: &mut Page, row: &Row<'_>) -> rusqlite::Result<()> {
    let bytes = |at: usize| row.get_ref(at).and_then(|value| Ok(value.as_bytes()?));
    page.push(&Raw {
        stream: bytes(0)?,
        seq: row.get(1)?,
        id: bytes(2)?,
        recorded_at: row.get(3)?,
        actor: bytes(4)?,
        command_id: bytes(5)?,
        position: row.get(6)?,
        kind: bytes(7)?,
        version: row.get(8)?,
        body: bytes(9)?,
        seen: bytes(10)?,
        prev_hash: bytes(11)?,
        hash: bytes(12)?,
    });
    Ok(())
}
