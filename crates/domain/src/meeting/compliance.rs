//! The rules of a meeting observed afterwards: what its page and the *bevis* of its minutes show.
//!
//! What a step was decided on is kept with the step; this is the same rules asked again about the whole, today.

use jiff::civil::Date;
use statute::rules::meetings::AssignmentNamesKnownPerson;
use statute::{Finding, Judge};

use crate::duties;
use crate::meeting::attendance::{disqualification, remote};
use crate::meeting::decide::quorum;
use crate::meeting::minutes::content;
use crate::meeting::paper;
use crate::meeting::paragraf::run_on;
use crate::meeting::state::Meeting;
use crate::state::Association;
use crate::step::Step;

/// What the rules say of a meeting as it stands on a day, in the order the steps are taken.
///
/// Each rule is asked by the wording of its own day. A rule whose step has not come leaves no finding; only the board
/// is held to the law on meetings.
pub fn findings(state: &Association, meeting: &Meeting, today: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    if state.is_board(meeting) {
        found.extend(before_and_during(state, meeting));
        found.extend(afterwards(state, meeting, today));
    }
    found.extend(assignments(state, meeting));
    found
}

fn before_and_during(state: &Association, meeting: &Meeting) -> Vec<Finding> {
    let day = meeting.day();
    let mut found = Vec::new();
    if meeting.notice.is_some() {
        found.extend(duties::of_step(state, meeting, Step::SendNotice, day).map(|duty| duty.finding));
    }
    let decided = meeting.items.iter().filter(|i| i.decision.is_some());
    let fewest = decided.map(|i| quorum(state, meeting, i)).min_by_key(|q| q.serving);
    found.extend(fewest.map(|q| q.judge(day)));
    let at_a_distance = meeting.attendance.iter().filter(|a| a.remote.is_some() && a.serves());
    found.extend(at_a_distance.map(|a| remote(state, meeting, a).judge(day)));
    found.extend(
        meeting.items.iter().filter_map(|i| disqualification(state, meeting, i)).map(|d| d.judge(day)),
    );
    if meeting.paragrafer().is_some() {
        found.push(run_on(state, meeting, None).judge(day));
    }
    found
}

fn afterwards(state: &Association, meeting: &Meeting, today: Date) -> Vec<Finding> {
    let Some(_) = meeting.closed else { return Vec::new() };
    let duties = duties::of_meeting(state, meeting, today).into_iter();
    let later = duties.filter(|duty| duty.step != Step::SendNotice).map(|duty| duty.finding);
    let paper = paper::minutes::content(state, meeting);
    [content(meeting, &paper).judge(meeting.day())].into_iter().chain(later).collect()
}

/// Whether those who got assignments at the meeting were there or are known.
fn assignments(state: &Association, meeting: &Meeting) -> Vec<Finding> {
    let there = || meeting.attendance.iter().map(|a| a.person);
    let present = || there().map(|person| state.profile.person_name(person).to_owned()).collect();
    let known = |person| {
        there().any(|p| p == person) || state.mandates.of_person(person, meeting.day()).next().is_some()
    };
    let given = state.assignments.assignments.values().map(|a| &a.given);
    given
        .filter(|a| a.meeting == meeting.id())
        .map(|a| {
            let known = if a.person.is_some_and(known) { vec![a.to.clone()] } else { Vec::new() };
            AssignmentNamesKnownPerson { person: a.to.clone(), present: present(), known }
                .judge(meeting.day())
        })
        .collect()
}
