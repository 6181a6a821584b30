//! The workroom's tables, as a list that is only ever added to.
//!
//! All names begin with `workroom_`: on PostgreSQL the journal lives in the same database.

use crate::store::Schema;

pub(super) const WORKROOM: Schema = Schema {
    file: "workroom.sqlite",
    lock: 0x574f_524b_524f_4f4d,
    version_table: "CREATE TABLE IF NOT EXISTS workroom_version (version BIGINT PRIMARY KEY)",
    read_version: "SELECT COALESCE(MAX(version), 0) FROM workroom_version",
    write_version: "INSERT INTO workroom_version (version) VALUES ($1)",
    sqlite: &[SQLITE, COPIES],
    postgres: &[POSTGRES, COPIES],
};

/// Without row ids, slips lie by person and not in the order they came. The keys lie in files: see `urn/keys.rs`.
const SQLITE: &str = "
CREATE TABLE workroom_urn (
    vote    TEXT PRIMARY KEY,
    state   BIGINT NOT NULL,
    command TEXT
) WITHOUT ROWID;
CREATE TABLE workroom_slip (
    vote   TEXT NOT NULL,
    person TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (vote, person)
) WITHOUT ROWID;
";

/// What is being written, and its latest savings. A copy that was deleted has no content.
const COPIES: &str = "
CREATE TABLE workroom_copy (
    place      TEXT NOT NULL,
    kind       TEXT NOT NULL,
    subject    TEXT NOT NULL,
    version    BIGINT NOT NULL,
    content    TEXT,
    person     TEXT,
    saved_at   BIGINT,
    claimed    TEXT,
    claimed_at BIGINT,
    PRIMARY KEY (place, kind, subject)
);
CREATE TABLE workroom_earlier (
    place   TEXT NOT NULL,
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL,
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (place, kind, subject, version)
);
";

/// An unlogged table is in no base backup, no replica and no archived log: whoever restores one has slips without keys.
const POSTGRES: &str = "
CREATE TABLE workroom_urn (
    vote    TEXT PRIMARY KEY,
    state   BIGINT NOT NULL,
    command TEXT
);
CREATE TABLE workroom_slip (
    vote   TEXT NOT NULL,
    person TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (vote, person)
);
CREATE UNLOGGED TABLE workroom_key (
    vote TEXT PRIMARY KEY,
    key  BYTEA NOT NULL
);
";
