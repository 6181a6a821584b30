//! Writing the application on the association's form.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Subject;
use crate::ids::{InitiativeId, MemberId};
use crate::initiative::events::{Application, Event, Stage};
use crate::initiative::form;
use crate::initiative::standing::{self, at, find};
use crate::initiative::state::Initiative;
use crate::state::Association;
use swedish::days::in_words;

#[cfg(test)]
mod tests;

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

/// Saves the application as it now stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SaveDraft {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The version the form was based on.
    #[serde(default)]
    pub version: Option<u64>,
    /// The application, finished or not.
    pub application: Application,
}

impl Decision for SaveDraft {
    const ACT: Act =
        Act { name: "save_draft", says: "skriva på ansökan", may: Action::WriteDraft, fits: writable };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if initiative.application.as_ref() == Some(&self.application) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        self.saved_meanwhile(state, initiative)?;
        self.check(state)?;
        let saved = Event::DraftSaved {
            initiative: initiative.id,
            application: Box::new(self.application.clone()),
            by: ctx.actor,
            on: ctx.today(),
        };
        Ok(Decided::of([crate::Event::Initiative(saved)]))
    }
}

impl SaveDraft {
    /// What somebody else saved after the form was opened is not overwritten unread.
    fn saved_meanwhile(&self, state: &Association, initiative: &Initiative) -> Result<(), Refusal> {
        let Some(version) = self.version else { return Ok(()) };
        let later = initiative.history.iter().rev().take_while(|(seq, _)| *seq > version);
        let saved = later.map(|(_, event)| event).find_map(|event| {
            if let Event::DraftSaved { by, on, .. } = event { Some((*by, *on)) } else { None }
        });
        let Some((by, on)) = saved else { return Ok(()) };
        Err(Refusal::Changed(format!(
            "Ansökan ändrades av {} den {}; läs ändringen och spara igen.",
            state.profile.person_name(by),
            in_words(on)
        )))
    }

    /// Only what cannot be meant: a half-finished draft is saved.
    fn check(&self, state: &Association) -> Result<(), Refusal> {
        let known = |member: &MemberId| state.profile.members.contains_key(member);
        form::meant(&self.application, &known).checked()
    }
}
