//! What waits for each of them on their page.

use allocation::asking_round::What;
use jiff::civil::{date, time};

use super::*;
use crate::assignment::events::{Event as AssignmentEvent, Given as GivenAssignment};
use crate::ids::{ItemId, MeetingId};
use crate::initiative::events::View;
use crate::initiative::idea::RestIdea;
use crate::initiative::prepare::StateMemberView;
use crate::initiative::samples::{
    APPLICANT, ID, application, before_the_board, drafted, examined, granted, noted, proposed,
    steering_people, submitted,
};
use crate::initiative::start::{InformConcerned, SetUpSteeringGroup};
use crate::meeting::events::{Event, Planned};
use crate::testing::{
    ASTA, BO, BOARD, CILLA, DAVID, FK, GUN, Given, MAJA, NILS, NORRBY, OLGA, REGION, SODERBY, association,
    given, sealed,
};

const MEETING: MeetingId = MeetingId(1);
const HELD: Date = date(2026, 4, 14);

fn waits(given: &Given, person: PersonId, today: Date) -> Vec<(Step, Who)> {
    waiting(&given.state, person, &Drafts::new(), today).into_iter().map(|w| (w.what, w.role)).collect()
}

fn today(given: &Given, person: PersonId) -> Vec<(Step, Who)> {
    waits(given, person, date(2026, 3, 2))
}

fn planned() -> Given {
    let plan = Planned {
        meeting: MEETING,
        body: BOARD,
        on: HELD,
        from: time(9, 0, 0, 0),
        until: time(12, 0, 0, 0),
        place: "Norrby".to_owned(),
        extra: None,
    };
    given(association()).and([Event::Planned(plan)])
}

fn held() -> Given {
    planned().and([
        Event::NoticeSent { meeting: MEETING, on: date(2026, 4, 1), to: vec![CILLA, DAVID], paper: sealed() },
        Event::Opened { meeting: MEETING, at: HELD.at(9, 0, 0, 0) },
        Event::OfficersNamed { meeting: MEETING, chair: ASTA, secretary: OLGA, attesters: vec![BO] },
        Event::Closed { meeting: MEETING, at: HELD.at(11, 0, 0, 0) },
    ])
}

fn attested() -> Given {
    let on = date(2026, 4, 20);
    held().and([
        Event::MinutesWritten { meeting: MEETING, on, paper: sealed() },
        Event::Attested { meeting: MEETING, by: ASTA, on },
        Event::Attested { meeting: MEETING, by: BO, on },
    ])
}

#[test]
fn an_applicant_writes_and_hands_in() {
    assert_eq!(
        today(&noted(), APPLICANT),
        [(Step::TalkOverIdea, Who::Applicant), (Step::WriteApplication, Who::Applicant)]
    );
    assert_eq!(today(&drafted(), APPLICANT), [(Step::WriteApplication, Who::Applicant)]);
    let whole = Drafts::from([(ID, application())]);
    let found = waiting(&drafted().state, APPLICANT, &whole, date(2026, 3, 2));
    assert_eq!(found.iter().map(|w| w.what).collect::<Vec<_>>(), [Step::SubmitApplication]);
    assert_eq!(today(&drafted(), NILS), [], "nobody else has it");
    let resting = noted().done(RestIdea { initiative: ID, why: "Paus".to_owned() });
    assert_eq!(today(&resting, APPLICANT), [], "what rests waits for nobody");
}

#[test]
fn the_group_examines_and_each_official_states_a_view() {
    let group = Who::PreparatoryGroup;
    assert_eq!(
        today(&submitted(), NILS),
        [(Step::ExamineApplication, group), (Step::StateMemberView, group)]
    );
    let view = StateMemberView { initiative: ID, member: FK, view: View::Supports, text: "Ja.".to_owned() };
    let past = examined().done(view);
    assert_eq!(today(&past, NILS), [(Step::ProposeDecision, group)]);
    assert_eq!(today(&past, OLGA), [(Step::StateMemberView, group), (Step::ProposeDecision, group)]);
    assert_eq!(today(&past, CILLA), []);
}

#[test]
fn committee_and_office_take_their_turns() {
    assert_eq!(today(&proposed(), BO), [(Step::PrepareForBoard, Who::WorkingCommittee)]);
    assert_eq!(today(&proposed(), CILLA), []);
    assert_eq!(today(&before_the_board(), MAJA), [(Step::PlanMeeting, Who::Office)]);
    assert_eq!(
        today(&granted(), MAJA),
        [(Step::InformConcerned, Who::Office), (Step::SetUpSteeringGroup, Who::Office)],
        "what has a day comes first"
    );
}

#[test]
fn a_start_waits_for_the_steering_group_alone() {
    let told = granted().done(InformConcerned { initiative: ID, to: vec!["enhetschefen".to_owned()] });
    let people = steering_people();
    let group = people.first().map(|seat| seat.person).unwrap();
    let set_up = told.done(SetUpSteeringGroup { initiative: ID, name: "Styrgruppen".to_owned(), people });
    assert_eq!(today(&set_up, group), [(Step::StartInitiative, Who::SteeringGroup)]);
    assert_eq!(today(&set_up, MAJA), [], "the office may note it, and it does not wait for the office");
    assert_eq!(today(&set_up, CILLA), []);
}

#[test]
fn a_notice_is_due_the_days_before_that_the_bylaws_say() {
    let found = waiting(&planned().state, MAJA, &Drafts::new(), date(2026, 4, 8));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].what, found[0].due), (Step::SendNotice, Some(date(2026, 4, 7))));
    assert_eq!(found[0].rule, Some("notice-period"));
    assert!(found[0].overdue);
    assert!(!waiting(&planned().state, MAJA, &Drafts::new(), date(2026, 4, 7))[0].overdue);
    assert_eq!(waits(&planned(), CILLA, HELD), [], "nobody is called yet");
}

