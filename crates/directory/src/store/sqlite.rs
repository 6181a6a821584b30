//! SQLite: one file, one thread that writes, one that reads.
//!
//! rusqlite blocks, so each connection has a thread of its own and takes jobs from a channel.
//! A commit is on disk before the answer leaves (`synchronous=FULL`).
//! `secure_delete` overwrites what is deleted, so that erased contact details do not linger in free pages.

use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::sync::mpsc;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, Statement, ToSql, TransactionBehavior};
use tokio::sync::oneshot;

use super::schema::{self, Schema};
use super::{Cell, Outcome, Row, Step, Value};
use crate::fault::{Cause, Fault};

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

pub(crate) struct Sqlite {
    writer: Lane,
    reader: Lane,
}

impl Sqlite {
    pub(super) async fn open(folder: &Path, schema: &'static Schema) -> Result<Self, Fault> {
        let folder = folder.to_owned();
        let opened = tokio::task::spawn_blocking(move || connect_both(&folder, schema)).await;
        let (writer, reader) =
            opened.unwrap_or(Err(Cause::Stopped)).map_err(|cause| Fault::new("opening the file", cause))?;
        let start = |connection| Lane::start(connection).map_err(|e| Fault::new("starting a thread", e));
        Ok(Self { writer: start(writer)?, reader: start(reader)? })
    }

    pub(super) async fn read(&self, sql: &'static str, values: Vec<Value>) -> Result<Vec<Row>, Fault> {
        self.reader
            .ask(move |connection| {
                let mut statement = connection.prepare_cached(sql)?;
                let columns = statement.column_count();
                bind(&mut statement, &values)?;
                let mut found = statement.raw_query();
                let mut rows = Vec::new();
                while let Some(row) = found.next()? {
                    let cells = (0..columns).map(|column| row.get_ref(column).map(cell));
                    rows.push(Row::new(cells.collect::<Result<_, _>>()?));
                }
                Ok(rows)
            })
            .await
            .map_err(|cause| Fault::new("reading", cause))
    }

    pub(super) async fn write(&self, steps: Vec<Step>) -> Result<Outcome, Fault> {
        let written = self.writer.ask(move |connection| run(connection, &steps)).await;
        match written {
            Err(Cause::Sqlite(error)) if is_taken(&error) => Ok(Outcome::Taken),
            other => other.map_err(|cause| Fault::new("writing", cause)),
        }
    }

    pub(super) async fn truncate_log(&self) -> Result<(), Fault> {
        let busy: i64 = self
            .writer
            .ask(|connection| connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)))
            .await
            .map_err(|cause| Fault::new("truncating the log", cause))?;
        // Somebody else, a copy that is being taken for instance, was still reading after the busy timeout.
        if busy == 0 { Ok(()) } else { Err(Fault::new("truncating the log", Cause::Busy)) }
    }
}

/// Copies the file of one folder into another, as it stands at one moment, if it is there.
pub(super) async fn copy(from: &Path, to: &Path, schema: &Schema) -> Result<(), Fault> {
    let (from, to) = (from.join(schema.file), to.join(schema.file));
    let copied = tokio::task::spawn_blocking(move || {
        if !from.exists() {
            return Ok(());
        }
        keep_private(&to)?;
        let connection = Connection::open_with_flags(&from, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.busy_timeout(std::time::Duration::from_secs(10))?;
        connection.execute("VACUUM INTO $1", [to.to_string_lossy()])?;
        Ok(())
    });
    copied.await.unwrap_or(Err(Cause::Stopped)).map_err(|cause| Fault::new("copying", cause))
}

/// SQLite takes `$2` for a name and numbers names as they come, so values are bound by name.
const NAMES: [&str; 12] = ["$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12"];

fn bind(statement: &mut Statement<'_>, values: &[Value]) -> Result<(), rusqlite::Error> {
    for (value, name) in values.iter().zip(NAMES) {
        let index = statement.parameter_index(name)?;
        let index = index.ok_or_else(|| rusqlite::Error::InvalidParameterName(name.to_owned()))?;
        statement.raw_bind_parameter(index, value)?;
    }
    match values.len() == statement.parameter_count() {
        true => Ok(()),
        false => Err(rusqlite::Error::InvalidParameterCount(values.len(), statement.parameter_count())),
    }
}

fn run(connection: &mut Connection, steps: &[Step]) -> Result<Outcome, rusqlite::Error> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut changed = 0;
    for (position, step) in steps.iter().enumerate() {
        let mut statement = transaction.prepare_cached(step.sql)?;
        bind(&mut statement, &step.values)?;
        changed = statement.raw_execute()?;
        drop(statement);
        if step.must_change && changed == 0 {
            transaction.rollback()?;
            return Ok(Outcome::Stopped(position));
        }
    }
    transaction.commit()?;
    Ok(Outcome::Done { changed: u64::try_from(changed).unwrap_or(u64::MAX) })
}

