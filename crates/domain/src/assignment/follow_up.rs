//! Assignments: given, reported, done.

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;
use statute::rules::meetings::{AssignmentFollowedUp, AssignmentNamesKnownPerson, CorrectionByDecision};

use crate::act::{self, Act, Decision, ForWhom};
use crate::assignment::events::{Event, Given};
use crate::assignment::state::Assignment;
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE, TEXT};
use crate::ids::{AssignmentId, ItemId, MeetingId, PersonId};
use crate::meeting::state::Meeting;
use crate::state::Association;
use swedish::days::in_words;

#[cfg(test)]
mod tests;

/// Assignments are given at a meeting that was opened, or is recorded from its source.
fn met(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    let meeting = state.meeting_of(about)?;
    if meeting.opened.is_some() || meeting.source.is_some() {
        return Ok(());
    }
    let says = "Sammanträdet har inte öppnats, och uppdrag ges vid sammanträdet.";
    Err(Refusal::order(says, "Öppna sammanträdet först."))
}

/// Gives an assignment (sv. *uppdrag*) at a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GiveAssignment {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// To whom, as the minutes write it.
    pub to: String,
    /// The person, where known to the association.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// What to do.
    pub what: String,
    /// By when.
    #[serde(default)]
    pub due: Option<Date>,
}

impl Decision for GiveAssignment {
    const ACT: Act =
        Act { name: "give_assignment", says: "ge ett uppdrag", may: Action::KeepMinutes, fits: met };
    const ADDS: bool = true;

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.meetings.get(&self.meeting).ok_or(Refusal::NotFound("sammanträdet"))?;
        meeting.item(self.item).ok_or(Refusal::NotFound("punkten"))?;
        let new = Given {
            assignment: AssignmentId::after(state.assignments.last.iter()),
            meeting: self.meeting,
            item: self.item,
            to: self.to.trim().to_owned(),
            person: self.person,
            what: self.what.clone(),
            due: self.due,
            on: meeting.plan.on,
        };
        Self::ACT.fits(state, self.about(), ctx)?;
        self.check(state, meeting)?;
        let mut guard = Guard::new(ctx);
        if meeting.is_sealed() {
            if !ctx.records() {
                meeting.unsealed()?;
            }
            guard = guard.note(CorrectionByDecision { attested: true }.judge(meeting.plan.on));
        }
        let name = |id: &PersonId| state.profile.person_name(*id).to_owned();
        let known = AssignmentNamesKnownPerson {
            person: new.to.clone(),
            present: meeting.attendance.iter().map(|a| name(&a.person)).collect(),
            known: state.profile.people.values().cloned().collect(),
        };
        let followed = AssignmentFollowedUp {
            person: Some(new.to.clone()),
            due: self.due,
            done: None,
            today: ctx.today(),
        };
        guard.note(known.judge(meeting.plan.on)).note(followed.judge(meeting.plan.on)).pass(
            Subject::Item(self.meeting, self.item),
            "give_assignment",
            [crate::Event::Assignment(Event::Given(new))],
        )
    }
}

impl GiveAssignment {
    fn check(&self, state: &Association, meeting: &Meeting) -> Result<(), Refusal> {
        Fields::new()
            .said("to", &self.to, LINE, "Skriv vem som får uppdraget.")
            .hold(
                self.person.is_none_or(|id| state.profile.people.contains_key(&id)),
                "person",
                "Välj en person som förbundet har namnet på, eller skriv bara namnet.",
            )
            .said("what", &self.what, TEXT, "Skriv vad som ska göras.")
            .hold(
                self.due.is_none_or(|due| meeting.plan.on <= due),
                "due",
                format!("Ange en dag från och med sammanträdet den {}.", in_words(meeting.plan.on)),
            )
            .checked()
    }
}

/// An assignment is reported by whom it was given to, or for that person.
fn for_assignee(state: &Association, assignment: AssignmentId) -> ForWhom {
    ForWhom::Person(state.assignments.assignments.get(&assignment).and_then(|a| a.given.person))
}

fn find(state: &Association, assignment: AssignmentId) -> Result<&Assignment, Refusal> {
    state.assignments.assignments.get(&assignment).ok_or(Refusal::NotFound("uppdraget"))
}

/// Somebody else has finished the assignment.
fn already_done(state: &Association, (on, by, note): &(Date, PersonId, String)) -> Refusal {
    let by = state.profile.person_name(*by);
    Refusal::Changed(format!("{by} rapporterade uppdraget som slutfört den {}: {note}", in_words(*on)))
}

/// Reports how far an assignment has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportAssignment {
    /// The assignment.
    pub assignment: AssignmentId,
    /// How far.
    pub note: String,
}

impl Decision for ReportAssignment {
    const ACT: Act = Act {
        name: "report_assignment",
        says: "rapportera ett uppdrag",
        may: Action::ReportAssignment,
        fits: act::founded,
    };
    const ADDS: bool = true;

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn for_whom(&self, state: &Association) -> ForWhom {
        for_assignee(state, self.assignment)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let assignment = find(state, self.assignment)?;
        let (on, by) = (ctx.today(), ctx.actor);
        if let Some(done) = &assignment.done {
            return Err(already_done(state, done));
        }
        Fields::new().said("note", &self.note, TEXT, "Skriv hur långt uppdraget har kommit.").checked()?;
        let reported = Event::Reported { assignment: self.assignment, note: self.note.clone(), on, by };
        Ok(Decided::of([crate::Event::Assignment(reported)]))
    }
}

/// Reports an assignment as done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FinishAssignment {
    /// The assignment.
    pub assignment: AssignmentId,
    /// What came of it.
    pub note: String,
}

impl Decision for FinishAssignment {
    const ACT: Act = Act {
        name: "finish_assignment",
        says: "slutföra ett uppdrag",
        may: Action::ReportAssignment,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn for_whom(&self, state: &Association) -> ForWhom {
        for_assignee(state, self.assignment)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let assignment = find(state, self.assignment)?;
        if let Some(done) = &assignment.done {
            let (_, by, note) = done;
            let same = *by == ctx.actor && *note == self.note;
            return if same { Ok(Decided::already()) } else { Err(already_done(state, done)) };
        }
        Fields::new().said("note", &self.note, TEXT, "Skriv vad uppdraget ledde till.").checked()?;
        let (on, by) = (ctx.today(), ctx.actor);
        let given = &assignment.given;
        let followed = AssignmentFollowedUp {
            person: Some(given.to.clone()),
            due: given.due,
            done: Some(on),
            today: on,
        };
        let done = Event::Done { assignment: self.assignment, note: self.note.clone(), on, by };
        Guard::new(ctx).note(followed.judge(given.on)).pass(
            Subject::Item(given.meeting, given.item),
            "finish_assignment",
            [crate::Event::Assignment(done)],
        )
    }
}
