//! The keys of the urns: made when a vote is opened, in no backup, destroyed when it is counted.
//!
//! With SQLite each key is a small file in a folder of its own, which is marked for backup programs to leave out, and is
//! overwritten where it lies before it is removed: a write-ahead log would have left a copy in freed blocks.
//! With PostgreSQL the keys stand in an unlogged table. That is emptied when the database crashes, so a node that has
//! seen the key puts it back with the next slip; only when database and nodes go down at once must the vote be held anew.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use super::vote::VoteId;
use crate::fault::{Cause, Fault};
use crate::place::Place;
use crate::store::{Step, Store, values};

/// The folder in the data folder.
const FOLDER: &str = "urn-keys";

/// What tar, borg, restic and others know a folder by that is to be left out (<https://bford.info/cachedir/>).
const MARK: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
    # Nycklarna till pågående slutna omröstningar. De får inte finnas i någon säkerhetskopia.\n";

#[derive(Clone, Copy)]
pub(super) struct Key(pub(super) [u8; 32]);

pub(crate) struct Keys {
    /// Where they lie when not in the database.
    folder: Option<PathBuf>,
    /// Those this node has seen.
    seen: Mutex<BTreeMap<VoteId, Key>>,
}

const KEEP: &str = "INSERT INTO workroom_key (vote, key) VALUES ($1, $2) ON CONFLICT (vote) DO NOTHING";

impl Keys {
    pub(crate) async fn open(place: &Place) -> Result<Self, Fault> {
        let folder = match place {
            Place::Folder(folder) => Some(folder.join(FOLDER)),
            Place::Url(_) => None,
        };
        if let Some(folder) = folder.clone() {
            on_disk(move || prepare(&folder)).await?;
        }
        Ok(Self { folder, seen: Mutex::default() })
    }

    /// Makes a key for a vote that has none.
    pub(super) async fn create(&self, store: &Store, vote: &VoteId) -> Result<(), Fault> {
        let mut key = [0_u8; 32];
        getrandom::fill(&mut key).map_err(|e| Fault::new("making a key", e))?;
        match self.file(vote) {
            Some(file) => on_disk(move || write_new(&file, &key)).await,
            None => store.write(vec![Step::any(KEEP, values![vote, key.to_vec()])]).await.map(drop),
        }
    }

    /// The key of a vote, if there is one.
    pub(super) async fn read(&self, store: &Store, vote: &VoteId) -> Result<Option<Key>, Fault> {
        if let Some(key) = self.seen().get(vote) {
            return Ok(Some(*key));
        }
        let found = match self.file(vote) {
            Some(file) => on_disk(move || read(&file)).await?,
            None => {
                let sql = "SELECT key FROM workroom_key WHERE vote = $1";
                let row = store.read_one(sql, values![vote]).await?;
                row.map(|mut row| row.bytes()).transpose()?
            }
        };
        let Some(bytes) = found else { return Ok(None) };
        let key = bytes.try_into().map_err(|_| Fault::stored("a key has another length"))?;
        self.seen().insert(vote.clone(), Key(key));
        Ok(Some(Key(key)))
    }

    /// The step beside a slip that puts a key back which the database lost in a crash.
    pub(super) fn keep(&self, vote: &VoteId, key: &Key) -> Option<Step> {
        self.folder.is_none().then(|| Step::any(KEEP, values![vote, key.0.to_vec()]))
    }

    /// Destroys the key of a vote; the answer is what is left to do in the database.
    pub(super) async fn destroy(&self, vote: &VoteId) -> Result<Option<Step>, Fault> {
        self.forget(vote);
        match self.file(vote) {
            Some(file) => on_disk(move || overwrite(&file)).await.map(|()| None),
            None => Ok(Some(Step::any("DELETE FROM workroom_key WHERE vote = $1", values![vote]))),
        }
    }

    /// Forgets a key that this node has seen.
    pub(super) fn forget(&self, vote: &VoteId) {
        self.seen().remove(vote);
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, BTreeMap<VoteId, Key>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A vote's name may hold what a file's name may not.
    fn file(&self, vote: &VoteId) -> Option<PathBuf> {
        let digest = Sha256::digest(vote.0.as_bytes());
        let name: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        self.folder.as_ref().map(|folder| folder.join(name))
    }
}

async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Result<T, Fault> {
    let done = tokio::task::spawn_blocking(work).await.map_err(|_| Cause::Stopped);
    done.and_then(|done| done.map_err(Cause::from)).map_err(|cause| Fault::new("keeping a key", cause))
}

fn prepare(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    std::fs::write(folder.join("CACHEDIR.TAG"), MARK)
}

/// Writes a key whole or not at all; one that is there stays.
///
/// What a crash leaves under the other name is the same file, overwritten with it, or a key that sealed nothing.
fn write_new(file: &Path, key: &[u8; 32]) -> std::io::Result<()> {
    let mut own = [0_u8; 8];
    getrandom::fill(&mut own).map_err(std::io::Error::other)?;
    let unfinished = file.with_extension(format!("{:x}.new", u64::from_be_bytes(own)));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut written = options.open(&unfinished)?;
    written.write_all(key)?;
    written.sync_all()?;
    let named = match std::fs::hard_link(&unfinished, file) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        named => named,
    };
    std::fs::remove_file(&unfinished)?;
    named?;
    sync_folder(file)
}

fn read(file: &Path) -> std::io::Result<Option<Vec<u8>>> {
    match std::fs::read(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        read => read.map(Some),
    }
}

fn overwrite(file: &Path) -> std::io::Result<()> {
    let mut there = match OpenOptions::new().write(true).open(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        there => there?,
    };
    there.write_all(&[0; 32])?;
    there.sync_all()?;
    std::fs::remove_file(file)?;
    sync_folder(file)
}

/// A name is on the disk when its folder is.
fn sync_folder(file: &Path) -> std::io::Result<()> {
    file.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}
