//! Writing the application on the association's form.
//!
//! What is being written is a working copy, which is no fact: it is kept in the workroom until it is handed in, whole, or
//! thrown away. The record tells that it was begun, and nothing of what it says.

use std::collections::BTreeMap;

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Subject;
use crate::ids::{InitiativeId, MemberId, PersonId};
use crate::initiative::events::{Application, Event, Stage};
use crate::initiative::form;
use crate::initiative::standing::{self, at, find};
use crate::state::Association;
use swedish::days::in_words;

#[cfg(test)]
mod tests;

/// What is being written, by initiative.
pub type Drafts = BTreeMap<InitiativeId, Application>;

/// What the working copy held when it was taken: evidence that only the workroom gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Which version of it.
    pub version: u64,
    /// What it said.
    pub application: Application,
    /// Who saved it last.
    pub by: PersonId,
    /// The day they did.
    pub on: Date,
}

impl Written {
    /// Goes on when it is still the version that somebody has read.
    ///
    /// # Errors
    /// [`Refusal::Changed`] with who changed it and when.
    pub(crate) fn still(&self, state: &Association, read: u64) -> Result<(), Refusal> {
        if self.version == read { Ok(()) } else { Err(changed(state, self.by, self.on)) }
    }
}

/// What somebody else saved after it was read is neither overwritten nor handed in unread.
pub fn changed(state: &Association, by: PersonId, on: Date) -> Refusal {
    let name = state.profile.person_name(by);
    Refusal::Changed(format!(
        "Ansökan ändrades av {name} den {}; läs ändringen och försök igen.",
        in_words(on)
    ))
}

/// A draft is written until it is handed in, and again while it is completed.
fn writable(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    let initiative = standing::about(state, about)?;
    let instead = if initiative.stage == Stage::Resting {
        "Ta upp idén igen först."
    } else {
        "En inlämnad ansökan ändras när beredningsgruppen har begärt komplettering."
    };
    at(initiative, &[Stage::Idea, Stage::Draft, Stage::Completion], instead)
}

/// Whether an application may be saved as it is written: where it stands, and only what cannot be meant is refused.
///
/// # Errors
/// The refusal that says why not, field by field.
pub fn may_be_saved(
    state: &Association,
    ctx: &Ctx,
    initiative: InitiativeId,
    application: &Application,
) -> Result<(), Refusal> {
    writable(state, Subject::Initiative(initiative), ctx)?;
    meant(state, application)
}

/// Only what cannot be meant: a half-finished draft is saved.
pub(crate) fn meant(state: &Association, application: &Application) -> Result<(), Refusal> {
    let known = |member: &MemberId| state.profile.members.contains_key(member);
    form::meant(application, &known).checked()
}

/// Begins the application: from now on it is being written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BeginApplication {
    /// The initiative.
    pub initiative: InitiativeId,
}

impl Decision for BeginApplication {
    const ACT: Act =
        Act {
            name: "begin_application", says: "skriva på ansökan", may: Action::WriteDraft, fits: writable
        };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        Self::ACT.fits(state, self.about(), ctx)?;
        if initiative.stage != Stage::Idea {
            return Ok(Decided::already());
        }
        let (by, on) = (ctx.actor, ctx.today());
        let begun = Event::ApplicationBegun { initiative: initiative.id, by, on };
        Ok(Decided::of([crate::Event::Initiative(begun)]))
    }
}

/// Throws away what is written and not handed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiscardDraft {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The version of the draft that was read.
    pub version: u64,
    /// What the draft held. Nothing that is sent can say it: whoever carries the command out fills it in.
    #[serde(skip)]
    pub written: Option<Written>,
}

impl Decision for DiscardDraft {
    const ACT: Act = Act {
        name: "discard_draft",
        says: "kasta utkastet",
        may: Action::WriteDraft,
        fits: |state, about, _| {
            let instead = "Det som är inlämnat kastas inte; ta tillbaka ansökan i stället.";
            standing::stands_at(state, about, &[Stage::Draft, Stage::Completion], instead)
        },
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if initiative.stage == Stage::Idea {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        if let Some(written) = &self.written {
            written.still(state, self.version)?;
        }
        if initiative.stage == Stage::Completion {
            // What was handed in stands as it did: nothing has happened to it.
            return Ok(Decided::already());
        }
        let (by, on) = (ctx.actor, ctx.today());
        let discarded = Event::DraftDiscarded { initiative: initiative.id, by, on };
        Ok(Decided::of([crate::Event::Initiative(discarded)]))
    }
}
