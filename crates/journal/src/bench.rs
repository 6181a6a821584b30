//! How fast this machine keeps the journal's promises, in figures that can be compared with each other.

use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use rusqlite::OpenFlags;
use serde::Deserialize;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::event::{Appended, Batch, NewEvent};
use crate::fault::Fault;
use crate::handle::Journal;
use crate::place::Place;
use crate::sqlite::connection::{connect, prepare_writer};

/// Durable writes per second, all to the same disk in the same minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Durable {
    /// Bare inserts of the same bytes, one commit each, on the calling thread.
    pub bare: u64,
    /// Appends of one event by one writer, each waiting for the one before.
    pub one_writer: u64,
    /// Appends of one event by 32 writers at once, each to a stream of its own.
    pub many_writers: u64,
}

/// How fast a stream is read and its bodies decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replayed {
    /// How many events were replayed.
    pub events: u64,
    /// How many each second, on the clock on the wall.
    pub per_second: u64,
}

/// Rounds of bare inserts and appends, turn about, so that a slow moment of the disk hits both.
const ROUNDS: u64 = 10;
const WRITERS: u64 = 32;

const BARE_TABLE: &str = "
CREATE TABLE bare (
    stream TEXT NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, recorded_at INTEGER NOT NULL, actor TEXT NOT NULL,
    command_id BLOB NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL,
    body TEXT NOT NULL, seen TEXT NOT NULL, prev_hash BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID";
const BARE_INSERT: &str = "INSERT INTO bare VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

/// Measures durable writes on SQLite in an empty folder: ten rounds of `each` writes per writer.
///
/// A hundred each is steady enough to compare, and is done in seconds on a disk that flushes in a millisecond.
///
/// # Errors
/// The folder cannot be written.
pub async fn durable(folder: &Path, each: u64) -> Result<Durable, Fault> {
    let journal = Journal::open(&Place::Folder(folder.to_owned())).await?;
    let mut bare = BareTable::open(folder)?;
    let (mut bare_took, mut one_took, mut many_took) = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
    for round in 0..ROUNDS {
        let start = Instant::now();
        for n in 0..each {
            bare.insert(round * each + n)?;
        }
        bare_took += start.elapsed();
        let start = Instant::now();
        for n in 0..each {
            written(&journal, event_of("bench/one", round * each + n)).await?;
        }
        one_took += start.elapsed();
        let start = Instant::now();
        many(&journal, round, each).await?;
        many_took += start.elapsed();
    }
    journal.close().await?;
    Ok(Durable {
        bare: per_second(ROUNDS * each, bare_took),
        one_writer: per_second(ROUNDS * each, one_took),
        many_writers: per_second(ROUNDS * each * WRITERS, many_took),
    })
}

async fn many(journal: &Journal, round: u64, each: u64) -> Result<(), Fault> {
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let journal = journal.clone();
        writers.spawn(async move {
            let stream = format!("bench/many/{writer}");
            for n in 0..each {
                let mut batch = event_of(&stream, round * each + n);
                batch.command_id = Uuid::from_u64_pair(batch.expected + 1, writer);
                written(&journal, batch).await?;
            }
            Ok::<(), Fault>(())
        });
    }
    for outcome in writers.join_all().await {
        outcome?;
    }
    Ok(())
}

/// Measures a replay from SQLite of a stream of so many events, made in an empty folder.
///
/// # Errors
/// The folder cannot be written.
pub async fn replay(folder: &Path, events: u64) -> Result<Replayed, Fault> {
    let journal = Journal::open(&Place::Folder(folder.to_owned())).await?;
    let mut seq = 0;
    while seq < events {
        let mut batch = event_of("bench/replay", seq);
        let many = (events - seq).min(1000);
        batch.events = (seq..seq + many).map(new_event).collect();
        written(&journal, batch).await?;
        seq += many;
    }
    let start = Instant::now();
    let (mut count, mut sum) = (0_u64, 0_i64);
    journal
        .replay("bench/replay", 0, |event| {
            let decoded: Result<Body<'_>, _> = serde_json::from_str(event.body);
            let body =
                decoded.map_err(|cause| Fault::because("Mätningens händelse kunde inte tolkas.", cause))?;
            count += 1;
            sum = sum.wrapping_add(body.amount).wrapping_add(i64::from(body.motivation.is_empty()));
            Ok::<(), Fault>(())
        })
        .await?;
    let took = start.elapsed();
    std::hint::black_box(sum);
    journal.close().await?;
    Ok(Replayed { events: count, per_second: per_second(count, took) })
}

/// About what a real body looks like.
#[derive(Deserialize)]
struct Body<'a> {
    amount: i64,
    motivation: &'a str,
    #[serde(rename = "initiative")]
    _initiative: Uuid,
    #[serde(rename = "decided_on")]
    _decided_on: jiff::civil::Date,
}

fn new_event(n: u64) -> NewEvent {
    let id = Uuid::from_u128(u128::from(n) + 1);
    let body = format!(
        r#"{{"initiative":"{id}","amount":{n},"decided_on":"2027-03-01","motivation":"Insatsen är förberedd av beredningsgruppen och ryms inom budgeten."}}"#
    );
    NewEvent { id, kind: "funding_decided".to_owned(), version: 1, body }
}

fn event_of(stream: &str, n: u64) -> Batch {
    Batch {
        stream: stream.to_owned(),
        expected: n,
        command_id: Uuid::from_u128(u128::from(n) + 1),
        actor: "person/0190d9c2-0000-7000-8000-000000000001".to_owned(),
        recorded_at: Timestamp::UNIX_EPOCH,
        events: vec![new_event(n)],
    }
}

async fn written(journal: &Journal, batch: Batch) -> Result<(), Fault> {
    match journal.append(batch).await? {
        Appended::Written(_) => Ok(()),
        Appended::AlreadyWritten { .. } | Appended::Conflict { .. } => {
            Err(Fault::new("Mappen för mätningen är inte tom. Ange en ny mapp."))
        }
    }
}

/// What the appends are compared with: the same columns and bytes, and nothing more.
struct BareTable(rusqlite::Connection);

impl BareTable {
    fn open(folder: &Path) -> Result<Self, Fault> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = connect(&folder.join("bare.sqlite"), flags)?;
        prepare_writer(&connection)?;
        connection.execute_batch(BARE_TABLE)?;
        Ok(Self(connection))
    }

    fn insert(&mut self, n: u64) -> Result<(), Fault> {
        let batch = event_of("bench/one", n);
        let mut statement = self.0.prepare_cached(BARE_INSERT)?;
        for event in &batch.events {
            statement.execute((
                &batch.stream,
                i64::try_from(n).unwrap_or(i64::MAX),
                event.id.as_bytes(),
                crate::hash::nanoseconds(batch.recorded_at),
                &batch.actor,
                batch.command_id.as_bytes(),
                0,
                &event.kind,
                i64::from(event.version),
                &event.body,
                "",
                [1_u8; 32],
                [2_u8; 32],
            ))?;
        }
        Ok(())
    }
}

fn per_second(count: u64, took: Duration) -> u64 {
    let rate = u128::from(count) * 1_000_000_000 / took.as_nanos().max(1);
    u64::try_from(rate).unwrap_or(u64::MAX)
}
