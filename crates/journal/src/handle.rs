//! The handle: one interface to both stores.

use std::io::{BufRead, Write};
use std::sync::Arc;

use tokio::sync::{broadcast, mpsc};

use crate::event::{Appended, Batch, Recorded, RecordedRef};
use crate::fault::Fault;
use crate::follow::{Announcer, Moved};
use crate::hash::Head;
use crate::page::{Page, Part};
use crate::place::Place;
use crate::postgres::Postgres;
use crate::queue::{Job, Queue};
use crate::sqlite::Sqlite;
use crate::transfer::{self, ImportError};
use crate::verify::{self, Report, VerifyError};

/// A journal that is open. Cloning it is cheap, and all clones write through the same writer.
#[derive(Debug, Clone)]
pub struct Journal {
    queue: Queue,
    store: Store,
    announcer: Arc<Announcer>,
}

#[derive(Debug, Clone)]
enum Store {
    Sqlite(Arc<Sqlite>),
    Postgres(Arc<Postgres>),
}

impl Journal {
    /// Opens a journal; folder, file and tables are made if they are missing.
    ///
    /// A folder is written by one process at a time: this one, until the handle is closed or the process ends.
    ///
    /// # Errors
    /// The place cannot be reached or written, another process writes there, or it was written by a newer version
    /// of the program.
    pub async fn open(place: &Place) -> Result<Self, Fault> {
        let announcer = Arc::new(Announcer::new());
        let (store, queue) = match place {
            Place::Folder(folder) => {
                let (store, queue) = Sqlite::open(folder, Arc::clone(&announcer)).await?;
                (Store::Sqlite(store), queue)
            }
            Place::Url(url) => {
                let (store, queue) = Postgres::open(url, Arc::clone(&announcer)).await?;
                (Store::Postgres(store), queue)
            }
        };
        Ok(Self { queue, store, announcer })
    }

    /// Opens a journal only to read it: beside the process that writes it, and from a medium that cannot be written.
    ///
    /// # Errors
    /// There is no journal at the place, it cannot be read, or another version of the program wrote it.
    pub async fn open_to_read(place: &Place) -> Result<Self, Fault> {
        let store = match place {
            Place::Folder(folder) => Store::Sqlite(Sqlite::open_to_read(folder).await?),
            Place::Url(url) => Store::Postgres(Postgres::open_to_read(url).await?),
        };
        Ok(Self { queue: Queue::without_writer(), store, announcer: Arc::new(Announcer::new()) })
    }

    /// Writes a batch, all of it or nothing, and answers when it is on the disk.
    ///
    /// # Errors
    /// The store failed, and then the outcome is unknown: the same batch may be tried again, and either is
    /// written or was. A batch that is not fit to be stored (a body that is not one line of JSON, a name with
    /// control characters) is refused at once.
    pub async fn append(&self, batch: Batch) -> Result<Appended, Fault> {
        batch.check()?;
        self.queue.ask(|answer| Job::Append(batch, answer)).await
    }

    /// Some events of a stream after a number, oldest first.
    ///
    /// # Errors
    /// The store failed, or holds something that is not an event.
    pub async fn read(&self, stream: &str, after: u64, limit: usize) -> Result<Vec<Recorded>, Fault> {
        let mut pages = self.pages(stream, after, u64::try_from(limit).unwrap_or(u64::MAX));
        let mut events = Vec::new();
        while let Some(page) = pages.recv().await {
            let page = page?;
            events.extend(page.iter().map(Recorded::from));
            refuse_spoiled(&page)?;
        }
        Ok(events)
    }

    /// Hands over every event of a stream after a number, oldest first, without a string of its own for each.
    ///
    /// The store reads the next page while `each` works on this one. Answers with the last number handed over,
    /// or `after` if there was nothing more.
    ///
    /// # Errors
    /// What `each` fails with, or the store.
    pub async fn replay<E: From<Fault>>(
        &self,
        stream: &str,
        after: u64,
        mut each: impl FnMut(RecordedRef<'_>) -> Result<(), E>,
    ) -> Result<u64, E> {
        let mut pages = self.pages(stream, after, u64::MAX);
        let mut last = after;
        while let Some(page) = pages.recv().await {
            let page = page?;
            for event in page.iter() {
                last = event.seq;
                each(event)?;
            }
            refuse_spoiled(&page)?;
        }
        Ok(last)
    }

    /// Where a stream ends; nothing for a stream that has no events.
    ///
    /// # Errors
    /// The store failed.
    pub async fn head(&self, stream: &str) -> Result<Option<Head>, Fault> {
        match &self.store {
            Store::Sqlite(store) => store.head(stream).await,
            Store::Postgres(store) => store.head(stream).await,
        }
    }

    /// Every stream and where it ends, in order of their names' bytes.
    ///
    /// # Errors
    /// The store failed.
    pub async fn streams(&self) -> Result<Vec<(String, Head)>, Fault> {
        match &self.store {
            Store::Sqlite(store) => store.heads().await,
            Store::Postgres(store) => store.heads().await,
        }
    }

    /// Recomputes the whole chain, as it stands at one moment.
    ///
    /// What it cannot see is a stream that was cut short *and* given a new head by somebody with the means to:
    /// for that, heads are printed where they are out of reach, as in minutes that have been attested.
    ///
    /// # Errors
    /// The first place where the record does not add up, or the store failed.
    pub async fn verify(&self) -> Result<Report, VerifyError> {
        verify::verify(self.everything()).await
    }

    /// Hears of every stream that moves after this call: by this node at once, by another as soon as it is known.
    ///
    /// On SQLite there is one node: what another program writes to the same file is safe, but not heard of.
    ///
    /// A hint, not the events: read on from where you are. Whoever lags behind is told so by the channel and
    /// finds the way with [`Journal::streams`].
    #[must_use]
    pub fn follow(&self) -> broadcast::Receiver<Moved> {
        self.announcer.listen()
    }

    /// Writes the journal as JSON lines, one event on each, by stream and number.
    ///
    /// # Errors
    /// The store or the receiver failed.
    pub async fn export(&self, out: impl Write) -> Result<Report, Fault> {
        transfer::export(self.everything(), out).await
    }

    /// Reads JSON lines as [`Journal::export`] writes them: all of them or none, and only into empty streams.
    ///
    /// # Errors
    /// The first line that does not continue its chain, or the store failed.
    pub async fn import(&self, input: impl BufRead) -> Result<Report, ImportError> {
        transfer::import(self, &self.queue, input).await
    }

    /// Finishes what has been asked and closes; the folder can then be copied. Other clones get a fault.
    ///
    /// # Errors
    /// The store failed, or was closed before.
    pub async fn close(&self) -> Result<(), Fault> {
        match &self.store {
            Store::Sqlite(store) => {
                store.close();
                self.queue.close().await
            }
            Store::Postgres(store) => {
                let closed = self.queue.close().await;
                store.close().await;
                closed
            }
        }
    }

    fn pages(&self, stream: &str, after: u64, limit: u64) -> mpsc::Receiver<Result<Page, Fault>> {
        match &self.store {
            Store::Sqlite(store) => store.pages(stream, after, limit),
            Store::Postgres(store) => store.pages(stream, after, limit),
        }
    }

    fn everything(&self) -> mpsc::Receiver<Result<Part, Fault>> {
        match &self.store {
            Store::Sqlite(store) => store.everything(),
            Store::Postgres(store) => store.everything(),
        }
    }
}

fn refuse_spoiled(page: &Page) -> Result<(), Fault> {
    page.spoiled().map_or(Ok(()), |broken| Err(broken.clone().into()))
}
