//! The idea: noted, talked over with manager and office, resting, taken up again.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{self, Act, Decision};
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE, TEXT, TITLE};
use crate::ids::InitiativeId;
use crate::initiative::events::{Event, Interlocutor, Stage};
use crate::initiative::standing::{self, find, stands};
use crate::initiative::state::Initiative;
use crate::state::Association;

#[cfg(test)]
mod tests;

fn happened(event: Event) -> Decided {
    Decided::of([crate::Event::Initiative(event)])
}

/// Notes an idea.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoteIdea {
    /// A working title.
    pub title: String,
    /// The idea.
    pub text: String,
    /// The organisation that would apply.
    pub applicant: String,
}

impl Decision for NoteIdea {
    const ACT: Act =
        Act { name: "note_idea", says: "lämna en idé", may: Action::BringIdea, fits: act::founded };
    const ADDS: bool = true;

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        if state.profile.founded.is_none() {
            return Err(Refusal::order("Förbundet är inte bildat ännu.", "Bilda förbundet först."));
        }
        let (title, applicant) = (self.title.trim(), self.applicant.trim());
        Fields::new()
            .said("title", title, TITLE, "Skriv en kort rubrik för idén.")
            .said("text", &self.text, TEXT, "Beskriv idén.")
            .said("applicant", applicant, LINE, "Skriv vilken organisation som vill söka.")
            .checked()?;
        Ok(happened(Event::IdeaNoted {
            initiative: InitiativeId::after(state.initiatives.keys()),
            title: title.to_owned(),
            text: self.text.clone(),
            applicant: applicant.to_owned(),
            by: ctx.actor,
            on: ctx.today(),
        }))
    }
}

/// Notes that the idea was talked over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TalkOverIdea {
    /// The initiative.
    pub initiative: InitiativeId,
    /// With whom.
    pub with: Interlocutor,
    /// What was said.
    pub note: String,
}

impl Decision for TalkOverIdea {
    const ACT: Act = Act {
        name: "talk_over_idea",
        says: "anteckna ett samtal om idén",
        may: Action::WriteDraft,
        fits: |state, about, _| {
            standing::stands_at(
                state,
                about,
                &[Stage::Idea, Stage::Draft],
                "Samtal om idén antecknas innan ansökan lämnas in.",
            )
        },
    };
    const ADDS: bool = true;

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        let on = ctx.today();
        Self::ACT.fits(state, self.about(), ctx)?;
        Fields::new().said("note", &self.note, TEXT, "Skriv vad ni kom fram till.").checked()?;
        Ok(happened(Event::IdeaTalkedOver {
            initiative: initiative.id,
            with: self.with,
            note: self.note.clone(),
            by: ctx.actor,
            on,
        }))
    }
}

/// Lets the idea rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RestIdea {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Why.
    pub why: String,
}

impl Decision for RestIdea {
    const ACT: Act = Act {
        name: "rest_idea",
        says: "låta idén vila",
        may: Action::WriteDraft,
        fits: |state, about, _| {
            standing::stands_at(
                state,
                about,
                &[Stage::Idea, Stage::Draft],
                "Ta tillbaka ansökan i stället, om den inte ska prövas.",
            )
        },
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if initiative.stage == Stage::Resting {
            let reason = |event: &Event| {
                if let Event::Rested { why, .. } = event { Some(why.clone()) } else { None }
            };
            let why =
                initiative.history.iter().rev().find_map(|(_, event)| reason(event)).unwrap_or_default();
            if why == self.why {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!("{} Skälet är: {why}", stands(initiative))));
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        Fields::new().said("why", &self.why, TEXT, "Skriv varför idén får vila.").checked()?;
        Ok(happened(Event::Rested { initiative: initiative.id, why: self.why.clone(), on: ctx.today() }))
    }
}

/// Lets the idea become part of another. Nothing of it is lost: it rests, and can be taken up again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MergeIdea {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The one it becomes part of.
    pub into: InitiativeId,
}

impl MergeIdea {
    /// Whether an initiative can hold an idea: another, which is neither part of a third nor taken back.
    pub fn can_hold(into: &Initiative, idea: InitiativeId) -> bool {
        into.id != idea && into.merged_into.is_none() && into.stage != Stage::Withdrawn
    }
}

impl Decision for MergeIdea {
    const ACT: Act = Act {
        name: "merge_idea",
        says: "föra ihop idén med en annan",
        may: Action::MergeIdea,
        fits: |state, about, _| {
            standing::stands_at(
                state,
                about,
                &[Stage::Idea, Stage::Draft, Stage::Resting],
                "Ta tillbaka ansökan först, om den ska gå upp i en annan.",
            )
        },
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if initiative.merged_into == Some(self.into) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let into = find(state, self.into)?;
        let says = "Välj en annan insats, som inte själv har gått upp i en annan eller är återtagen.";
        Fields::new().hold(Self::can_hold(into, initiative.id), "into", says).checked()?;
        let (by, on) = (ctx.actor, ctx.today());
        Ok(happened(Event::Merged { initiative: initiative.id, into: into.id, by, on }))
    }
}

/// Takes up an idea that rests, where it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ResumeIdea {
    /// The initiative.
    pub initiative: InitiativeId,
}

impl Decision for ResumeIdea {
    const ACT: Act = Act {
        name: "resume_idea",
        says: "ta upp idén igen",
        may: Action::WriteDraft,
        fits: |state, about, _| {
            standing::stands_at(state, about, &[Stage::Resting], "Bara en idé som vilar tas upp igen.")
        },
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if matches!(initiative.stage, Stage::Idea | Stage::Draft) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        Ok(happened(Event::Resumed { initiative: initiative.id, on: ctx.today() }))
    }
}
