//! Where a directory is kept.

use std::path::PathBuf;

/// The database a [`Directory`](crate::Directory) opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// SQLite: the file `directory.sqlite` in this folder, made when missing.
    Folder(PathBuf),
    /// PostgreSQL, by its address: `postgres://…`; the tables are made when missing.
    Url(String),
}
