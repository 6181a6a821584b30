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
mod tests;
