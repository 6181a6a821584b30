//! What went wrong on our side, said without the data it went wrong with.

use std::fmt;

/// Something failed that the person in front of the page can do nothing about.
///
/// Log it once, at the edge, and show a number to quote.
/// `Debug` prints no more than `Display`: database drivers put the values of a row in their own `Debug`,
/// and those values are names and addresses here.
#[derive(thiserror::Error)]
#[error("the directory failed while {doing}: {cause}")]
pub struct Fault {
    doing: &'static str,
    cause: Cause,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum Cause {
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    #[error("PostgreSQL: {0}")]
    Postgres(#[from] sqlx::Error),
    #[error("the folder: {0}")]
    Folder(#[from] std::io::Error),
    #[error("no randomness: {0}")]
    Randomness(#[from] getrandom::Error),
    #[error("hashing: {0}")]
    Hashing(String),
    #[error("somebody else kept the file busy")]
    Busy,
    #[error("a stored value cannot be read: {0}")]
    Stored(&'static str),
    #[error("the tables are of version {found}, this program knows versions up to {known}")]
    Newer { found: i64, known: i64 },
    #[error("the database thread has stopped")]
    Stopped,
}

/// What kind of trouble a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// There is no room to write.
    Full,
    /// The database cannot be reached, or is taken: it may answer in a while.
    Away,
    /// Anything else.
    Other,
}

impl Fault {
    /// What kind of trouble it is.
    #[must_use]
    pub fn why(&self) -> Why {
        match &self.cause {
            Cause::Sqlite(cause) => of_sqlite(cause),
            Cause::Postgres(cause) => of_postgres(cause),
            Cause::Folder(cause) if cause.kind() == std::io::ErrorKind::StorageFull => Why::Full,
            Cause::Stopped | Cause::Busy => Why::Away,
            Cause::Folder(_)
            | Cause::Randomness(_)
            | Cause::Hashing(_)
            | Cause::Stored(_)
            | Cause::Newer { .. } => Why::Other,
        }
    }

    pub(crate) fn new(doing: &'static str, cause: impl Into<Cause>) -> Self {
        Self { doing, cause: cause.into() }
    }

    pub(crate) fn stored(what: &'static str) -> Self {
        Self { doing: "reading", cause: Cause::Stored(what) }
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fault({self})")
    }
}

fn of_sqlite(cause: &rusqlite::Error) -> Why {
    use rusqlite::ErrorCode;
    match cause.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Why::Full,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Why::Away,
        _ => Why::Other,
    }
}

fn of_postgres(cause: &sqlx::Error) -> Why {
    use sqlx::Error::{Io, PoolClosed, PoolTimedOut, Tls, WorkerCrashed};
    if matches!(cause, Io(_) | Tls(_) | PoolTimedOut | PoolClosed | WorkerCrashed) {
        return Why::Away;
    }
    let code = cause.as_database_error().and_then(|error| error.code()).unwrap_or_default();
    match code.as_ref() {
        "53100" => Why::Full,
        code if ["57P", "08", "53300"].iter().any(|of| code.starts_with(of)) => Why::Away,
        _ => Why::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_pass_is_told_from_what_does_not() {
        let why = |cause: Cause| Fault { doing: "writing", cause }.why();
        let sqlite =
            |code| Cause::Sqlite(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None));
        assert_eq!(why(sqlite(rusqlite::ffi::SQLITE_FULL)), Why::Full);
        assert_eq!(why(sqlite(rusqlite::ffi::SQLITE_BUSY)), Why::Away);
        assert_eq!(why(sqlite(rusqlite::ffi::SQLITE_CORRUPT)), Why::Other);
        assert_eq!(why(Cause::Postgres(sqlx::Error::PoolTimedOut)), Why::Away);
        assert_eq!(why(Cause::Postgres(sqlx::Error::RowNotFound)), Why::Other);
        assert_eq!(why(Cause::Folder(std::io::ErrorKind::StorageFull.into())), Why::Full);
    }
}
