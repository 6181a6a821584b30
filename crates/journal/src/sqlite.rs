//! SQLite: one file, one writer thread, readers beside it.
//!
//! `synchronous=FULL` makes a commit wait for the disk; write-ahead logging lets readers go on meanwhile.

mod writer;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension, Row, TransactionBehavior};
use tokio::sync::{Semaphore, mpsc};

use crate::fault::Fault;
use crate::follow::Announcer;
use crate::hash::{Hash, Head};
use crate::page::{self, Page, Part, Raw};
use crate::queue::Queue;
use crate::schema;

/// How many may read at once; more would only stand in each other's way.
const READERS: usize = 8;

/// The readers' side.
#[derive(Debug)]
pub(crate) struct Sqlite {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
    turn: Semaphore,
}

impl Sqlite {
    /// Opens the file in a folder and starts its writer; both are made if they are missing and `create` says so.
    pub(crate) async fn open(
        folder: &Path,
        create: bool,
        announcer: Arc<Announcer>,
    ) -> Result<(Arc<Self>, Queue), Fault> {
        let folder = folder.to_owned();
        blocking(move || {
            let file = folder.join("journal.sqlite");
            if create {
                std::fs::create_dir_all(&folder).map_err(|cause| Fault::folder(&folder, cause))?;
            } else if !file.exists() {
                return Err(Fault::missing(&folder.display().to_string()));
            }
            let mut connection =
                connect(&file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
                    .and_then(|connection| prepare_writer(&connection).map(|()| connection))
                    .map_err(|cause| match cause.sqlite_error_code() {
                        Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::ReadOnly) => {
                            Fault::folder(&folder, cause)
                        }
                        _ => Fault::from(cause),
                    })?;
            migrate(&mut connection)?;
            let (queue, jobs) = Queue::new();
            std::thread::Builder::new()
                .name("journal-writer".to_owned())
                .spawn(move || writer::run(connection, jobs, &announcer))
                .map_err(|cause| Fault::because("Journalens skrivtråd kunde inte startas.", cause))?;
            Ok((Arc::new(Self { file, idle: Mutex::default(), turn: Semaphore::new(READERS) }), queue))
        })
        .await
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
            None => connect(&self.file, OpenFlags::SQLITE_OPEN_READ_ONLY)?,
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
        self.reading(move |connection| head(connection, &stream)).await
    }

    pub(crate) async fn heads(self: &Arc<Self>) -> Result<Vec<(String, Head)>, Fault> {
        self.reading(|connection| heads(connection)).await
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
            async move { this.reading(move |connection| one_page(connection, &stream, after, most)).await }
        })
    }

    /// Sends the whole journal as it stands at one moment.
    pub(crate) fn everything(self: &Arc<Self>) -> mpsc::Receiver<Result<Part, Fault>> {
        let (sender, receiver) = mpsc::channel(2);
        let this = Arc::clone(self);
        tokio::task::spawn_blocking(move || {
            if let Err(fault) = this.borrow(|connection| send_everything(connection, &sender)) {
                let _ = sender.blocking_send(Err(fault));
            }
        });
        receiver
    }
}

/// Runs what may wait for the disk where waiting does no harm.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|cause| Err(Fault::because("Journalen kunde inte läsas: arbetet avbröts.", cause)))
}

pub(crate) fn connect(file: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    Ok(connection)
}

/// Durable before acknowledged, on systems where flushing has levels too.
pub(crate) fn prepare_writer(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON")
}

fn migrate(connection: &mut Connection) -> Result<(), Fault> {
    let work = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    work.execute_batch(schema::VERSION_TABLE)?;
    let found: i64 = work.query_row(schema::VERSION, [], |row| row.get::<_, Option<i64>>(0))?.unwrap_or(0);
    let (done, known) = (usize::try_from(found).unwrap_or(usize::MAX), schema::SQLITE.len());
    if done > known {
        return Err(Fault::newer(found));
    }
    for step in schema::SQLITE.iter().skip(done) {
        work.execute_batch(step)?;
    }
    work.execute_batch(schema::FORGET_VERSION)?;
    work.execute(schema::SET_VERSION, [i64::try_from(known).unwrap_or(i64::MAX)])?;
    Ok(work.commit()?)
}

/// A head as stored. One that cannot be true is read as [`Head::EMPTY`], which `verify` then reports.
fn head_of(row: &Row<'_>, first: usize) -> rusqlite::Result<Head> {
    let seq = u64::try_from(row.get::<_, i64>(first)?).unwrap_or(0);
    let hash = row.get_ref(first + 1)?.as_blob()?.try_into().map_or(Hash::ZERO, Hash);
    Ok(Head { seq, hash })
}

fn head(connection: &Connection, stream: &str) -> Result<Option<Head>, Fault> {
    let mut query = connection.prepare_cached(schema::HEAD)?;
    Ok(query.query_row([stream], |row| head_of(row, 0)).optional()?)
}

fn heads(connection: &Connection) -> Result<Vec<(String, Head)>, Fault> {
    let mut query = connection.prepare_cached(schema::HEADS)?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, head_of(row, 1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn one_page(connection: &Connection, stream: &str, after: u64, most: u64) -> Result<Page, Fault> {
    let mut query = connection.prepare_cached(schema::PAGE)?;
    let bound = |number| i64::try_from(number).unwrap_or(i64::MAX);
    let mut rows = query.query((stream, bound(after), bound(most)))?;
    let mut page = Page::default();
    while !page.is_spoiled()
        && !page.is_full()
        && let Some(row) = rows.next()?
    {
        push(&mut page, row)?;
    }
    Ok(page)
}

fn send_everything(
    connection: &mut Connection,
    sender: &mpsc::Sender<Result<Part, Fault>>,
) -> Result<(), Fault> {
    let snapshot = connection.transaction()?;
    if sender.blocking_send(Ok(Part::Heads(heads(&snapshot)?))).is_err() {
        return Ok(());
    }
    let mut query = snapshot.prepare_cached(schema::EVERYTHING)?;
    let mut rows = query.query(("", -1, -1))?;
    let mut page = Page::default();
    while !page.is_spoiled()
        && let Some(row) = rows.next()?
    {
        push(&mut page, row)?;
        if page.is_full() && sender.blocking_send(Ok(Part::Page(std::mem::take(&mut page)))).is_err() {
            return Ok(());
        }
    }
    let _ = sender.blocking_send(Ok(Part::Page(page)));
    Ok(())
}

/// The table is STRICT: the types hold even if somebody has been at the values.
fn push(page: &mut Page, row: &Row<'_>) -> rusqlite::Result<()> {
    let bytes = |at: usize| row.get_ref(at).and_then(|value| Ok(value.as_bytes()?));
    page.push(&Raw {
        stream: bytes(0)?,
        seq: row.get(1)?,
        id: bytes(2)?,
        recorded_at: row.get(3)?,
        actor: bytes(4)?,
        command_id: bytes(5)?,
        position: row.get(6)?,
        kind: bytes(7)?,
        version: row.get(8)?,
        body: bytes(9)?,
        prev_hash: bytes(10)?,
        hash: bytes(11)?,
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_waits_for_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = connect(&folder.path().join("journal.sqlite"), flags).unwrap();
        prepare_writer(&connection).unwrap();
        let ask = |what: &str| connection.pragma_query_value(None, what, |row| row.get::<_, String>(0));
        let full = connection.pragma_query_value(None, "synchronous", |row| row.get::<_, i64>(0));
        assert_eq!((ask("journal_mode"), full), (Ok("wal".to_owned()), Ok(2)));
    }
}
