//! Handing in: registered with a case number in the same step; withdrawing.

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Act, Decision};
use crate::case_register::events::{Direction, Entry, Event as RegisterEvent, Form};
use crate::case_register::register::{next_number, without_delay};
use crate::decision::{Ctx, Decided, Entered, FieldError, Guard, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, TEXT};
use crate::ids::{CaseId, InitiativeId};
use crate::initiative::events::{Application, Event, Stage};
use crate::initiative::letters::{letter, next_letter, paper, registered};
use crate::initiative::paper::{handing_in, received};
use crate::initiative::standing::{self, application, at, find};
use crate::initiative::state::Initiative;
use crate::initiative::{facts, form};
use crate::seal::Sealed;
use crate::state::Association;
use swedish::days::in_words;

#[cfg(test)]
mod tests;

/// What is still missing in an application before it can be handed in, field by field.
pub fn missing(application: &Application) -> Vec<FieldError> {
    form::missing(application).found()
}

/// Hands the application in, for the first time or completed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SubmitApplication {
    /// The initiative.
    pub initiative: InitiativeId,
}

impl Decision for SubmitApplication {
    const ACT: Act = Act {
        name: "submit_application",
        says: "lämna in ansökan",
        may: Action::SubmitApplication,
        fits: can_be_handed_in,
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if initiative.stage == Stage::PreparatoryGroup {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let application = application(initiative)?;
        let missing = missing(application);
        if ctx.entered == Entered::AsItHappens && !missing.is_empty() {
            return Err(Refusal::Fields(missing));
        }
        let on = ctx.today();
        let (received, events) = if initiative.stage == Stage::Completion {
            completed(state, ctx, initiative)?
        } else {
            first(state, ctx, initiative, application)?
        };
        let mut guard = Guard::new(ctx).note(without_delay(&received, on));
        for finding in facts::of_application(state, application, on) {
            guard = guard.ask(finding);
        }
        guard.pass(Subject::Initiative(initiative.id), "submit_application", events)
    }
}

/// An application is handed in once, and once more when it has been completed.
fn can_be_handed_in(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    let initiative = standing::about(state, about)?;
    let instead = match initiative.stage {
        Stage::Resting => "Ta upp idén igen först.",
        Stage::Idea => "Skriv ansökan först.",
        Stage::Draft
        | Stage::PreparatoryGroup
        | Stage::Completion
        | Stage::WorkingCommittee
        | Stage::Board
        | Stage::Granted
        | Stage::Running
        | Stage::Rejected
        | Stage::Withdrawn => "Ansökan lämnas in en gång; skriv en ny för fortsatta medel.",
    };
    at(initiative, &[Stage::Draft, Stage::Completion], instead)
}

/// Opens the case, registers the application and the receipt, and hands it to the preparatory group.
fn first(
    state: &Association,
    ctx: &Ctx,
    initiative: &Initiative,
    application: &Application,
) -> Result<(Entry, Vec<crate::Event>), Refusal> {
    let on = ctx.today();
    let case = CaseId::after(state.register.cases.keys());
    let subject = format!("Ansökan om projektmedel: {}", application.title);
    let number = next_number(state, on)?;
    let papers =
        (seal(handing_in(state, initiative, &number, on))?, seal(received(state, initiative, &number, on))?);
    let opened = RegisterEvent::CaseOpened { case, number, subject: subject.clone(), on, keeps: None };
    let arrived = Entry {
        source: paper(Form::Application, initiative.id),
        ..letter(initiative, case, 1, Direction::Received, subject, on)
    };
    let answer = Entry {
        source: paper(Form::Receipt, initiative.id),
        ..letter(initiative, case, 2, Direction::Sent, "Kvitto på mottagen ansökan".to_owned(), on)
    };
    let (paper, receipt) = papers;
    let submitted = Event::Submitted { initiative: initiative.id, case, by: ctx.actor, on, paper, receipt };
    let events = vec![
        crate::Event::Register(opened),
        registered(arrived.clone()),
        registered(answer),
        crate::Event::Initiative(submitted),
    ];
    Ok((arrived, events))
}

/// Seals a paper as it reads now.
fn seal<P: Serialize>(paper: Option<P>) -> Result<Option<Sealed>, Refusal> {
    paper.map(|paper| Sealed::of(&paper).ok_or_else(Refusal::unwritable)).transpose()
}

/// Registers the completed application in the same case.
fn completed(
    state: &Association,
    ctx: &Ctx,
    initiative: &Initiative,
) -> Result<(Entry, Vec<crate::Event>), Refusal> {
    let on: Date = ctx.today();
    let title = "Kompletterad ansökan om projektmedel";
    let letter = next_letter(state, initiative, Direction::Received, title, on);
    let received = Entry {
        source: paper(Form::Application, initiative.id),
        ..letter.ok_or(Refusal::NotFound("ärendet"))?
    };
    let case =
        initiative.case.and_then(|id| state.register.cases.get(&id)).ok_or(Refusal::NotFound("ärendet"))?;
    let paper = seal(handing_in(state, initiative, &case.number, on))?;
    let completed = Event::Completed { initiative: initiative.id, by: ctx.actor, on, paper };
    Ok((received.clone(), vec![registered(received), crate::Event::Initiative(completed)]))
}

/// Takes back an application that is not decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WithdrawApplication {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Why.
    pub why: String,
}

impl Decision for WithdrawApplication {
    const ACT: Act = Act {
        name: "withdraw_application",
        says: "återta ansökan",
        may: Action::WithdrawApplication,
        fits: |state, about, _| {
            standing::stands_at(
                state,
                about,
                &[Stage::PreparatoryGroup, Stage::Completion, Stage::WorkingCommittee, Stage::Board],
                "Bara en inlämnad ansökan som inte är avgjord tas tillbaka; en idé får vila.",
            )
        },
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        let last = initiative.history.last().map(|(_, event)| event);
        if let Some(Event::Withdrawn { why, by, on, .. }) = last {
            if *why == self.why {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!(
                "{} tog tillbaka ansökan den {}: {why}",
                state.profile.person_name(*by),
                in_words(*on)
            )));
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        Fields::new().said("why", &self.why, TEXT, "Skriv varför ansökan tas tillbaka.").checked()?;
        let on = ctx.today();
        let letter = next_letter(state, initiative, Direction::Received, "Ansökan tas tillbaka", on);
        let withdrawn =
            Event::Withdrawn { initiative: initiative.id, why: self.why.clone(), by: ctx.actor, on };
        let mut events: Vec<crate::Event> = letter.map(registered).into_iter().collect();
        events.push(crate::Event::Initiative(withdrawn));
        Ok(Decided::of(events))
    }
}
