//! What somebody is reminded of (sv. *påminnelse*) because a day has come, though nobody has done anything.

use jiff::civil::Date;

use crate::duties;
use crate::event::Subject;
use crate::ids::PersonId;
use crate::meeting::state::Meeting;
use crate::state::Association;
use crate::step::Step;

#[cfg(test)]
mod tests;

/// A reminder to one person.
#[doc(alias = "påminnelse")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// To whom.
    pub person: PersonId,
    /// What it is about.
    pub about: Subject,
    /// The step that was to have been taken.
    pub what: Step,
    /// By which day.
    pub by: Date,
}

/// What people are to be reminded of on a day: minutes whose day has come, and that are not attested.
///
/// Whoever was to write them is reminded until they are written, then those who attest and have not.
pub fn due(state: &Association, today: Date) -> Vec<Reminder> {
    let held = state.meetings.values().filter(|m| m.closed.is_some() && m.source.is_none());
    let open = held.filter(|m| m.attested_on().is_none());
    open.flat_map(|meeting| minutes(state, meeting, today)).collect()
}

fn minutes(state: &Association, meeting: &Meeting, today: Date) -> Vec<Reminder> {
    let step = if meeting.written.is_none() { Step::WriteMinutes } else { Step::AttestMinutes };
    let duty = duties::of_step(state, meeting, step, today).filter(duties::Duty::waits);
    let Some(by) = duty.and_then(|duty| duty.due()).filter(|by| *by <= today) else { return Vec::new() };
    let waited_for = meeting.must_attest().into_iter().filter(|p| !meeting.attested.contains_key(p));
    let people: Vec<PersonId> = match meeting.written {
        None => meeting.secretary.into_iter().collect(),
        Some(_) => waited_for.collect(),
    };
    let to = |person| Reminder { person, about: Subject::Meeting(meeting.id()), what: step, by };
    people.into_iter().map(to).collect()
}
