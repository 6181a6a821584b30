//! What should become of a batch, given where its stream ends: pure, and the same for both stores.

use crate::event::{Batch, RecordedRef};
use crate::hash::{Hash, Head};

/// What should become of a batch.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Write it, with these links, so that the stream ends here.
    Write(Vec<Link>, Head),
    /// The command is in the stream already, from the first to the last of these.
    Already(u64, u64),
    /// The stream does not end where the batch thought.
    Conflict(Head),
}

/// What an event gets from its place in the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Link {
    seq: u64,
    position: u32,
    prev_hash: Hash,
    hash: Hash,
}

/// Judges a batch by the head of its stream and by where its command is found, if it is.
///
/// A known command comes before a conflict: whoever retries knows an older head, and should hear that all is well.
pub(crate) fn judge(batch: &Batch, head: Head, known: Option<(u64, u64)>) -> Verdict {
    if let Some((first, last)) = known {
        return Verdict::Already(first, last);
    }
    if head.seq != batch.expected {
        return Verdict::Conflict(head);
    }
    let mut end = head;
    let mut links = Vec::with_capacity(batch.events.len());
    for (position, event) in (0..).zip(&batch.events) {
        let seq = end.seq.saturating_add(1);
        let link = Link { seq, position, prev_hash: end.hash, hash: Hash::ZERO };
        let hash = Hash::of(&row(batch, event, link));
        links.push(Link { hash, ..link });
        end = Head { seq, hash };
    }
    Verdict::Write(links, end)
}

/// Where a command is, from its first event and how many there are.
pub(crate) fn span(first: Option<i64>, count: i64) -> Option<(u64, u64)> {
    let first = u64::try_from(first?).ok()?;
    let count = u64::try_from(count).ok()?;
    Some((first, first.saturating_add(count).saturating_sub(1)))
}

/// The rows to store for a batch that was found in order.
pub(crate) fn rows<'a>(batch: &'a Batch, links: &'a [Link]) -> impl Iterator<Item = RecordedRef<'a>> {
    batch.events.iter().zip(links).map(|(event, link)| row(batch, event, *link))
}

fn row<'a>(batch: &'a Batch, event: &'a crate::NewEvent, link: Link) -> RecordedRef<'a> {
    RecordedRef {
        stream: &batch.stream,
        seq: link.seq,
        id: event.id,
        recorded_at: batch.recorded_at,
        actor: &batch.actor,
        command_id: batch.command_id,
        position: link.position,
        kind: &event.kind,
        version: event.version,
        body: &event.body,
        prev_hash: link.prev_hash,
        hash: link.hash,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NewEvent;
    use uuid::Uuid;

    fn batch(expected: u64) -> Batch {
        let event =
            |n| NewEvent { id: Uuid::from_u128(n), kind: "noted".into(), version: 1, body: "1".into() };
        Batch {
            stream: "s".into(),
            expected,
            command_id: Uuid::nil(),
            actor: "a".into(),
            recorded_at: jiff::Timestamp::UNIX_EPOCH,
            events: vec![event(1), event(2)],
        }
    }

    #[test]
    fn each_event_points_to_the_one_before_it() {
        let batch = batch(0);
        let Verdict::Write(links, end) = judge(&batch, Head::EMPTY, None) else { panic!("not written") };
        let rows: Vec<_> = rows(&batch, &links).collect();
        assert_eq!(rows[0].prev_hash, Hash::ZERO);
        assert_eq!(rows[1].prev_hash, rows[0].hash);
        assert_eq!(end, Head { seq: 2, hash: rows[1].hash });
        assert_eq!((rows[0].position, rows[1].position), (0, 1));
    }

    #[test]
    fn a_known_command_is_no_conflict() {
        let head = Head { seq: 7, hash: Hash::ZERO };
        assert_eq!(judge(&batch(0), head, Some((1, 2))), Verdict::Already(1, 2));
        assert_eq!(judge(&batch(0), head, None), Verdict::Conflict(head));
    }
}