#[test]
fn those_called_come_to_the_meeting() {
    let called = planned().and([Event::NoticeSent {
        meeting: MEETING,
        on: date(2026, 4, 1),
        to: vec![CILLA],
        paper: sealed(),
    }]);
    assert_eq!(waits(&called, CILLA, HELD), [(Step::NoteAttendance, Who::Called)]);
    assert_eq!(waits(&called, CILLA, date(2026, 4, 15)), []);
    assert_eq!(waits(&called, DAVID, HELD), []);
}

#[test]
fn minutes_are_written_attested_and_posted_in_their_days() {
    let day = date(2026, 4, 20);
    assert_eq!(waits(&held(), OLGA, day), [(Step::WriteMinutes, Who::Secretary)]);
    assert_eq!(waits(&held(), MAJA, day), [(Step::WriteMinutes, Who::Office)]);
    assert_eq!(waits(&held(), CILLA, day), []);
    let written = held().and([Event::MinutesWritten { meeting: MEETING, on: day, paper: sealed() }]);
    assert_eq!(waits(&written, ASTA, day), [(Step::AttestMinutes, Who::Chair)]);
    let found = waiting(&written.state, BO, &Drafts::new(), date(2026, 4, 29));
    assert_eq!((found[0].what, found[0].role), (Step::AttestMinutes, Who::Attester));
    assert_eq!((found[0].due, found[0].overdue), (Some(date(2026, 4, 28)), true));
    assert_eq!(waits(&attested(), BO, day), []);
    let found = waiting(&attested().state, MAJA, &Drafts::new(), day);
    assert_eq!((found[0].what, found[0].due), (Step::PostNotice, Some(date(2026, 4, 22))));
}

#[test]
fn a_notice_is_taken_down_on_its_day_and_not_before() {
    let (on, down) = (date(2026, 4, 21), date(2026, 5, 13));
    let boards = [REGION, NORRBY, SODERBY];
    let posted = attested().and(boards.map(|board| Event::Posted { meeting: MEETING, board, on, down }));
    assert_eq!(waits(&posted, MAJA, date(2026, 5, 12)), []);
    assert_eq!(waits(&posted, MAJA, down), [(Step::TakeDownNotice, Who::Office)]);
    let gone = posted.and(boards.map(|board| Event::TakenDown { meeting: MEETING, board, on: down }));
    assert_eq!(waits(&gone, MAJA, down), []);
}

#[test]
fn an_old_record_asks_nothing_of_anybody() {
    let old = held().and([Event::RecordedFrom { meeting: MEETING, source: "protokoll 2016".to_owned() }]);
    assert_eq!(waits(&old, OLGA, date(2026, 4, 20)), []);
}

#[test]
fn assignments_wait_until_they_are_done() {
    let assignment = AssignmentId(1);
    let task = AssignmentEvent::Given(GivenAssignment {
        assignment,
        meeting: MEETING,
        item: ItemId(1),
        to: "Gun Gran".to_owned(),
        person: Some(GUN),
        what: "Bjud in".to_owned(),
        due: Some(date(2026, 5, 1)),
        on: HELD,
    });
    let past = held().and([task]);
    let found = waiting(&past.state, GUN, &Drafts::new(), date(2026, 4, 20));
    assert_eq!((found[0].what, found[0].assignment), (Step::FinishAssignment, Some(assignment)));
    assert_eq!(found[0].rule, Some("assignments-followed-up"));
    let done = AssignmentEvent::Done { assignment, note: "Klart".to_owned(), on: HELD, by: GUN };
    assert_eq!(waits(&past.and([done]), GUN, date(2026, 4, 20)), []);
}

#[test]
fn the_nearest_day_comes_first() {
    let past = granted().and(planned_events());
    let found = waiting(&past.state, MAJA, &Drafts::new(), date(2026, 3, 2));
    let dues: Vec<Option<Date>> = found.iter().map(|w| w.due).collect();
    let mut sorted = dues.clone();
    sorted.sort_by_key(|due| (due.is_none(), *due));
    assert_eq!(dues, sorted);
    assert_eq!(found.len(), 3);
}

fn planned_events() -> Vec<Event> {
    let of_meeting = |event| if let crate::Event::Meeting(event) = event { Some(event) } else { None };
    planned().past.into_iter().filter_map(of_meeting).collect()
}

#[test]
fn an_unanswered_question_or_offer_waits_for_the_office_until_its_year_is_over() {
    let step = |year, what| crate::funding::events::Event::StepNoted {
        year,
        on: date(2026, 2, 2),
        what,
        source: None,
    };
    let asked = given(association()).and([step(2027, What::Asked)]);
    assert_eq!(today(&asked, MAJA), [(Step::AnswerFundingQuestion, Who::Office)]);
    assert_eq!(today(&asked, ASTA), [], "the board has not got it");
    let old = given(association()).and([step(2026, What::Asked)]);
    assert_eq!(waits(&old, MAJA, date(2026, 12, 31)).len(), 1);
    assert_eq!(waits(&old, MAJA, date(2027, 1, 1)), [], "an old question waits for nobody");
    let amount = swedish::money::Ore::new(100);
    let offered = asked.and([step(2027, What::Offer { amount })]);
    assert_eq!(today(&offered, MAJA), [(Step::AnswerFundingOffer, Who::Office)]);
    let answered = offered.and([step(2027, What::Accepted { amount })]);
    assert_eq!(today(&answered, MAJA), []);
}
