//! Working copies (sv. *arbetskopior*): what is being written and is no fact yet, each with versions of its own.
//!
//! A copy is saved by who has seen its latest version; whoever has not is told. When it is handed in it is claimed by a
//! command, which stops all saving, and deleted when the record holds the fact:
//!
//! ```text
//! save, save, save ──► claim(command) ──► (the journal) ──► delete
//!          ▲                 │
//!          └──── release ◄───┘  when the journal would not have it
//! ```
//!
//! A deleted copy leaves its number and nothing else, so that a form that was open is not taken for a new one. The
//! latest savings are kept beside it while it is written, to show what has changed; they go when it goes.

use jiff::Timestamp;
use uuid::Uuid;

use super::Workroom;
use crate::fault::Fault;
use crate::ids::PersonId;
use crate::store::{Outcome, Row, Step, values};

/// The name of one working copy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CopyId {
    /// Where it belongs: an association.
    pub place: String,
    /// What sort of thing is written.
    pub kind: &'static str,
    /// What it is written about.
    pub subject: String,
}

/// A working copy as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkingCopy {
    /// Which version; 0 when nothing was ever written.
    pub version: u64,
    /// What it says; nothing when it is deleted, or was never there.
    pub content: Option<String>,
    /// Who saved or deleted it last, and when.
    pub last: Option<(PersonId, Timestamp)>,
    /// The command that is handing it in, and since when.
    pub claimed: Option<(Uuid, Timestamp)>,
}

/// What came of saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is on the disk, as this version.
    As(u64),
    /// Somebody else was first, or it is claimed: this is how it stands, and nothing was saved.
    Stands(WorkingCopy),
    /// It is longer than anything that is written here.
    TooLong,
}

/// The longest copy, in bytes: more than a form with every field full.
const LONGEST: usize = 1 << 20;

/// How many savings are kept beside a copy.
const KEPT: i64 = 100;

const ONE: &str = "SELECT version, content, person, saved_at, claimed, claimed_at FROM workroom_copy \
    WHERE place = $1 AND kind = $2 AND subject = $3";
const OF_PLACE: &str = "SELECT subject, version, content, person, saved_at, claimed, claimed_at \
    FROM workroom_copy WHERE place = $1 AND kind = $2 AND content IS NOT NULL ORDER BY subject";
const EVERY: &str = "SELECT place, subject, version, content, person, saved_at, claimed, claimed_at \
    FROM workroom_copy WHERE kind = $1 AND content IS NOT NULL ORDER BY place, subject";

/// What the one before said, as long as it is still the one that was seen.
const KEEP: &str = "INSERT INTO workroom_earlier (place, kind, subject, version, content) \
    SELECT place, kind, subject, version, content FROM workroom_copy \
    WHERE place = $1 AND kind = $2 AND subject = $3 AND version = $4 AND claimed IS NULL \
    AND content IS NOT NULL ON CONFLICT (place, kind, subject, version) DO NOTHING";
/// The first saving of all: a copy that was deleted has a version, and is gone on with from there.
const BEGIN: &str = "INSERT INTO workroom_copy (place, kind, subject, version, content, person, saved_at) \
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (place, kind, subject) DO NOTHING";
const GO_ON: &str = "UPDATE workroom_copy SET version = $4, content = $5, person = $6, saved_at = $7 \
    WHERE place = $1 AND kind = $2 AND subject = $3 AND version = $8 AND claimed IS NULL";
const THIN: &str = "DELETE FROM workroom_earlier \
    WHERE place = $1 AND kind = $2 AND subject = $3 AND version <= $4";

/// Which copy a statement is about: its first three values.
macro_rules! of {
    ($id:expr $(, $value:expr)* $(,)?) => {
        values![$id.place.as_str(), $id.kind, $id.subject.as_str() $(, $value)*]
    };
}

impl Workroom {
    /// A working copy as it stands; version 0 when nothing was ever written.
    ///
    /// # Errors
    /// The store failed.
    pub async fn working_copy(&self, id: &CopyId) -> Result<WorkingCopy, Fault> {
        let found = self.store().read_one(ONE, of![id]).await?;
        found.map_or_else(|| Ok(WorkingCopy::default()), |mut row| copy(&mut row))
    }

    /// Every copy of a sort that is being written in a place, by what it is about.
    ///
    /// # Errors
    /// The store failed.
    pub async fn working_copies(
        &self,
        place: &str,
        kind: &'static str,
    ) -> Result<Vec<(String, WorkingCopy)>, Fault> {
        let rows = self.store().read(OF_PLACE, values![place, kind]).await?;
        rows.into_iter().map(|mut row| Ok((row.text()?, copy(&mut row)?))).collect()
    }

    /// Every copy of a sort that is being written anywhere: after a start the journal tells which of them are over.
    ///
    /// # Errors
    /// The store failed.
    pub async fn all_working_copies(&self, kind: &'static str) -> Result<Vec<(CopyId, WorkingCopy)>, Fault> {
        let rows = self.store().read(EVERY, values![kind]).await?;
        let named = |mut row: Row| {
            let (place, subject) = (row.text()?, row.text()?);
            Ok((CopyId { place, kind, subject }, copy(&mut row)?))
        };
        rows.into_iter().map(named).collect()
    }

