//! Following the chain, event by event: each stream by itself, and what ties them together.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::broken::Broken;
use crate::event::RecordedRef;
use crate::hash::{Hash, Head};
use crate::link;
use crate::seen::{self, Seen};

/// What a journal holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Every stream and where it ends.
    pub streams: Vec<(String, Head)>,
    /// How many events there are in all.
    pub events: u64,
}

/// Follows several streams at once.
#[derive(Debug, Default)]
pub(crate) struct Chain {
    streams: BTreeMap<String, Stream>,
    /// Events that others point out and that have not come yet, by stream and number.
    awaited: BTreeMap<String, BTreeMap<u64, Pointer>>,
    events: u64,
}

/// A stream as far as it has been followed.
#[derive(Debug)]
struct Stream {
    links: Vec<Hash>,
    command_id: Uuid,
    position: u32,
}

/// Something that was pointed out, and by which event.
#[derive(Debug)]
struct Pointer {
    hash: Hash,
    by: (String, u64),
}

impl Stream {
    fn head(&self) -> Head {
        self.links.last().map_or(Head::EMPTY, |hash| Head { seq: self.links.len() as u64, hash: *hash })
    }

    fn link(&self, seq: u64) -> Option<Hash> {
        let at = usize::try_from(seq.checked_sub(1)?).ok()?;
        self.links.get(at).copied()
    }

    fn continues(&self, event: &RecordedRef<'_>) -> bool {
        self.command_id == event.command_id && self.position.checked_add(1) == Some(event.position)
    }
}

impl Chain {
    /// Does the event continue its stream, is it what its hash says, and is what it points out there?
    pub(crate) fn add(&mut self, event: &RecordedRef<'_>) -> Result<(), Broken> {
        let before = self.streams.get(event.stream);
        let head = before.map_or(Head::EMPTY, Stream::head);
        let next = head.seq.saturating_add(1);
        let broken = |why| Err(Broken::new(event.stream, next, why));
        if event.seq != next {
            return broken("händelsen saknas");
        }
        if event.prev_hash != head.hash {
            return broken("den pekar inte ut händelsen före sig");
        }
        if link::of(event) != event.hash {
            return broken("innehållet stämmer inte med kontrollsumman");
        }
        if event.position != 0 && !before.is_some_and(|stream| stream.continues(event)) {
            return broken("den fortsätter ett kommando som inte står före den");
        }
        self.keep(event);
        self.arrived(event)?;
        self.look_back(event)
    }

    fn keep(&mut self, event: &RecordedRef<'_>) {
        self.events = self.events.saturating_add(1);
        let (command_id, position) = (event.command_id, event.position);
        match self.streams.get_mut(event.stream) {
            Some(stream) => {
                stream.links.push(event.hash);
                (stream.command_id, stream.position) = (command_id, position);
            }
            None => {
                let stream = Stream { links: vec![event.hash], command_id, position };
                self.streams.insert(event.stream.to_owned(), stream);
            }
        }
    }

    /// Is it the event that others have pointed out?
    fn arrived(&mut self, event: &RecordedRef<'_>) -> Result<(), Broken> {
        let pointer = self.awaited.get_mut(event.stream).and_then(|awaited| awaited.remove(&event.seq));
        match pointer {
            Some(pointer) if pointer.hash != event.hash => Err(pointer.contradicted(event.stream, event.seq)),
            Some(_) | None => Ok(()),
        }
    }

    /// Is what it points out there, as far as that has come?
    fn look_back(&mut self, event: &RecordedRef<'_>) -> Result<(), Broken> {
        let unreadable = |_| Broken::new(event.stream, event.seq, "kolumnen seen har ett otillåtet värde");
        for Seen(stream, seq, hash) in seen::read(event.seen).map_err(unreadable)? {
            let pointer = Pointer { hash, by: (event.stream.to_owned(), event.seq) };
            match self.streams.get(&stream).and_then(|known| known.link(seq)) {
                Some(found) if found == hash => {}
                Some(_) => return Err(pointer.contradicted(&stream, seq)),
                None => {
                    let known = self.awaited.entry(stream.clone()).or_default();
                    if known.get(&seq).is_some_and(|known| known.hash != hash) {
                        return Err(pointer.contradicted(&stream, seq));
                    }
                    known.insert(seq, pointer);
                }
            }
        }
        Ok(())
    }

    /// Has the stream been seen?
    pub(crate) fn knows(&self, stream: &str) -> bool {
        self.streams.contains_key(stream)
    }

    /// The link of an event that has come.
    pub(crate) fn link(&self, stream: &str, seq: u64) -> Option<Hash> {
        self.streams.get(stream)?.link(seq)
    }

    /// Everything has come: what it holds, or what was pointed out and never came.
    pub(crate) fn finish(&self) -> Result<Report, Broken> {
        for (stream, awaited) in &self.awaited {
            if let Some(pointer) = awaited.values().next() {
                let (other, by) = &pointer.by;
                let ends = self.streams.get(stream).map_or(Head::EMPTY, Stream::head).seq;
                let why = format!("händelsen saknas, fast händelse {by} i {other} skrevs efter den");
                return Err(Broken::new(stream, ends.saturating_add(1), &why));
            }
        }
        Ok(self.report())
    }

    /// What has come.
    pub(crate) fn report(&self) -> Report {
        let streams = self.streams.iter().map(|(name, stream)| (name.clone(), stream.head())).collect();
        Report { streams, events: self.events }
    }
}

impl Pointer {
    fn contradicted(&self, stream: &str, seq: u64) -> Broken {
        let (other, by) = &self.by;
        let why = format!("händelse {by} i {other} skrevs efter en annan händelse än den som står här");
        Broken::new(stream, seq, &why)
    }
}
