//! Who is reminded, of what, and from which day.

use jiff::civil::{date, time};

use super::*;
use crate::ids::MeetingId;
use crate::meeting::events::{Event, Planned};
use crate::testing::{ASTA, BO, BOARD, Given, OLGA, association, given, sealed};

const MEETING: MeetingId = MeetingId(1);
const HELD: Date = date(2026, 4, 14);
const FOURTEENTH: Date = date(2026, 4, 28);

fn held() -> Given {
    let plan = Planned {
        meeting: MEETING,
        body: BOARD,
        on: HELD,
        from: time(9, 0, 0, 0),
        until: time(12, 0, 0, 0),
        place: "Norrby".to_owned(),
        extra: None,
    };
    given(association()).and([
        Event::Planned(plan),
        Event::Opened { meeting: MEETING, at: HELD.at(9, 0, 0, 0) },
        Event::OfficersNamed { meeting: MEETING, chair: ASTA, secretary: OLGA, attesters: vec![BO] },
        Event::Closed { meeting: MEETING, at: HELD.at(11, 0, 0, 0) },
    ])
}

fn reminded(given: &Given, today: Date) -> Vec<(PersonId, Step)> {
    due(&given.state, today).into_iter().map(|r| (r.person, r.what)).collect()
}

#[test]
fn nobody_is_reminded_before_the_fourteenth_day() {
    assert_eq!(due(&held().state, date(2026, 4, 27)), []);
}

#[test]
fn the_secretary_is_reminded_until_the_minutes_are_written_and_then_those_who_attest() {
    assert_eq!(reminded(&held(), FOURTEENTH), [(OLGA, Step::WriteMinutes)]);
    let written =
        held().and([Event::MinutesWritten { meeting: MEETING, on: date(2026, 4, 20), paper: sealed() }]);
    let mut both = reminded(&written, FOURTEENTH);
    both.sort_unstable();
    let mut expected = [(ASTA, Step::AttestMinutes), (BO, Step::AttestMinutes)];
    expected.sort_unstable();
    assert_eq!(both, expected);
    let one = written.clone().and([Event::Attested { meeting: MEETING, by: ASTA, on: FOURTEENTH }]);
    assert_eq!(reminded(&one, date(2026, 6, 1)), [(BO, Step::AttestMinutes)], "also long after the day");
    let all = one.and([Event::Attested { meeting: MEETING, by: BO, on: FOURTEENTH }]);
    assert_eq!(due(&all.state, date(2026, 6, 1)), []);
}
