//! The one writer of a file: takes what is waiting, writes it, waits for the disk once, answers everybody.

use std::collections::BTreeMap;

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};
use tokio::sync::mpsc;

use crate::broken::Broken;
use crate::event::{Appended, Batch, RecordedRef};
use crate::fault::Fault;
use crate::folder::Lock;
use crate::follow::Announcer;
use crate::hash::{Head, nanoseconds, number};
use crate::judge::{self, Link, Verdict, judge, span};
use crate::queue::{Answer, Chunk, Job, Turn, Turns};
use crate::schema;

use super::rows;

const INSERT: &str = "
INSERT INTO events (stream, seq, id, recorded_at, actor, command_id, position, kind, version, body, prev_hash, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const MOVE_HEAD: &str = "
INSERT INTO heads (stream, seq, hash) VALUES ($1, $2, $3)
ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, hash = excluded.hash";

/// Works until the last handle is gone or somebody closes the journal.
///
/// The folder is let go when the connection is closed, never before.
pub(super) fn run(
    mut connection: Connection,
    lock: Lock,
    mut jobs: mpsc::Receiver<Job>,
    announcer: &Announcer,
) {
    let mut turns = Turns::default();
    while let Some(job) = turns.held().or_else(|| jobs.blocking_recv()) {
        match turns.next(job, &mut jobs) {
            Turn::Group(group) => answer_group(&mut connection, group, announcer),
            Turn::Other(Job::Import(chunks, answer)) => {
                let _ = answer.send(import(&mut connection, chunks, announcer));
            }
            Turn::Other(Job::Close(answer)) => {
                let closed = connection.close().map_err(|(_, cause)| Fault::from(cause));
                drop(lock);
                let _ = answer.send(closed);
                return;
            }
            Turn::Other(Job::Append(batch, answer)) => {
                answer_group(&mut connection, vec![(batch, answer)], announcer);
            }
        }
    }
    drop(connection);
    drop(lock);
}

fn answer_group(connection: &mut Connection, group: Vec<(Batch, Answer<Appended>)>, announcer: &Announcer) {
    match settle(connection, &group) {
        Ok(outcomes) => {
            for ((batch, answer), outcome) in group.into_iter().zip(outcomes) {
                if let Ok(Appended::Written(head)) = &outcome {
                    announcer.tell(&batch.stream, head.seq);
                }
                let _ = answer.send(outcome);
            }
        }
        Err(fault) => {
            for (_, answer) in group {
                let _ = answer.send(Err(fault.clone()));
            }
        }
    }
}

/// Judges and writes each batch in turn, and commits them together.
fn settle(
    connection: &mut Connection,
    group: &[(Batch, Answer<Appended>)],
) -> Result<Vec<Result<Appended, Fault>>, Fault> {
    let work = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut ends = BTreeMap::new();
    let mut outcomes = Vec::with_capacity(group.len());
    for (batch, _) in group {
        let outcome = one(&work, batch, &mut ends);
        match outcome {
            // A full disk takes back the whole transaction: what was judged before no longer holds.
            Err(fault) if work.is_autocommit() => return Err(fault),
            outcome => outcomes.push(outcome),
        }
    }
    for (stream, end) in ends {
        if end.moved {
            move_head(&work, stream, end.head)?;
        }
    }
    work.commit()?;
    Ok(outcomes)
}

/// Where a stream ends within the transaction.
#[derive(Clone, Copy)]
struct End {
    head: Head,
    moved: bool,
}

/// Writes a batch that is expected to fit, and looks for its command only when it does not.
fn one<'a>(
    work: &Transaction<'_>,
    batch: &'a Batch,
    ends: &mut BTreeMap<&'a str, End>,
) -> Result<Appended, Fault> {
    let head = match ends.get(batch.stream.as_str()) {
        Some(end) => end.head,
        None => rows::head(work, &batch.stream)?.unwrap_or(Head::EMPTY),
    };
    if let Verdict::Write(links, head) = judge(batch, head, None)
        && !links.is_empty()
    {
        match write(work, batch, &links) {
            Ok(()) => {
                ends.insert(&batch.stream, End { head, moved: true });
                return Ok(Appended::Written(head));
            }
            Err(cause) if is_taken(&cause) => {}
            Err(cause) => return Err(cause.into()),
        }
    }
    match judge(batch, head, known(work, batch)?) {
        Verdict::Already(first, last) => Ok(Appended::AlreadyWritten { first, last }),
        Verdict::Conflict(head) => Ok(Appended::Conflict { head }),
        Verdict::Write(links, head) if links.is_empty() => Ok(Appended::Written(head)),
        Verdict::Write(..) => Err(taken(&batch.stream, head.seq.saturating_add(1))),
    }
}

