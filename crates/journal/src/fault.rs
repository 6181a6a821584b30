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
    kind: Kind,
    sentence: Arc<str>,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

/// What would help, as far as the caller answers differently for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Room on the disk: until then nothing can be written, and everything can be read.
    DiskFull,
    /// A database that answers: until then neither.
    Unanswered,
    /// Something else; the sentence says what.
    Other,
}

impl Fault {
    pub(crate) fn new(sentence: &str) -> Self {
        Self { kind: Kind::Other, sentence: sentence.into(), source: None }
    }

    pub(crate) fn because(sentence: &str, cause: impl Error + Send + Sync + 'static) -> Self {
        Self { source: Some(Arc::new(cause)), ..Self::new(sentence) }
    }

    /// A file or folder failed.
    pub(crate) fn io(sentence: &str, cause: io::Error) -> Self {
        let full = matches!(cause.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        let kind = if full { Kind::DiskFull } else { Kind::Other };
        Self { kind, ..Self::because(sentence, cause) }
    }

    /// What would help.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// A batch that must not be stored: a mistake in the program, not in what a person did.
    pub(crate) fn unfit(why: &str) -> Self {
        Self::new(&format!("Händelserna kan inte skrivas i journalen: {why}."))
    }

    pub(crate) fn closed() -> Self {
        Self::new("Journalen är stängd: programmet håller på att avslutas.")
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
        let kind = match cause.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Kind::DiskFull,
            _ => Kind::Other,
        };
        Self { kind, ..Self::because(sentence, cause) }
    }
}

impl From<sqlx::Error> for Fault {
    fn from(cause: sqlx::Error) -> Self {
        if matches!(cause, sqlx::Error::PoolClosed) {
            return Self::closed();
        }
        let code = cause.as_database_error().and_then(|e| e.code()).unwrap_or_default().into_owned();
        let kind = match (&cause, code.as_str()) {
            (_, DISK_FULL) => Kind::DiskFull,
            (sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut, _) => Kind::Unanswered,
            (_, code) if code.starts_with("57") => Kind::Unanswered,
            _ => Kind::Other,
        };
        let sentence = match (kind, code.as_str()) {
            (Kind::DiskFull, _) => "Databasserverns disk är full. Frigör utrymme där.",
            (Kind::Unanswered, _) => {
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
        Self { kind, ..Self::because(sentence, cause) }
    }
}

/// What PostgreSQL says when its disk is full.
const DISK_FULL: &str = "53100";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_apart_wherever_it_is_met() {
        let full =
            rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_FULL), None);
        assert_eq!(Fault::from(full).kind(), Kind::DiskFull);
        let busy =
            rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None);
        assert_eq!(Fault::from(busy).kind(), Kind::Other);
        let full = io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(Fault::folder(Path::new("/srv"), full).kind(), Kind::DiskFull);
        assert_eq!(Fault::from(sqlx::Error::PoolTimedOut).kind(), Kind::Unanswered);
    }
}
