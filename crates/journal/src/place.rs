//! Where a journal is kept.

use std::path::PathBuf;

/// Where a journal is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A data folder; the journal is the file `journal.sqlite` in it.
    Folder(PathBuf),
    /// A PostgreSQL database, `postgres://user@host/name`.
    Url(String),
}
