//! PostgreSQL: the same statements through a pool, for installations with several nodes.

use std::time::Duration;

use sqlx::error::DatabaseError;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgPool, PgPoolOptions, PgRow};
use sqlx::query::Query;
use sqlx::{Column, Row as _, TypeInfo, ValueRef};

use super::schema::{self, Schema};
use super::{Cell, Outcome, Row, Step, Value};
use crate::fault::{Cause, Fault};

/// How often a list of steps is run again when PostgreSQL breaks it off.
const ATTEMPTS: u32 = 5;

/// How long a database that does not answer is waited for, before the person is told.
const PATIENCE: Duration = Duration::from_secs(5);

pub(crate) struct Postgres {
    pool: PgPool,
}

impl Postgres {
    pub(super) async fn open(url: &str, connections: u32, schema: &'static Schema) -> Result<Self, Fault> {
        let fault = |error: sqlx::Error| Fault::new("connecting", error);
        let options: PgConnectOptions = url.parse().map_err(fault)?;
        let pool = PgPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(PATIENCE)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    let settings = "SET synchronous_commit TO on; SET statement_timeout TO '10s'";
                    sqlx::raw_sql(settings).execute(connection).await.map(drop)
                })
            })
            .connect_with(options)
            .await
            .map_err(fault)?;
        migrate(&pool, schema).await.map_err(|cause| Fault::new("making the tables", cause))?;
        Ok(Self { pool })
    }

    pub(super) async fn read(&self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, Fault> {
        let rows = bind(sql, values).fetch_all(&self.pool).await;
        rows.and_then(|rows| rows.iter().map(row).collect()).map_err(|e| Fault::new("reading", e))
    }

    pub(super) async fn write(&self, steps: &[Step]) -> Result<Outcome, Fault> {
        let mut attempt = 1;
        loop {
            match self.run(steps).await {
                Err(error) if is(&error, DatabaseError::is_unique_violation) => return Ok(Outcome::Taken),
                Err(error) if attempt < ATTEMPTS && is(&error, broken_off) => attempt += 1,
                other => return other.map_err(|e| Fault::new("writing", e)),
            }
        }
    }

    /// A statement that PostgreSQL runs only by itself, outside of every transaction.
    pub(super) async fn alone(&self, sql: &'static str) -> Result<(), Fault> {
        sqlx::query(sql).execute(&self.pool).await.map(drop).map_err(|e| Fault::new("tidying", e))
    }

    async fn run(&self, steps: &[Step]) -> Result<Outcome, sqlx::Error> {
        let mut transaction = self.pool.begin().await?;
        let mut changed = 0;
        for (position, step) in steps.iter().enumerate() {
            changed = bind(step.sql, &step.values).execute(&mut *transaction).await?.rows_affected();
            if step.must_change && changed == 0 {
                transaction.rollback().await?;
                return Ok(Outcome::Stopped(position));
            }
        }
        transaction.commit().await?;
        Ok(Outcome::Done { changed })
    }
}

fn is(error: &sqlx::Error, what: fn(&dyn DatabaseError) -> bool) -> bool {
    error.as_database_error().is_some_and(what)
}

/// Deadlock or serialisation failure: nothing was written, and the same steps may succeed now.
fn broken_off(error: &dyn DatabaseError) -> bool {
    matches!(error.code().as_deref(), Some("40001" | "40P01"))
}

fn bind<'q>(sql: &'static str, values: &[Value]) -> Query<'q, sqlx::Postgres, PgArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Text(text) => query.bind(text.clone()),
        Value::Int(number) => query.bind(*number),
        Value::Bytes(bytes) => query.bind(bytes.clone()),
    })
}

fn row(row: &PgRow) -> Result<Row, sqlx::Error> {
    let cells = row.columns().iter().map(|column| {
        let at = column.ordinal();
        if row.try_get_raw(at)?.is_null() {
            return Ok(Cell::Null);
        }
        match column.type_info().name() {
            "INT8" => Ok(Cell::Int(row.try_get(at)?)),
            "TEXT" => Ok(Cell::Text(row.try_get(at)?)),
            "BYTEA" => Ok(Cell::Bytes(row.try_get(at)?)),
            _ => Ok(Cell::Null),
        }
    });
    Ok(Row::new(cells.collect::<Result<_, sqlx::Error>>()?))
}

async fn migrate(pool: &PgPool, schema: &Schema) -> Result<(), Cause> {
    let mut transaction = pool.begin().await?;
    // Making tables may take its time, and another node may be at it.
    sqlx::query("SET LOCAL statement_timeout TO 0").execute(&mut *transaction).await?;
    sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(schema.lock).execute(&mut *transaction).await?;
    sqlx::query(schema.version_table).execute(&mut *transaction).await?;
    let found: i64 = sqlx::query_scalar(schema.read_version).fetch_one(&mut *transaction).await?;
    let known = schema::newest(schema.postgres);
    if found > known {
        return Err(Cause::Newer { found, known });
    }
    for (version, text) in schema::missing(schema.postgres, found) {
        sqlx::raw_sql(text).execute(&mut *transaction).await?;
        sqlx::query(schema.write_version).bind(version).execute(&mut *transaction).await?;
    }
    Ok(transaction.commit().await?)
}
