//! The tables, as a list that is only ever added to.
//!
//! All names begin with `directory_`: on PostgreSQL the journal lives in the same database.
//! Times are microseconds since 1970, ids are UUIDs as text, tokens are stored as SHA-256 only.

/// Creates the table that says how far this database has come.
pub(super) const VERSION_TABLE: &str =
    "CREATE TABLE IF NOT EXISTS directory_version (version BIGINT PRIMARY KEY)";
pub(super) const READ_VERSION: &str = "SELECT COALESCE(MAX(version), 0) FROM directory_version";
pub(super) const WRITE_VERSION: &str = "INSERT INTO directory_version (version) VALUES ($1)";

/// Version `n` is the text at position `n - 1`; a text that has been released is never changed.
pub(super) const MIGRATIONS: &[&str] = &["
CREATE TABLE directory_person (
    id        TEXT PRIMARY KEY,
    name      TEXT NOT NULL,
    email     TEXT,
    email_key TEXT UNIQUE,
    phone     TEXT,
    language  TEXT NOT NULL,
    password  TEXT,
    erased_at BIGINT,
    changes   BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE directory_invitation (
    digest     BYTEA PRIMARY KEY,
    person     TEXT NOT NULL REFERENCES directory_person (id),
    invited_by TEXT,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX directory_invitation_of_person ON directory_invitation (person);
CREATE TABLE directory_session (
    id             TEXT PRIMARY KEY,
    person         TEXT NOT NULL REFERENCES directory_person (id),
    token          BYTEA NOT NULL UNIQUE,
    next_token     BYTEA UNIQUE,
    next_issued_at BIGINT,
    former_token   BYTEA UNIQUE,
    former_until   BIGINT,
    created_at     BIGINT NOT NULL,
    rotated_at     BIGINT NOT NULL,
    last_seen_at   BIGINT NOT NULL,
    ends_at        BIGINT NOT NULL,
    client         TEXT NOT NULL
);
CREATE INDEX directory_session_of_person ON directory_session (person);
CREATE TABLE directory_pace (
    pace_key BYTEA PRIMARY KEY,
    free_at  BIGINT NOT NULL
);
"];

/// The migrations a database of this version still lacks, each with the version it leads to.
pub(super) fn missing(version: i64) -> impl Iterator<Item = (i64, &'static str)> {
    (1..).zip(MIGRATIONS.iter().copied()).filter(move |(leads_to, _)| *leads_to > version)
}

/// The newest version this program knows.
pub(super) fn newest() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}