fn known(work: &Transaction<'_>, batch: &Batch) -> rusqlite::Result<Option<(u64, u64)>> {
    let mut query = work.prepare_cached(schema::KNOWN)?;
    let (first, count) = query
        .query_row((&batch.stream, batch.command_id.as_bytes()), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(span(first, count))
}

/// Writes the whole batch or nothing of it; a single row takes care of that itself.
fn write(work: &Transaction<'_>, batch: &Batch, links: &[Link]) -> rusqlite::Result<()> {
    let mut rows = judge::rows(batch, links);
    if links.len() == 1 {
        return rows.try_for_each(|row| insert(work, &row));
    }
    work.prepare_cached("SAVEPOINT batch")?.execute([])?;
    let written = rows.try_for_each(|row| insert(work, &row));
    if written.is_err() && !work.is_autocommit() {
        work.prepare_cached("ROLLBACK TO batch")?.execute([])?;
    }
    if !work.is_autocommit() {
        work.prepare_cached("RELEASE batch")?.execute([])?;
    }
    written
}

fn insert(work: &Transaction<'_>, row: &RecordedRef<'_>) -> rusqlite::Result<()> {
    work.prepare_cached(INSERT)?.execute((
        row.stream,
        number(row.seq),
        row.id.as_bytes(),
        nanoseconds(row.recorded_at),
        row.actor,
        row.command_id.as_bytes(),
        i64::from(row.position),
        row.kind,
        i64::from(row.version),
        row.body,
        row.prev_hash.0,
        row.hash.0,
    ))?;
    Ok(())
}

fn is_taken(cause: &rusqlite::Error) -> bool {
    cause.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
}

/// The place after the head is not free, and not because of the same command.
fn taken(stream: &str, seq: u64) -> Fault {
    Broken::new(stream, seq, "det finns redan en händelse efter strömmens huvud").into()
}

fn move_head(work: &Transaction<'_>, stream: &str, head: Head) -> rusqlite::Result<()> {
    work.prepare_cached(MOVE_HEAD)?.execute((stream, number(head.seq), head.hash.0))?;
    Ok(())
}

/// Writes an import as one transaction; the sender has checked every row.
fn import(
    connection: &mut Connection,
    mut chunks: mpsc::Receiver<Chunk>,
    announcer: &Announcer,
) -> Result<(), Fault> {
    let work = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    while let Some(chunk) = chunks.blocking_recv() {
        match chunk {
            Chunk::Rows(rows) => {
                for row in &rows {
                    insert(&work, &row.borrowed()).map_err(|cause| match is_taken(&cause) {
                        true => taken(&row.stream, row.seq),
                        false => cause.into(),
                    })?;
                }
            }
            Chunk::Done(heads) => {
                for (stream, head) in &heads {
                    move_head(&work, stream, *head)?;
                }
                work.commit()?;
                heads.iter().for_each(|(stream, head)| announcer.tell(stream, head.seq));
                return Ok(());
            }
        }
    }
    Err(Fault::new("Importen avbröts. Inget har ändrats."))
}
