//! How an association's events are written in the journal: as JSON, under a kind.

use domain::ids::PersonId;
use domain::{Event, Meta};
use journal::{NewEvent, RecordedRef};
use uuid::Uuid;

use crate::error::Fault;

const PREFIX: &str = "association/";

/// The stream of an association.
pub(crate) fn stream(slug: &str) -> String {
    format!("{PREFIX}{slug}")
}

/// The association of a stream, if it is one.
pub(crate) fn slug(stream: &str) -> Option<&str> {
    stream.strip_prefix(PREFIX)
}

/// An event as the journal takes it. Its id follows from the command and its place, so that a retry has the same.
pub(crate) fn write(command_id: Uuid, place: usize, event: &Event) -> Result<NewEvent, serde_json::Error> {
    let id = Uuid::new_v5(&command_id, &place.to_be_bytes());
    Ok(NewEvent { id, kind: event.kind(), version: 1, body: serde_json::to_string(event)? })
}

/// An event as it was stored.
pub(crate) fn read(recorded: &RecordedRef<'_>) -> Result<(Meta, Event), Fault> {
    let unreadable =
        |why: String| Fault::Unreadable { stream: recorded.stream.to_owned(), seq: recorded.seq, why };
    let event = serde_json::from_str(recorded.body).map_err(|e| unreadable(e.to_string()))?;
    let actor = Uuid::parse_str(recorded.actor).map_err(|e| unreadable(e.to_string()))?;
    Ok((Meta { seq: recorded.seq, at: recorded.recorded_at, actor: PersonId(actor) }, event))
}
