//! What should become of a batch, given where its stream ends: pure, and the same for both stores.

use crate::event::{Batch, NewEvent, RecordedRef};
use crate::hash::{Hash, Head};
use crate::link;
use crate::seen::Ends;

/// What should become of a batch.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Write it, with these links, so that the stream ends here.
    Write(Links, Head),
    /// The command is in the stream already, from the first to the last of these.
    Already(u64, u64),
    /// The stream does not end where the batch thought.
    Conflict(Head),
}

/// What a batch gets from its place in the journal.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Links {
    /// What its first event points out.
    seen: String,
    /// One for each event.
    each: Vec<Link>,
}

/// What an event gets from its place in the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Link {
    seq: u64,
    position: u32,
    prev_hash: Hash,
    hash: Hash,
}

impl Links {
    pub(crate) fn len(&self) -> usize {
        self.each.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.each.is_empty()
    }
}

/// Judges a batch by the head of its stream, by where its command is found, if it is, and by the ends of other
/// streams that it should point out.
///
/// A known command comes before a conflict: whoever retries knows an older head, and should hear that all is well.
pub(crate) fn judge(batch: &Batch, head: Head, known: Option<(u64, u64)>, ends: &Ends) -> Verdict {
    if let Some((first, last)) = known {
        return Verdict::Already(first, last);
    }
    if head.seq != batch.expected {
        return Verdict::Conflict(head);
    }
    let mut end = head;
    let mut links =
        Links { seen: ends.seen_from(&batch.stream), each: Vec::with_capacity(batch.events.len()) };
    for (position, event) in (0..).zip(&batch.events) {
        let seq = end.seq.saturating_add(1);
        let link = Link { seq, position, prev_hash: end.hash, hash: Hash::ZERO };
        let hash = link::of(&row(batch, event, link, &links.seen));
        links.each.push(Link { hash, ..link });
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
pub(crate) fn rows<'a>(batch: &'a Batch, links: &'a Links) -> impl Iterator<Item = RecordedRef<'a>> {
    let each = batch.events.iter().zip(&links.each);
    each.map(|(event, link)| row(batch, event, *link, &links.seen))
}

fn row<'a>(batch: &'a Batch, event: &'a NewEvent, link: Link, seen: &'a str) -> RecordedRef<'a> {
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
        seen: if link.position == 0 { seen } else { "" },
        prev_hash: link.prev_hash,
        hash: link.hash,
    }
}

#[cfg(test)]
mod tests;
