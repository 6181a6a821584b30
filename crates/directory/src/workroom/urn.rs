//! The urn (sv. *valurna*): the slips of a secret vote while it is open, and only so long.
//!
//! A slip is the vote, the person and the choice sealed with the vote's own key; no time, no order, no command id, and
//! all slips are equally long. One person has one slip, so the same ballot sent again is no second vote.
//! What is kept for ever is roll and result, and that stands in the journal: when it does, slips and key are destroyed.
//!
//! ```text
//! open ──put, put, put──► freeze(command) ──tally──► (the journal) ──► destroy
//!            ▲                  │
//!            └──── release ◄────┘  when the journal would not have it
//! ```
//!
//! An urn that was emptied is remembered by its name, so that a slip that comes too late is refused and not kept.

mod keys;
mod slip;
mod vote;

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::Workroom;
use crate::fault::Fault;
use crate::ids::PersonId;
use crate::store::{Outcome, Step, values};

pub(super) use keys::Keys;
pub use vote::VoteId;

/// Why the urn did not do it; the text is for the page.
#[derive(Debug, thiserror::Error)]
pub enum UrnRefused {
    /// The vote is being closed.
    #[error("Rösterna räknas, så rösten kan inte läggas eller ändras.")]
    Counting,
    /// The vote was closed.
    #[error("Omröstningen är avslutad; rösten kan inte läggas eller ändras.")]
    Emptied,
    /// The key is gone, and with it what the slips say.
    #[error("Databasen har startat om och de slutna rösterna går inte längre att läsa. Låt alla rösta igen.")]
    KeyGone,
    /// Ours.
    #[error("Något gick fel hos oss.")]
    Fault(#[from] Fault),
}

/// The slips, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many slips each choice got; a choice that got none is not here.
    pub counts: BTreeMap<u32, u32>,
    /// How many slips abstained.
    pub abstained: u32,
    /// Whose slips were counted, by id.
    pub voted: BTreeSet<PersonId>,
}

/// An urn that is not emptied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Which vote.
    pub vote: VoteId,
    /// The command that was to close it, when one had begun to.
    pub frozen_by: Option<Uuid>,
}

const OPEN: i64 = 0;
const FROZEN: i64 = 1;
const EMPTIED: i64 = 2;

/// Takes the urn and holds it until the slip is in: a count never passes a slip that was acknowledged.
const PUT_POSTGRES: &str = "INSERT INTO workroom_slip (vote, person, sealed) \
    SELECT u.vote, $2, $3 FROM (SELECT vote FROM workroom_urn WHERE vote = $1 AND state = 0 FOR SHARE) AS u \
    ON CONFLICT (vote, person) DO UPDATE SET sealed = excluded.sealed";
/// Here one writes at a time.
const PUT_SQLITE: &str = "INSERT INTO workroom_slip (vote, person, sealed) \
    SELECT vote, $2, $3 FROM workroom_urn WHERE vote = $1 AND state = 0 \
    ON CONFLICT (vote, person) DO UPDATE SET sealed = excluded.sealed";

/// Rewriting the tables is what removes what was deleted; they are as small as the votes that are open.
const FORGET: [&str; 2] = ["VACUUM FULL workroom_slip", "VACUUM FULL workroom_key"];

impl Workroom {
    /// Opens an urn with a key of its own; an urn that has been opened stays as it is.
    ///
    /// # Errors
    /// The store failed.
    pub async fn open_urn(&self, vote: &VoteId) -> Result<(), Fault> {
        if self.urn_state(vote).await?.is_some() {
            return Ok(());
        }
        // The key first: an urn without one takes slips that nobody can read.
        self.keys().create(self.store(), vote).await?;
        let open = Step::any(
            "INSERT INTO workroom_urn (vote, state) VALUES ($1, $2) ON CONFLICT (vote) DO NOTHING",
            values![vote, OPEN],
        );
        self.store().write(vec![open]).await.map(drop)
    }

    /// Puts a person's slip into the urn, in the place of the one they may have there; no choice is to abstain.
    ///
    /// It is on the disk when this answers. An urn nobody has opened yet is opened.
    ///
    /// # Errors
    /// The vote is being counted or is over, its key is gone, or the store failed.
    pub async fn put_slip(
        &self,
        vote: &VoteId,
        person: PersonId,
        choice: Option<u32>,
    ) -> Result<(), UrnRefused> {
        self.open_urn(vote).await?;
        let Some(key) = self.keys().read(self.store(), vote).await? else {
            return Err(self.why_not(vote).await?.unwrap_or(UrnRefused::KeyGone));
        };
        let sealed = slip::seal(&key, vote, person, choice)?;
        let put = self.store().speaks(PUT_SQLITE, PUT_POSTGRES);
        let mut steps = vec![Step::must(put, values![vote, person, sealed])];
        steps.extend(self.keys().keep(vote, &key));
        match self.store().write(steps).await? {
            Outcome::Done { .. } => Ok(()),
            Outcome::Stopped(_) | Outcome::Taken => {
                // Another node may have emptied it.
                self.keys().forget(vote);
                Err(self.why_not(vote).await?.unwrap_or(UrnRefused::Counting))
            }
        }
    }

    /// Who has a slip in the urn, by id; never what it says.
    ///
    /// # Errors
    /// The store failed.
    pub async fn voted(&self, vote: &VoteId) -> Result<BTreeSet<PersonId>, Fault> {
        let sql = "SELECT person FROM workroom_slip WHERE vote = $1 ORDER BY person";
        let rows = self.store().read(sql, values![vote]).await?;
        rows.into_iter().map(|mut row| row.uuid().map(PersonId)).collect()
    }

