//! The one writer of a node: a whole group of batches is a single statement, and so a single trip to the server.
//!
//! The writer remembers the heads it has seen and writes on the assumption that they still hold. Other nodes may
//! have moved them; then the primary key `(stream, seq)` or the unique `(command_id, stream, position)` refuses
//! the statement as a whole, the writer looks, judges again, and answers on what it then knows. No lock is held
//! between two trips, and nothing is ever refused on memory alone.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection, Row};
use tokio::sync::mpsc;
use tokio::time::Instant;

use super::patience::{CONNECT, GIVES_UP, STATEMENT, in_time};
use super::plan::{Known, Plan, plan};
use super::statements::{Columns, DURABLE, LOOK};
use crate::broken::Broken;
use crate::event::{Appended, Batch};
use crate::fault::Fault;
use crate::follow::Announcer;
use crate::hash::{Hash, Head};
use crate::judge::{rows, span};
use crate::queue::{Answer, Chunk, Job, Turn, Turns};
use crate::schema;
use crate::seen::SharedEnds;

/// How many times a lost connection is made again for one group, with longer and longer waits.
const RECONNECTIONS: u32 = 5;
/// After so long no more, however many are left: whoever waits for the answer should hear that there is none.
const GIVE_UP: Duration = Duration::from_secs(6);

pub(super) struct Writer {
    options: PgConnectOptions,
    connection: Option<PgConnection>,
    heads: BTreeMap<String, Head>,
    ends: Arc<SharedEnds>,
    announcer: Arc<Announcer>,
}

impl Writer {
    pub(super) fn new(options: PgConnectOptions, ends: Arc<SharedEnds>, announcer: Arc<Announcer>) -> Self {
        Self { options, connection: None, heads: BTreeMap::new(), ends, announcer }
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
                Turn::Other(Job::Probe(answer)) => {
                    let _ = answer.send(self.probe().await);
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

    /// Writes what changes nothing; a connection that was lost in the meantime is made anew, once.
    async fn probe(&mut self) -> Result<(), Fault> {
        let mut answer = Ok(());
        for _ in 0..2 {
            answer = self.touch().await;
            match &answer {
                Err(cause) if matches!(kind(cause), Kind::Lost) => self.connection = None,
                Ok(()) | Err(_) => break,
            }
        }
        answer.map_err(Fault::from)
    }

    async fn touch(&mut self) -> Result<(), sqlx::Error> {
        let connection = self.connect().await?;
        in_time(STATEMENT, sqlx::query(schema::PROBE).execute(connection)).await.map(drop)
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
        let begun = Instant::now();
        loop {
            let attempt = self.attempt(batches, &mut known, looked).await;
            looked = true;
            match attempt {
                Ok(Some(answers)) => return Ok(answers),
                Ok(None) => {}
                Err(cause) => match kind(&cause) {
                    Kind::Raced if raced <= batches.len() + 3 => raced += 1,
                    Kind::Raced => return Err(Failure::Refused(contradiction(batches))),
                    Kind::Lost if lost < RECONNECTIONS && begun.elapsed() < GIVE_UP => {
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
        let ends = self.ends.copy();
        let plan = plan(batches, &self.heads, known.clone(), ends.clone());
        if plan.refuses && !look {
            return Ok(None);
        }
        if !plan.rows.is_empty() {
            self.write(&plan).await?;
            self.ends.replace(&ends, plan.ends);
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
                in_time(CONNECT, async {
                    let mut fresh = PgConnection::connect_with(&self.options).await?;
                    sqlx::query(DURABLE).execute(&mut fresh).await?;
                    sqlx::query(GIVES_UP).execute(&mut fresh).await?;
                    Ok(fresh)
                })
                .await?
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
        let found = in_time(STATEMENT, query.fetch_all(self.connect().await?)).await?;
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
        in_time(STATEMENT, query.execute(self.connect().await?)).await?;
        Ok(())
    }

    /// Writes an import as one transaction; the sender has checked every row.
    async fn import(&mut self, mut chunks: mpsc::Receiver<Chunk>) -> Result<(), Fault> {
        let (announcer, ends) = (Arc::clone(&self.announcer), Arc::clone(&self.ends));
        self.heads.clear();
        let mut work = self.connect().await?.begin().await?;
        while let Some(chunk) = chunks.recv().await {
            match chunk {
                Chunk::Rows(rows) => {
                    let columns = Columns::of(rows.iter().map(|row| row.borrowed()));
                    columns.write(std::iter::empty()).execute(&mut *work).await?;
                }
                Chunk::Done(heads) => {
                    let reached = heads.iter().map(|(stream, head)| (stream.as_str(), *head));
                    Columns::default().write(reached).execute(&mut *work).await?;
                    work.commit().await?;
                    for (stream, head) in &heads {
                        ends.note(stream, *head);
                        announcer.tell(stream, head.seq);
                    }
                    return Ok(());
                }
            }
        }
        work.rollback().await?;
        Err(Fault::new("Importen avbröts. Inget har ändrats."))
    }
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
    use sqlx::Error::{Io, Protocol, Tls, WorkerCrashed};
    if matches!(cause, Io(_) | Tls(_) | Protocol(_) | WorkerCrashed) {
        return Kind::Lost;
    }
    match cause.as_database_error().and_then(|error| error.code()).unwrap_or_default().as_ref() {
        "23505" | "40001" | "40P01" => Kind::Raced,
        code if code.starts_with("57") || code.starts_with("08") || code == "53300" => Kind::Lost,
        _ => Kind::Other,
    }
}

fn contradiction(batches: &[&Batch]) -> Fault {
    let (stream, expected) =
        batches.first().map_or(("?", 0), |batch| (batch.stream.as_str(), batch.expected));
    let why = "det finns redan en händelse efter strömmens huvud";
    Broken::new(stream, expected.saturating_add(1), why).into()
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;

    async fn setting_of_a_writer(url: &str) -> String {
        let options = PgConnectOptions::from_str(url).unwrap();
        let mut writer = Writer::new(options, Arc::default(), Arc::new(Announcer::new()));
        let connection = writer.connect().await.unwrap();
        sqlx::query_scalar("SHOW synchronous_commit").fetch_one(connection).await.unwrap()
    }

    #[tokio::test]
    async fn a_commit_waits_for_the_disk_whatever_the_database_thinks() {
        let url = testkit::postgres::database();
        let mut owner = PgConnection::connect(&url).await.unwrap();
        for (database, writer) in
            [("off", "on"), ("local", "on"), ("on", "on"), ("remote_apply", "remote_apply")]
        {
            let text = format!("ALTER DATABASE test_0 SET synchronous_commit = {database}");
            sqlx::raw_sql(sqlx::AssertSqlSafe(text)).execute(&mut owner).await.unwrap();
            assert_eq!(setting_of_a_writer(&url).await, writer);
        }
    }
}
