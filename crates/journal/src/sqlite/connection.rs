//! Opening the file: to write, to read beside the writer, or to read where nothing can be written.

use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::fault::Fault;
use crate::schema;

/// How a reader gets at the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Medium {
    /// Beside a writer, or where one may come.
    Living,
    /// Where nothing can be written, so that nobody else writes either.
    Sealed,
}

pub(crate) fn connect(file: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    Ok(connection)
}

/// Opens for reading only.
pub(crate) fn connect_reader(file: &Path, medium: Medium) -> rusqlite::Result<Connection> {
    match medium {
        Medium::Living => connect(file, OpenFlags::SQLITE_OPEN_READ_ONLY),
        Medium::Sealed => {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
            connect(Path::new(&address(file)), flags)
        }
    }
}

/// Finds out how the file can be read, and that it is a journal of this version.
pub(crate) fn look(folder: &Path, file: &Path) -> Result<Medium, Fault> {
    let first = connect_reader(file, Medium::Living).and_then(|connection| found(&connection));
    let (medium, found) = match first {
        Err(cause) if cannot_be_written(&cause) => (Medium::Sealed, sealed(folder, file)?),
        other => (Medium::Living, other?),
    };
    match found.map(|version| version.cmp(&newest())) {
        None => Err(Fault::missing(&folder.display().to_string())),
        Some(std::cmp::Ordering::Less) => Err(Fault::older()),
        Some(std::cmp::Ordering::Equal) => Ok(medium),
        Some(std::cmp::Ordering::Greater) => Err(Fault::newer(found.unwrap_or_default())),
    }
}

/// The version of a journal where nothing can be written. What stands in the log only would be passed over in
/// silence there, so such a journal is not read.
fn sealed(folder: &Path, file: &Path) -> Result<Option<i64>, Fault> {
    let log = file.with_extension("sqlite-wal");
    if log.metadata().is_ok_and(|log| log.len() > 0) {
        return Err(Fault::unfinished(folder));
    }
    Ok(found(&connect_reader(file, Medium::Sealed)?)?)
}

fn found(connection: &Connection) -> rusqlite::Result<Option<i64>> {
    let tables = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'journal_schema'";
    match connection.query_row(tables, [], |row| row.get(0))? {
        0_i64 => Ok(None),
        _ => connection.query_row(schema::VERSION, [], |row| row.get(0)),
    }
}

/// Durable before acknowledged, on systems where flushing has levels too.
pub(crate) fn prepare_writer(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON")
}

/// Opens for writing, and brings the tables up to date.
pub(crate) fn connect_writer(folder: &Path, file: &Path) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut connection = connect(file, flags)
        .and_then(|connection| prepare_writer(&connection).map(|()| connection))
        .map_err(|cause| match cannot_be_written(&cause) {
            true => Fault::folder_of(folder, cause),
            false => cause.into(),
        })?;
    migrate(&mut connection)?;
    Ok(connection)
}

fn migrate(connection: &mut Connection) -> Result<(), Fault> {
    let work = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    work.execute_batch(schema::VERSION_TABLE)?;
    let found: i64 = work.query_row(schema::VERSION, [], |row| row.get::<_, Option<i64>>(0))?.unwrap_or(0);
    let done = usize::try_from(found).unwrap_or(usize::MAX);
    if done > schema::SQLITE.len() {
        return Err(Fault::newer(found));
    }
    for step in schema::SQLITE.iter().skip(done) {
        work.execute_batch(step)?;
    }
    work.execute_batch(schema::FORGET_VERSION)?;
    work.execute(schema::SET_VERSION, [newest()])?;
    Ok(work.commit()?)
}

fn newest() -> i64 {
    i64::try_from(schema::SQLITE.len()).unwrap_or(i64::MAX)
}

fn cannot_be_written(cause: &rusqlite::Error) -> bool {
    matches!(cause.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly))
}

/// The file as an address that promises that it does not change, so that SQLite needs no files beside it.
fn address(file: &Path) -> String {
    let mut address = "file:".to_owned();
    for byte in file.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                address.push(char::from(*byte));
            }
            other => drop(write!(address, "%{other:02x}")),
        }
    }
    address + "?immutable=1"
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

    #[test]
    fn a_folder_may_have_any_name_and_still_be_read_where_nothing_can_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let odd = folder.path().join("år 2027 #1?a=b%20");
        std::fs::create_dir(&odd).unwrap();
        let file = odd.join("journal.sqlite");
        connect_writer(&odd, &file).unwrap().close().unwrap();
        assert_eq!(sealed(&odd, &file).unwrap(), Some(newest()));
    }
}
