//! A year of national figures: statistics for the municipalities, and how they are divided into associations.
//!
//! | decision | file |
//! | --- | --- |
//! | read a series of statistics in | `import.rs` |
//! | note the country's division into associations | `division.rs` |
//! | note the equity staircase | `staircase.rs` |
//!
//! Years are kept apart by being streams of their own. A series is never changed: a newer one is read in, and
//! stands; the older remains to be seen.

pub mod division;
pub mod events;
pub mod import;
pub mod known;
pub mod staircase;
pub mod state;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use state::NationalYear;

use crate::aggregate::{Aggregate, kind_of};
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Meta;
use crate::made::Made;
use crate::national::events::Event;

/// What may be asked of a year of national figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// See [`import`].
    ImportSeries(import::ImportSeries),
    /// See [`division`].
    NoteDivision(division::NoteDivision),
    /// See [`staircase`].
    NoteStaircase(staircase::NoteStaircase),
}

impl Command {
    /// The year it is about, which names the stream.
    pub fn year(&self) -> i16 {
        match self {
            Self::ImportSeries(command) => command.series.year,
            Self::NoteDivision(command) => command.year,
            Self::NoteStaircase(command) => command.year,
        }
    }
}

impl Aggregate for NationalYear {
    type Command = Command;
    type Event = Event;

    const PREFIX: &'static str = "national/";
    const MISSING: &'static str = "året";

    fn version(&self) -> u64 {
        self.version
    }

    fn begins(_: &Command) -> bool {
        true
    }

    fn decide(&self, ctx: &Ctx, command: &Command) -> Result<Decided<Event>, Refusal> {
        match command {
            Command::ImportSeries(command) => command.decide(self, ctx),
            Command::NoteDivision(command) => command.decide(self, ctx),
            Command::NoteStaircase(command) => command.decide(self, ctx),
        }
    }

    fn evolve(&mut self, meta: Meta, event: &Event) {
        self.fold(meta, event);
    }

    fn kind(event: &Event) -> String {
        kind_of("national", event)
    }

    fn made(_: &Event) -> Option<Made> {
        None
    }
}
