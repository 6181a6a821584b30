//! The assignments and how far they have come.

use jiff::civil::Date;

use crate::assignment::events::{Event, Given};
use crate::ids::{AssignmentId, PersonId};
use crate::shared::Map;

/// An assignment (sv. *uppdrag*).
#[doc(alias = "uppdrag")]
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    /// As it was given.
    pub given: Given,
    /// Reports: day, by whom, what.
    pub reports: Vec<(Date, PersonId, String)>,
    /// Day, by whom and what came of it, when done.
    pub done: Option<(Date, PersonId, String)>,
}

/// The assignments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// By number.
    pub assignments: Map<AssignmentId, Assignment>,
    /// The number given last, which may have been taken back.
    pub last: Option<AssignmentId>,
}

impl State {
    /// Folds one fact in.
    pub fn evolve(&mut self, event: &Event) {
        match event {
            Event::Given(given) => {
                let assignment = Assignment { given: given.clone(), reports: Vec::new(), done: None };
                self.assignments.insert(given.assignment, assignment);
                self.last = self.last.max(Some(given.assignment));
            }
            Event::TakenBack { assignment, .. } => {
                self.assignments.remove(assignment);
            }
            Event::Reported { assignment, note, on, by } => {
                if let Some(assignment) = self.assignments.get_mut(assignment) {
                    assignment.reports.push((*on, *by, note.clone()));
                }
            }
            Event::Done { assignment, note, on, by } => {
                if let Some(assignment) = self.assignments.get_mut(assignment) {
                    assignment.done = Some((*on, *by, note.clone()));
                }
            }
        }
    }

    /// The assignments that are not done.
    pub fn open(&self) -> impl Iterator<Item = &Assignment> {
        self.assignments.values().filter(|a| a.done.is_none())
    }
}
