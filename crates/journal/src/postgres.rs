//! PostgreSQL: one database, several nodes, one writer task in each.

mod listen;
mod patience;
mod plan;
mod statements;
mod writer;

use std::str::FromStr;
use std::sync::Arc;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions, PgRow};
use sqlx::{ConnectOptions, PgConnection, Row};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use crate::fault::Fault;
use crate::follow::Announcer;
use crate::hash::{Hash, Head};
use crate::page::{self, Page, Part, ROWS, Raw};
use crate::queue::Queue;
use crate::schema;

use patience::{CONNECT, GIVES_UP, NEVER_GIVES_UP, STATEMENT, in_time};

/// Held while the tables are made, so that two nodes started at once do not both make them.
const MIGRATION_LOCK: i64 = 0x5361_6d6f_7264_6e61;

/// The readers' side, and the tasks that end with it.
#[derive(Debug)]
pub(crate) struct Postgres {
    pool: PgPool,
    _tasks: JoinSet<()>,
}

impl Postgres {
    /// Connects, makes the tables, and starts the writer and the listener.
    pub(crate) async fn open(url: &str, announcer: Arc<Announcer>) -> Result<(Arc<Self>, Queue), Fault> {
        let (options, pool) = connect(url).await?;
        migrate(&pool).await?;
        let mut tasks = JoinSet::new();
        let news = listen::News { announcer: Arc::clone(&announcer), ends: Arc::default() };
        let ends = Arc::clone(&news.ends);
        let listener = listen::Listener::start(options.clone(), pool.clone(), news.clone()).await?;
        tasks.spawn(listener.run());
        tasks.spawn(listen::poll(pool.clone(), news));
        let (queue, jobs) = Queue::new();
        // Not among the tasks that are cut off: it ends when the last handle is gone, and finishes what it holds.
        tokio::spawn(writer::Writer::new(options, ends, announcer).run(jobs));
        Ok((Arc::new(Self { pool, _tasks: tasks }), queue))
    }

    /// Connects to read what is there.
    pub(crate) async fn open_to_read(url: &str) -> Result<Arc<Self>, Fault> {
        let (_, pool) = connect(url).await?;
        let found = version(&mut *pool.acquire().await?).await?;
        match found.map(|version| version.cmp(&newest())) {
            None => Err(Fault::missing("databasen")),
            Some(std::cmp::Ordering::Less) => Err(Fault::older()),
            Some(std::cmp::Ordering::Equal) => Ok(Arc::new(Self { pool, _tasks: JoinSet::new() })),
            Some(std::cmp::Ordering::Greater) => Err(Fault::newer(found.unwrap_or_default())),
        }
    }

    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }

    pub(crate) async fn head(&self, stream: &str) -> Result<Option<Head>, Fault> {
        let query = sqlx::query(schema::HEAD).bind(stream);
        let row = in_time(STATEMENT, query.fetch_optional(&self.pool)).await?;
        row.map(|row| head_of(&row, 0)).transpose()
    }

    pub(crate) async fn heads(&self) -> Result<Vec<(String, Head)>, Fault> {
        let mut connection = self.pool.acquire().await?;
        heads(&mut connection).await
    }

    pub(crate) fn pages(&self, stream: &str, after: u64, limit: u64) -> mpsc::Receiver<Result<Page, Fault>> {
        let (pool, stream) = (self.pool.clone(), Arc::<str>::from(stream));
        page::send(after, limit, move |after, most| {
            let (pool, stream) = (pool.clone(), Arc::clone(&stream));
            async move { one_page(&pool, &stream, after, most).await }
        })
    }

    /// Sends the whole journal as it stands at one moment.
    pub(crate) fn everything(&self) -> mpsc::Receiver<Result<Part, Fault>> {
        let (sender, receiver) = mpsc::channel(2);
        let pool = self.pool.clone();
        tokio::spawn(async move {
            if let Err(fault) = send_everything(&pool, &sender).await {
                let _ = sender.send(Err(fault)).await;
            }
        });
        receiver
    }
}

async fn connect(url: &str) -> Result<(PgConnectOptions, PgPool), Fault> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|cause| Fault::because("Adressen till databasen går inte att tolka.", cause))?
        .application_name("samordna")
        .disable_statement_logging();
    let pool = PgPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(CONNECT)
        .after_connect(|connection, _| {
            Box::pin(async move { sqlx::query(GIVES_UP).execute(connection).await.map(drop) })
        })
        .connect_with(options.clone())
        .await?;
    Ok((options, pool))
}

