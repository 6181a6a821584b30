//! The tables, as a list that is only ever added to.
//!
//! All names begin with `directory_`: on PostgreSQL the journal lives in the same database.
//! Times are microseconds since 1970, ids are UUIDs as text, tokens are stored as SHA-256 only.

/// The tables that are kept together: in a file of their own on SQLite, under a prefix of their own on PostgreSQL.
pub(crate) struct Schema {
    /// The file in the data folder.
    pub(crate) file: &'static str,
    /// Held on PostgreSQL while the tables are made, so that two nodes that start together do not both make them.
    pub(crate) lock: i64,
    /// Creates the table that says how far this database has come.
    pub(crate) version_table: &'static str,
    /// Reads how far.
    pub(crate) read_version: &'static str,
    /// Writes that it has come further.
    pub(crate) write_version: &'static str,
    /// On SQLite version `n` is the text at position `n - 1`; a text that has been released is never changed.
    pub(crate) sqlite: &'static [&'static str],
    /// The same versions for PostgreSQL.
    pub(crate) postgres: &'static [&'static str],
}

/// People, how they log in, how to reach them.
pub(crate) const DIRECTORY: Schema = Schema {
    file: "directory.sqlite",
    lock: 0x5341_4d4f_5244_4952,
    version_table: "CREATE TABLE IF NOT EXISTS directory_version (version BIGINT PRIMARY KEY)",
    read_version: "SELECT COALESCE(MAX(version), 0) FROM directory_version",
    write_version: "INSERT INTO directory_version (version) VALUES ($1)",
    sqlite: MIGRATIONS,
    postgres: MIGRATIONS,
};

const MIGRATIONS: &[&str] = &[
    "
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
",
    "
ALTER TABLE directory_person ADD COLUMN closed_at BIGINT;
ALTER TABLE directory_person ADD COLUMN claimed TEXT;
ALTER TABLE directory_person ADD COLUMN claimed_key TEXT;
ALTER TABLE directory_person ADD COLUMN claim_code TEXT;
CREATE INDEX directory_person_by_claim ON directory_person (claimed_key);
ALTER TABLE directory_invitation ADD COLUMN purpose TEXT NOT NULL DEFAULT 'first';
CREATE TABLE directory_log (
    id       TEXT PRIMARY KEY,
    at       BIGINT NOT NULL,
    act      TEXT NOT NULL,
    who      TEXT,
    operator TEXT,
    whom     TEXT,
    place    TEXT,
    detail   TEXT,
    address  TEXT,
    client   TEXT,
    news     BIGINT NOT NULL
);
CREATE INDEX directory_log_by_time ON directory_log (at);
CREATE INDEX directory_log_of_person ON directory_log (whom, news);
",
    "
DROP TABLE directory_pace;
CREATE TABLE directory_pace (
    pace_key  BYTEA PRIMARY KEY,
    failures  BIGINT NOT NULL,
    failed_at BIGINT NOT NULL,
    free_at   BIGINT NOT NULL
);
CREATE TABLE directory_device (
    digest   BYTEA NOT NULL,
    person   TEXT NOT NULL REFERENCES directory_person (id),
    first_at BIGINT NOT NULL,
    last_at  BIGINT NOT NULL,
    PRIMARY KEY (digest, person)
);
CREATE INDEX directory_device_of_person ON directory_device (person);
",
    "
CREATE TABLE directory_errand (
    name     TEXT PRIMARY KEY,
    node     TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    epoch    BIGINT NOT NULL,
    done     BIGINT NOT NULL,
    tries    BIGINT NOT NULL,
    next_at  BIGINT NOT NULL
);
CREATE TABLE directory_errand_given_up (
    name TEXT NOT NULL,
    day  BIGINT NOT NULL,
    at   BIGINT NOT NULL,
    why  TEXT NOT NULL,
    PRIMARY KEY (name, day)
);
CREATE TABLE directory_reminder (
    person  TEXT NOT NULL,
    place   TEXT NOT NULL,
    about   TEXT NOT NULL,
    what    TEXT NOT NULL,
    by_day  TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (person, place, about, what)
);
",
];

/// The texts a database of this version still lacks, each with the version it leads to.
pub(super) fn missing(
    texts: &'static [&'static str],
    version: i64,
) -> impl Iterator<Item = (i64, &'static str)> {
    (1..).zip(texts.iter().copied()).filter(move |(leads_to, _)| *leads_to > version)
}

/// The newest version these texts lead to.
pub(super) fn newest(texts: &[&str]) -> i64 {
    i64::try_from(texts.len()).unwrap_or(i64::MAX)
}
