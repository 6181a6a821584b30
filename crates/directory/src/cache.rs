//! Sessions this node has seen lately, so that a page does not ask the database who is reading it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use jiff::Timestamp;

use crate::session::Stored;
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

    /// Takes over what an older look knew better.
    pub(crate) fn following(self, older: &Self) -> Self {
        self.last_seen.fetch_max(older.last_seen.load(Ordering::Relaxed), Ordering::Relaxed);
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
        now.saturating_sub(written) >= crate::time::micros(every)
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

/// Whether this look is recent enough to go by.
pub(crate) fn is_fresh(seen: &Seen, now: Timestamp) -> bool {
    now < crate::time::after(seen.read_at, OTHER_NODES_FOLLOW_WITHIN)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::people::PersonId;

    fn now() -> Timestamp {
        Timestamp::from_second(1_800_000_000).unwrap()
    }

    fn seen(person: PersonId) -> Arc<Seen> {
        Arc::new(Seen::new(Stored::sample(person, now()), now()))
    }

    #[test]
    fn what_was_read_before_a_revocation_is_not_remembered_after_it() {
        let (cache, token, person) = (Cache::default(), Digest([1; 32]), PersonId(Uuid::now_v7()));
        let round = cache.round();
        cache.forget(|stored| stored.person == person);
        cache.keep(token, seen(person), round);
        assert!(cache.get(&token).is_none());
        cache.keep(token, seen(person), cache.round());
        assert!(cache.get(&token).is_some());
    }

    #[test]
    fn forgetting_one_leaves_the_others() {
        let (cache, asa, bo) = (Cache::default(), PersonId(Uuid::now_v7()), PersonId(Uuid::now_v7()));
        cache.keep(Digest([1; 32]), seen(asa), cache.round());
        cache.keep(Digest([2; 32]), seen(bo), cache.round());
        cache.forget(|stored| stored.person == asa);
        assert!(cache.get(&Digest([1; 32])).is_none());
        assert!(cache.get(&Digest([2; 32])).is_some());
    }

    #[test]
    fn memory_is_bounded_and_what_is_stale_makes_room() {
        let (cache, person) = (Cache::default(), PersonId(Uuid::now_v7()));
        let token = |number: usize| Digest::of(&number.to_be_bytes());
        let early = seen(person);
        for number in 0..=MOST {
            cache.keep(token(number), Arc::clone(&early), cache.round());
        }
        assert!(cache.get(&token(MOST)).is_none());
        let later = crate::time::after(now(), OTHER_NODES_FOLLOW_WITHIN);
        cache.keep(token(MOST), Arc::new(Seen::new(Stored::sample(person, later), later)), cache.round());
        assert!(cache.get(&token(MOST)).is_some());
        assert!(cache.get(&token(0)).is_none());
    }

    #[test]
    fn of_many_uses_at_once_one_is_to_be_written_down() {
        let seen = seen(PersonId(Uuid::now_v7()));
        let minute = Duration::from_secs(60);
        let later = crate::time::after(now(), minute);
        assert!(!seen.use_at(now(), minute));
        assert_eq!((0..5).filter(|_| seen.use_at(later, minute)).count(), 1);
        assert_eq!(seen.last_seen(), later);
    }
}
