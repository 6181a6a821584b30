//! What one stream of the journal holds: something that commands are asked of, and that its events are folded into.
//!
//! There are three: an [`Association`], a [`County`](crate::county::County) that several associations share, and a
//! [`NationalYear`](crate::national::NationalYear) of statistics. Whoever carries commands to the journal sees no more than this.

use std::fmt::Debug;

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::act::Decision as _;
use crate::association::establish::FoundAssociation;
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Meta;
use crate::made::{self, Made};
use crate::{Association, Command, Event};

/// A state that is the fold of one stream.
pub trait Aggregate: Clone + Debug + Default + Send + Sync + 'static {
    /// What may be asked.
    type Command: Debug + Serialize + DeserializeOwned + Send + Sync + 'static;
    /// What may have happened.
    type Event: Debug + Serialize + DeserializeOwned + Send + Sync + 'static;

    /// What its streams begin with in the journal.
    const PREFIX: &'static str;
    /// What it is called when it does not exist.
    const MISSING: &'static str;

    /// The seq of the last event folded in.
    fn version(&self) -> u64;

    /// Whether a command may be the first of a stream.
    fn begins(command: &Self::Command) -> bool;

    /// Decides; writes nothing, reads no clock.
    ///
    /// # Errors
    /// A [`Refusal`] of the kind that tells how to show it.
    fn decide(&self, ctx: &Ctx, command: &Self::Command) -> Result<Decided<Self::Event>, Refusal>;

    /// Decides several as one: each on the state that those before it leave, all of them or none.
    ///
    /// # Errors
    /// The first refusal.
    fn decide_all(
        &self,
        ctx: &Ctx,
        at: Timestamp,
        commands: &[Self::Command],
    ) -> Result<Decided<Self::Event>, Refusal> {
        if let [only] = commands {
            return self.decide(ctx, only);
        }
        let mut all = Decided::already();
        let mut ahead = self.clone();
        for command in commands {
            let decided = ahead.decide(ctx, command)?;
            for event in &decided.events {
                let seq = ahead.version().saturating_add(1);
                ahead.evolve(Meta { seq, at, actor: ctx.actor }, event);
            }
            all.events.extend(decided.events);
            all.findings.extend(decided.findings);
        }
        Ok(all)
    }

    /// Folds one fact in. Never validates: what is stored has happened.
    fn evolve(&mut self, meta: Meta, event: &Self::Event);

    /// The kind under which the journal files an event.
    fn kind(event: &Self::Event) -> String;

    /// What an event brought into being, when it did.
    fn made(event: &Self::Event) -> Option<Made>;
}

impl Aggregate for Association {
    type Command = Command;
    type Event = Event;

    const PREFIX: &'static str = "association/";
    const MISSING: &'static str = "förbundet";

    fn version(&self) -> u64 {
        self.version
    }

    fn begins(command: &Command) -> bool {
        command.act().name == FoundAssociation::ACT.name
    }

    fn decide(&self, ctx: &Ctx, command: &Command) -> Result<Decided, Refusal> {
        crate::decide(self, ctx, command)
    }

    fn evolve(&mut self, meta: Meta, event: &Event) {
        Self::evolve(self, meta, event);
    }

    fn kind(event: &Event) -> String {
        event.kind()
    }

    fn made(event: &Event) -> Option<Made> {
        made::by(event)
    }
}

/// The kind of an event that is stored as an enum: its area and the name of the variant.
pub(crate) fn kind_of(area: &str, event: &impl Serialize) -> String {
    let body = serde_json::to_value(event).ok();
    let name = body.and_then(|v| v.as_object()?.keys().next().cloned()).unwrap_or_default();
    format!("{area}.{name}")
}
