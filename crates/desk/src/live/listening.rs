//! How many pages listen at once: so many for each person, and in all, that there is room for everybody else.
//!
//! Who listens is being answered and never gives way at the doors, so here they are held to a part of the places.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// For one person: a page on each screen of theirs, and some that were forgotten.
const EACH: usize = 8;
/// In all, a quarter of the connections that are let in.
const ALL: usize = 1_024;

/// Who listens, and in how many places; a clone counts the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listeners(Arc<Mutex<BTreeMap<String, usize>>>);

/// One page that listens, until it is dropped.
#[derive(Debug)]
pub(crate) struct Listening {
    listeners: Listeners,
    who: String,
}

impl Listeners {
    /// Takes a place; none when there is no more room.
    pub(crate) fn begin(&self, who: &str) -> Option<Listening> {
        let mut inside = self.inside();
        let own = inside.get(who).copied().unwrap_or_default();
        if own >= EACH || inside.values().sum::<usize>() >= ALL {
            return None;
        }
        inside.insert(who.to_owned(), own.saturating_add(1));
        Some(Listening { listeners: self.clone(), who: who.to_owned() })
    }

    fn inside(&self) -> MutexGuard<'_, BTreeMap<String, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let mut inside = self.listeners.inside();
        match inside.get_mut(&self.who) {
            Some(own) if *own > 1 => *own -= 1,
            Some(_) | None => drop(inside.remove(&self.who)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_listens_in_so_many_places_and_leaves_room_for_others() {
        let listeners = Listeners::default();
        let mut held: Vec<_> = (0..EACH).map(|_| listeners.begin("asa").unwrap()).collect();
        assert!(listeners.begin("asa").is_none());
        assert!(listeners.begin("bo").is_some());
        held.pop();
        assert!(listeners.begin("asa").is_some());
        drop(held);
        assert!(listeners.inside().is_empty(), "nobody is counted who has left");
    }

    #[test]
    fn all_who_listen_take_no_more_than_their_part() {
        let listeners = Listeners::default();
        let held: Vec<_> = (0..ALL).map_while(|no| listeners.begin(&no.to_string())).collect();
        assert_eq!(held.len(), ALL);
        assert!(listeners.begin("en till").is_none());
    }
}
