//! The link of an event: what is hashed, in which order.

use sha2::{Digest, Sha256};

use crate::event::RecordedRef;
use crate::hash::{Hash, nanoseconds};

/// The link for an event, given the fields it is stored with; its own `hash` is not looked at.
pub(crate) fn of(event: &RecordedRef<'_>) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(event.prev_hash.0);
    let mut part = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    part(if event.seen.is_empty() { b"samordna/event/1" } else { b"samordna/event/2" });
    part(event.stream.as_bytes());
    part(&event.seq.to_be_bytes());
    part(event.id.as_bytes());
    part(&nanoseconds(event.recorded_at).to_be_bytes());
    part(event.actor.as_bytes());
    part(event.command_id.as_bytes());
    part(&event.position.to_be_bytes());
    part(event.kind.as_bytes());
    part(&event.version.to_be_bytes());
    part(event.body.as_bytes());
    if !event.seen.is_empty() {
        part(event.seen.as_bytes());
    }
    Hash(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEEN: &str = r#"[["county/06",3,"00"]]"#;

    fn event() -> RecordedRef<'static> {
        RecordedRef {
            stream: "association/1",
            seq: 1,
            id: uuid::Uuid::from_u128(1),
            recorded_at: jiff::Timestamp::UNIX_EPOCH,
            actor: "person/1",
            command_id: uuid::Uuid::from_u128(2),
            position: 0,
            kind: "noted",
            version: 1,
            body: "{}",
            seen: "",
            prev_hash: Hash::ZERO,
            hash: Hash::ZERO,
        }
    }

    #[test]
    fn the_encoding_is_a_promise_to_every_earlier_export() {
        let digits = "4301e027c491eba7f819107cc0889340dad58bd8ce480d8fea71ed8b24a2cf9b";
        assert_eq!(of(&event()).to_string(), digits);
        let digits = "3d219a50a361dcbda88b67832b787d707848dbeab3f6e613e54fe0015f4f95ce";
        assert_eq!(of(&RecordedRef { seen: SEEN, ..event() }).to_string(), digits);
    }

    #[test]
    fn moving_a_letter_to_the_next_field_changes_the_link() {
        let one = RecordedRef { actor: "ab", kind: "c", ..event() };
        let two = RecordedRef { actor: "a", kind: "bc", ..event() };
        assert_ne!(of(&one), of(&two));
    }

    #[test]
    fn what_an_event_has_seen_is_part_of_its_link() {
        assert_ne!(of(&RecordedRef { seen: SEEN, ..event() }), of(&event()));
        // Nor can it be passed off as the end of the body.
        assert_ne!(of(&RecordedRef { body: "{}x", ..event() }), of(&RecordedRef { seen: "x", ..event() }));
    }
}
