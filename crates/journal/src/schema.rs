//! The tables, and the queries that read the same on both stores.

/// How the tables came to be on SQLite, oldest first. Released steps are never changed, only added to.
///
/// The index has the command first: commands are numbered by time, so what is written together lies together,
/// whichever streams it goes to.
pub(crate) const SQLITE: &[&str] = &[
    "
CREATE TABLE events (
    stream      TEXT    NOT NULL,
    seq         INTEGER NOT NULL,
    id          BLOB    NOT NULL,
    recorded_at INTEGER NOT NULL,
    actor       TEXT    NOT NULL,
    command_id  BLOB    NOT NULL,
    position    INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    body        TEXT    NOT NULL,
    prev_hash   BLOB    NOT NULL,
    hash        BLOB    NOT NULL,
    PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX events_by_command ON events (command_id, stream, position);
CREATE TABLE heads (
    stream TEXT    NOT NULL PRIMARY KEY,
    seq    INTEGER NOT NULL,
    hash   BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
",
    SEEN,
];

/// The same on PostgreSQL. Streams are compared byte by byte whatever language the database was made for.
pub(crate) const POSTGRES: &[&str] = &[
    r#"
CREATE TABLE events (
    stream      TEXT COLLATE "C" NOT NULL,
    seq         BIGINT NOT NULL,
    id          BYTEA  NOT NULL,
    recorded_at BIGINT NOT NULL,
    actor       TEXT   NOT NULL,
    command_id  BYTEA  NOT NULL,
    position    BIGINT NOT NULL,
    kind        TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    body        TEXT   NOT NULL,
    prev_hash   BYTEA  NOT NULL,
    hash        BYTEA  NOT NULL,
    PRIMARY KEY (stream, seq)
);
CREATE UNIQUE INDEX events_by_command ON events (command_id, stream, position);
CREATE TABLE heads (
    stream TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seq    BIGINT NOT NULL,
    hash   BYTEA  NOT NULL
);
"#,
    SEEN,
];

/// The ends of other streams that an event has seen; the first event of a command has them.
const SEEN: &str = "ALTER TABLE events ADD COLUMN seen TEXT NOT NULL DEFAULT ''";

/// One row that says how many steps have been taken; named so that other modules may share the database.
pub(crate) const VERSION_TABLE: &str = "CREATE TABLE IF NOT EXISTS journal_schema (version BIGINT NOT NULL)";
pub(crate) const VERSION: &str = "SELECT MAX(version) FROM journal_schema";
pub(crate) const FORGET_VERSION: &str = "DELETE FROM journal_schema";
pub(crate) const SET_VERSION: &str = "INSERT INTO journal_schema (version) VALUES ($1)";
/// Changes nothing, but has to be written.
pub(crate) const PROBE: &str = "UPDATE journal_schema SET version = version";

/// Some events of one stream: stream, after, at most.
pub(crate) const PAGE: &str = "
SELECT stream, seq, id, recorded_at, actor, command_id, position, kind, version, body, seen,
    prev_hash, hash
FROM events WHERE stream = $1 AND seq > $2 ORDER BY seq LIMIT $3";

/// Every event of every stream after a place: stream, seq, at most.
pub(crate) const EVERYTHING: &str = "
SELECT stream, seq, id, recorded_at, actor, command_id, position, kind, version, body, seen,
    prev_hash, hash
FROM events WHERE (stream, seq) > ($1, $2) ORDER BY stream, seq LIMIT $3";

pub(crate) const HEAD: &str = "SELECT seq, hash FROM heads WHERE stream = $1";
pub(crate) const HEADS: &str = "SELECT stream, seq, hash FROM heads ORDER BY stream";

/// Where a command is found: its first event and how many. `COUNT` also keeps a planner from looking for the
/// smallest number through the whole stream.
pub(crate) const KNOWN: &str = "SELECT MIN(seq), COUNT(*) FROM events WHERE stream = $1 AND command_id = $2";
