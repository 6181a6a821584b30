//! What ties the streams together: each command points out the ends of other streams that its writer knew.
//!
//! A writer keeps the ends that nothing points out yet. With one writer there is one such end, the last event that
//! was written, so the commands of all streams stand in one line. Several nodes make a net of the same sort: each
//! takes up what it hears of the others.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Deserialize;
use serde_json::Value;

use crate::hash::{Hash, Head};

/// How many ends a command points out at most; the rest are left for the next.
const MOST: usize = 64;

/// The end of a stream, as an event points it out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Seen(pub(crate) String, pub(crate) u64, pub(crate) Hash);

/// Reads what an event has seen.
pub(crate) fn read(text: &str) -> Result<Vec<Seen>, serde_json::Error> {
    if text.is_empty() { Ok(Vec::new()) } else { serde_json::from_str(text) }
}

/// The ends that nothing points out yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ends(BTreeMap<String, Head>);

impl Ends {
    /// Takes up an end, unless a later one of the stream is known.
    pub(crate) fn note(&mut self, stream: &str, head: Head) {
        match self.0.get_mut(stream) {
            Some(known) if known.seq >= head.seq => {}
            Some(known) => *known = head,
            None => drop(self.0.insert(stream.to_owned(), head)),
        }
    }

    /// What the next command of a stream points out, in the form it is stored; its own stream needs no mention.
    pub(crate) fn seen_from(&self, stream: &str) -> String {
        let end = |(other, head): (&str, Head)| {
            Value::Array(vec![other.into(), head.seq.into(), head.hash.to_string().into()])
        };
        match self.others(stream).map(end).collect::<Vec<_>>() {
            none if none.is_empty() => String::new(),
            ends => Value::Array(ends).to_string(),
        }
    }

    /// The command is written: what it pointed out is tied, and its own end is not.
    pub(crate) fn tie(&mut self, stream: &str, head: Head) {
        let tied: Vec<String> = self.others(stream).map(|(other, _)| other.to_owned()).collect();
        for other in tied {
            self.0.remove(&other);
        }
        self.0.insert(stream.to_owned(), head);
    }

    /// Brings in what became of a copy of these, while others may have been noted here.
    fn replace(&mut self, before: &Self, after: Self) {
        self.0.retain(|stream, head| before.0.get(stream) != Some(head));
        for (stream, head) in after.0 {
            self.note(&stream, head);
        }
    }

    fn others(&self, stream: &str) -> impl Iterator<Item = (&str, Head)> {
        let others = self.0.iter().filter(move |(other, _)| other.as_str() != stream);
        others.map(|(other, head)| (other.as_str(), *head)).take(MOST)
    }
}

/// Ends that a writer and those who hear of other writers keep together.
#[derive(Debug, Default)]
pub(crate) struct SharedEnds(Mutex<Ends>);

impl SharedEnds {
    pub(crate) fn note(&self, stream: &str, head: Head) {
        self.lock().note(stream, head);
    }

    pub(crate) fn copy(&self) -> Ends {
        self.lock().clone()
    }

    pub(crate) fn replace(&self, before: &Ends, after: Ends) {
        self.lock().replace(before, after);
    }

    fn lock(&self) -> MutexGuard<'_, Ends> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(seq: u64) -> Head {
        Head { seq, hash: Hash([7; 32]) }
    }

    #[test]
    fn each_command_points_out_the_one_before_it_in_another_stream() {
        let mut ends = Ends::default();
        assert_eq!(ends.seen_from("a"), "");
        ends.tie("a", head(3));
        assert_eq!(ends.seen_from("a"), "", "the hash before it points out its own stream");
        let seen = read(&ends.seen_from("b")).unwrap();
        assert_eq!(seen, [Seen("a".to_owned(), 3, head(3).hash)]);
        ends.tie("b", head(1));
        assert_eq!(read(&ends.seen_from("a")).unwrap(), [Seen("b".to_owned(), 1, head(1).hash)]);
    }

    #[test]
    fn more_ends_than_one_command_can_take_are_left_for_the_next() {
        let mut ends = Ends::default();
        (0..100).for_each(|n| ends.note(&format!("s/{n}"), head(1)));
        let first = read(&ends.seen_from("s/0")).unwrap();
        ends.tie("s/0", head(2));
        let second = read(&ends.seen_from("s/0")).unwrap();
        assert_eq!((first.len(), second.len()), (MOST, 99 - MOST));
        ends.tie("s/0", head(3));
        assert_eq!(ends.seen_from("s/0"), "");
    }

    #[test]
    fn what_is_heard_while_a_group_is_written_is_not_forgotten() {
        let mut ends = Ends::default();
        ends.note("a", head(1));
        ends.note("b", head(1));
        let before = ends.clone();
        let mut after = before.clone();
        after.tie("c", head(1));
        ends.note("b", head(2));
        ends.note("d", head(1));
        ends.replace(&before, after);
        let seen = read(&ends.seen_from("")).unwrap();
        let names: Vec<_> = seen.iter().map(|Seen(stream, seq, _)| (stream.as_str(), *seq)).collect();
        assert_eq!(names, [("b", 2), ("c", 1), ("d", 1)]);
    }
}
