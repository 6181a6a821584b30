//! The one writer of a node: a whole group of batches is a single statement, and so a single trip to the server.
//!
//! The writer remembers the heads it has seen and writes on the assumption that they still hold. Other nodes may
//! have moved them; then the primary key `(stream, seq)` or the unique `(stream, command_id, position)` refuses
//! the statement as a whole, the writer looks, judges again, and answers on what it then knows. No lock is held
//! between two trips, and nothing is ever refused on memory alone.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection, Row};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::listen::CHANNEL;
use crate::broken::Broken;
use crate::event::{Appended, Batch, RecordedRef};
use crate::fault::Fault;
use crate::follow::Announcer;
use crate::hash::{Hash, Head, nanoseconds};
use crate::judge::{Verdict, judge, rows, span};
use crate::queue::{Answer, Chunk, Job, Turn, Turns};

/// Where streams end and where commands are, in one question. Each command is one look in the unique index.
const LOOK: &str = "
SELECT stream, NULL::bytea, seq, 0::bigint, hash FROM heads WHERE stream = ANY($1)
UNION ALL
SELECT asked.stream, asked.command_id, found.first, found.many, NULL
FROM UNNEST($2::text[], $3::bytea[]) AS asked (stream, command_id),
LATERAL (
    SELECT MIN(seq) AS first, COUNT(*) AS many FROM events
    WHERE events.stream = asked.stream AND events.command_id = asked.command_id
) AS found
WHERE found.many > 0";

/// Events, heads and hints in one statement: it is its own transaction.
const WRITE: &str = "
WITH written AS (
    INSERT INTO events
        (stream, seq, id, recorded_at, actor, command_id, position, kind, version, body, prev_hash, hash)
    SELECT * FROM UNNEST($1::text[], $2::bigint[], $3::bytea[], $4::bigint[], $5::text[], $6::bytea[],
        $7::bigint[], $8::text[], $9::bigint[], $10::text[], $11::bytea[], $12::bytea[])
), moved AS (
    INSERT INTO heads (stream, seq, hash)
    SELECT * FROM UNNEST($13::text[], $14::bigint[], $15::bytea[])
    ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
)
SELECT COUNT(pg_notify($16, seq || ' ' || stream)) FROM UNNEST($13::text[], $14::bigint[]) AS told (stream, seq)";

/// A database that acknowledges before the disk does is told not to; stricter settings are left alone.
const DURABLE: &str = "
SELECT set_config('synchronous_commit', 'on', false)
WHERE current_setting('synchronous_commit') IN ('off', 'local')";

/// How long a statement may take before the connection is given up.
const PATIENCE: Duration = Duration::from_secs(30);
/// How many times a lost connection is made again for one group, with longer and longer waits.
const RECONNECTIONS: u32 = 5;

pub(super) struct Writer {
    options: PgConnectOptions,
    connection: Option<PgConnection>,
    heads: BTreeMap<String, Head>,
    announcer: Arc<Announcer>,
}

/// Where commands are known to be, by stream.
type Known<'a> = BTreeMap<(&'a str, Uuid), (u64, u64)>;

/// A group, judged: the answers, and the rows and heads that must be written before they are true.
struct Plan<'a> {
    answers: Vec<Appended>,
    rows: Vec<(&'a Batch, Vec<crate::judge::Link>)>,
    heads: BTreeMap<&'a str, Head>,
    refuses: bool,
}

impl Writer {
    pub(super) fn new(options: PgConnectOptions, announcer: Arc<Announcer>) -> Self {
        Self { options, connection: None, heads: BTreeMap::new(), announcer }
    }

