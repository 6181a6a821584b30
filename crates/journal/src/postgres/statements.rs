//! What the writer says to the server, and rows in the form it wants them.

use sqlx::Postgres;
use sqlx::postgres::PgArguments;
use sqlx::query::Query;

use super::listen::CHANNEL;
use crate::event::RecordedRef;
use crate::hash::{Head, nanoseconds, number};

/// Where streams end and where commands are, in one question. Each command is one look in the unique index.
pub(super) const LOOK: &str = "
SELECT stream, NULL::bytea, seq, 0::bigint, hash FROM heads WHERE stream = ANY($1)
UNION ALL
SELECT asked.stream, asked.command_id, found.first, found.many, NULL
FROM UNNEST($2::text[], $3::bytea[]) AS asked (stream, command_id),
LATERAL (
    SELECT MIN(seq) AS first, COUNT(*) AS many FROM events
    WHERE events.stream = asked.stream AND events.command_id = asked.command_id
) AS found
WHERE found.many > 0";

/// Events, heads and hints in one statement: it is its own transaction.
pub(super) const WRITE: &str = "
WITH written AS (
    INSERT INTO events
        (stream, seq, id, recorded_at, actor, command_id, position, kind, version, body, seen, prev_hash, hash)
    SELECT * FROM UNNEST($1::text[], $2::bigint[], $3::bytea[], $4::bigint[], $5::text[], $6::bytea[],
        $7::bigint[], $8::text[], $9::bigint[], $10::text[], $11::text[], $12::bytea[], $13::bytea[])
), moved AS (
    INSERT INTO heads (stream, seq, hash)
    SELECT * FROM UNNEST($14::text[], $15::bigint[], $16::bytea[])
    ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
)
SELECT COUNT(pg_notify($17, seq || ' ' || encode(hash, 'hex') || ' ' || stream))
FROM UNNEST($14::text[], $15::bigint[], $16::bytea[]) AS told (stream, seq, hash)";

/// A database that acknowledges before the disk does is told not to; stricter settings are left alone.
pub(super) const DURABLE: &str = "
SELECT set_config('synchronous_commit', 'on', false)
WHERE current_setting('synchronous_commit') IN ('off', 'local')";

/// Rows turned on their side, as UNNEST wants them.
#[derive(Default)]
pub(super) struct Columns<'a> {
    stream: Vec<&'a str>,
    seq: Vec<i64>,
    id: Vec<Vec<u8>>,
    recorded_at: Vec<i64>,
    actor: Vec<&'a str>,
    command_id: Vec<Vec<u8>>,
    position: Vec<i64>,
    kind: Vec<&'a str>,
    version: Vec<i64>,
    body: Vec<&'a str>,
    seen: Vec<&'a str>,
    prev_hash: Vec<Vec<u8>>,
    hash: Vec<Vec<u8>>,
}

impl<'a> Columns<'a> {
    pub(super) fn of(rows: impl Iterator<Item = RecordedRef<'a>>) -> Self {
        let mut columns = Self::default();
        for row in rows {
            columns.stream.push(row.stream);
            columns.seq.push(number(row.seq));
            columns.id.push(row.id.as_bytes().to_vec());
            columns.recorded_at.push(nanoseconds(row.recorded_at));
            columns.actor.push(row.actor);
            columns.command_id.push(row.command_id.as_bytes().to_vec());
            columns.position.push(i64::from(row.position));
            columns.kind.push(row.kind);
            columns.version.push(i64::from(row.version));
            columns.body.push(row.body);
            columns.seen.push(row.seen);
            columns.prev_hash.push(row.prev_hash.0.to_vec());
            columns.hash.push(row.hash.0.to_vec());
        }
        columns
    }

    pub(super) fn write<'q>(
        self,
        heads: impl Iterator<Item = (&'q str, Head)>,
    ) -> Query<'q, Postgres, PgArguments>
    where
        'a: 'q,
    {
        let (mut streams, mut seqs, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
        for (stream, head) in heads {
            streams.push(stream);
            seqs.push(number(head.seq));
            hashes.push(head.hash.0.to_vec());
        }
        sqlx::query(WRITE)
            .bind(self.stream)
            .bind(self.seq)
            .bind(self.id)
            .bind(self.recorded_at)
            .bind(self.actor)
            .bind(self.command_id)
            .bind(self.position)
            .bind(self.kind)
            .bind(self.version)
            .bind(self.body)
            .bind(self.seen)
            .bind(self.prev_hash)
            .bind(self.hash)
            .bind(streams)
            .bind(seqs)
            .bind(hashes)
            .bind(CHANNEL)
    }
}
