//! How events are written in the journal: as JSON, under a kind, in the stream of what they happened to.

use domain::ids::PersonId;
use domain::{Aggregate, Meta};
use journal::{NewEvent, RecordedRef};
use uuid::Uuid;

use crate::error::Fault;

/// The shape that events are written in. A reader takes no other, since it would drop what it does not know; within a
/// shape a field may be added when older programs lose nothing by passing it over.
const VERSION: u16 = 1;

/// The stream of an aggregate.
pub(crate) fn stream<A: Aggregate>(key: &str) -> String {
    format!("{}{key}", A::PREFIX)
}

/// The key of a stream, if it is one of such aggregates.
pub(crate) fn key<A: Aggregate>(stream: &str) -> Option<&str> {
    stream.strip_prefix(A::PREFIX)
}

/// An event as the journal takes it. Its id follows from the command and its place, so that a retry has the same.
pub(crate) fn write<A: Aggregate>(
    command_id: Uuid,
    place: usize,
    event: &A::Event,
) -> Result<NewEvent, serde_json::Error> {
    let id = Uuid::new_v5(&command_id, &place.to_be_bytes());
    Ok(NewEvent { id, kind: A::kind(event), version: VERSION, body: serde_json::to_string(event)? })
}

/// An event as it was stored.
pub(crate) fn read<A: Aggregate>(recorded: &RecordedRef<'_>) -> Result<(Meta, A::Event), Fault> {
    let unreadable =
        |why: String| Fault::Unreadable { stream: recorded.stream.to_owned(), seq: recorded.seq, why };
    if recorded.version != VERSION {
        let (kind, version) = (recorded.kind, recorded.version);
        return Err(unreadable(format!(
            "{kind} är skriven i version {version}, den här läser version {VERSION}"
        )));
    }
    let event = serde_json::from_str(recorded.body).map_err(|e| unreadable(e.to_string()))?;
    let actor = Uuid::parse_str(recorded.actor).map_err(|e| unreadable(e.to_string()))?;
    Ok((Meta { seq: recorded.seq, at: recorded.recorded_at, actor: PersonId(actor) }, event))
}

#[cfg(test)]
mod tests;