    /// What a copy said at an earlier version, when that is not too long ago.
    ///
    /// # Errors
    /// The store failed.
    pub async fn earlier_copy(&self, id: &CopyId, version: u64) -> Result<Option<String>, Fault> {
        let sql = "SELECT content FROM workroom_earlier \
            WHERE place = $1 AND kind = $2 AND subject = $3 AND version = $4";
        let found = self.store().read_one(sql, of![id, number(version)]).await?;
        found.map(|mut row| row.text()).transpose()
    }

    /// Saves a copy, by somebody who has seen this version of it.
    ///
    /// # Errors
    /// The store failed.
    pub async fn save_copy(
        &self,
        id: &CopyId,
        seen: u64,
        content: &str,
        by: PersonId,
        now: Timestamp,
    ) -> Result<Saved, Fault> {
        if content.len() > LONGEST {
            return Ok(Saved::TooLong);
        }
        let (next, seen) = (seen.saturating_add(1), number(seen));
        let save = if seen == 0 {
            Step::must(BEGIN, of![id, number(next), content, by, now])
        } else {
            Step::must(GO_ON, of![id, number(next), content, by, now, seen])
        };
        let steps = vec![
            Step::any(KEEP, of![id, seen]),
            save,
            Step::any(THIN, of![id, number(next).saturating_sub(KEPT)]),
        ];
        match self.store().write(steps).await? {
            Outcome::Done { .. } => Ok(Saved::As(next)),
            Outcome::Stopped(_) | Outcome::Taken => Ok(Saved::Stands(self.working_copy(id).await?)),
        }
    }

    /// Claims a copy for the command that hands it in, when it is the version that was seen: nothing is saved until it is
    /// released or deleted. Answers whether it is the command's.
    ///
    /// # Errors
    /// The store failed.
    pub async fn claim_copy(
        &self,
        id: &CopyId,
        seen: u64,
        command: Uuid,
        now: Timestamp,
    ) -> Result<bool, Fault> {
        let claim = Step::must(
            "UPDATE workroom_copy SET claimed = $5, claimed_at = $6 \
             WHERE place = $1 AND kind = $2 AND subject = $3 AND version = $4 \
             AND content IS NOT NULL AND (claimed IS NULL OR claimed = $5)",
            of![id, number(seen), command.to_string(), now],
        );
        Ok(matches!(self.store().write(vec![claim]).await?, Outcome::Done { .. }))
    }

    /// Lets the copy be written again, when the journal would not have it; nothing when another command holds it.
    ///
    /// # Errors
    /// The store failed.
    pub async fn release_copy(&self, id: &CopyId, command: Uuid) -> Result<(), Fault> {
        let release = Step::any(
            "UPDATE workroom_copy SET claimed = NULL, claimed_at = NULL \
             WHERE place = $1 AND kind = $2 AND subject = $3 AND claimed = $4",
            of![id, command.to_string()],
        );
        self.store().write(vec![release]).await.map(drop)
    }

    /// Deletes the copy that a command holds: call it when the journal holds what became of it.
    ///
    /// # Errors
    /// The store failed; calling it again takes up where it stopped.
    pub async fn delete_copy(
        &self,
        id: &CopyId,
        command: Uuid,
        by: PersonId,
        now: Timestamp,
    ) -> Result<(), Fault> {
        let delete = Step::must(
            "UPDATE workroom_copy SET version = version + 1, content = NULL, person = $5, saved_at = $6, \
             claimed = NULL, claimed_at = NULL \
             WHERE place = $1 AND kind = $2 AND subject = $3 AND claimed = $4",
            of![id, command.to_string(), by, now],
        );
        self.forget_copy(id, delete).await
    }

    /// Deletes a copy, whoever wrote it and whoever holds it.
    ///
    /// # Errors
    /// The store failed.
    pub async fn discard_copy(&self, id: &CopyId, by: PersonId, now: Timestamp) -> Result<(), Fault> {
        let discard = Step::must(
            "UPDATE workroom_copy SET version = version + 1, content = NULL, person = $4, saved_at = $5, \
             claimed = NULL, claimed_at = NULL \
             WHERE place = $1 AND kind = $2 AND subject = $3 AND content IS NOT NULL",
            of![id, by, now],
        );
        self.forget_copy(id, discard).await
    }

    /// Deletes by a step, and what was kept beside it; nothing when there is nothing to delete.
    async fn forget_copy(&self, id: &CopyId, delete: Step) -> Result<(), Fault> {
        let savings = Step::any(
            "DELETE FROM workroom_earlier WHERE place = $1 AND kind = $2 AND subject = $3",
            of![id],
        );
        let gone = self.store().write(vec![delete, savings]).await?;
        if let (Outcome::Done { .. }, Err(fault)) = (gone, self.store().forget_old_pages().await) {
            // What is deleted is gone from the tables; the log is cut by a later one, or at the next start.
            tracing::warn!(%fault, "the workroom's log could not be cut");
        }
        Ok(())
    }
}

/// Versions are counted from one, and never come near the end.
fn number(version: u64) -> i64 {
    i64::try_from(version).unwrap_or(i64::MAX)
}

/// The columns of a copy, from its version on.
fn copy(row: &mut Row) -> Result<WorkingCopy, Fault> {
    let version = u64::try_from(row.int()?).map_err(|_| Fault::stored("a version is below zero"))?;
    let content = row.maybe_text()?;
    let (by, at) = (row.maybe_uuid()?, row.maybe_time()?);
    let (command, since) = (row.maybe_uuid()?, row.maybe_time()?);
    let (last, claimed) = (by.map(PersonId).zip(at), command.zip(since));
    Ok(WorkingCopy { version, content, last, claimed })
}
