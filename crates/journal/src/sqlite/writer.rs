//! The one writer of a file: takes what is waiting, writes it, waits for the disk once, answers everybody.

use std::collections::BTreeMap;

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};
use tokio::sync::mpsc;

use crate::broken::Broken;
use crate::event::{Appended, Batch, RecordedRef};
use crate::fault::Fault;
use crate::follow::Announcer;
use crate::hash::{Head, nanoseconds};
use crate::judge::{Verdict, judge, rows};
use crate::queue::{Answer, Chunk, Job, Turn, Turns};
use crate::schema;

const INSERT: &str = "
INSERT INTO events (stream, seq, id, recorded_at, actor, command_id, position, kind, version, body, prev_hash, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const MOVE_HEAD: &str = "
INSERT INTO heads (stream, seq, hash) VALUES ($1, $2, $3)
ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, hash = excluded.hash";

/// Works until the last handle is gone or somebody closes the journal.
pub(super) fn run(mut connection: Connection, mut jobs: mpsc::Receiver<Job>, announcer: &Announcer) {
    let mut turns = Turns::default();
    while let Some(job) = turns.held().or_else(|| jobs.blocking_recv()) {
        match turns.next(job, &mut jobs) {
            Turn::Group(group) => answer_group(&mut connection, group, announcer),
            Turn::Other(Job::Import(chunks, answer)) => {
                let _ = answer.send(import(&mut connection, chunks, announcer));
            }
            Turn::Other(Job::Close(answer)) => {
                let closed = connection.close().map_err(|(_, cause)| Fault::from(cause));
                let _ = answer.send(closed);
                return;
            }
            Turn::Other(Job::Append(batch, answer)) => {
                answer_group(&mut connection, vec![(batch, answer)], announcer);
            }
        }
    }
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
    let mut heads = BTreeMap::new();
    let mut outcomes = Vec::with_capacity(group.len());
    for (batch, _) in group {
        let outcome = guarded(&work, batch, &mut heads);
        match outcome {
            // A full disk takes back the whole transaction: what was judged before no longer holds.
            Err(fault) if work.is_autocommit() => return Err(fault),
            outcome => outcomes.push(outcome),
        }
    }
    work.commit()?;
    Ok(outcomes)
}

/// A batch that fails takes back what it wrote, and only that.
fn guarded<'a>(
    work: &Transaction<'_>,
    batch: &'a Batch,
    heads: &mut BTreeMap<&'a str, Head>,
) -> Result<Appended, Fault> {
    work.prepare_cached("SAVEPOINT batch")?.execute([])?;
    let outcome = one(work, batch, heads);
    if work.is_autocommit() {
        return outcome;
    }
    if outcome.is_err() {
        work.prepare_cached("ROLLBACK TO batch")?.execute([])?;
    }
    work.prepare_cached("RELEASE batch")?.execute([])?;
    outcome
}

fn one<'a>(
    work: &Transaction<'_>,
    batch: &'a Batch,
    heads: &mut BTreeMap<&'a str, Head>,
) -> Result<Appended, Fault> {
    let head = match heads.get(batch.stream.as_str()) {
        Some(head) => *head,
        None => super::head(work, &batch.stream)?.unwrap_or(Head::EMPTY),
    };
    let known = work
        .prepare_cached(schema::KNOWN)?
        .query_row((&batch.stream, batch.command_id.as_bytes()), |row| {
            Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, i64>(1)?))
        })
        .map(|(first, count)| crate::judge::span(first, count))?;
    match judge(batch, head, known) {
        Verdict::Already(first, last) => Ok(Appended::AlreadyWritten { first, last }),
        Verdict::Conflict(head) => Ok(Appended::Conflict { head }),
        Verdict::Write(links, end) => {
            for row in rows(batch, &links) {
                insert(work, &row)?;
            }
            if !links.is_empty() {
                move_head(work, &batch.stream, end)?;
            }
            heads.insert(&batch.stream, end);
            Ok(Appended::Written(end))
        }
    }
}

fn insert(work: &Transaction<'_>, row: &RecordedRef<'_>) -> Result<(), Fault> {
    let seq = i64::try_from(row.seq).map_err(|_| Fault::unfit("numret är för stort"))?;
    let inserted = work.prepare_cached(INSERT)?.execute((
        row.stream,
        seq,
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
    ));
    match inserted {
        Ok(_) => Ok(()),
        Err(cause) if cause.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            Err(Broken::new(row.stream, row.seq, "det finns redan en händelse efter strömmens huvud").into())
        }
        Err(cause) => Err(cause.into()),
    }
}

fn move_head(work: &Transaction<'_>, stream: &str, head: Head) -> Result<(), Fault> {
    let seq = i64::try_from(head.seq).map_err(|_| Fault::unfit("numret är för stort"))?;
    work.prepare_cached(MOVE_HEAD)?.execute((stream, seq, head.hash.0))?;
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
            Chunk::Rows(rows) => rows.iter().try_for_each(|row| insert(&work, &row.borrowed()))?,
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
