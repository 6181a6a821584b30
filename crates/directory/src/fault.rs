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

impl Fault {
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
