//! The inhabitants that stand, and whose are refused.

use jiff::civil::date;

use super::*;
use crate::funding::events::Count;
use crate::ids::MemberId;
use crate::testing::{FK, NORRBY, SODERBY, association, field, given};

fn figures(counts: &[(MemberId, u64)]) -> NoteKeyFigures {
    let counts =
        counts.iter().map(|(member, inhabitants)| Count { member: *member, inhabitants: *inhabitants });
    NoteKeyFigures {
        figures: KeyFigures {
            year: 2027,
            on: date(2025, 11, 30),
            source: "SCB".to_owned(),
            counts: counts.collect(),
        },
    }
}

#[test]
fn the_latest_figures_of_a_year_stand_and_what_is_missing_is_missing() {
    let first = figures(&[(NORRBY, 9_000)]);
    let past =
        given(association()).when(first.clone()).then([Event::KeyFiguresNoted(first.figures)]).settles();
    let noted = &past.state.funding.figures[&2027];
    assert_eq!((noted.of(NORRBY), noted.of(SODERBY)), (Some(9_000), None));
    let past = past.when(figures(&[(NORRBY, 9_100), (SODERBY, 3_000)])).settles();
    assert_eq!(past.state.funding.figures[&2027].of(NORRBY), Some(9_100));
}

#[test]
fn the_state_has_no_inhabitants_and_nobody_is_counted_twice_or_as_none() {
    for wrong in [&[(FK, 1)][..], &[(NORRBY, 1), (NORRBY, 2)], &[(NORRBY, 0)], &[]] {
        given(association()).when(figures(wrong)).refused(field("counts"));
    }
    given(association())
        .when(figures(&[(MemberId(99), 1)]))
        .refused(|why| matches!(why, Refusal::NotFound("medlemmen")));
}

#[test]
fn figures_of_a_day_to_come_are_refused() {
    let mut early = figures(&[(NORRBY, 1)]);
    early.figures.on = date(2026, 11, 30);
    given(association()).when(early).refused(field("on"));
}

#[test]
fn the_key_counts_the_november_before_the_budgets_november() {
    assert_eq!(counted_on(2027), Some(date(2025, 11, 30)));
    assert_eq!(counted_on(i16::MIN), None);
}