    /// Closes the slit of the urn for a command that will count; the last command to ask holds it.
    ///
    /// Two may both have frozen it: they count the same slips, and the journal takes one of them.
    ///
    /// # Errors
    /// The urn was emptied already, or the store failed.
    pub async fn freeze(&self, vote: &VoteId, command: Uuid) -> Result<(), UrnRefused> {
        self.open_urn(vote).await?;
        let freeze = Step::must(
            "UPDATE workroom_urn SET state = $2, command = $3 WHERE vote = $1 AND state < $4",
            values![vote, FROZEN, command.to_string(), EMPTIED],
        );
        match self.store().write(vec![freeze]).await? {
            Outcome::Done { .. } => Ok(()),
            Outcome::Stopped(_) | Outcome::Taken => Err(UrnRefused::Emptied),
        }
    }

    /// Lets slips in again, when the journal refused to close the vote; does nothing when another command holds the urn.
    ///
    /// # Errors
    /// The store failed.
    pub async fn release(&self, vote: &VoteId, command: Uuid) -> Result<(), Fault> {
        let release = Step::any(
            "UPDATE workroom_urn SET state = $2, command = NULL WHERE vote = $1 AND state = $3 AND command = $4",
            values![vote, OPEN, FROZEN, command.to_string()],
        );
        self.store().write(vec![release]).await.map(drop)
    }

    /// Counts the slips of a frozen urn, without those of people who turned out not to take part.
    ///
    /// # Errors
    /// The urn is not frozen by this command, its key is gone, or the store failed.
    pub async fn tally(
        &self,
        vote: &VoteId,
        command: Uuid,
        without: &BTreeSet<PersonId>,
    ) -> Result<Tally, UrnRefused> {
        match self.urn_state(vote).await? {
            Some((FROZEN, Some(by))) if by == command => {}
            Some((EMPTIED, _)) => return Err(UrnRefused::Emptied),
            Some(_) | None => return Err(UrnRefused::Counting),
        }
        let sql = "SELECT person, sealed FROM workroom_slip WHERE vote = $1 ORDER BY person";
        let rows = self.store().read(sql, values![vote]).await?;
        let mut tally = Tally::default();
        if rows.is_empty() {
            return Ok(tally);
        }
        let key = self.keys().read(self.store(), vote).await?.ok_or(UrnRefused::KeyGone)?;
        for mut row in rows {
            let (person, sealed) = (PersonId(row.uuid()?), row.bytes()?);
            if without.contains(&person) {
                continue;
            }
            match slip::open(&key, vote, person, &sealed).ok_or(UrnRefused::KeyGone)? {
                Some(choice) => *tally.counts.entry(choice).or_default() += 1,
                None => tally.abstained += 1,
            }
            tally.voted.insert(person);
        }
        Ok(tally)
    }

    /// Destroys key and slips, so that the files no longer hold them; call it when the journal holds the result.
    ///
    /// # Errors
    /// The store failed; calling it again takes up where it stopped.
    pub async fn destroy(&self, vote: &VoteId) -> Result<(), Fault> {
        let mut steps = vec![
            Step::any(
                "INSERT INTO workroom_urn (vote, state) VALUES ($1, $2) \
                 ON CONFLICT (vote) DO UPDATE SET state = excluded.state, command = NULL",
                values![vote, EMPTIED],
            ),
            Step::any("DELETE FROM workroom_slip WHERE vote = $1", values![vote]),
        ];
        // The key first: without it the slips say nothing whatever happens next.
        steps.extend(self.keys().destroy(vote).await?);
        self.store().write(steps).await?;
        self.store().forget_tables(&FORGET).await?;
        tracing::info!("an urn was emptied");
        Ok(())
    }

    /// Begins anew where the key is gone: what the slips said cannot be read any more, so everybody votes again.
    ///
    /// # Errors
    /// The store failed.
    pub async fn begin_anew(&self, vote: &VoteId) -> Result<(), Fault> {
        let mut steps = vec![
            Step::any("DELETE FROM workroom_urn WHERE vote = $1 AND state < $2", values![vote, EMPTIED]),
            Step::any("DELETE FROM workroom_slip WHERE vote = $1", values![vote]),
        ];
        steps.extend(self.keys().destroy(vote).await?);
        self.store().write(steps).await.map(drop)
    }

    /// Whether no other node can be at work on the same urns.
    pub fn is_ours_alone(&self) -> bool {
        self.store().speaks("", "shared").is_empty()
    }

    /// The urns that are not emptied: after a start the journal tells which of them are over.
    ///
    /// # Errors
    /// The store failed.
    pub async fn unfinished(&self) -> Result<Vec<Unfinished>, Fault> {
        let sql = "SELECT vote, command FROM workroom_urn WHERE state < $1 ORDER BY vote";
        let rows = self.store().read(sql, values![EMPTIED]).await?;
        let unfinished = |mut row: crate::store::Row| {
            Ok(Unfinished { vote: VoteId(row.text()?), frozen_by: row.maybe_uuid()? })
        };
        rows.into_iter().map(unfinished).collect()
    }

    async fn urn_state(&self, vote: &VoteId) -> Result<Option<(i64, Option<Uuid>)>, Fault> {
        let sql = "SELECT state, command FROM workroom_urn WHERE vote = $1";
        let Some(mut row) = self.store().read_one(sql, values![vote]).await? else { return Ok(None) };
        Ok(Some((row.int()?, row.maybe_uuid()?)))
    }

    async fn why_not(&self, vote: &VoteId) -> Result<Option<UrnRefused>, Fault> {
        Ok(match self.urn_state(vote).await? {
            Some((FROZEN, _)) => Some(UrnRefused::Counting),
            Some((EMPTIED, _)) => Some(UrnRefused::Emptied),
            Some(_) | None => None,
        })
    }
}
