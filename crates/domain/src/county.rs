//! What the associations of a county share: scenarios of the state's allocation, and decision papers built on them.
//!
//! | decision | file |
//! | --- | --- |
//! | save, name, discard, restore a scenario | `scenario.rs` |
//! | save, discard, restore a decision paper (sv. *beslutsunderlag*) | `paper.rs` |
//!
//! `start.rs` says where a scenario starts from, `template.rs` what a paper may start from; `report.rs` makes a reckoned one's report.

pub mod events;
pub mod paper;
pub mod report;
pub mod scenario;
pub mod start;
pub mod state;
pub mod template;
#[cfg(test)]
pub(crate) mod testing;

use serde::{Deserialize, Serialize};

pub use state::County;

use crate::aggregate::{Aggregate, kind_of};
use crate::county::events::Event;
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Meta;
use crate::made::Made;

/// What may be asked of a county.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// See [`scenario`].
    SaveScenario(scenario::SaveScenario),
    /// See [`scenario`].
    NameScenario(scenario::NameScenario),
    /// See [`scenario`].
    DiscardScenario(scenario::DiscardScenario),
    /// See [`scenario`].
    RestoreScenario(scenario::RestoreScenario),
    /// See [`paper`].
    SavePaper(paper::SavePaper),
    /// See [`paper`].
    DiscardPaper(paper::DiscardPaper),
    /// See [`paper`].
    RestorePaper(paper::RestorePaper),
}

impl Aggregate for County {
    type Command = Command;
    type Event = Event;

    const PREFIX: &'static str = "county/";
    const MISSING: &'static str = "länet";

    fn version(&self) -> u64 {
        self.version
    }

    fn begins(_: &Command) -> bool {
        true
    }

    fn decide(&self, ctx: &Ctx, command: &Command) -> Result<Decided<Event>, Refusal> {
        match command {
            Command::SaveScenario(command) => command.decide(self, ctx),
            Command::NameScenario(command) => command.decide(self, ctx),
            Command::DiscardScenario(command) => command.decide(self, ctx),
            Command::RestoreScenario(command) => command.decide(self, ctx),
            Command::SavePaper(command) => command.decide(self, ctx),
            Command::DiscardPaper(command) => command.decide(self, ctx),
            Command::RestorePaper(command) => command.decide(self, ctx),
        }
    }

    fn evolve(&mut self, meta: Meta, event: &Event) {
        self.fold(meta, event);
    }

    fn kind(event: &Event) -> String {
        kind_of("county", event)
    }

    fn made(event: &Event) -> Option<Made> {
        match event {
            Event::ScenarioSaved { scenario, .. } => Some(Made::Scenario(*scenario)),
            Event::PaperSaved { paper, .. } => Some(Made::Paper(*paper)),
            Event::ScenarioNamed { .. }
            | Event::ScenarioDiscarded(_)
            | Event::ScenarioRestored(_)
            | Event::PaperDiscarded(_)
            | Event::PaperRestored(_) => None,
        }
    }
}
