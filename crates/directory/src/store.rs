//! Where the directory and the workroom keep their tables: one small interface with SQLite and PostgreSQL behind it.
//!
//! Every statement of this crate is written once, with `$1`, and runs unchanged on both.
//! A write is a list of [`Step`]s that happen all or not at all.
//! A step may have to change a row; when it finds none the whole list is undone and the caller learns which step stopped.
//! That is enough for "one invitation is used once", and since nothing is decided between the steps a list that
//! PostgreSQL breaks off (deadlock, serialisation) can simply be run again.
//!
//! A list that concerns a person starts by changing the person's row.
//! The row is then held until the list is done, so erasure, a new password and a login never pass each other.

mod postgres;
mod row;
mod schema;
mod sqlite;

use std::path::Path;

use futures_util::future::BoxFuture;
use jiff::Timestamp;

use crate::fault::Fault;
use crate::ids::PersonId;
use crate::ids::SessionId;
use crate::place::Place;
use crate::token::Digest;

pub(crate) use row::{Cell, Row};
pub(crate) use schema::{DIRECTORY, Schema};

/// A value bound to a statement; absent values keep their type because PostgreSQL asks for it.
#[derive(Clone)]
pub(crate) enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Bytes(Option<Vec<u8>>),
}

/// One statement of a write.
pub(crate) struct Step {
    sql: &'static str,
    values: Vec<Value>,
    must_change: bool,
}

impl Step {
    /// A statement that may change any number of rows.
    pub(crate) fn any(sql: &'static str, values: Vec<Value>) -> Self {
        Self { sql, values, must_change: false }
    }

    /// A statement without whose effect the whole write is undone.
    pub(crate) fn must(sql: &'static str, values: Vec<Value>) -> Self {
        Self { sql, values, must_change: true }
    }
}

/// How a write ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything is written and durable.
    Done {
        /// How many rows the last step changed.
        changed: u64,
    },
    /// The step with this position had to change a row and found none; nothing is written.
    Stopped(usize),
    /// Something that must be unique is there already; nothing is written.
    Taken,
}

/// The store at hand. What it answers comes in a box, so that both databases are compiled here and not once more in
/// every crate that awaits the directory.
pub(crate) enum Store {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

impl Store {
    pub(crate) async fn open(
        place: &Place,
        connections: u32,
        schema: &'static Schema,
    ) -> Result<Self, Fault> {
        match place {
            Place::Folder(folder) => Ok(Self::Sqlite(sqlite::Sqlite::open(folder, schema).await?)),
            Place::Url(url) => Ok(Self::Postgres(postgres::Postgres::open(url, connections, schema).await?)),
        }
    }

    pub(crate) fn read(
        &self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> BoxFuture<'_, Result<Vec<Row>, Fault>> {
        Box::pin(async move {
            match self {
                Self::Sqlite(sqlite) => sqlite.read(sql, values).await,
                Self::Postgres(postgres) => postgres.read(sql, &values).await,
            }
        })
    }

    /// The first row, for questions that have at most one answer.
    pub(crate) async fn read_one(&self, sql: &'static str, values: Vec<Value>) -> Result<Option<Row>, Fault> {
        Ok(self.read(sql, values).await?.into_iter().next())
    }

    pub(crate) fn write(&self, steps: Vec<Step>) -> BoxFuture<'_, Result<Outcome, Fault>> {
        Box::pin(async move {
            match self {
                Self::Sqlite(sqlite) => sqlite.write(steps).await,
                Self::Postgres(postgres) => postgres.write(&steps).await,
            }
        })
    }

    /// Removes what has been erased from the database's own working files, as far as the database lets us.
    pub(crate) async fn forget_old_pages(&self) -> Result<(), Fault> {
        match self {
            Self::Sqlite(_) => self.forget_tables(&[]).await,
            // PostgreSQL reuses the space after vacuum; its log and backups have their own retention.
            Self::Postgres(_) => Ok(()),
        }
    }

    /// The same with PostgreSQL's own statements for it, run one by one outside of a transaction.
    pub(crate) fn forget_tables<'a>(
        &'a self,
        tidying: &'a [&'static str],
    ) -> BoxFuture<'a, Result<(), Fault>> {
        Box::pin(async move {
            match self {
                Self::Sqlite(sqlite) => sqlite.truncate_log().await,
                Self::Postgres(postgres) => {
                    for sql in tidying {
                        postgres.alone(sql).await?;
                    }
                    Ok(())
                }
            }
        })
    }

    /// The statement for the store at hand, where one says what the other cannot.
    pub(crate) fn speaks(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self {
            Self::Sqlite(_) => sqlite,
            Self::Postgres(_) => postgres,
        }
    }
}

/// Copies a SQLite file of one folder into another, if it is there.
pub(crate) async fn copy(from: &Path, to: &Path, schema: &Schema) -> Result<(), Fault> {
    sqlite::copy(from, to, schema).await
}

/// `values![id, now]`: what a statement binds, in the order of its `$n`.
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::store::Value::from($value)),*] };
}
pub(crate) use values;

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<PersonId> for Value {
    fn from(id: PersonId) -> Self {
        Self::Text(Some(id.0.to_string()))
    }
}

impl From<SessionId> for Value {
    fn from(id: SessionId) -> Self {
        Self::Text(Some(id.0.to_string()))
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(Some(number))
    }
}

impl From<Timestamp> for Value {
    fn from(time: Timestamp) -> Self {
        Self::Int(Some(time.as_microsecond()))
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(Some(bytes))
    }
}

impl From<Digest> for Value {
    fn from(digest: Digest) -> Self {
        Self::Bytes(Some(digest.0.to_vec()))
    }
}
