//! One day has one reckoning: what is due, by which rule, and how it stands.

use jiff::civil::{date, time};

use super::*;
use crate::ids::{BodyId, ItemId, MeetingId};
use crate::initiative::samples::{ID, granted};
use crate::meeting::events::{Event, Planned};
use crate::testing::{
    ASTA, BO, BOARD, CILLA, GUN, Given, NORRBY, OLGA, REGION, SODERBY, association, given, sealed,
};

const MEETING: MeetingId = MeetingId(1);
const HELD: Date = date(2026, 4, 14);

fn plan(body: BodyId) -> Event {
    Event::Planned(Planned {
        meeting: MEETING,
        body,
        on: HELD,
        from: time(9, 0, 0, 0),
        until: time(12, 0, 0, 0),
        place: "Norrby".to_owned(),
        extra: None,
    })
}

fn planned(body: BodyId) -> Given {
    given(association()).and([plan(body)])
}

fn held(body: BodyId) -> Given {
    planned(body).and([
        Event::NoticeSent { meeting: MEETING, on: date(2026, 4, 1), to: vec![CILLA], paper: sealed() },
        Event::Opened { meeting: MEETING, at: HELD.at(9, 0, 0, 0) },
        Event::OfficersNamed { meeting: MEETING, chair: ASTA, secretary: OLGA, attesters: vec![BO] },
        Event::Closed { meeting: MEETING, at: HELD.at(11, 0, 0, 0) },
    ])
}

fn attested() -> Given {
    let on = date(2026, 4, 20);
    held(BOARD).and([
        Event::MinutesWritten { meeting: MEETING, on, paper: sealed() },
        Event::Attested { meeting: MEETING, by: ASTA, on },
        Event::Attested { meeting: MEETING, by: BO, on },
    ])
}

/// Step, last day, outcome and whether it is done, of every duty of the year.
fn year(given: &Given, today: Date) -> Vec<(Step, Date, Outcome, bool)> {
    of_year(&given.state, 2026, today)
        .into_iter()
        .filter_map(|duty| Some((duty.step, duty.due()?, duty.finding.outcome, duty.done)))
        .collect()
}

#[test]
fn a_planned_meeting_of_the_board_has_a_day_for_its_notice_and_one_for_its_minutes() {
    assert_eq!(
        year(&planned(BOARD), date(2026, 3, 2)),
        [
            (Step::SendNotice, date(2026, 4, 7), Outcome::NotYetDue, false),
            (Step::WriteMinutes, date(2026, 4, 28), Outcome::NotYetDue, false),
        ]
    );
    let late = year(&planned(BOARD), date(2026, 4, 8));
    assert_eq!(late[0], (Step::SendNotice, date(2026, 4, 7), Outcome::NotMet, false));
}

#[test]
fn only_the_board_is_held_to_the_law_on_meetings() {
    let group =
        given(association()).state.mandates.bodies.keys().copied().find(|body| *body != BOARD).unwrap();
    assert_eq!(year(&planned(group), date(2026, 3, 2)), []);
    assert_eq!(year(&held(group), date(2026, 5, 2)), []);
}

#[test]
fn a_meeting_that_was_never_held_asks_for_no_minutes() {
    let steps: Vec<Step> = year(&planned(BOARD), date(2026, 5, 30)).into_iter().map(|one| one.0).collect();
    assert_eq!(steps, [Step::SendNotice]);
}

#[test]
fn minutes_boards_and_appeal_each_have_their_day() {
    let day = date(2026, 4, 29);
    let written = held(BOARD).and([Event::MinutesWritten { meeting: MEETING, on: day, paper: sealed() }]);
    let attest = (Step::AttestMinutes, date(2026, 4, 28), Outcome::NotMet, false);
    assert!(year(&written, day).contains(&attest), "day fifteen, and nobody has attested");
    let post = (Step::PostNotice, date(2026, 4, 22), Outcome::NotYetDue, false);
    assert!(year(&attested(), date(2026, 4, 21)).contains(&post));
    let (on, down) = (date(2026, 4, 21), date(2026, 5, 13));
    let boards = [REGION, NORRBY, SODERBY];
    let posted = attested().and(boards.map(|board| Event::Posted { meeting: MEETING, board, on, down }));
    let days = year(&posted, on);
    assert!(days.contains(&(Step::PostNotice, date(2026, 4, 22), Outcome::Met, true)));
    assert!(days.contains(&(Step::TakeDownNotice, date(2026, 5, 12), Outcome::NotYetDue, false)));
}

#[test]
fn the_law_has_minutes_posted_by_every_municipality_and_region_whatever_the_bylaws_list() {
    let bylaws =
        crate::association::events::Bylaws { posting_members: vec![NORRBY], ..crate::testing::bylaws() };
    let set = crate::association::events::Event::BylawsSet { from: date(2026, 1, 1), bylaws, source: None };
    let planned = given(association()).and([set]).and([plan(BOARD)]);
    assert_eq!(planned.state.meetings[&MEETING].boards, [NORRBY, REGION, SODERBY]);
}

#[test]
fn the_fourteen_days_are_counted_from_the_day_the_meeting_ended() {
    let overnight =
        held(BOARD).and([Event::Closed { meeting: MEETING, at: date(2026, 4, 15).at(0, 30, 0, 0) }]);
    let step = of_step(&overnight.state, &overnight.state.meetings[&MEETING], Step::WriteMinutes, HELD);
    assert_eq!(step.and_then(|duty| duty.due()), Some(date(2026, 4, 29)));
}

#[test]
fn what_a_source_is_silent_on_is_unknown_and_waits_for_nobody() {
    let source = Event::RecordedFrom { meeting: MEETING, source: "protokoll 2016".to_owned() };
    let old = held(BOARD).and([source]);
    let duty = of_step(&old.state, &old.state.meetings[&MEETING], Step::WriteMinutes, date(2026, 11, 30));
    let duty = duty.unwrap();
    assert_eq!((duty.finding.outcome, duty.waits()), (Outcome::Unknown, false));
    assert_eq!(duty.rule(), Some("attested-in-14-days"));
}

#[test]
fn assignments_and_decisions_to_be_told_are_days_of_the_year_too() {
    let given_one = crate::assignment::events::Event::Given(crate::assignment::events::Given {
        assignment: AssignmentId(1),
        meeting: MEETING,
        item: ItemId(1),
        to: "Gun Gran".to_owned(),
        person: Some(GUN),
        what: "Bjud in".to_owned(),
        due: Some(date(2026, 5, 1)),
        on: HELD,
    });
    let all = granted().and([given_one]);
    let days = of_year(&all.state, 2026, date(2026, 5, 2));
    let task = days.iter().find(|duty| duty.step == Step::FinishAssignment).unwrap();
    assert_eq!((task.due(), task.finding.outcome), (Some(date(2026, 5, 1)), Outcome::NotMet));
    assert!(days.iter().any(|d| d.step == Step::InformConcerned && d.subject == Subject::Initiative(ID)));
    assert!(days.is_sorted_by_key(Duty::due));
    assert_eq!(of_year(&all.state, 2031, date(2026, 5, 2)), []);
}