    /// Works until the last handle is gone or somebody closes the journal.
    pub(super) async fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        let mut turns = Turns::default();
        loop {
            let job = match turns.held() {
                Some(job) => job,
                None => match jobs.recv().await {
                    Some(job) => job,
                    None => break,
                },
            };
            match turns.next(job, &mut jobs) {
                Turn::Group(group) => self.answer_group(group).await,
                Turn::Other(Job::Import(chunks, answer)) => {
                    let _ = answer.send(self.import(chunks).await);
                }
                Turn::Other(Job::Close(answer)) => {
                    if let Some(connection) = self.connection.take() {
                        let _ = connection.close().await;
                    }
                    let _ = answer.send(Ok(()));
                    return;
                }
                Turn::Other(Job::Append(batch, answer)) => self.answer_group(vec![(batch, answer)]).await,
            }
        }
    }

    /// A fault that is not the connection's may be one batch's own; then each is tried by itself.
    async fn answer_group(&mut self, group: Vec<(Batch, Answer<Appended>)>) {
        let batches: Vec<&Batch> = group.iter().map(|(batch, _)| batch).collect();
        let outcomes = match self.settle(&batches).await {
            Ok(answers) => answers.into_iter().map(Ok).collect(),
            Err(Failure::Lost(fault)) => batches.iter().map(|_| Err(fault.clone())).collect(),
            Err(Failure::Refused(fault)) if batches.len() == 1 => vec![Err(fault)],
            Err(Failure::Refused(_)) => self.one_by_one(&batches).await,
        };
        for ((batch, answer), outcome) in group.into_iter().zip(outcomes) {
            if let Ok(Appended::Written(head)) = &outcome {
                self.announcer.tell(&batch.stream, head.seq);
            }
            let _ = answer.send(outcome);
        }
    }

    async fn one_by_one(&mut self, batches: &[&Batch]) -> Vec<Result<Appended, Fault>> {
        let mut outcomes = Vec::with_capacity(batches.len());
        for batch in batches {
            let outcome = self.settle(&[batch]).await;
            outcomes.push(match outcome {
                Ok(mut answers) => answers.pop().ok_or_else(Fault::closed),
                Err(Failure::Lost(fault) | Failure::Refused(fault)) => Err(fault),
            });
        }
        outcomes
    }

    /// Judges and writes a group.
    ///
    /// Each time another node gets in between, at least one batch of the group turns into a conflict, so the
    /// loop ends; if it does not, the tables contradict each other.
    async fn settle(&mut self, batches: &[&Batch]) -> Result<Vec<Appended>, Failure> {
        let mut known = Known::new();
        let mut looked = false;
        let mut lost = 0;
        let mut raced = 0;
        loop {
            let attempt = self.attempt(batches, &mut known, looked).await;
            looked = true;
            match attempt {
                Ok(Some(answers)) => return Ok(answers),
                Ok(None) => {}
                Err(cause) => match kind(&cause) {
                    Kind::Raced if raced <= batches.len() + 3 => raced += 1,
                    Kind::Raced => return Err(Failure::Refused(contradiction(batches))),
                    Kind::Lost if lost < RECONNECTIONS => {
                        tracing::warn!(error = %cause, "journal.writer.connection_lost");
                        self.connection = None;
                        tokio::time::sleep(Duration::from_millis(50 << lost)).await;
                        lost += 1;
                    }
                    Kind::Lost => {
                        self.connection = None;
                        return Err(Failure::Lost(cause.into()));
                    }
                    Kind::Other => return Err(Failure::Refused(cause.into())),
                },
            }
        }
    }

    /// One try; `None` when it must look before it may refuse anybody.
    async fn attempt<'a>(
        &mut self,
        batches: &[&'a Batch],
        known: &mut Known<'a>,
        look: bool,
    ) -> Result<Option<Vec<Appended>>, sqlx::Error> {
        self.connect().await?;
        if look {
            self.look(batches, known).await?;
        }
        let plan = plan(batches, &self.heads, known.clone());
        if plan.refuses && !look {
            return Ok(None);
        }
        if !plan.rows.is_empty() {
            self.write(&plan).await?;
            for (stream, head) in plan.heads {
                self.heads.insert(stream.to_owned(), head);
            }
        }
        Ok(Some(plan.answers))
    }

    /// Connects if need be. What was remembered is forgotten then: behind the same address there may now be a
    /// standby that has not heard of the last events.
    async fn connect(&mut self) -> Result<&mut PgConnection, sqlx::Error> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                self.heads.clear();
                let mut fresh = PgConnection::connect_with(&self.options).await?;
                sqlx::query(DURABLE).execute(&mut fresh).await?;
                fresh
            }
        };
        Ok(self.connection.insert(connection))
    }

    /// Reads where the streams end and which commands are there already.
    async fn look<'a>(&mut self, batches: &[&'a Batch], known: &mut Known<'a>) -> Result<(), sqlx::Error> {
        let streams: Vec<&str> = batches.iter().map(|batch| batch.stream.as_str()).collect();
        let commands: Vec<&[u8]> =
            batches.iter().map(|batch| batch.command_id.as_bytes().as_slice()).collect();
        let query = sqlx::query(LOOK).bind(&streams).bind(&streams).bind(commands);
        let found = in_time(query.fetch_all(self.connect().await?)).await?;
        for stream in &streams {
            self.heads.insert((*stream).to_owned(), Head::EMPTY);
        }
        known.clear();
        for row in &found {
            let stream: &str = row.try_get(0)?;
            let first: i64 = row.try_get(2)?;
            match row.try_get::<Option<&[u8]>, _>(1)? {
                None => {
                    let hash = row.try_get::<&[u8], _>(4)?.try_into().map_or(Hash::ZERO, Hash);
                    let seq = u64::try_from(first).unwrap_or(0);
                    self.heads.insert(stream.to_owned(), Head { seq, hash });
                }
                Some(command) => {
                    let asked =
                        batches.iter().find(|b| b.stream == stream && b.command_id.as_bytes() == command);
                    if let (Some(batch), Some(span)) = (asked, span(Some(first), row.try_get(3)?)) {
                        known.insert((&batch.stream, batch.command_id), span);
                    }
                }
            }
        }
        Ok(())
    }

    async fn write(&mut self, plan: &Plan<'_>) -> Result<(), sqlx::Error> {
        let written = plan.rows.iter().flat_map(|(batch, links)| rows(batch, links));
        let columns = Columns::of(written);
        let heads = plan.heads.iter().map(|(stream, head)| (*stream, *head));
        let query = columns.write(heads);
        in_time(query.execute(self.connect().await?)).await?;
        Ok(())
    }

    /// Writes an import as one transaction; the sender has checked every row.
    async fn import(&mut self, mut chunks: mpsc::Receiver<Chunk>) -> Result<(), Fault> {
        let announcer = Arc::clone(&self.announcer);
        self.heads.clear();
        let mut work = self.connect().await?.begin().await?;
        while let Some(chunk) = chunks.recv().await {
            match chunk {
                Chunk::Rows(rows) => {
                    let columns = Columns::of(rows.iter().map(|row| row.borrowed()));
                    columns.write(std::iter::empty()).execute(&mut *work).await?;
                }
                Chunk::Done(heads) => {
                    let ends = heads.iter().map(|(stream, head)| (stream.as_str(), *head));
                    Columns::default().write(ends).execute(&mut *work).await?;
                    work.commit().await?;
                    heads.iter().for_each(|(stream, head)| announcer.tell(stream, head.seq));
                    return Ok(());
                }
            }
        }
        work.rollback().await?;
        Err(Fault::new("Importen avbröts. Inget har ändrats."))
    }
}

