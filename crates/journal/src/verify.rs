//! Does the record add up?

use std::collections::BTreeMap;

use tokio::sync::mpsc;
use uuid::Uuid;

use crate::broken::Broken;
use crate::event::RecordedRef;
use crate::fault::Fault;
use crate::hash::{Hash, Head};
use crate::page::Part;

/// What a journal holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Every stream and where it ends.
    pub streams: Vec<(String, Head)>,
    /// How many events there are in all.
    pub events: u64,
}

/// The record does not add up, or could not be read.
#[derive(Debug, Clone, thiserror::Error)]
pub enum VerifyError {
    /// It was read, and this is where it breaks.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// It could not be read.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Follows several streams at once, event by event.
#[derive(Debug, Default)]
pub(crate) struct Chain {
    ends: BTreeMap<String, End>,
    events: u64,
}

#[derive(Debug, Clone, Copy)]
struct End {
    head: Head,
    command_id: Uuid,
    position: u32,
}

impl Chain {
    /// Does the event continue its stream, and is it what its hash says?
    pub(crate) fn add(&mut self, event: &RecordedRef<'_>) -> Result<(), Broken> {
        let before = self.ends.get(event.stream).copied();
        let head = before.map_or(Head::EMPTY, |end| end.head);
        let next = head.seq.saturating_add(1);
        let broken = |seq, why| Err(Broken::new(event.stream, seq, why));
        if event.seq != next {
            return broken(next, "händelsen saknas");
        }
        if event.prev_hash != head.hash {
            return broken(next, "den pekar inte ut händelsen före sig");
        }
        if Hash::of(event) != event.hash {
            return broken(next, "innehållet stämmer inte med kontrollsumman");
        }
        let continues = before.is_some_and(|end| {
            end.command_id == event.command_id && end.position.checked_add(1) == Some(event.position)
        });
        if event.position != 0 && !continues {
            return broken(next, "den fortsätter ett kommando som inte står före den");
        }
        let end = End {
            head: Head { seq: event.seq, hash: event.hash },
            command_id: event.command_id,
            position: event.position,
        };
        match self.ends.get_mut(event.stream) {
            Some(place) => *place = end,
            None => {
                self.ends.insert(event.stream.to_owned(), end);
            }
        }
        self.events = self.events.saturating_add(1);
        Ok(())
    }

    /// Has the stream been seen?
    pub(crate) fn knows(&self, stream: &str) -> bool {
        self.ends.contains_key(stream)
    }

    pub(crate) fn report(&self) -> Report {
        let streams = self.ends.iter().map(|(stream, end)| (stream.clone(), end.head)).collect();
        Report { streams, events: self.events }
    }

    /// Do the streams end where the stored heads say?
    fn compare(&self, heads: Vec<(String, Head)>) -> Result<(), Broken> {
        let mut stored: BTreeMap<String, Head> = heads.into_iter().collect();
        for (stream, End { head, .. }) in &self.ends {
            let Some(said) = stored.remove(stream) else {
                return Err(Broken::new(stream, head.seq, "strömmens huvud saknas"));
            };
            if said.seq > head.seq {
                return Err(Broken::new(
                    stream,
                    head.seq.saturating_add(1),
                    "händelsen saknas i slutet av strömmen",
                ));
            }
            if said.seq < head.seq {
                let why = "händelsen ligger efter strömmens huvud";
                return Err(Broken::new(stream, said.seq.saturating_add(1), why));
            }
            if said.hash != head.hash {
                return Err(Broken::new(stream, head.seq, "strömmens huvud har en annan kontrollsumma"));
            }
        }
        match stored.into_iter().next() {
            Some((stream, _)) => Err(Broken::new(&stream, 1, "strömmen har ett huvud men inga händelser")),
            None => Ok(()),
        }
    }
}

pub(crate) async fn verify(mut parts: mpsc::Receiver<Result<Part, Fault>>) -> Result<Report, VerifyError> {
    let mut chain = Chain::default();
    let mut heads = Vec::new();
    while let Some(part) = parts.recv().await {
        match part? {
            Part::Heads(stored) => heads = stored,
            Part::Page(page) => {
                page.iter().try_for_each(|event| chain.add(&event))?;
                if let Some(broken) = page.spoiled() {
                    return Err(broken.clone().into());
                }
            }
        }
    }
    chain.compare(heads)?;
    Ok(chain.report())
}
