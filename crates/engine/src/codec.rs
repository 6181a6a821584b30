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
mod tests {
    use domain::Association;
    use domain::association::events::{Event, Founded};
    use journal::Hash;

    use super::*;

    fn founded() -> domain::Event {
        domain::Event::Association(Event::Founded(Founded {
            slug: "provet".to_owned(),
            name: "Provets samordningsförbund".to_owned(),
            short_name: "Provet".to_owned(),
            organisationsnummer: None,
            seat: "Orten".to_owned(),
            county: "Länet".to_owned(),
            on: jiff::civil::date(2004, 1, 1),
        }))
    }

    /// Reads an event back as it would stand in the journal, with another version or body.
    fn read_back(change: impl FnOnce(&mut NewEvent)) -> Result<domain::Event, Fault> {
        let mut event = write::<Association>(Uuid::nil(), 0, &founded()).unwrap();
        change(&mut event);
        let actor = Uuid::nil().to_string();
        let recorded = RecordedRef {
            stream: "association/provet",
            seq: 1,
            id: event.id,
            recorded_at: jiff::Timestamp::UNIX_EPOCH,
            actor: &actor,
            command_id: Uuid::nil(),
            position: 0,
            kind: &event.kind,
            version: event.version,
            body: &event.body,
            seen: "",
            prev_hash: Hash::ZERO,
            hash: Hash::ZERO,
        };
        read::<Association>(&recorded).map(|(_, event)| event)
    }

    #[test]
    fn an_event_is_read_as_it_was_written() {
        assert_eq!(read_back(|_| ()).unwrap(), founded());
    }

    #[test]
    fn a_version_that_is_not_known_is_named_and_not_read() {
        for version in [0, 2, 9] {
            let fault = read_back(|event| event.version = version).unwrap_err();
            assert!(matches!(&fault, Fault::Unreadable { seq: 1, .. }), "{fault:?}");
            assert!(
                fault
                    .to_string()
                    .contains(&format!("är skriven i version {version}, den här läser version 1"))
            );
            assert!(fault.to_string().contains("Uppgradera programmet"));
        }
    }

    #[test]
    fn a_field_that_is_not_known_is_passed_over_in_a_known_version() {
        let more =
            |event: &mut NewEvent| event.body = event.body.replacen("\"slug\"", "\"colour\":1,\"slug\"", 1);
        assert_eq!(read_back(more).unwrap(), founded());
    }

    #[test]
    fn a_kind_that_is_not_known_is_not_read() {
        let other = |event: &mut NewEvent| event.body = event.body.replacen("founded", "unfounded", 1);
        assert!(matches!(read_back(other), Err(Fault::Unreadable { .. })));
    }
}
