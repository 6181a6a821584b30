//! Errands (sv. *sysslor*): what the clock sets going, done by one node at a time and once.
//!
//! A node takes the turn for a while. Whatever it then does is written together with how far it has come, and only if the
//! turn is still its own: each turn has a number, and whoever was gone too long finds that there is a higher one. So no clock
//! has to be trusted for anything but how soon a node that died is replaced.

use std::time::Duration;

use jiff::Timestamp;
use uuid::Uuid;

use crate::Directory;
use crate::fault::Fault;
use crate::reminder::Reminder;
use crate::store::{Outcome, Row, Step, values};
use crate::time::after;

/// How long a turn lasts unless it is taken again.
const TURN: Duration = Duration::from_secs(60);
/// The pause after the first failure; it doubles with each.
const FIRST_PAUSE: Duration = Duration::from_secs(60);
/// How many failures there may be before an errand is given up for this time.
const TRIES: u32 = 8;

/// The right of one node to do an errand just now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// How far the errand has come: a day, as days since 1970.
    pub done: i64,
    name: &'static str,
    epoch: i64,
    tries: u32,
}

/// What became of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// It is tried again from this moment.
    AgainAt(Timestamp),
    /// It has failed too often: that is written down, and the errand goes on with the next day.
    GivenUp,
    /// The turn was another node's.
    NotOurs,
}

/// An errand that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenUp {
    /// Its name.
    pub name: String,
    /// For which day, as days since 1970.
    pub day: i64,
    /// When.
    pub at: Timestamp,
    /// What was in the way the last time.
    pub why: String,
}

impl Directory {
    /// Takes the turn at an errand, when nobody else has it and no pause is on.
    ///
    /// # Errors
    /// The database failed.
    pub async fn take_errand(
        &self,
        name: &'static str,
        node: Uuid,
        now: Timestamp,
    ) -> Result<Option<Turn>, Fault> {
        let until = after(now, TURN);
        // A time further ahead than any of ours was written by a clock that is wrong, and holds nobody.
        let (ahead, longest) = (after(now, TURN.saturating_mul(10)), after(now, pause(TRIES)));
        let node = node.to_string();
        let steps = vec![
            Step::any(
                "INSERT INTO directory_errand (name, node, until_at, epoch, done, tries, next_at) \
                 VALUES ($1, '', 0, 0, 0, 0, 0) ON CONFLICT (name) DO NOTHING",
                values![name],
            ),
            Step::must(
                "UPDATE directory_errand SET node = $2, until_at = $3, epoch = epoch + 1 WHERE name = $1 \
                 AND (until_at <= $4 OR until_at > $5 OR node = $2) AND (next_at <= $4 OR next_at > $6)",
                values![name, node.clone(), until, now, ahead, longest],
            ),
        ];
        if !matches!(self.store().write(steps).await?, Outcome::Done { .. }) {
            return Ok(None);
        }
        let sql = "SELECT done, epoch, tries FROM directory_errand WHERE name = $1 AND node = $2";
        let Some(mut row) = self.store().read_one(sql, values![name, node]).await? else { return Ok(None) };
        let (done, epoch, tries) = (row.int()?, row.int()?, row.int()?);
        Ok(Some(Turn { done, name, epoch, tries: u32::try_from(tries).unwrap_or(TRIES) }))
    }

    /// Writes what an errand did and that a day is done; false, and nothing written, when the turn was lost meanwhile.
    ///
    /// # Errors
    /// The database failed.
    pub async fn errand_done(
        &self,
        turn: &Turn,
        day: i64,
        reminders: &[Reminder],
        now: Timestamp,
    ) -> Result<bool, Fault> {
        let mut steps = vec![Step::must(
            "UPDATE directory_errand SET done = $3, tries = 0, next_at = 0 WHERE name = $1 AND epoch = $2",
            values![turn.name, turn.epoch, day],
        )];
        steps.extend(reminders.iter().map(|reminder| reminder.keep(now)));
        Ok(matches!(self.store().write(steps).await?, Outcome::Done { .. }))
    }

    /// Writes that an errand failed for a day: a growing pause, and in the end an entry that it was given up.
    ///
    /// # Errors
    /// The database failed.
    pub async fn errand_failed(
        &self,
        turn: &Turn,
        day: i64,
        why: &str,
        now: Timestamp,
    ) -> Result<Failed, Fault> {
        let tries = turn.tries.saturating_add(1);
        let (steps, failed) = if tries >= TRIES {
            let steps = vec![
                Step::must(
                    "UPDATE directory_errand SET done = $3, tries = 0, next_at = 0 WHERE name = $1 AND epoch = $2",
                    values![turn.name, turn.epoch, day],
                ),
                Step::any(
                    "INSERT INTO directory_errand_given_up (name, day, at, why) VALUES ($1, $2, $3, $4) \
                     ON CONFLICT (name, day) DO UPDATE SET at = $3, why = $4",
                    values![turn.name, day, now, why],
                ),
            ];
            (steps, Failed::GivenUp)
        } else {
            let next = after(now, pause(tries));
            let steps = vec![Step::must(
                "UPDATE directory_errand SET tries = $3, next_at = $4 WHERE name = $1 AND epoch = $2",
                values![turn.name, turn.epoch, i64::from(tries), next],
            )];
            (steps, Failed::AgainAt(next))
        };
        let written = matches!(self.store().write(steps).await?, Outcome::Done { .. });
        Ok(if written { failed } else { Failed::NotOurs })
    }

    /// What was given up, the latest first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn errands_given_up(&self) -> Result<Vec<GivenUp>, Fault> {
        let sql = "SELECT name, day, at, why FROM directory_errand_given_up ORDER BY at DESC, name, day";
        let read = |mut row: Row| {
            Ok(GivenUp { name: row.text()?, day: row.int()?, at: row.time()?, why: row.text()? })
        };
        self.store().read(sql, values![]).await?.into_iter().map(read).collect()
    }
}

/// The pause after so many failures.
fn pause(failures: u32) -> Duration {
    FIRST_PAUSE.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1)))
}
