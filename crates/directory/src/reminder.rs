//! Reminders (sv. *påminnelser*): that something was to have been done by a day, kept until it is done.
//!
//! They follow from the record and a day, so they can be forgotten and made anew; they stand here, and not in the journal,
//! because being reminded is nothing that an association has decided.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::Directory;
use crate::fault::Fault;
use crate::ids::PersonId;
use crate::store::{Row, Step, values};

/// A reminder to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// To whom.
    pub person: PersonId,
    /// The stream in which it stands what it is about.
    pub place: String,
    /// What it is about, as whoever made it writes it.
    pub about: String,
    /// What was to be done, as whoever made it writes it.
    pub what: String,
    /// By which day.
    pub by: Date,
}

impl Reminder {
    /// The step that keeps it; one that is there already stays as it is.
    pub(crate) fn keep(&self, now: Timestamp) -> Step {
        Step::any(
            "INSERT INTO directory_reminder (person, place, about, what, by_day, made_at) \
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (person, place, about, what) DO NOTHING",
            values![
                self.person,
                self.place.as_str(),
                self.about.as_str(),
                self.what.as_str(),
                self.by.to_string(),
                now
            ],
        )
    }
}

impl Directory {
    /// What a person was reminded of, the earliest day first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn reminders(&self, person: PersonId) -> Result<Vec<Reminder>, Fault> {
        let sql = "SELECT place, about, what, by_day FROM directory_reminder WHERE person = $1 \
                   ORDER BY by_day, place, about, what";
        let read = |mut row: Row| {
            let (place, about, what) = (row.text()?, row.text()?, row.text()?);
            let by = row.text()?.parse().map_err(|_| Fault::stored("a day is no day"))?;
            Ok(Reminder { person, place, about, what, by })
        };
        self.store().read(sql, values![person]).await?.into_iter().map(read).collect()
    }
}

/// The step that forgets a person's reminders.
pub(crate) fn forget(person: PersonId) -> Step {
    Step::any("DELETE FROM directory_reminder WHERE person = $1", values![person])
}
