//! The handle: one interface to both stores.

use std::io::{BufRead, Write};
use std::path::Path;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use tokio::sync::{broadcast, mpsc};

use crate::chain::Report;
use crate::event::{Appended, Batch, Recorded, RecordedRef, check_name};
use crate::fault::Fault;
use crate::follow::{Announcer, Moved};
use crate::hash::Head;
use crate::page::{Page, Part};
use crate::place::Place;
use crate::postgres::Postgres;
use crate::probe::Probe;
use crate::queue::{Job, Queue};
use crate::saved::{Difference, Saved};
use crate::sqlite::Sqlite;
use crate::transfer::{self, ImportError};
use crate::verify::{self, VerifyError};

/// A journal that is open. Cloning it is cheap, and all clones write through the same writer.
///
/// What others ask for again and again is answered in a box, so that the stores are compiled here and not once more in
/// every crate that awaits them.
#[derive(Debug, Clone)]
pub struct Journal {
    queue: Queue,
    store: Store,
    announcer: Arc<Announcer>,
    probe: Probe,
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
    pub fn open(place: &Place) -> BoxFuture<'_, Result<Self, Fault>> {
        Box::pin(async move {
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
            Ok(Self { queue, store, announcer, probe: Probe::default() })
        })
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
        let announcer = Arc::new(Announcer::new());
        Ok(Self { queue: Queue::without_writer(), store, announcer, probe: Probe::default() })
    }

    /// Writes a batch, all of it or nothing, and answers when it is on the disk.
    ///
    /// # Errors
    /// The store failed, and then the outcome is unknown: the same batch may be tried again, and either is
    /// written or was. A batch that is not fit to be stored (a body that is not one line of JSON, a name with
    /// control characters) is refused at once.
    pub fn append(&self, batch: Batch) -> BoxFuture<'_, Result<Appended, Fault>> {
        Box::pin(async move {
            batch.check()?;
            let appended = self.queue.ask(|answer| Job::Append(batch, answer)).await;
            self.probe.note(&appended);
            appended
        })
    }

    /// Some events of a stream after a number, oldest first.
    ///
    /// # Errors
    /// The store failed, or holds something that is not an event.
    pub fn read<'a>(
        &'a self,
        stream: &'a str,
        after: u64,
        limit: usize,
    ) -> BoxFuture<'a, Result<Vec<Recorded>, Fault>> {
        Box::pin(async move {
            let mut pages = self.pages(stream, after, u64::try_from(limit).unwrap_or(u64::MAX));
            let mut events = Vec::new();
            while let Some(page) = pages.recv().await {
                let page = page?;
                events.extend(page.iter().map(Recorded::from));
                refuse_spoiled(&page)?;
            }
            Ok(events)
        })
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

    /// Where a stream ends; nothing for a stream that has no events, whatever somebody may have called it.
    ///
    /// # Errors
    /// The store failed.
    pub fn head<'a>(&'a self, stream: &'a str) -> BoxFuture<'a, Result<Option<Head>, Fault>> {
        Box::pin(async move {
            if check_name("strömmens namn", stream).is_err() {
                return Ok(None);
            }
            match &self.store {
                Store::Sqlite(store) => store.head(stream).await,
                Store::Postgres(store) => store.head(stream).await,
            }
        })
    }

    /// Every stream and where it ends, in order of their names' bytes.
    ///
    /// # Errors
    /// The store failed.
    pub fn streams(&self) -> BoxFuture<'_, Result<Vec<(String, Head)>, Fault>> {
        Box::pin(async move {
            match &self.store {
                Store::Sqlite(store) => store.heads().await,
                Store::Postgres(store) => store.heads().await,
            }
        })
    }

    /// Recomputes the whole chain, as it stands at one moment.
    ///
    /// What it cannot see is a record that somebody with the means to has written anew from some point *to its very
    /// end*, in all streams: for that, heads are kept where they are out of reach.
    ///
    /// # Errors
    /// The first place where the record does not add up, or the store failed.
    pub async fn verify(&self) -> Result<Report, VerifyError> {
        verify::verify(self.everything()).await
    }

    /// Recomputes the whole chain, and names everything that is gone or different since the heads were saved.
    ///
    /// # Errors
    /// As [`Journal::verify`].
    pub async fn verify_against(&self, saved: &Saved) -> Result<(Report, Vec<Difference>), VerifyError> {
        verify::verify_against(self.everything(), saved).await
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

    /// Writes the journal as JSON lines, one event on each, by stream and number, and last a line that says how many
    /// they were and where each stream ends.
    ///
    /// # Errors
    /// The store or the receiver failed.
    pub async fn export(&self, out: impl Write) -> Result<Report, Fault> {
        transfer::export(self.everything(), out).await
    }

    /// Reads JSON lines as [`Journal::export`] writes them: all of them or none, and only into empty streams.
    ///
    /// # Errors
    /// The first line that does not continue its chain, a last line that is missing or says something else, or the
    /// store failed.
    pub async fn import(&self, input: impl BufRead) -> Result<Report, ImportError> {
        let taken = self.streams().await?.into_iter().map(|(stream, _)| stream).collect();
        transfer::import(&taken, &self.queue, input).await
    }

    /// Whether something can be written: writes a row anew that says what it said, as durably as an event.
    ///
    /// However many ask, it is done once a second, and not while an append has just found no room.
    ///
    /// # Errors
    /// It cannot; [`Fault::why`] tells a full disk from a database that does not answer.
    pub async fn writable(&self) -> Result<(), Fault> {
        self.probe.ask(&self.queue).await
    }

    /// Copies the journal into another folder, as it stands at one moment, while it is read and written.
    ///
    /// # Errors
    /// The journal cannot be read, the copy cannot be written, or the journal is kept in PostgreSQL.
    pub async fn copy_to(&self, folder: &Path) -> Result<(), Fault> {
        match &self.store {
            Store::Sqlite(store) => store.copy_to(folder).await,
            Store::Postgres(_) => {
                Err(Fault::new("Journalen ligger i PostgreSQL. Ta kopian där, med pg_dump."))
            }
        }
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
        // What nothing can be stored under has no events, and PostgreSQL would not even be asked.
        if check_name("strömmens namn", stream).is_err() {
            return mpsc::channel(1).1;
        }
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