/// Rows turned on their side, as UNNEST wants them.
#[derive(Default)]
struct Columns<'a> {
    stream: Vec<&'a str>,
    seq: Vec<i64>,
    id: Vec<Vec<u8>>,
    recorded_at: Vec<i64>,
    actor: Vec<&'a str>,
    command_id: Vec<Vec<u8>>,
    position: Vec<i64>,
    kind: Vec<&'a str>,
    version: Vec<i64>,
    body: Vec<&'a str>,
    prev_hash: Vec<Vec<u8>>,
    hash: Vec<Vec<u8>>,
}

impl<'a> Columns<'a> {
    fn of(rows: impl Iterator<Item = RecordedRef<'a>>) -> Self {
        let mut columns = Self::default();
        for row in rows {
            columns.stream.push(row.stream);
            columns.seq.push(number(row.seq));
            columns.id.push(row.id.as_bytes().to_vec());
            columns.recorded_at.push(nanoseconds(row.recorded_at));
            columns.actor.push(row.actor);
            columns.command_id.push(row.command_id.as_bytes().to_vec());
            columns.position.push(i64::from(row.position));
            columns.kind.push(row.kind);
            columns.version.push(i64::from(row.version));
            columns.body.push(row.body);
            columns.prev_hash.push(row.prev_hash.0.to_vec());
            columns.hash.push(row.hash.0.to_vec());
        }
        columns
    }

