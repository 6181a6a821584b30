//! Telling the rest of the program that a stream has moved.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tokio::sync::broadcast;

/// A stream has a new last event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Which stream.
    pub stream: String,
    /// At least how far it reaches now.
    pub seq: u64,
}

/// Remembers how far each stream has been announced, so that a hint heard twice is told once.
#[derive(Debug)]
pub(crate) struct Announcer {
    told: Mutex<BTreeMap<String, u64>>,
    sender: broadcast::Sender<Moved>,
}

impl Announcer {
    pub(crate) fn new() -> Self {
        Self { told: Mutex::default(), sender: broadcast::Sender::new(1024) }
    }

    pub(crate) fn listen(&self) -> broadcast::Receiver<Moved> {
        self.sender.subscribe()
    }

    /// Tells the followers, unless they know already; true when it was news.
    pub(crate) fn tell(&self, stream: &str, seq: u64) -> bool {
        let news = self.note(stream, seq);
        if news {
            // Nobody listening is not an error.
            let _ = self.sender.send(Moved { stream: stream.to_owned(), seq });
        }
        news
    }

    /// Takes note without telling; true when it was news.
    pub(crate) fn note(&self, stream: &str, seq: u64) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        match told.get_mut(stream) {
            Some(known) if *known >= seq => false,
            Some(known) => {
                *known = seq;
                true
            }
            None => {
                told.insert(stream.to_owned(), seq);
                true
            }
        }
    }
}
