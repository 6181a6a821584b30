//! The directory that is open: its store, its settings, and what a node remembers.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use crate::cache::Cache;
use crate::fault::Fault;
use crate::hashing::Hasher;
use crate::place::Place;
use crate::settings::Settings;
use crate::store::{self, Store, values};
use crate::workroom::Workroom;

/// Connections to PostgreSQL for the workroom, at most.
const WORKROOM_CONNECTIONS: u32 = 4;

/// A directory that is open; cloning is cheap and gives the same directory.
#[derive(Clone)]
pub struct Directory {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    workroom: Workroom,
    settings: Settings,
    hasher: Hasher,
    cache: Cache,
    /// When what has ended was last swept away, in microseconds.
    swept: AtomicI64,
}

impl Directory {
    /// Opens the directory, making or completing its tables.
    ///
    /// # Errors
    /// The place cannot be reached, belongs to a newer program, or the hashing parameters are impossible.
    pub async fn open(place: &Place, settings: Settings) -> Result<Self, Fault> {
        let hasher = Hasher::new(&settings)?;
        let store = Store::open(place, settings.connections, &store::DIRECTORY).await?;
        let workroom = Workroom::open(place, settings.connections.min(WORKROOM_CONNECTIONS)).await?;
        let (cache, swept) = (Cache::default(), AtomicI64::new(i64::MIN));
        Ok(Self { inner: Arc::new(Inner { store, workroom, settings, hasher, cache, swept }) })
    }

    /// What must be able to vanish beside the record.
    pub fn workroom(&self) -> &Workroom {
        &self.inner.workroom
    }

    /// Copies the directory of one folder into another, as it stands at one moment, whoever is writing meanwhile.
    /// What has been erased is not in the copy.
    ///
    /// # Errors
    /// It cannot be read, or the copy cannot be written.
    pub async fn copy(from: &Path, to: &Path) -> Result<(), Fault> {
        store::copy(from, to, &store::DIRECTORY).await
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn ready(&self) -> Result<(), Fault> {
        self.store().read("SELECT COUNT(*) FROM directory_version", values![]).await.map(drop)
    }

    /// How many passwords have been compared with a hash since the start, for the operator.
    pub fn passwords_compared(&self) -> u64 {
        self.hasher().compared()
    }

    pub(crate) fn swept(&self) -> &AtomicI64 {
        &self.inner.swept
    }

    pub(crate) fn store(&self) -> &Store {
        &self.inner.store
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    pub(crate) fn hasher(&self) -> &Hasher {
        &self.inner.hasher
    }

    pub(crate) fn cache(&self) -> &Cache {
        &self.inner.cache
    }
}

impl fmt::Debug for Directory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Directory").field("settings", &self.inner.settings).finish_non_exhaustive()
    }
}
