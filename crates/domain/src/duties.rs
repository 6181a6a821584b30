//! The dated duties of an association: what is to be done by which day, by which rule, and whether it is.
//!
//! Everything that reminds of a day, draws it or judges it asks here, so that one day has one reckoning. A duty is a
//! rule's finding on the facts of a subject; its day, its section and its words are the finding's.

use jiff::civil::Date;
use statute::rules::meetings::{AssignmentFollowedUp, AttestedIn14Days};
use statute::{Finding, Judge, Outcome, catalogue};

use crate::assignment::state::Assignment;
use crate::event::Subject;
use crate::ids::AssignmentId;
use crate::initiative::facts::told;
use crate::initiative::state::Initiative;
use crate::meeting::notice::notice_period;
use crate::meeting::posting::{posted_in_time, posted_whole_time};
use crate::meeting::state::Meeting;
use crate::state::Association;
use crate::step::{Step, Who};

#[cfg(test)]
mod tests;

/// Something that an association is to have done by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The step that fulfils it.
    pub step: Step,
    /// In whose hands it is.
    pub who: Who,
    /// What it is about.
    pub subject: Subject,
    /// The assignment, when that is what is to be done.
    pub assignment: Option<AssignmentId>,
    /// Whether the step is taken, in time or not.
    pub done: bool,
    /// What the rule says of it, with its day.
    pub finding: Finding,
}

impl Duty {
    /// The last day, where the rule has one.
    pub const fn due(&self) -> Option<Date> {
        self.finding.due
    }

    /// The rule, by its id.
    pub fn rule(&self) -> Option<&'static str> {
        catalogue::rule(&self.finding.rule).map(|rule| rule.id.as_str())
    }

    /// Whether somebody still has to act: it is not taken, and it is not only that the record is silent.
    pub fn waits(&self) -> bool {
        !self.done && self.finding.outcome != Outcome::Unknown
    }
}

/// Every dated duty whose last day lies in a year, the nearest first.
pub fn of_year(state: &Association, year: i16, today: Date) -> Vec<Duty> {
    let mut all: Vec<Duty> = state
        .meetings
        .values()
        .flat_map(|meeting| of_meeting(state, meeting, today))
        .chain(state.initiatives.values().filter_map(|initiative| of_initiative(initiative, today)))
        .chain(state.assignments.assignments.values().filter_map(|one| of_assignment(one, today)))
        .filter(|duty| duty.due().is_some_and(|due| due.year() == year))
        .collect();
    all.sort_by_key(|duty| (duty.due(), duty.subject, duty.step));
    all
}

/// What is to be done about a meeting, in the order the steps are taken; only the board is held to the law on meetings.
///
/// A duty stands from the day its facts are known: the minutes' as soon as the meeting has a day, the announcement's
/// when the minutes are attested.
pub fn of_meeting(state: &Association, meeting: &Meeting, today: Date) -> Vec<Duty> {
    if !state.is_board(meeting) {
        return Vec::new();
    }
    let subject = Subject::Meeting(meeting.id());
    let duty = |step, who, done, finding| Duty { step, who, subject, assignment: None, done, finding };
    let mut duties = Vec::new();
    let sent = meeting.notice.as_ref().map(|sent| sent.on);
    if sent.is_some() || meeting.opened.is_none() {
        let period = notice_period(state, meeting, sent, today).judge(meeting.plan.on);
        duties.push(duty(Step::SendNotice, Who::Office, sent.is_some(), period));
    }
    if meeting.closed.is_some() || meeting.day() >= today {
        let attested = meeting.attested_on();
        let (step, who) = match &meeting.written {
            None => (Step::WriteMinutes, Who::Secretary),
            Some(_) => (Step::AttestMinutes, Who::Attester),
        };
        duties.push(duty(step, who, attested.is_some(), attested_in_time(meeting, attested, today)));
    }
    if let Some(posted) = posted_in_time(state, meeting, today) {
        let everywhere = meeting.boards.iter().all(|board| meeting.postings.contains_key(board));
        duties.push(duty(Step::PostNotice, Who::Office, everywhere, posted));
    }
    if !meeting.postings.is_empty() {
        let down = meeting.postings.values().all(|posting| posting.down.is_some());
        duties.push(duty(Step::TakeDownNotice, Who::Office, down, posted_whole_time(state, meeting, today)));
    }
    duties
}

/// The duty of a meeting that a step fulfils.
pub fn of_step(state: &Association, meeting: &Meeting, step: Step, today: Date) -> Option<Duty> {
    of_meeting(state, meeting, today).into_iter().find(|duty| duty.step == step)
}

/// Whether minutes are attested in time, when the last who attests did so on a day.
pub(crate) fn attested_in_time(meeting: &Meeting, attested: Option<Date>, today: Date) -> Finding {
    let (day, from_source) = (meeting.day(), meeting.source.is_some());
    let ended = meeting.closed.map_or(day, |at| at.date());
    AttestedIn14Days { meeting: ended, attested, from_source, today }.judge(day)
}

/// Those concerned are to be told of what was decided on an initiative.
pub fn of_initiative(initiative: &Initiative, today: Date) -> Option<Duty> {
    Some(Duty {
        step: Step::InformConcerned,
        who: Who::Office,
        subject: Subject::Initiative(initiative.id),
        assignment: None,
        done: initiative.informed.is_some(),
        finding: told(initiative, today)?,
    })
}

/// An assignment is to be done by its day; one without a day has none.
pub fn of_assignment(one: &Assignment, today: Date) -> Option<Duty> {
    let given = &one.given;
    given.due?;
    let done = one.done.as_ref().map(|(on, ..)| *on);
    let rule = AssignmentFollowedUp { person: Some(given.to.clone()), due: given.due, done, today };
    Some(Duty {
        step: Step::FinishAssignment,
        who: Who::Assignee,
        subject: Subject::Item(given.meeting, given.item),
        assignment: Some(given.assignment),
        done: done.is_some(),
        finding: rule.judge(given.on),
    })
}
