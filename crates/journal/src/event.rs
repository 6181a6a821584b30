//! What goes into the journal and what comes out of it.

use jiff::Timestamp;
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::fault::Fault;
use crate::hash::{Hash, Head};

/// An event that is about to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Its own identity, made by the caller.
    pub id: Uuid,
    /// What kind of fact it is.
    pub kind: String,
    /// Which shape of that kind the body has.
    pub version: u16,
    /// One line of JSON.
    pub body: String,
}

/// What one command leads to: all of it is written, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Which stream it goes to.
    pub stream: String,
    /// The last event that was known when the decision was made; 0 for an empty stream.
    pub expected: u64,
    /// Identity of the command, the same when it is tried again.
    pub command_id: Uuid,
    /// Who did it; an identifier, never a name.
    pub actor: String,
    /// When, by the caller's clock.
    pub recorded_at: Timestamp,
    /// The facts, in order.
    pub events: Vec<NewEvent>,
}

/// How an append ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// It is on the disk; this is where the stream ends now.
    Written(Head),
    /// The command is already in the stream, as these events. Nothing was appended.
    AlreadyWritten {
        /// Its first event.
        first: u64,
        /// Its last event.
        last: u64,
    },
    /// Somebody else was first. Nothing was appended: read on from `expected` and decide again.
    Conflict {
        /// Where the stream ends.
        head: Head,
    },
}

/// An event as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the table; `Hash` describes each")]
pub struct Recorded {
    pub stream: String,
    pub seq: u64,
    pub id: Uuid,
    pub recorded_at: Timestamp,
    pub actor: String,
    pub command_id: Uuid,
    pub position: u32,
    pub kind: String,
    pub version: u16,
    pub body: String,
    pub seen: String,
    pub prev_hash: Hash,
    pub hash: Hash,
}

/// An event as it is stored, borrowed from the page it was read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the table; `Hash` describes each")]
pub struct RecordedRef<'a> {
    pub stream: &'a str,
    pub seq: u64,
    pub id: Uuid,
    pub recorded_at: Timestamp,
    pub actor: &'a str,
    pub command_id: Uuid,
    pub position: u32,
    pub kind: &'a str,
    pub version: u16,
    pub body: &'a str,
    pub seen: &'a str,
    pub prev_hash: Hash,
    pub hash: Hash,
}

impl Batch {
    /// Refuses what cannot be stored, and exported, byte for byte the same in both stores.
    pub(crate) fn check(&self) -> Result<(), Fault> {
        check_name("strömmens namn", &self.stream)?;
        check_name("aktören", &self.actor)?;
        if i64::try_from(self.recorded_at.as_nanosecond()).is_err() {
            return Err(Fault::unfit("tidpunkten ligger utanför åren 1677–2262"));
        }
        if i64::try_from(self.expected).is_err() || u32::try_from(self.events.len()).is_err() {
            return Err(Fault::unfit("numret är för stort"));
        }
        for event in &self.events {
            check_name("händelsens sort", &event.kind)?;
            check_body(&event.body)?;
        }
        Ok(())
    }
}

/// Names are indexed, sent as notifications and written on one line.
pub(crate) fn check_name(what: &str, name: &str) -> Result<(), Fault> {
    if name.is_empty() || name.len() > 200 || name.chars().any(char::is_control) {
        return Err(Fault::unfit(&format!("{what} måste ha 1–200 tecken och inga styrtecken")));
    }
    Ok(())
}

/// A body is copied into exports as it stands, so it must be JSON and fill one line exactly.
pub(crate) fn check_body(body: &str) -> Result<(), Fault> {
    let whole = serde_json::from_str::<&RawValue>(body).is_ok_and(|raw| raw.get().len() == body.len());
    if whole && !body.contains(['\n', '\r']) {
        Ok(())
    } else {
        Err(Fault::unfit("innehållet måste vara JSON på en rad"))
    }
}

impl Recorded {
    /// The same event, borrowed.
    #[must_use]
    pub fn borrowed(&self) -> RecordedRef<'_> {
        RecordedRef {
            stream: &self.stream,
            seq: self.seq,
            id: self.id,
            recorded_at: self.recorded_at,
            actor: &self.actor,
            command_id: self.command_id,
            position: self.position,
            kind: &self.kind,
            version: self.version,
            body: &self.body,
            seen: &self.seen,
            prev_hash: self.prev_hash,
            hash: self.hash,
        }
    }
}

impl From<RecordedRef<'_>> for Recorded {
    fn from(event: RecordedRef<'_>) -> Self {
        Self {
            stream: event.stream.to_owned(),
            seq: event.seq,
            id: event.id,
            recorded_at: event.recorded_at,
            actor: event.actor.to_owned(),
            command_id: event.command_id,
            position: event.position,
            kind: event.kind.to_owned(),
            version: event.version,
            body: event.body.to_owned(),
            seen: event.seen.to_owned(),
            prev_hash: event.prev_hash,
            hash: event.hash,
        }
    }
}
