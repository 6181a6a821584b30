//! The preparatory group: examination, members' views, completion, proposal.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;

use crate::act::{Act, Decision, ForWhom};
use crate::case_register::events::Direction;
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, TEXT};
use crate::ids::{InitiativeId, MemberId};
use crate::initiative::events::{Event, Recommendation, Stage, View};
use crate::initiative::letters::{next_letter, registered};
use crate::initiative::standing::{self, application, find};
use crate::initiative::{facts, proposal};
use crate::state::Association;
use swedish::days::in_words;

#[cfg(test)]
mod tests;

const NOT_HERE: &str = "Beredningsgruppen bereder en ansökan som ligger hos den.";

/// Asks the applicant to complete the application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AskCompletion {
    /// The initiative.
    pub initiative: InitiativeId,
    /// What is missing.
    pub what: String,
}

impl Decision for AskCompletion {
    const ACT: Act = Act {
        name: "ask_completion",
        says: "begära komplettering",
        may: Action::AskCompletion,
        fits: |state, about, _| standing::stands_at(state, about, &[Stage::PreparatoryGroup], NOT_HERE),
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if let (Stage::Completion, Some(asked)) = (initiative.stage, &initiative.completion) {
            if *asked == self.what {
                return Ok(Decided::already());
            }
            let since = in_words(initiative.since);
            return Err(Refusal::Changed(format!("Komplettering begärdes redan den {since}: {asked}")));
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        Fields::new().said("what", &self.what, TEXT, "Skriv vad som ska kompletteras.").checked()?;
        let on = ctx.today();
        let letter = next_letter(state, initiative, Direction::Sent, "Begäran om komplettering", on);
        let asked =
            Event::CompletionAsked { initiative: initiative.id, what: self.what.clone(), by: ctx.actor, on };
        let mut events: Vec<crate::Event> = letter.map(registered).into_iter().collect();
        events.push(crate::Event::Initiative(asked));
        Ok(Decided::of(events))
    }
}

/// States a member organisation's view; its latest counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StateMemberView {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The member.
    pub member: MemberId,
    /// For or against.
    pub view: View,
    /// In words.
    pub text: String,
}

impl Decision for StateMemberView {
    const ACT: Act = Act {
        name: "state_member_view",
        says: "lämna en medlems synpunkt",
        may: Action::StateMemberView,
        fits: |state, about, _| {
            standing::stands_at(state, about, &[Stage::PreparatoryGroup, Stage::Completion], NOT_HERE)
        },
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn for_whom(&self, _: &Association) -> ForWhom {
        ForWhom::Member(self.member)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        let mut views = initiative.views.iter();
        if views.any(|v| v.member == self.member && v.view == self.view && v.text == self.text) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let on = ctx.today();
        Fields::new()
            .hold(state.profile.is_member(self.member, on), "member", "Välj bland förbundets medlemmar.")
            .said("text", &self.text, TEXT, "Skriv organisationens syn på ansökan.")
            .checked()?;
        Ok(Decided::of([crate::Event::Initiative(Event::MemberViewStated {
            initiative: initiative.id,
            member: self.member,
            view: self.view,
            text: self.text.clone(),
            by: ctx.actor,
            on,
        })]))
    }
}

/// Notes the examination against law, bylaws and the plan's goals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExamineApplication {
    /// The initiative.
    pub initiative: InitiativeId,
    /// What it found.
    pub text: String,
}

impl Decision for ExamineApplication {
    const ACT: Act = Act {
        name: "examine_application",
        says: "granska ansökan",
        may: Action::ExamineApplication,
        fits: |state, about, _| standing::stands_at(state, about, &[Stage::PreparatoryGroup], NOT_HERE),
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if initiative.examined.as_ref().is_some_and(|(_, text)| *text == self.text) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        Fields::new()
            .said("text", &self.text, TEXT, "Skriv hur ansökan står sig mot lag, förbundsordning och mål.")
            .checked()?;
        Ok(Decided::of([crate::Event::Initiative(Event::Examined {
            initiative: initiative.id,
            text: self.text.clone(),
            by: ctx.actor,
            on: ctx.today(),
        })]))
    }
}

/// Proposes a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProposeDecision {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The proposal.
    pub proposal: Recommendation,
}

impl Decision for ProposeDecision {
    const ACT: Act = Act {
        name: "propose_decision",
        says: "föreslå beslut",
        may: Action::ProposeDecision,
        fits: |state, about, _| standing::stands_at(state, about, &[Stage::PreparatoryGroup], NOT_HERE),
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if let Some((on, there)) = &initiative.proposed {
            if *there == self.proposal {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!(
                "Beredningsgruppen lämnade ett förslag den {}.",
                in_words(*on)
            )));
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        if initiative.examined.is_none() {
            return Err(Refusal::order(
                "Beredningsgruppen har inte granskat ansökan.",
                "Anteckna granskningen mot lag, förbundsordning och mål först.",
            ));
        }
        let application = application(initiative)?;
        proposal::whole(&self.proposal, application, ctx)?;
        let on = ctx.today();
        let mut guard = Guard::new(ctx);
        if self.proposal.approve {
            guard = guard
                .ask(facts::implementation_plan(state, application).judge(on))
                .ask(facts::members_heard(state, initiative, application).judge(on));
        }
        let proposed =
            Event::Proposed { initiative: initiative.id, proposal: self.proposal.clone(), by: ctx.actor, on };
        guard.pass(
            Subject::Initiative(initiative.id),
            "propose_decision",
            [crate::Event::Initiative(proposed)],
        )
    }
}
