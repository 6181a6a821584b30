//! The engine: keeps every association in memory, and carries a command from decision to durable fact.
//!
//! It joins the pure [`domain`] to the [`journal`]. A command is decided on the state in memory, its events are
//! written, and only then are they folded in and acknowledged. Commands to one association that arrive while a
//! commit is on its way are decided one after the other and share the next commit; see [`slot`](Engine::execute).
//! What counties share and the years of national figures are kept in the same way: see [`Kept`].

mod codec;
mod done;
mod error;
mod following;
mod kept;
mod projection;
mod shared;
mod slot;
mod streams;
mod versions;

use std::any::Any;
use std::sync::Arc;

use domain::{Association, Command, Ctx};
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use journal::{Head, Journal};
use uuid::Uuid;

pub use done::Done;
pub use error::{Error, Fault, Why};
pub use kept::Kept;
pub use projection::{Fact, Projection};
pub use versions::Versions;

use shared::Shared;

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
        Self::open_with(journal, []).await
    }

    /// The same with what else is to follow from the facts.
    ///
    /// # Errors
    /// As [`Engine::open`].
    pub async fn open_with(
        journal: Journal,
        projections: impl IntoIterator<Item = Arc<dyn Projection>>,
    ) -> Result<Self, Fault> {
        Self::replayed(journal, projections.into_iter().collect()).await
    }

    /// In a box, so that what replays and follows is compiled here and not once more in every crate that opens.
    fn replayed(
        journal: Journal,
        projections: projection::Projections,
    ) -> BoxFuture<'static, Result<Self, Fault>> {
        Box::pin(async move {
            let moved = journal.follow();
            let shared = Arc::new(Shared::new(journal, projections));
            for (stream, head) in shared.journal.streams().await? {
                shared.read_on(&stream, head.seq).await?;
            }
            tokio::spawn(following::follow(Arc::downgrade(&shared), moved));
            Ok(Self { shared })
        })
    }

    /// Carries out a command on an association, once: the same `command_id` again changes nothing and answers the
    /// same version.
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
        self.execute_on::<Association>(slug, command_id, recorded_at, ctx, command).await
    }

    /// Carries out several commands on an association as one, once: all of them, in their order, or none.
    ///
    /// # Errors
    /// As [`Engine::execute`], with the first refusal.
    pub async fn execute_all(
        &self,
        slug: &str,
        command_id: Uuid,
        recorded_at: Timestamp,
        ctx: Ctx,
        commands: Vec<Command>,
    ) -> Result<Done, Error> {
        self.carry_out::<Association>(slug, command_id, recorded_at, ctx, commands).await
    }

    /// Carries out a command on anything that is kept, once.
    ///
    /// # Errors
    /// As [`Engine::execute`].
    pub async fn execute_on<A: Kept>(
        &self,
        key: &str,
        command_id: Uuid,
        recorded_at: Timestamp,
        ctx: Ctx,
        command: A::Command,
    ) -> Result<Done, Error> {
        self.carry_out::<A>(key, command_id, recorded_at, ctx, vec![command]).await
    }

    async fn carry_out<A: Kept>(
        &self,
        key: &str,
        command_id: Uuid,
        recorded_at: Timestamp,
        mut ctx: Ctx,
        commands: Vec<A::Command>,
    ) -> Result<Done, Error> {
        let entered = commands.into_iter().map(|command| domain::entry::entered(&mut ctx, command));
        let commands = entered.collect::<Result<Vec<_>, _>>().map_err(Error::Refused)?;
        let ask = slot::Ask { command_id, recorded_at, ctx, commands };
        A::execute(&self.shared, key, ask).await
    }

    /// Whether a command on an association has led to something, on whichever node: asked by who finds what it left.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub async fn carried_out(&self, slug: &str, command_id: Uuid) -> Result<bool, Fault> {
        self.shared.associations.knows(&self.shared.journal, slug, command_id).await
    }

    /// Anything that is kept, as it now stands and will for as long as it is held; `None` when nothing has happened to
    /// it. Whoever is about to write holds none, or the write copies what is held.
    pub fn snapshot<A: Kept>(&self, key: &str) -> Option<Arc<A>> {
        A::streams(&self.shared).snapshot(key)
    }

    /// Every one of a kind as it now stands, by key.
    pub fn snapshots<A: Kept>(&self) -> Vec<(String, Arc<A>)> {
        A::streams(&self.shared).snapshots()
    }

    /// Tells when there is a new version of anything that is kept; `None` when nothing has happened to it.
    pub fn watch<A: Kept>(&self, key: &str) -> Option<Versions<A>> {
        A::streams(&self.shared).watch(key).map(Versions::new)
    }

    /// Reads the state of an association; `None` when there is none with that address.
    pub fn read<R>(&self, slug: &str, look: impl FnOnce(&Association) -> R) -> Option<R> {
        self.read_on::<Association, R>(slug, look)
    }

    /// Reads anything that is kept; `None` when nothing has happened to it.
    pub fn read_on<A: Kept, R>(&self, key: &str, look: impl FnOnce(&A) -> R) -> Option<R> {
        self.snapshot(key).map(|state| look(&state))
    }

    /// Reads every one of a kind, by key.
    pub fn each<A: Kept, R>(&self, mut look: impl FnMut(&str, &A) -> R) -> Vec<R> {
        self.snapshots().iter().map(|(key, state)| look(key, state)).collect()
    }

    /// A fact of the record by its place, with all its words; nothing when none stands there.
    ///
    /// # Errors
    /// The journal cannot be read, or holds something that this version does not know.
    pub async fn event_on<A: Kept>(&self, key: &str, seq: u64) -> Result<Option<A::Event>, Fault> {
        let stream = codec::stream::<A>(key);
        let found = self.shared.journal.read(&stream, seq.saturating_sub(1), 1).await?;
        let there = found.iter().find(|recorded| recorded.seq == seq);
        there.map(|recorded| A::event(&recorded.borrowed()).map(|(_, event)| event)).transpose()
    }

    /// Where one event of anything that is kept stands in the journal: the stream, and the head it was when written.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub async fn head_on<A: Kept>(&self, key: &str, seq: u64) -> Result<Option<(String, Head)>, Fault> {
        let stream = codec::stream::<A>(key);
        let found = self.shared.journal.read(&stream, seq.saturating_sub(1), 1).await?;
        let head = found.iter().find(|recorded| recorded.seq == seq).map(|r| Head { seq, hash: r.hash });
        Ok(head.map(|head| (stream, head)))
    }

    /// Whether there is an association with that address.
    pub fn knows(&self, slug: &str) -> bool {
        self.read(slug, |_| ()).is_some()
    }

    /// Every association, by address.
    pub fn associations(&self) -> Vec<Summary> {
        let summary = |_: &str, association: &Association| {
            association.profile.founded.as_ref().map(|f| Summary {
                slug: f.slug.clone(),
                name: f.name.clone(),
                short_name: f.short_name.clone(),
                county: f.county.clone(),
            })
        };
        self.each(summary).into_iter().flatten().collect()
    }

    /// Makes sure that this node has read as far as `version`: a session never sees an older state than its own
    /// last write, whichever node answers.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub async fn catch_up(&self, slug: &str, version: u64) -> Result<(), Fault> {
        self.catch_up_on::<Association>(slug, version).await
    }

    /// The same for anything that is kept.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub async fn catch_up_on<A: Kept>(&self, key: &str, version: u64) -> Result<(), Fault> {
        A::catch_up(&self.shared, key, version).await
    }

    /// What follows from the facts, by its kind; `None` when the engine was opened without it.
    pub fn projection<P: Projection>(&self) -> Option<Arc<P>> {
        self.shared.projections.iter().find_map(|projection| {
            let any: Arc<dyn Any + Send + Sync> = projection.clone();
            any.downcast().ok()
        })
    }

    /// Whether commands can be carried out: the journal has just written something, or has tried.
    ///
    /// # Errors
    /// It could not; [`Fault::why`] tells what sort of trouble it is.
    pub async fn ready(&self) -> Result<(), Fault> {
        Ok(self.shared.journal.writable().await?)
    }

    /// The journal behind it.
    pub fn journal(&self) -> &Journal {
        &self.shared.journal
    }
}
