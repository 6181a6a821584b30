//! The workroom: what is worked on and must be able to vanish, apart from the record of what was decided.
//!
//! | file | what one can do |
//! | --- | --- |
//! | `copy` | save what is being written, claim it when it is handed in, delete it |
//! | `urn` | put a secret slip, see who has, count, and let the disk forget |
//! | `schema` | the tables |
//!
//! It has a file of its own beside the directory's, so that everything in it can be forgotten at once.

mod copy;
mod schema;
mod urn;

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::fault::Fault;
use crate::place::Place;
use crate::store::{self, Store};

pub use copy::{CopyId, Saved, WorkingCopy};
pub use urn::{Tally, Unfinished, UrnRefused, VoteId};

/// A workroom that is open; cloning is cheap and gives the same workroom.
#[derive(Clone)]
pub struct Workroom {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    keys: urn::Keys,
}

impl Workroom {
    /// Opens the workroom, making or completing its tables.
    ///
    /// # Errors
    /// The place cannot be reached, or belongs to a newer program.
    pub async fn open(place: &Place, connections: u32) -> Result<Self, Fault> {
        let store = Store::open(place, connections, &schema::WORKROOM).await?;
        let keys = urn::Keys::open(place).await?;
        let workroom = Self { inner: Arc::new(Inner { store, keys }) };
        // What a crash left behind of an urn that had been emptied.
        if let Err(fault) = workroom.store().forget_old_pages().await {
            tracing::warn!(%fault, "the workroom's log could not be cut");
        }
        Ok(workroom)
    }

    /// Copies the workroom of one folder into another, if there is one. The keys of open votes are not copied: without
    /// them nobody can read the slips.
    ///
    /// # Errors
    /// It cannot be read, or the copy cannot be written.
    pub async fn copy(from: &Path, to: &Path) -> Result<(), Fault> {
        store::copy(from, to, &schema::WORKROOM).await
    }

    fn store(&self) -> &Store {
        &self.inner.store
    }

    fn keys(&self) -> &urn::Keys {
        &self.inner.keys
    }
}

impl fmt::Debug for Workroom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workroom").finish_non_exhaustive()
    }
}