fn is_taken(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
    error.sqlite_error().is_some_and(|failure| {
        failure.code == ErrorCode::ConstraintViolation
            && matches!(failure.extended_code, SQLITE_CONSTRAINT_PRIMARYKEY | SQLITE_CONSTRAINT_UNIQUE)
    })
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Int(number),
        ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => Cell::Null,
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Text(text) => text.to_sql(),
            Self::Int(number) => number.to_sql(),
            Self::Bytes(bytes) => bytes.to_sql(),
        }
    }
}

fn connect_both(folder: &Path, schema: &Schema) -> Result<(Connection, Connection), Cause> {
    make_private(folder)?;
    let file = folder.join(schema.file);
    keep_private(&file)?;
    let mut writer = connect(&file)?;
    migrate(&mut writer, schema)?;
    let reader = connect(&file)?;
    reader.pragma_update(None, "query_only", true)?;
    Ok((writer, reader))
}

/// Makes the folder for its owner alone, unless it is there and perhaps shared on purpose.
fn make_private(folder: &Path) -> std::io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Makes the file readable by its owner only, or takes it back from others; SQLite gives its side files the same mode.
///
/// A file that is there is never opened for this: closing it would let go of every lock that SQLite holds on it in
/// this process.
fn keep_private(file: &Path) -> std::io::Result<()> {
    match std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file) {
        Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => {}
        other => return other.map(drop),
    }
    [file.to_owned(), file.with_extension("sqlite-wal"), file.with_extension("sqlite-shm")]
        .iter()
        .filter(|file| file.metadata().is_ok_and(|found| found.permissions().mode() & 0o077 != 0))
        .try_for_each(|file| std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600)))
}

fn connect(file: &Path) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open(file)?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

fn migrate(connection: &mut Connection, schema: &Schema) -> Result<(), Cause> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute(schema.version_table, [])?;
    let found: i64 = transaction.query_row(schema.read_version, [], |row| row.get(0))?;
    let known = schema::newest(schema.sqlite);
    if found > known {
        return Err(Cause::Newer { found, known });
    }
    for (version, text) in schema::missing(schema.sqlite, found) {
        transaction.execute_batch(text)?;
        transaction.execute(schema.write_version, [version])?;
    }
    Ok(transaction.commit()?)
}

/// A connection on its own thread; the thread ends when the lane is dropped.
struct Lane {
    jobs: mpsc::Sender<Job>,
}

impl Lane {
    fn start(mut connection: Connection) -> std::io::Result<Self> {
        let (jobs, queue) = mpsc::channel::<Job>();
        std::thread::Builder::new().name("directory".to_owned()).spawn(move || {
            for job in queue {
                job(&mut connection);
            }
        })?;
        Ok(Self { jobs })
    }

    async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, rusqlite::Error> + Send + 'static,
    ) -> Result<T, Cause> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            // Nobody waits for the answer any more when the request was given up; the work stands.
            let _ = answer.send(work(connection));
        });
        self.jobs.send(job).map_err(|_| Cause::Stopped)?;
        Ok(answered.await.map_err(|_| Cause::Stopped)??)
    }
}
