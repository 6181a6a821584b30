//! All aggregates of one kind: their places in memory, by key.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use domain::{Aggregate, Refusal};
use journal::Journal;
use tokio::sync::watch;
use uuid::Uuid;

use crate::codec;
use crate::done::Done;
use crate::error::{Error, Fault};
use crate::projection::{Projections, Told};
use crate::slot::{Ask, Slot};

/// The aggregates of one kind that this node knows.
pub(crate) struct Streams<A: Aggregate> {
    slots: RwLock<BTreeMap<String, Arc<Slot<A>>>>,
    projections: Projections,
}

impl<A: Told> Streams<A> {
    pub(crate) fn new(projections: Projections) -> Self {
        Self { slots: RwLock::default(), projections }
    }

    /// One as it now stands; `None` when nothing has happened to it.
    pub(crate) fn snapshot(&self, key: &str) -> Option<Arc<A>> {
        self.find(key)?.snapshot()
    }

    /// Every one as it now stands, by key.
    pub(crate) fn snapshots(&self) -> Vec<(String, Arc<A>)> {
        let Ok(slots) = self.slots.read() else { return Vec::new() };
        slots.iter().filter_map(|(key, slot)| Some((key.clone(), slot.snapshot()?))).collect()
    }

    /// Tells each new state of one; `None` when nothing has happened to it.
    pub(crate) fn watch(&self, key: &str) -> Option<watch::Receiver<Arc<A>>> {
        let slot = self.find(key)?;
        (slot.version() > 0).then(|| slot.watch())
    }

    /// Carries out commands on one, as one.
    pub(crate) async fn execute(
        &self,
        journal: &Journal,
        key: &str,
        ask: Ask<A::Command>,
    ) -> Result<Done, Error> {
        let begins = ask.commands.first().is_some_and(A::begins);
        if !begins && self.snapshot(key).is_none() {
            return Err(Error::Refused(Refusal::NotFound(A::MISSING)));
        }
        self.slot(key, begins).execute(journal, ask).await
    }

    /// Whether a command has led to something; not when nothing has happened to what it was for.
    pub(crate) async fn knows(&self, journal: &Journal, key: &str, command: Uuid) -> Result<bool, Fault> {
        match self.find(key) {
            Some(slot) => slot.knows(journal, command).await,
            None => Ok(false),
        }
    }

    /// Makes sure that one is read as far as `version`.
    pub(crate) async fn catch_up(&self, journal: &Journal, key: &str, version: u64) -> Result<(), Fault> {
        if self.find(key).is_some_and(|slot| slot.version() >= version) {
            return Ok(());
        }
        // Only a stream that exists is given a place in memory: the address is anybody's to write.
        if journal.head(&codec::stream::<A>(key)).await?.is_some() {
            self.slot(key, true).catch_up(journal, version).await?;
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
        slot.catch_up(journal, seq).await
    }

    fn find(&self, key: &str) -> Option<Arc<Slot<A>>> {
        self.slots.read().ok()?.get(key).cloned()
    }

    /// The place in memory, kept from now on when `keep`.
    fn slot(&self, key: &str, keep: bool) -> Arc<Slot<A>> {
        if let Some(slot) = self.find(key) {
            return slot;
        }
        let slot = Arc::new(Slot::new(key, self.projections.clone()));
        match self.slots.write() {
            Ok(mut slots) if keep => slots.entry(key.to_owned()).or_insert(slot).clone(),
            Ok(_) | Err(_) => slot,
        }
    }
}
