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
use crate::judge::{self, Links, Verdict, judge, span};
use crate::queue::{Answer, Chunk, Job, Turn, Turns};
use crate::schema;
use crate::seen::Ends;

use super::rows;

const INSERT: &str = "
INSERT INTO events (stream, seq, id, recorded_at, actor, command_id, position, kind, version, body, seen,
    prev_hash, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
const MOVE_HEAD: &str = "
INSERT INTO heads (stream, seq, hash) VALUES ($1, $2, $3)
ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, hash = excluded.hash";

/// Works until the last handle is gone or somebody closes the journal.
///
/// The folder is let go when the connection is closed, never before.
pub(super) fn run(
    connection: Connection,
    ends: Ends,
    lock: Lock,
    mut jobs: mpsc::Receiver<Job>,
    announcer: &Announcer,
) {
    let mut writer = Writer { connection, ends, announcer };
    let mut turns = Turns::default();
    while let Some(job) = turns.held().or_else(|| jobs.blocking_recv()) {
        match turns.next(job, &mut jobs) {
            Turn::Group(group) => writer.answer_group(group),
            Turn::Other(Job::Append(batch, answer)) => writer.answer_group(vec![(batch, answer)]),
            Turn::Other(Job::Import(chunks, answer)) => {
                let _ = answer.send(writer.import(chunks));
            }
            Turn::Other(Job::Probe(answer)) => {
                let written = writer.connection.execute(schema::PROBE, []);
                let _ = answer.send(written.map(drop).map_err(Fault::from));
            }
            Turn::Other(Job::Close(answer)) => {
                let closed = writer.connection.close().map_err(|(_, cause)| Fault::from(cause));
                drop(lock);
                let _ = answer.send(closed);
                return;
            }
        }
    }
    drop(writer);
    drop(lock);
}

struct Writer<'a> {
    connection: Connection,
    /// What no command has pointed out yet.
    ends: Ends,
    announcer: &'a Announcer,
}

impl Writer<'_> {
    fn answer_group(&mut self, group: Vec<(Batch, Answer<Appended>)>) {
        match self.settle(&group) {
            Ok(outcomes) => {
                for ((batch, answer), outcome) in group.into_iter().zip(outcomes) {
                    if let Ok(Appended::Written(head)) = &outcome {
                        self.announcer.tell(&batch.stream, head.seq);
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
    fn settle(&mut self, group: &[(Batch, Answer<Appended>)]) -> Result<Vec<Result<Appended, Fault>>, Fault> {
        let work = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut reached = Reached { heads: BTreeMap::new(), ends: self.ends.clone() };
        let mut outcomes = Vec::with_capacity(group.len());
        for (batch, _) in group {
            let outcome = one(&work, batch, &mut reached);
            match outcome {
                // A full disk takes back the whole transaction: what was judged before no longer holds.
                Err(fault) if work.is_autocommit() => return Err(fault),
                outcome => outcomes.push(outcome),
            }
        }
        for (stream, head) in reached.heads {
            move_head(&work, stream, head)?;
        }
        work.commit()?;
        self.ends = reached.ends;
        Ok(outcomes)
    }

    /// Writes an import as one transaction; the sender has checked every row.
    fn import(&mut self, mut chunks: mpsc::Receiver<Chunk>) -> Result<(), Fault> {
        let work = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
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
                    for (stream, head) in &heads {
                        self.ends.note(stream, *head);
                        self.announcer.tell(stream, head.seq);
                    }
                    return Ok(());
                }
            }
        }
        Err(Fault::new("Importen avbröts. Inget har ändrats."))
    }
}

/// How far the transaction has come.
struct Reached<'a> {
    heads: BTreeMap<&'a str, Head>,
    ends: Ends,
}

/// Writes a batch that is expected to fit, and looks for its command only when it does not.
fn one<'a>(work: &Transaction<'_>, batch: &'a Batch, reached: &mut Reached<'a>) -> Result<Appended, Fault> {
    let head = match reached.heads.get(batch.stream.as_str()) {
        Some(head) => *head,
        None => rows::head(work, &batch.stream)?.unwrap_or(Head::EMPTY),
    };
    if let Verdict::Write(links, head) = judge(batch, head, None, &reached.ends)
        && !links.is_empty()
    {
        match write(work, batch, &links) {
            Ok(()) => {
                reached.heads.insert(&batch.stream, head);
                reached.ends.tie(&batch.stream, head);
                return Ok(Appended::Written(head));
            }
            Err(cause) if is_taken(&cause) => {}
            Err(cause) => return Err(cause.into()),
        }
    }
    match judge(batch, head, known(work, batch)?, &reached.ends) {
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
fn write(work: &Transaction<'_>, batch: &Batch, links: &Links) -> rusqlite::Result<()> {
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
        row.seen,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::NewEvent;
    use crate::fault::Why;
    use crate::sqlite::connection::connect_writer;
    use uuid::Uuid;

    fn batch(expected: u64, text: &str) -> Batch {
        let event =
            NewEvent { id: Uuid::nil(), kind: "noted".into(), version: 1, body: format!("\"{text}\"") };
        Batch {
            stream: "s".into(),
            expected,
            command_id: Uuid::from_u128(u128::from(expected) + 1),
            actor: "a".into(),
            recorded_at: jiff::Timestamp::UNIX_EPOCH,
            events: vec![event],
        }
    }

    fn settled(writer: &mut Writer<'_>, batch: Batch) -> Result<Appended, Fault> {
        let (answer, _) = tokio::sync::oneshot::channel();
        writer.settle(&[(batch, answer)])?.remove(0)
    }

    #[test]
    fn a_full_disk_is_told_apart_and_nothing_of_the_commit_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let connection = connect_writer(folder.path(), &folder.path().join("journal.sqlite")).unwrap();
        let announcer = Announcer::new();
        let mut writer = Writer { connection, ends: Ends::default(), announcer: &announcer };
        assert!(matches!(settled(&mut writer, batch(0, "first")), Ok(Appended::Written(_))));
        // A file that may not grow fails as a disk without room does.
        let pages: i64 = writer.connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        let limit = |writer: &Writer<'_>, most: i64| {
            writer.connection.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(())).unwrap();
        };
        limit(&writer, pages);
        let ends = writer.ends.clone();
        let fault = settled(&mut writer, batch(1, &"much ".repeat(10_000))).unwrap_err();
        assert_eq!((fault.why(), fault.to_string().split('.').next()), (Why::Full, Some("Disken är full")));
        assert_eq!(writer.ends, ends);
        assert_eq!(rows::heads(&writer.connection).unwrap()[0].1.seq, 1);
        limit(&writer, pages * 100);
        assert!(matches!(settled(&mut writer, batch(1, &"much ".repeat(10_000))), Ok(Appended::Written(_))));
    }
}
