//! Sessions this node has seen lately, so that a page does not ask the database who is reading it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use jiff::Timestamp;

use crate::session::stored::Stored;
use crate::token::Digest;

/// How long a node goes by what it has seen.
///
/// A session that is revoked, or a language that is set, on another node takes effect here within this time;
/// on the node where it happens it takes effect at once.
pub const OTHER_NODES_FOLLOW_WITHIN: Duration = Duration::from_secs(30);

/// More than this many tokens are not remembered; forgetting costs one question to the database each.
const MOST: usize = 20_000;

/// What a token led to, and when we looked.
pub(crate) struct Seen {
    pub(crate) stored: Stored,
    pub(crate) read_at: Timestamp,
    last_seen: AtomicI64,
    written: AtomicI64,
}

impl Seen {
    pub(crate) fn new(stored: Stored, read_at: Timestamp) -> Self {
        let last_seen = stored.last_seen.as_microsecond();
        Self { stored, read_at, last_seen: AtomicI64::new(last_seen), written: AtomicI64::new(last_seen) }
    }

    /// Takes over what an older look knew better; not what a clock that was ahead told it.
    pub(crate) fn following(self, older: &Self, now: Timestamp) -> Self {
        let known = older.last_seen.load(Ordering::Relaxed).min(now.as_microsecond());
        self.last_seen.fetch_max(known, Ordering::Relaxed);
        self
    }

    pub(crate) fn last_seen(&self) -> Timestamp {
        Timestamp::from_microsecond(self.last_seen.load(Ordering::Relaxed)).unwrap_or(self.stored.last_seen)
    }

    /// Notes a use; true for the one caller who shall write it down, at most once per `every`.
    pub(crate) fn use_at(&self, now: Timestamp, every: Duration) -> bool {
        let now = now.as_microsecond();
        self.last_seen.fetch_max(now, Ordering::Relaxed);
        let written = self.written.load(Ordering::Relaxed);
        (written > now || now.saturating_sub(written) >= crate::time::micros(every))
            && self.written.compare_exchange(written, now, Ordering::Relaxed, Ordering::Relaxed).is_ok()
    }
}

#[derive(Default)]
pub(crate) struct Cache {
    inner: RwLock<Inner>,
}

#[derive(Default)]
struct Inner {
    by_token: BTreeMap<Digest, Arc<Seen>>,
    /// Grows when something is forgotten: what was read before that may not be remembered after it.
    round: u64,
}

impl Cache {
    pub(crate) fn get(&self, token: &Digest) -> Option<Arc<Seen>> {
        let inner = self.inner.read().unwrap_or_else(PoisonError::into_inner);
        inner.by_token.get(token).cloned()
    }

    /// To be asked before reading the database, and given back to [`Self::keep`].
    pub(crate) fn round(&self) -> u64 {
        self.inner.read().unwrap_or_else(PoisonError::into_inner).round
    }

    pub(crate) fn keep(&self, token: Digest, seen: Arc<Seen>, round: u64) {
        let mut inner = self.inner.write().unwrap_or_else(PoisonError::into_inner);
        if inner.round != round {
            return;
        }
        if inner.by_token.len() >= MOST {
            inner.by_token.retain(|_, kept| is_fresh(kept, seen.read_at));
        }
        if inner.by_token.len() < MOST {
            inner.by_token.insert(token, seen);
        }
    }

    /// Drops every session that matches; to be called after the database has changed.
    pub(crate) fn forget(&self, matches: impl Fn(&Stored) -> bool) {
        let mut inner = self.inner.write().unwrap_or_else(PoisonError::into_inner);
        inner.round = inner.round.wrapping_add(1);
        inner.by_token.retain(|_, seen| !matches(&seen.stored));
    }
}

/// Whether this look is recent enough to go by; one from the future is not.
pub(crate) fn is_fresh(seen: &Seen, now: Timestamp) -> bool {
    seen.read_at <= now && now < crate::time::after(seen.read_at, OTHER_NODES_FOLLOW_WITHIN)
}

#[cfg(test)]
mod tests;
