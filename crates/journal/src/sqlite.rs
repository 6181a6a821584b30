//! SQLite: one file, one writer thread, readers beside it.
//!
//! `synchronous=FULL` makes a commit wait for the disk; write-ahead logging lets readers go on meanwhile.

pub(crate) mod connection;
mod rows;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::{Semaphore, mpsc};

use crate::fault::Fault;
use crate::folder;
use crate::follow::Announcer;
use crate::hash::Head;
use crate::page::{self, Page, Part};
use crate::queue::Queue;
use crate::seen::Ends;

use connection::Medium;

/// How many may read at once; more would only stand in each other's way.
const READERS: usize = 8;

/// The readers' side.
#[derive(Debug)]
pub(crate) struct Sqlite {
    file: PathBuf,
    medium: Medium,
    idle: Mutex<Vec<Connection>>,
    turn: Semaphore,
}

impl Sqlite {
    /// Opens the file in a folder, which nobody else may write in, and starts its writer; both are made if they
    /// are missing.
    pub(crate) async fn open(folder: &Path, announcer: Arc<Announcer>) -> Result<(Arc<Self>, Queue), Fault> {
        let folder = folder.to_owned();
        blocking(move || {
            folder::make(&folder)?;
            let lock = folder::take(&folder)?;
            let file = file_in(&folder);
            keep_private(&file).map_err(|cause| Fault::folder(&folder, cause))?;
            let connection = connection::connect_writer(&folder, &file)?;
            let mut ends = Ends::default();
            rows::heads(&connection)?.iter().for_each(|(stream, head)| ends.note(stream, *head));
            let (queue, jobs) = Queue::new();
            std::thread::Builder::new()
                .name("journal-writer".to_owned())
                .spawn(move || writer::run(connection, ends, lock, jobs, &announcer))
                .map_err(|cause| Fault::io("Journalens skrivtråd kunde inte startas.", cause))?;
            Ok((Arc::new(Self::reading_from(file, Medium::Living)), queue))
        })
        .await
    }

    /// Opens the file in a folder for reading, beside whoever writes, or where nothing can be written.
    pub(crate) async fn open_to_read(folder: &Path) -> Result<Arc<Self>, Fault> {
        let folder = folder.to_owned();
        blocking(move || {
            let file = file_in(&folder);
            if !file.exists() {
                return Err(Fault::missing(&folder.display().to_string()));
            }
            let medium = connection::look(&folder, &file)?;
            Ok(Arc::new(Self::reading_from(file, medium)))
        })
        .await
    }

    fn reading_from(file: PathBuf, medium: Medium) -> Self {
        Self { file, medium, idle: Mutex::default(), turn: Semaphore::new(READERS) }
    }

    /// Lets a reader work on a thread where it may wait for the disk.
    async fn reading<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&mut Connection) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let _turn = self.turn.acquire().await.map_err(|_| Fault::closed())?;
        let this = Arc::clone(self);
        blocking(move || this.borrow(work)).await
    }

    fn borrow<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => connection::connect_reader(&self.file, self.medium)?,
        };
        let result = work(&mut connection)?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < READERS {
            idle.push(connection);
        }
        Ok(result)
    }

    /// Closes the idle readers, so that the writer is the last to leave and tidies the log into the file.
    pub(crate) fn close(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(crate) async fn head(self: &Arc<Self>, stream: &str) -> Result<Option<Head>, Fault> {
        let stream = stream.to_owned();
        self.reading(move |connection| rows::head(connection, &stream)).await
    }

    pub(crate) async fn heads(self: &Arc<Self>) -> Result<Vec<(String, Head)>, Fault> {
        self.reading(|connection| rows::heads(connection)).await
    }

    pub(crate) fn pages(
        self: &Arc<Self>,
        stream: &str,
        after: u64,
        limit: u64,
    ) -> mpsc::Receiver<Result<Page, Fault>> {
        let (this, stream) = (Arc::clone(self), Arc::<str>::from(stream));
        page::send(after, limit, move |after, most| {
            let (this, stream) = (Arc::clone(&this), Arc::clone(&stream));
            async move { this.reading(move |connection| rows::one_page(connection, &stream, after, most)).await }
        })
    }

    /// Copies the file into another folder, as it stands at one moment.
    pub(crate) async fn copy_to(self: &Arc<Self>, folder: &Path) -> Result<(), Fault> {
        let file = file_in(folder);
        self.reading(move |connection| {
            // Made here, so that only its owner reads it; SQLite fills a file that is empty.
            folder::keep_private(&file).map_err(|cause| Fault::folder(&file, cause))?;
            connection.execute("VACUUM INTO $1", [file.to_string_lossy()])?;
            Ok(())
        })
        .await
    }

    /// Sends the whole journal as it stands at one moment.
    pub(crate) fn everything(self: &Arc<Self>) -> mpsc::Receiver<Result<Part, Fault>> {
        let (sender, receiver) = mpsc::channel(2);
        let this = Arc::clone(self);
        tokio::task::spawn_blocking(move || {
            if let Err(fault) = this.borrow(|connection| rows::send_everything(connection, &sender)) {
                let _ = sender.blocking_send(Err(fault));
            }
        });
        receiver
    }
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("journal.sqlite")
}

/// The file, and what SQLite keeps beside it: new files get the mode of the first.
fn keep_private(file: &Path) -> std::io::Result<()> {
    folder::keep_private(file)?;
    folder::take_back(&file.with_extension("sqlite-wal"))?;
    folder::take_back(&file.with_extension("sqlite-shm"))
}

/// Runs what may wait for the disk where waiting does no harm.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|cause| Err(Fault::because("Journalen kunde inte läsas: arbetet avbröts.", cause)))
}
