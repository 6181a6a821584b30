//! The engine: keeps every association in memory, and carries a command from decision to durable fact.
//!
//! It joins the pure [`domain`] to the [`journal`]. A command is decided on the state in memory, its events are
//! written, and only then are they folded in and acknowledged. Commands to one association that arrive while a
//! commit is on its way are decided one after the other and share the next commit; see [`slot`](Engine::execute).

mod codec;
mod error;
mod following;
mod slot;

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use domain::association::events::Founded;
use domain::{Association, Command, Ctx};
use jiff::Timestamp;
use journal::Journal;
use statute::Finding;
use uuid::Uuid;

pub use error::{Error, Fault};

use crate::slot::Slot;

/// What a command led to.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The association's version after it: the seq of its last event. A redirect carries it to the next page.
    pub version: u64,
    /// How many events were written; none means that it was already so.
    pub events: usize,
    /// The findings it was decided on.
    pub findings: Vec<Finding>,
}

/// An association in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// A shorter name.
    pub short_name: String,
    /// Its county.
    pub county: String,
}

/// Every association of this installation. Cloning gives another handle to the same.
#[derive(Clone)]
pub struct Engine {
    shared: Arc<Shared>,
}

struct Shared {
    journal: Journal,
    slots: RwLock<BTreeMap<String, Arc<Slot>>>,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}

impl Engine {
    /// Replays every association from the journal, and follows what other nodes write.
    ///
    /// # Errors
    /// The journal cannot be read, or holds an event that this version does not know.
    pub async fn open(journal: Journal) -> Result<Self, Fault> {
        let moved = journal.follow();
        let shared = Arc::new(Shared { journal, slots: RwLock::default() });
        for (stream, _) in shared.journal.streams().await? {
            if let Some(slug) = codec::slug(&stream) {
                shared.slot(slug, true).catch_up(&shared.journal).await?;
            }
        }
        tokio::spawn(following::follow(Arc::downgrade(&shared), moved));
        Ok(Self { shared })
    }

    /// Carries out a command, once: the same `command_id` again changes nothing and answers the same version.
    ///
    /// # Errors
    /// [`Error::Refused`] with what the person should see, [`Error::Fault`] when the store failed.
    pub async fn execute(
        &self,
        slug: &str,
        command_id: Uuid,
        recorded_at: Timestamp,
        ctx: Ctx,
        command: Command,
    ) -> Result<Done, Error> {
        let founding = matches!(command, Command::FoundAssociation(_));
        if !founding && !self.knows(slug) {
            return Err(Error::Refused(domain::Refusal::NotFound("förbundet")));
        }
        let slot = self.shared.slot(slug, founding);
        slot.execute(&self.shared.journal, slot::Ask { command_id, recorded_at, ctx, command }).await
    }

    /// Reads the state of an association; `None` when there is none with that address.
    pub fn read<R>(&self, slug: &str, look: impl FnOnce(&Association) -> R) -> Option<R> {
        self.shared.find(slug)?.read(look)
    }

    /// Whether there is an association with that address.
    pub fn knows(&self, slug: &str) -> bool {
        self.read(slug, |_| ()).is_some()
    }

    /// Every association, by address.
    pub fn associations(&self) -> Vec<Summary> {
        let slots: Vec<Arc<Slot>> =
            self.shared.slots.read().map(|slots| slots.values().cloned().collect()).unwrap_or_default();
        let summary = |f: &Founded| Summary {
            slug: f.slug.clone(),
            name: f.name.clone(),
            short_name: f.short_name.clone(),
            county: f.county.clone(),
        };
        slots.iter().filter_map(|s| s.read(|a| a.profile.founded.as_ref().map(summary))?).collect()
    }

    /// Makes sure that this node has read as far as `version`: a session never sees an older state than its own
    /// last write, whichever node answers.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub async fn catch_up(&self, slug: &str, version: u64) -> Result<(), Fault> {
        if self.read(slug, |a| a.version).is_some_and(|known| known >= version) {
            return Ok(());
        }
        // Only a stream that exists is given a place in memory: the address is anybody's to write.
        if self.shared.journal.head(&codec::stream(slug)).await?.is_some() {
            self.shared.slot(slug, true).catch_up(&self.shared.journal).await?;
        }
        Ok(())
    }

    /// The journal behind it.
    pub fn journal(&self) -> &Journal {
        &self.shared.journal
    }
}

impl Shared {
    fn find(&self, slug: &str) -> Option<Arc<Slot>> {
        self.slots.read().ok()?.get(slug).cloned()
    }

    /// The association's place in memory, kept from now on when `keep`.
    fn slot(&self, slug: &str, keep: bool) -> Arc<Slot> {
        if let Some(slot) = self.find(slug) {
            return slot;
        }
        let slot = Arc::new(Slot::new(slug));
        match self.slots.write() {
            Ok(mut slots) if keep => slots.entry(slug.to_owned()).or_insert(slot).clone(),
            Ok(_) | Err(_) => slot,
        }
    }
}
