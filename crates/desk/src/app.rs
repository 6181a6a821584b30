//! What every request can reach.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;

use access::Access;
use directory::Directory;
use engine::Engine;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kit::Owner;
use kit::statics::{self, Static};

use crate::draft::Drawer;
use crate::fair::Fair;
use crate::front::Front;
use crate::meters::Meters;
use crate::proxies::Proxies;
use crate::rooms::Rooms;

/// Tells what time it is; a demo may pin the day.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// What the operator decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Whether browsers reach us over HTTPS; cookies and headers follow.
    pub https: bool,
    /// The proxies in front of us that tell the client's address in `X-Forwarded-For`.
    pub proxies: Proxies,
    /// Whether people and matters are made up.
    pub demo: bool,
    /// Who answers for the installation.
    pub owner: Owner,
}

/// What every request can reach; cloning gives another handle to the same.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Engine,
    directory: Directory,
    access: Access,
    clock: Clock,
    zone: TimeZone,
    settings: Settings,
    fronts: Vec<Front>,
    files: BTreeMap<String, Static>,
    rooms: Rooms,
    meters: Meters,
    fair: Fair,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("settings", &self.inner.settings).finish_non_exhaustive()
    }
}

impl App {
    /// Joins what is open already, and what is seen of the wings.
    ///
    /// # Errors
    /// The policies cannot be read, or the time zone of Sweden is missing.
    pub fn new(
        engine: Engine,
        directory: Directory,
        clock: Clock,
        settings: Settings,
        fronts: Vec<Front>,
    ) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let zone = TimeZone::get("Europe/Stockholm")?;
        let access = Access::new()?;
        let files = statics::FILES.iter().chain(fronts.iter().flat_map(|front| front.statics));
        let files = files.map(|file| (file.name(), *file)).collect();
        Ok(Self {
            inner: Arc::new(Inner {
                engine,
                directory,
                access,
                clock,
                zone,
                settings,
                fronts,
                files,
                rooms: Rooms::default(),
                meters: Meters::default(),
                fair: Fair::default(),
            }),
        })
    }

    /// The associations.
    pub fn engine(&self) -> &Engine {
        &self.inner.engine
    }

    /// The people.
    pub fn directory(&self) -> &Directory {
        &self.inner.directory
    }

    /// The drafts of applications.
    pub fn drawer(&self) -> Drawer<'_> {
        Drawer { engine: self.engine(), workroom: self.directory().workroom(), zone: &self.inner.zone }
    }

    /// Who may do what.
    pub fn access(&self) -> &Access {
        &self.inner.access
    }

    /// What the operator decided.
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// What is seen of the wings.
    pub fn fronts(&self) -> &[Front] {
        &self.inner.fronts
    }

    /// A file that is sent as it is, by its name.
    pub fn file(&self, name: &str) -> Option<Static> {
        self.inner.files.get(name).copied()
    }

    /// What a wing keeps in memory between requests, by its kind: made when it is first asked for.
    pub fn room<T: Any + Default + Send + Sync>(&self) -> Arc<T> {
        self.inner.rooms.of()
    }

    /// Who has asked for how much.
    pub(crate) fn fair(&self) -> &Fair {
        &self.inner.fair
    }

    /// What is counted for the operator.
    pub(crate) fn meters(&self) -> &Meters {
        &self.inner.meters
    }

    /// The moment.
    pub fn now(&self) -> Timestamp {
        (self.inner.clock)()
    }

    /// A moment by Swedish clocks.
    pub fn in_sweden(&self, moment: Timestamp) -> DateTime {
        self.inner.zone.to_datetime(moment)
    }
}