    fn write<'q>(
        self,
        heads: impl Iterator<Item = (&'q str, Head)>,
    ) -> sqlx::query::Query<'q, sqlx::Postgres, sqlx::postgres::PgArguments>
    where
        'a: 'q,
    {
        let (mut streams, mut seqs, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
        for (stream, head) in heads {
            streams.push(stream);
            seqs.push(number(head.seq));
            hashes.push(head.hash.0.to_vec());
        }
        sqlx::query(WRITE)
            .bind(self.stream)
            .bind(self.seq)
            .bind(self.id)
            .bind(self.recorded_at)
            .bind(self.actor)
            .bind(self.command_id)
            .bind(self.position)
            .bind(self.kind)
            .bind(self.version)
            .bind(self.body)
            .bind(self.prev_hash)
            .bind(self.hash)
            .bind(streams)
            .bind(seqs)
            .bind(hashes)
            .bind(CHANNEL)
    }
}

/// Judges each batch after those before it, as if they were written.
fn plan<'a>(batches: &[&'a Batch], ends: &BTreeMap<String, Head>, mut known: Known<'a>) -> Plan<'a> {
    let mut plan = Plan { answers: Vec::new(), rows: Vec::new(), heads: BTreeMap::new(), refuses: false };
    for batch in batches {
        let stream = batch.stream.as_str();
        let head = plan.heads.get(stream).or_else(|| ends.get(stream)).copied();
        let at = (stream, batch.command_id);
        let answer = match judge(batch, head.unwrap_or(Head::EMPTY), known.get(&at).copied()) {
            Verdict::Already(first, last) => Appended::AlreadyWritten { first, last },
            Verdict::Conflict(head) => {
                plan.refuses = true;
                Appended::Conflict { head }
            }
            Verdict::Write(links, end) => {
                if links.is_empty() {
                    // Nothing to write means nothing that would find a forgotten head or command.
                    plan.refuses = true;
                } else {
                    known.insert(at, (batch.expected.saturating_add(1), end.seq));
                    plan.heads.insert(stream, end);
                    plan.rows.push((batch, links));
                }
                Appended::Written(end)
            }
        };
        plan.answers.push(answer);
    }
    // All nodes take their rows in the same order, so that none waits for another in a ring.
    plan.rows
        .sort_by(|(one, _), (other, _)| (&one.stream, one.expected).cmp(&(&other.stream, other.expected)));
    plan
}

enum Failure {
    Lost(Fault),
    Refused(Fault),
}

enum Kind {
    /// Another node was there first.
    Raced,
    /// The server went away, or is not ready yet.
    Lost,
    Other,
}

fn kind(cause: &sqlx::Error) -> Kind {
    match cause {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed => {
            Kind::Lost
        }
        sqlx::Error::Database(error) => match error.code().unwrap_or_default().as_ref() {
            "23505" | "40001" | "40P01" => Kind::Raced,
            code if code.starts_with("57P") || code.starts_with("08") || code == "53300" => Kind::Lost,
            _ => Kind::Other,
        },
        _ => Kind::Other,
    }
}

fn contradiction(batches: &[&Batch]) -> Fault {
    let (stream, expected) =
        batches.first().map_or(("?", 0), |batch| (batch.stream.as_str(), batch.expected));
    let why = "det finns redan en händelse efter strömmens huvud";
    Broken::new(stream, expected.saturating_add(1), why).into()
}

/// A server that has stopped answering is as good as lost.
async fn in_time<T>(work: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, sqlx::Error> {
    tokio::time::timeout(PATIENCE, work)
        .await
        .unwrap_or_else(|_| Err(sqlx::Error::Io(std::io::ErrorKind::TimedOut.into())))
}

/// `Batch::check` has refused what would not fit.
fn number(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}