/// How many steps the tables have taken, if there are any.
async fn version(connection: &mut PgConnection) -> Result<Option<i64>, Fault> {
    let exists = "SELECT to_regclass('journal_schema') IS NOT NULL";
    match sqlx::query_scalar(exists).fetch_one(&mut *connection).await? {
        true => Ok(sqlx::query_scalar(schema::VERSION).fetch_one(connection).await?),
        false => Ok(None),
    }
}

fn newest() -> i64 {
    i64::try_from(schema::POSTGRES.len()).unwrap_or(i64::MAX)
}

async fn migrate(pool: &PgPool) -> Result<(), Fault> {
    let mut work = pool.begin().await?;
    sqlx::query(NEVER_GIVES_UP).execute(&mut *work).await?;
    sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(MIGRATION_LOCK).execute(&mut *work).await?;
    let found = version(&mut work).await?.unwrap_or(0);
    let done = usize::try_from(found).unwrap_or(usize::MAX);
    if done > schema::POSTGRES.len() {
        return Err(Fault::newer(found));
    }
    if done < schema::POSTGRES.len() {
        sqlx::raw_sql(schema::VERSION_TABLE).execute(&mut *work).await?;
        for step in schema::POSTGRES.iter().skip(done) {
            sqlx::raw_sql(*step).execute(&mut *work).await?;
        }
        sqlx::query(schema::FORGET_VERSION).execute(&mut *work).await?;
        sqlx::query(schema::SET_VERSION).bind(newest()).execute(&mut *work).await?;
    }
    Ok(work.commit().await?)
}

/// A head as stored. One that cannot be true is read as [`Head::EMPTY`], which `verify` then reports.
fn head_of(row: &PgRow, first: usize) -> Result<Head, Fault> {
    let seq = u64::try_from(row.try_get::<i64, _>(first)?).unwrap_or(0);
    let hash = row.try_get::<&[u8], _>(first + 1)?.try_into().map_or(Hash::ZERO, Hash);
    Ok(Head { seq, hash })
}

async fn heads(connection: &mut PgConnection) -> Result<Vec<(String, Head)>, Fault> {
    let rows = in_time(STATEMENT, sqlx::query(schema::HEADS).fetch_all(connection)).await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, head_of(row, 1)?))).collect()
}

async fn one_page(pool: &PgPool, stream: &str, after: u64, most: u64) -> Result<Page, Fault> {
    let bound = |number| i64::try_from(number).unwrap_or(i64::MAX);
    let query = sqlx::query(schema::PAGE).bind(stream).bind(bound(after)).bind(bound(most));
    page_of(&in_time(STATEMENT, query.fetch_all(pool)).await?)
}

async fn send_everything(pool: &PgPool, sender: &mpsc::Sender<Result<Part, Fault>>) -> Result<(), Fault> {
    let mut snapshot = pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    if sender.send(Ok(Part::Heads(heads(&mut snapshot).await?))).await.is_err() {
        return Ok(());
    }
    let (mut stream, mut after) = (String::new(), -1_i64);
    loop {
        let most = i64::try_from(ROWS).unwrap_or(i64::MAX);
        let query = sqlx::query(schema::EVERYTHING).bind(&stream).bind(after).bind(most);
        let rows = in_time(STATEMENT, query.fetch_all(&mut *snapshot)).await?;
        let page = page_of(&rows)?;
        let ended = page.is_last(ROWS);
        if let Some(row) = rows.last() {
            stream = row.try_get(0)?;
            after = row.try_get(1)?;
        }
        if sender.send(Ok(Part::Page(page))).await.is_err() || ended {
            return Ok(());
        }
    }
}

fn page_of(rows: &[PgRow]) -> Result<Page, Fault> {
    let mut page = Page::default();
    for row in rows {
        let text = |at: usize| row.try_get::<&str, _>(at).map(str::as_bytes);
        page.push(&Raw {
            stream: text(0)?,
            seq: row.try_get(1)?,
            id: row.try_get(2)?,
            recorded_at: row.try_get(3)?,
            actor: text(4)?,
            command_id: row.try_get(5)?,
            position: row.try_get(6)?,
            kind: text(7)?,
            version: row.try_get(8)?,
            body: text(9)?,
            seen: text(10)?,
            prev_hash: row.try_get(11)?,
            hash: row.try_get(12)?,
        });
        if page.is_spoiled() {
            break;
        }
    }
    Ok(page)
}
