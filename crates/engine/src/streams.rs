//! All aggregates of one kind: their places in memory, by key.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use domain::{Aggregate, Refusal};
use journal::Journal;

use crate::codec;
use crate::done::Done;
use crate::error::{Error, Fault};
use crate::slot::{Ask, Slot};

/// The aggregates of one kind that this node knows.
pub(crate) struct Streams<A: Aggregate> {
    slots: RwLock<BTreeMap<String, Arc<Slot<A>>>>,
}

impl<A: Aggregate> Default for Streams<A> {
    fn default() -> Self {
        Self { slots: RwLock::default() }
    }
}

impl<A: Aggregate> Streams<A> {
    /// Looks at one; `None` when nothing has happened to it.
    pub(crate) fn read<R>(&self, key: &str, look: impl FnOnce(&A) -> R) -> Option<R> {
        self.find(key)?.read(look)
    }

    /// Looks at every one, by key.
    pub(crate) fn each<R>(&self, mut look: impl FnMut(&str, &A) -> R) -> Vec<R> {
        let slots: Vec<(String, Arc<Slot<A>>)> = self
            .slots
            .read()
            .map(|slots| slots.iter().map(|(key, slot)| (key.clone(), slot.clone())).collect())
            .unwrap_or_default();
        slots.iter().filter_map(|(key, slot)| slot.read(|state| look(key, state))).collect()
    }

    /// Carries out a command on one.
    pub(crate) async fn execute(
        &self,
        journal: &Journal,
        key: &str,
        ask: Ask<A::Command>,
    ) -> Result<Done, Error> {
        let begins = A::begins(&ask.command);
        if !begins && self.read(key, |_| ()).is_none() {
            return Err(Error::Refused(Refusal::NotFound(A::MISSING)));
        }
        self.slot(key, begins).execute(journal, ask).await
    }

    /// Makes sure that one is read as far as `version`.
    pub(crate) async fn catch_up(&self, journal: &Journal, key: &str, version: u64) -> Result<(), Fault> {
        if self.read(key, A::version).is_some_and(|known| known >= version) {
            return Ok(());
        }
        // Only a stream that exists is given a place in memory: the address is anybody's to write.
        if journal.head(&codec::stream::<A>(key)).await?.is_some() {
            self.slot(key, true).catch_up(journal).await?;
        }
        Ok(())
    }

    /// Reads a stream that another node has written, when it is one of these.
    pub(crate) async fn read_on(&self, journal: &Journal, stream: &str, seq: u64) -> Result<(), Fault> {
        let Some(key) = codec::key::<A>(stream) else { return Ok(()) };
        let slot = self.slot(key, true);
        if slot.version() >= seq {
            return Ok(());
        }
        slot.catch_up(journal).await
    }

    fn find(&self, key: &str) -> Option<Arc<Slot<A>>> {
        self.slots.read().ok()?.get(key).cloned()
    }

    /// The place in memory, kept from now on when `keep`.
    fn slot(&self, key: &str, keep: bool) -> Arc<Slot<A>> {
        if let Some(slot) = self.find(key) {
            return slot;
        }
        let slot = Arc::new(Slot::new(key));
        match self.slots.write() {
            Ok(mut slots) if keep => slots.entry(key.to_owned()).or_insert(slot).clone(),
            Ok(_) | Err(_) => slot,
        }
    }
}
