//! What went wrong outside the caller's control, in a sentence that says what to do about it.

use std::error::Error;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::broken::Broken;

/// The journal could not be opened, read or written.
///
/// `Display` is a Swedish sentence for whoever runs the program; the cause is in [`Error::source`] for the log.
/// It can be cloned because a commit that fails fails for everybody who shared it.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{sentence}")]
pub struct Fault {
    why: Why,
    sentence: Arc<str>,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

/// What sort of trouble it is: whether it passes by itself, and what would help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// There is no room to write: until somebody makes some, everything can be read and nothing written.
    Full,
    /// The store does not answer, or is taken: it may in a while.
    Away,
    /// Something else; the sentence says what.
    Other,
}

impl Fault {
    pub(crate) fn new(sentence: &str) -> Self {
        Self { why: Why::Other, sentence: sentence.into(), source: None }
    }

    pub(crate) fn because(sentence: &str, cause: impl Error + Send + Sync + 'static) -> Self {
        Self { source: Some(Arc::new(cause)), ..Self::new(sentence) }
    }

    /// A file or folder failed.
    pub(crate) fn io(sentence: &str, cause: io::Error) -> Self {
        let full = matches!(cause.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        let why = if full { Why::Full } else { Why::Other };
        Self { why, ..Self::because(sentence, cause) }
    }

    /// What sort of trouble it is.
    #[must_use]
    pub fn why(&self) -> Why {
        self.why
    }

    /// A batch that must not be stored: a mistake in the program, not in what a person did.
    pub(crate) fn unfit(why: &str) -> Self {
        Self::new(&format!("Händelserna kan inte skrivas i journalen: {why}."))
    }

    pub(crate) fn closed() -> Self {
        Self { why: Why::Away, ..Self::new("Journalen är stängd: programmet håller på att avslutas.") }
    }

    pub(crate) fn only_read() -> Self {
        Self::new("Journalen är öppnad bara för läsning: inget kan skrivas i den.")
    }

    pub(crate) fn taken(folder: &Path, process: &str) -> Self {
        Self::new(&format!(
            "Datamappen {} används redan av ett annat Samordna (process {process}). Stoppa det först, eller ange en \
             annan mapp.",
            folder.display()
        ))
    }

    /// A journal on a medium that cannot be written, copied before the program that wrote it was done.
    pub(crate) fn unfinished(folder: &Path) -> Self {
        Self::new(&format!(
            "Journalen i {} är inte avslutad: det som skrevs sist ligger kvar i journal.sqlite-wal. Kopiera mappen till \
             en plats där det går att skriva, och läs den där.",
            folder.display()
        ))
    }

    pub(crate) fn older() -> Self {
        Self::new(
            "Journalen är skriven av en äldre version av Samordna. Starta servern en gång, så förs den över, och försök \
             igen.",
        )
    }

    pub(crate) fn newer(found: i64) -> Self {
        Self::new(&format!(
            "Journalen är skriven av en nyare version av Samordna (format {found}). Uppgradera programmet."
        ))
    }

    pub(crate) fn folder(folder: &Path, cause: io::Error) -> Self {
        Self::io(&Self::unusable(folder, &cause), cause)
    }

    pub(crate) fn folder_of(folder: &Path, cause: rusqlite::Error) -> Self {
        Self::because(&Self::unusable(folder, &cause), cause)
    }

    fn unusable(folder: &Path, cause: &dyn Error) -> String {
        format!(
            "Datamappen {} går inte att använda ({cause}). Kontrollera att den finns och att den användare som kör \
             Samordna får läsa och skriva i den.",
            folder.display()
        )
    }

    pub(crate) fn missing(what: &str) -> Self {
        Self::new(&format!("Det finns ingen journal i {what}. Kontrollera att platsen är rätt angiven."))
    }
}

impl From<Broken> for Fault {
    fn from(broken: Broken) -> Self {
        Self::because(&format!("Journalen är skadad. {broken} Kör samordna verify."), broken)
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(cause: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let sentence = match cause.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                "Journalen är upptagen av ett annat program. Stäng det och försök igen."
            }
            Some(ErrorCode::DiskFull) => "Disken är full. Frigör utrymme där datamappen ligger.",
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                "Journalen går inte att skriva i. Kontrollera rättigheterna till datamappen."
            }
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                "Filen journal.sqlite är skadad eller är inte en journal. Återställ den från en säkerhetskopia."
            }
            _ => "Journalen kunde inte läsas eller skrivas.",
        };
        let why = match cause.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Why::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Why::Away,
            _ => Why::Other,
        };
        Self { why, ..Self::because(sentence, cause) }
    }
}

impl From<sqlx::Error> for Fault {
    fn from(cause: sqlx::Error) -> Self {
        if matches!(cause, sqlx::Error::PoolClosed) {
            return Self::closed();
        }
        let code = cause.as_database_error().and_then(|e| e.code()).unwrap_or_default().into_owned();
        let why = match (&cause, code.as_str()) {
            (_, DISK_FULL) => Why::Full,
            (sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut, _) => Why::Away,
            (_, code) if AWAY.iter().any(|class| code.starts_with(class)) => Why::Away,
            _ => Why::Other,
        };
        let sentence = match (why, code.as_str()) {
            (Why::Full, _) => "Databasserverns disk är full. Frigör utrymme där.",
            (Why::Away, _) => {
                "Databasen svarar inte. Kontrollera att PostgreSQL är igång och att adressen till databasen stämmer."
            }
            (_, "28000" | "28P01") => {
                "Databasen godtar inte användarnamnet eller lösenordet. Kontrollera adressen till databasen."
            }
            (_, "3D000") => "Databasen finns inte på servern. Skapa den eller rätta adressen till databasen.",
            (_, "42501") => {
                "Databasanvändaren saknar rättigheter. Låt den skapa och äga tabellerna i databasen."
            }
            _ => "Databasen kunde inte läsas eller skrivas.",
        };
        Self { why, ..Self::because(sentence, cause) }
    }
}

/// What PostgreSQL says when its disk is full.
const DISK_FULL: &str = "53100";
/// How its errors begin when it stops, starts, has given up on a statement, or has no connection to spare.
const AWAY: [&str; 3] = ["57", "08", "53300"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_apart_wherever_it_is_met() {
        let full =
            rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_FULL), None);
        assert_eq!(Fault::from(full).why(), Why::Full);
        let busy =
            rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None);
        assert_eq!(Fault::from(busy).why(), Why::Away);
        let full = io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(Fault::folder(Path::new("/srv"), full).why(), Why::Full);
        assert_eq!(Fault::from(sqlx::Error::PoolTimedOut).why(), Why::Away);
    }
}
