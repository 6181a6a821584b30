//! How an assignment is given at a meeting and comes back until it is done.

use jiff::civil::{date, time};
use statute::Outcome;

use super::*;
use crate::ids::MandateId;
use crate::meeting::events::{self, Attendance, Capacity, ItemContent, ItemKind, Planned};
use crate::testing::{ASTA, BO, BOARD, MAJA, association, changed, field, given, order};

const MEETING: MeetingId = MeetingId(1);
const HELD: Date = date(2026, 3, 2);

fn planned() -> [events::Event; 2] {
    let plan = Planned {
        meeting: MEETING,
        body: BOARD,
        on: HELD,
        from: time(9, 0, 0, 0),
        until: time(12, 0, 0, 0),
        place: "Norrby".to_owned(),
        extra: None,
    };
    let content = ItemContent {
        kind: ItemKind::Information,
        title: "Lägesrapport".to_owned(),
        text: String::new(),
        presenter: None,
        proposed: Vec::new(),
        appendices: Vec::new(),
        matter: None,
    };
    let item = ItemId(1);
    [
        events::Event::Planned(plan),
        events::Event::ItemAdded { meeting: MEETING, item, content, at_the_meeting: false },
    ]
}

fn opened() -> crate::testing::Given {
    let capacity = Capacity::Serving { mandate: MandateId(2), in_place_of: None };
    given(association()).and(planned()).and([
        events::Event::Opened { meeting: MEETING, at: HELD.at(9, 0, 0, 0) },
        events::Event::Attended {
            meeting: MEETING,
            attendance: Attendance { person: BO, capacity, remote: None, paragrafer: None },
        },
    ])
}

fn task() -> GiveAssignment {
    GiveAssignment {
        meeting: MEETING,
        item: ItemId(1),
        to: "Bo Bark".to_owned(),
        person: Some(BO),
        what: "Bjud in kommunerna".to_owned(),
        due: Some(date(2026, 4, 30)),
    }
}

fn as_given() -> Event {
    Event::Given(Given {
        assignment: AssignmentId(1),
        meeting: MEETING,
        item: ItemId(1),
        to: "Bo Bark".to_owned(),
        person: Some(BO),
        what: "Bjud in kommunerna".to_owned(),
        due: Some(date(2026, 4, 30)),
        on: HELD,
    })
}

#[test]
fn an_assignment_names_who_was_there_and_when_it_is_due() {
    opened()
        .when(task())
        .then([as_given()])
        .finds("assignment-known-person", Outcome::Met)
        .finds("assignments-followed-up", Outcome::NotYetDue)
        .silent("correction-by-decision")
        .settles();
}

#[test]
fn a_stranger_gets_an_assignment_and_it_is_noted() {
    let stranger = GiveAssignment { to: "Viveka Vik".to_owned(), person: None, due: None, ..task() };
    opened()
        .when(stranger)
        .finds("assignment-known-person", Outcome::NotMet)
        .finds("assignments-followed-up", Outcome::NotMet)
        .settles();
}

#[test]
fn assignments_are_given_at_a_meeting_that_is_held() {
    given(association()).and(planned()).when(task()).refused(order("Sammanträdet har inte öppnats"));
    opened()
        .and([events::Event::Attested { meeting: MEETING, by: ASTA, on: HELD }])
        .when(task())
        .refused(order("justerat och ändras inte"));
    opened()
        .when(GiveAssignment { item: ItemId(9), ..task() })
        .refused(|r| *r == Refusal::NotFound("punkten"));
    opened()
        .when(GiveAssignment { meeting: MeetingId(9), ..task() })
        .refused(|r| *r == Refusal::NotFound("sammanträdet"));
}

#[test]
fn an_assignment_says_what_to_fill_in() {
    opened().when(GiveAssignment { to: String::new(), ..task() }).refused(field("to"));
    opened().when(GiveAssignment { what: String::new(), ..task() }).refused(field("what"));
    opened().when(GiveAssignment { due: Some(date(2026, 3, 1)), ..task() }).refused(field("due"));
    let nobody = PersonId(uuid::Uuid::from_u128(99));
    opened().when(GiveAssignment { person: Some(nobody), ..task() }).refused(field("person"));
}

#[test]
fn reports_are_kept_until_it_is_done_and_no_longer() {
    let assignment = AssignmentId(1);
    let report = ReportAssignment { assignment, note: "Två har svarat.".to_owned() };
    let finish = FinishAssignment { assignment, note: "Alla har svarat.".to_owned() };
    let reported = Event::Reported { assignment, note: report.note.clone(), on: date(2026, 4, 1), by: BO };
    let done = Event::Done { assignment, note: finish.note.clone(), on: date(2026, 4, 1), by: BO };
    let past = opened()
        .and([as_given()])
        .on(date(2026, 4, 1))
        .by(BO)
        .when(report)
        .then([reported])
        .settles()
        .when(finish.clone())
        .then([done])
        .finds("assignments-followed-up", Outcome::Met)
        .settles();
    past.clone()
        .by(MAJA)
        .when(finish.clone())
        .refused(changed("Bo Bark rapporterade uppdraget som slutfört"));
    past.clone()
        .when(ReportAssignment { assignment, note: "Mer".to_owned() })
        .refused(changed("1 april 2026"));
    past.when(FinishAssignment { assignment: AssignmentId(7), ..finish })
        .refused(|r| *r == Refusal::NotFound("uppdraget"));
}

#[test]
fn a_report_says_something() {
    let assignment = AssignmentId(1);
    let past = || opened().and([as_given()]);
    past().when(ReportAssignment { assignment, note: String::new() }).refused(field("note"));
    past().when(FinishAssignment { assignment, note: " ".to_owned() }).refused(field("note"));
}
