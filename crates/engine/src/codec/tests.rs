//! What is stored is read again, and what is newer is refused.

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
            fault.to_string().contains(&format!("är skriven i version {version}, den här läser version 1"))
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
