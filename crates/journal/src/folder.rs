//! The data folder: one process writes in it, and only its owner reads what lies there.

use std::fs::{DirBuilder, File, OpenOptions, Permissions, TryLockError, set_permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::time::Duration;

use crate::fault::Fault;

/// Says who writes here; the lock on it is the operating system's, so a killed process leaves none behind.
const LOCK: &str = "samordna.lock";
/// A process that was just told to stop is given this long to let go.
const TRIES: u32 = 20;
const BETWEEN: Duration = Duration::from_millis(100);

const OWNER_ENTERS: u32 = 0o700;
const OWNER_READS: u32 = 0o600;
const OTHERS: u32 = 0o077;

/// The right to write in a folder, for as long as it is kept.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

/// Makes the folder for its owner alone, unless it is there.
///
/// One that is there may hold other things than ours, and be shared on purpose: it is left as it is, and told of.
pub(crate) fn make(folder: &Path) -> Result<(), Fault> {
    let unusable = |cause| Fault::folder(folder, cause);
    match folder.metadata() {
        Ok(found) if found.permissions().mode() & OTHERS != 0 => {
            tracing::warn!(folder = %folder.display(), "journal.folder.open_to_others");
            Ok(())
        }
        Ok(_) => Ok(()),
        Err(_) => DirBuilder::new().recursive(true).mode(OWNER_ENTERS).create(folder).map_err(unusable),
    }
}

/// Takes the right to write in a folder.
pub(crate) fn take(folder: &Path) -> Result<Lock, Fault> {
    let unusable = |cause| Fault::folder(folder, cause);
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(OWNER_READS);
    let mut file = options.open(folder.join(LOCK)).map_err(unusable)?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => {
                sign(&mut file).map_err(unusable)?;
                return Ok(Lock { _file: file });
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN),
            Err(TryLockError::Error(cause)) => return Err(unusable(cause)),
        }
    }
    Err(Fault::taken(folder, &signature(&mut file)))
}

/// Makes a file for its owner alone, or takes it back from others.
///
/// A file that is there is never opened for this: closing it would let go of every lock that SQLite holds on it in
/// this process.
pub(crate) fn keep_private(file: &Path) -> io::Result<()> {
    match OpenOptions::new().write(true).create_new(true).mode(OWNER_READS).open(file) {
        Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => take_back(file),
        other => other.map(drop),
    }
}

/// Takes a file back from others, if it is there.
pub(crate) fn take_back(file: &Path) -> io::Result<()> {
    match file.metadata() {
        Ok(found) if found.permissions().mode() & OTHERS != 0 => {}
        Ok(_) => return Ok(()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(cause) => return Err(cause),
    }
    match set_permissions(file, Permissions::from_mode(OWNER_READS)) {
        Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied => {
            tracing::warn!(file = %file.display(), "journal.file.open_to_others");
            Ok(())
        }
        other => other,
    }
}

fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    write!(file, "{}", std::process::id())
}

/// The number of the process that holds the lock, as far as it can be read.
fn signature(file: &mut File) -> String {
    let mut number = String::new();
    match file.read_to_string(&mut number) {
        Ok(_) if !number.is_empty() => number,
        Ok(_) | Err(_) => "okänd".to_owned(),
    }
}
