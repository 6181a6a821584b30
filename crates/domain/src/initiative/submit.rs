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
use crate::initiative::draft::{Written, meant};
use crate::initiative::events::{Application, Event, Stage};
use crate::initiative::letters::{letter, next_letter, paper, registered};
use crate::initiative::paper::HandedIn;
use crate::initiative::standing::{self, at, find};
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
    /// The version of the draft that was read, and is handed in.
    #[serde(default)]
    pub version: Option<u64>,
    /// What an old paper says, where it is recorded afterwards that it was handed in; otherwise the draft is.
    #[serde(default)]
    pub application: Option<Box<Application>>,
    /// What the draft held. Nothing that is sent can say it: whoever carries the command out fills it in.
    #[serde(skip)]
    pub written: Option<Written>,
}

impl SubmitApplication {
    /// Hands in the draft as it was at a version.
    pub fn draft(initiative: InitiativeId, version: u64) -> Self {
        Self { initiative, version: Some(version), application: None, written: None }
    }

    /// What is handed in, and the day it got its words.
    fn content(&self, state: &Association, ctx: &Ctx) -> Result<(&Application, Date), Refusal> {
        match &self.application {
            Some(_) if !ctx.records() => Err(Refusal::field(
                "application",
                "Utelämna innehållet: det hämtas ur utkastet som är sparat.",
            )),
            Some(application) => {
                meant(state, application)?;
                Ok((application, ctx.today()))
            }
            None => {
                let written = self.written.as_ref().ok_or_else(nothing_written)?;
                let version = self.version.ok_or_else(|| {
                    Refusal::field("version", "Ange vilken version av utkastet som lämnas in.")
                })?;
                written.still(state, version)?;
                Ok((&written.application, written.on))
            }
        }
    }
}

fn nothing_written() -> Refusal {
    Refusal::order("Det finns inget utkast att lämna in.", "Skriv i ansökan och spara först.")
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
        let (application, written) = self.content(state, ctx)?;
        let missing = missing(application);
        if ctx.entered == Entered::AsItHappens && !missing.is_empty() {
            return Err(Refusal::Fields(missing));
        }
        let on = ctx.today();
        let (received, events) = if initiative.stage == Stage::Completion {
            completed(state, ctx, initiative, application, written)?
        } else {
            first(state, ctx, initiative, application, written)?
        };
        let mut guard = Guard::new(ctx).note(without_delay(&received, on));
        for finding in facts::of_application(state, application, on) {
            guard = guard.ask(finding);
        }
        guard.pass(Subject::Initiative(initiative.id), "submit_application", events)
    }
}

/// An application is handed in once, and once more when it has been completed. An old one needs no draft: it is on paper.
fn can_be_handed_in(state: &Association, about: Subject, ctx: &Ctx) -> Result<(), Refusal> {
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
    if ctx.records() && initiative.stage == Stage::Idea {
        return Ok(());
    }
    at(initiative, &[Stage::Draft, Stage::Completion], instead)
}

/// Opens the case, registers the application and the receipt, and hands it to the preparatory group.
fn first(
    state: &Association,
    ctx: &Ctx,
    initiative: &Initiative,
    application: &Application,
    written: Date,
) -> Result<(Entry, Vec<crate::Event>), Refusal> {
    let on = ctx.today();
    let case = CaseId::after(state.register.cases.keys());
    let subject = format!("Ansökan om projektmedel: {}", application.title);
    let number = next_number(state, on)?;
    let handed_in = HandedIn { initiative, application, written, number: &number, on };
    let papers = (seal(handed_in.application(state))?, seal(Some(handed_in.receipt(state)))?);
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
    let application = Box::new(application.clone());
    let (initiative, by) = (initiative.id, ctx.actor);
    let submitted = Event::Submitted { initiative, case, application, by, on, paper, receipt };
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
    application: &Application,
    written: Date,
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
    let handed_in = HandedIn { initiative, application, written, number: &case.number, on };
    let paper = seal(handed_in.application(state))?;
    let application = Box::new(application.clone());
    let completed = Event::Completed { initiative: initiative.id, application, by: ctx.actor, on, paper };
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
