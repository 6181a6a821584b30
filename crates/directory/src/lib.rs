//! The directory: people, how they log in, how to reach them, and how that is erased.
//!
//! Everything here may have to be forgotten, which is why it does not stand in the journal; the journal names a person by
//! [`PersonId`] only. Nothing here knows what anybody decided.
//!
//! | file | what one can do |
//! | --- | --- |
//! | `people` | find a person, change the own contact details, set a language |
//! | `claim` | an own address that is not confirmed yet |
//! | `closing` | close an account, end sessions, erase contact details |
//! | `invitation` | a link for a first password, and one for a new password; accept once |
//! | `password` | what a password must be; change the own one |
//! | `login` | log in, with growing pauses (`pace`) that do not stop a known device (`device`) |
//! | `owner` | the password once more, before what opens or leads to the account changes |
//! | `session` | who is reading, rotation of the token, ending sessions |
//! | `workroom` | what must be able to vanish beside the record: the urns of secret votes |
//! | `errand` | the turn at what the clock sets going, and how far it has come |
//! | `reminder` | that something was to have been done by a day |
//! | `log` | the security log, and what a person is told at the next login |
//! | `store` | SQLite and PostgreSQL behind one small interface |
//!
//! Time is an argument everywhere. Refusals are enums whose text is a Swedish sentence for the page; a [`Fault`] is ours.

mod actor;
mod cache;
mod claim;
mod closing;
mod contact;
mod device;
mod errand;
mod fault;
mod hashing;
mod invitation;
mod log;
mod login;
mod owner;
mod pace;
mod password;
mod people;
mod place;
mod reminder;
mod session;
mod settings;
mod store;
mod time;
mod token;
mod workroom;

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;

pub use actor::{By, Client, Operator};
pub use cache::OTHER_NODES_FOLLOW_WITHIN;
pub use claim::Claim;
pub use contact::{Contact, ContactRefused};
pub use errand::{Failed, GivenUp, Turn};
pub use fault::{Fault, Why};
pub use invitation::{Guest, Invitation, InvitationRefused, Purpose};
pub use log::{Entry, Note, SecurityAct, Who};
pub use login::{LoggedIn, LoginRefused};
pub use password::{ChangeRefused, LONGEST, PasswordRefused, SHORTEST, check};
pub use people::{Holder, Language, Person, PersonId};
pub use place::Place;
pub use reminder::Reminder;
pub use session::{Session, SessionId};
pub use settings::{Hashing, Pace, Settings};
pub use token::{DeviceToken, InvitationToken, SessionToken};
pub use workroom::{Tally, Unfinished, UrnRefused, VoteId, Workroom};

use store::{Step, Store, values};

/// What has ended is swept away at most this often, by somebody's login.
const SWEEP_EVERY: Duration = Duration::from_secs(60 * 60);

/// Connections to PostgreSQL for the workroom, at most.
const WORKROOM_CONNECTIONS: u32 = 4;

/// Invitations that were not accepted, or were, are kept for so long after their last day to explain themselves.
const INVITATIONS_EXPLAIN_FOR: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// A directory that is open; cloning is cheap and gives the same directory.
#[derive(Clone)]
pub struct Directory {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    workroom: Workroom,
    settings: Settings,
    hasher: hashing::Hasher,
    cache: cache::Cache,
    swept: AtomicI64,
}

impl Directory {
    /// Opens the directory, making or completing its tables.
    ///
    /// # Errors
    /// The place cannot be reached, belongs to a newer program, or the hashing parameters are impossible.
    pub async fn open(place: &Place, settings: Settings) -> Result<Self, Fault> {
        let hasher = hashing::Hasher::new(&settings)?;
        let store = Store::open(place, settings.connections, &store::DIRECTORY).await?;
        let workroom = Workroom::open(place, settings.connections.min(WORKROOM_CONNECTIONS)).await?;
        let (cache, swept) = (cache::Cache::default(), AtomicI64::new(i64::MIN));
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

    /// Deletes sessions that have ended, invitations long expired, devices long unused, what the log has kept its time
    /// and counters that say nothing any more.
    ///
    /// # Errors
    /// The database failed.
    pub async fn sweep(&self, now: Timestamp) -> Result<(), Fault> {
        let settings = self.settings();
        // First what a wrong clock wrote, so that nothing stays because it lies in the future.
        let mut steps = vec![session::settle(now, settings), invitation::settle(now, settings)];
        steps.extend([
            Step::any(
                "DELETE FROM directory_session WHERE ends_at <= $1 OR last_seen_at <= $2",
                values![now, time::before(now, settings.idle)],
            ),
            Step::any(
                "DELETE FROM directory_invitation WHERE expires_at <= $1",
                values![time::before(now, INVITATIONS_EXPLAIN_FOR)],
            ),
            device::sweep(now),
            log::purge(now, settings.log_kept),
        ]);
        steps.extend(pace::sweep(now, settings));
        self.store().write(steps).await.map(drop)
    }

    pub(crate) async fn sweep_sometimes(&self, now: Timestamp) -> Result<(), Fault> {
        let (last, next) = (self.inner.swept.load(Ordering::Relaxed), now.as_microsecond());
        // A sweep in the future was by a clock that was wrong.
        let due = last > next || next.saturating_sub(last) >= time::micros(SWEEP_EVERY);
        if due && self.inner.swept.compare_exchange(last, next, Ordering::Relaxed, Ordering::Relaxed).is_ok()
        {
            self.sweep(now).await?;
        }
        Ok(())
    }

    pub(crate) fn store(&self) -> &Store {
        &self.inner.store
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    pub(crate) fn hasher(&self) -> &hashing::Hasher {
        &self.inner.hasher
    }

    pub(crate) fn cache(&self) -> &cache::Cache {
        &self.inner.cache
    }
}

impl fmt::Debug for Directory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Directory").field("settings", &self.inner.settings).finish_non_exhaustive()
    }
}
