//! Contributions of earlier years are noted once, with their source.

use jiff::civil::date;
use statute::Outcome;

use super::*;
use crate::funding::events::Fixed;
use crate::funding::samples::pays;
use crate::testing::{association, field, given, order};

fn note(ore: [i64; 4]) -> NoteContributions {
    NoteContributions { year: 2024, source: "årsredovisning 2024".to_owned(), amounts: pays(ore) }
}

#[test]
fn earlier_contributions_are_noted_and_what_differs_from_the_law_shows() {
    let NoteContributions { year, source, amounts } = note([600, 200, 100, 100]);
    let past = given(association())
        .when(note([600, 200, 100, 100]))
        .then([Event::ContributionsNoted(Noted { year, source, amounts })])
        .finds("contribution-split", Outcome::NotMet)
        .settles();
    assert_eq!(past.state.funding.contributions(2024), Some(&pays([600, 200, 100, 100])[..]));
    let past = past.when(note([400, 200, 100, 100])).finds("contribution-split", Outcome::Met).settles();
    assert_eq!(past.state.funding.contribution_years(), [2024]);
}

#[test]
fn what_was_fixed_is_not_noted_over() {
    let fixed = Fixed {
        year: 2024,
        on: date(2023, 11, 20),
        source: "§ 41".to_owned(),
        amounts: pays([400, 200, 100, 100]),
        basis: None,
    };
    given(association())
        .and([Event::ContributionsFixed(Box::new(fixed))])
        .when(note([1, 1, 1, 1]))
        .refused(order("redan fastställda, se § 41"));
}

#[test]
fn a_year_to_come_and_a_missing_source_are_refused() {
    let right = || note([400, 200, 100, 100]);
    given(association()).when(NoteContributions { year: 2027, ..right() }).refused(field("year"));
    given(association())
        .when(NoteContributions { source: " ".to_owned(), ..right() })
        .refused(field("source"));
}
