//! The working committee prepares the board's meeting, or sends back.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, TEXT};
use crate::ids::InitiativeId;
use crate::initiative::events::{Event, Recommendation, Stage};
use crate::initiative::standing::{self, application, find, stands};
use crate::initiative::state::Initiative;
use crate::initiative::{facts, proposal};
use crate::meeting::events::Matter;
use crate::state::Association;
use swedish::days::in_words;

#[cfg(test)]
mod tests;

/// Prepares the board's decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PrepareForBoard {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The proposal to the board.
    pub proposal: Recommendation,
}

impl Decision for PrepareForBoard {
    const ACT: Act = Act {
        name: "prepare_for_board",
        says: "bereda till styrelsen",
        may: Action::PrepareForBoard,
        fits: |state, about, _| {
            standing::stands_at(
                state,
                about,
                &[Stage::WorkingCommittee],
                "Arbetsutskottet bereder en ansökan som ligger hos det.",
            )
        },
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if let Some((on, there)) = &initiative.committee {
            if *there == self.proposal {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!(
                "Arbetsutskottet lämnade ett förslag den {}.",
                in_words(*on)
            )));
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        proposal::whole(&self.proposal, application(initiative)?, ctx)?;
        let on = ctx.today();
        let prepared = Event::CommitteePrepared {
            initiative: initiative.id,
            proposal: self.proposal.clone(),
            by: ctx.actor,
            on,
        };
        Guard::new(ctx).ask(facts::prepared(initiative).judge(on)).pass(
            Subject::Initiative(initiative.id),
            "prepare_for_board",
            [crate::Event::Initiative(prepared)],
        )
    }
}

/// Sends a matter back a step (sv. *återremiss*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SendBack {
    /// The initiative.
    pub initiative: InitiativeId,
    /// To this stage.
    pub to: Stage,
    /// Why.
    pub why: String,
}

impl Decision for SendBack {
    const ACT: Act = Act {
        name: "send_back",
        says: "återremittera",
        may: Action::SendBack,
        fits: |state, about, _| {
            standing::stands_at(
                state,
                about,
                &[Stage::WorkingCommittee, Stage::Board],
                "Bara det som ligger hos arbetsutskottet eller styrelsen återremitteras.",
            )
        },
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if let Some((_, Event::SentBack { to, why, by, .. })) = initiative.history.last() {
            if *to == self.to && *why == self.why {
                return Ok(Decided::already());
            }
            if *to == initiative.stage && *to == self.to {
                let name = state.profile.person_name(*by);
                return Err(Refusal::Changed(format!(
                    "{} {name} återremitterade: {why}",
                    stands(initiative)
                )));
            }
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        Fields::new()
            .hold(
                self.may_go_to(initiative),
                "to",
                "Välj ett tidigare led: beredningsgruppen eller arbetsutskottet.",
            )
            .said("why", &self.why, TEXT, "Skriv varför ansökan återremitteras.")
            .checked()?;
        if let Some(held) = being_handled(state, initiative.id) {
            return Err(Refusal::order(
                format!("Styrelsen behandlar ansökan vid sammanträdet {held}."),
                "Återremittera genom styrelsens beslut under punkten.",
            ));
        }
        let sent_back = Event::SentBack {
            initiative: initiative.id,
            to: self.to,
            why: self.why.clone(),
            by: ctx.actor,
            on: ctx.today(),
        };
        Ok(Decided::of([crate::Event::Initiative(sent_back)]))
    }
}

impl SendBack {
    /// Only the board has the working committee behind it, and only where there was one.
    fn may_go_to(&self, initiative: &Initiative) -> bool {
        self.to == Stage::PreparatoryGroup
            || (self.to == Stage::WorkingCommittee
                && initiative.stage == Stage::Board
                && initiative.committee.is_some())
    }
}

/// The day of the meeting that has taken up the initiative and is not closed.
fn being_handled(state: &Association, initiative: InitiativeId) -> Option<String> {
    let matter = Some(Matter::Initiative(initiative));
    let taken = |m: &&crate::meeting::state::Meeting| {
        m.opened.is_some()
            && m.closed.is_none()
            && m.items.iter().any(|i| i.content.matter == matter && i.paragraf.is_some())
    };
    state.meetings.values().find(taken).map(|m| format!("den {}", in_words(m.plan.on)))
}
