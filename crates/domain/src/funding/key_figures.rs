//! The inhabitants that the key of a year counts, with the day they were counted and where they are stated.
//!
//! Noted again for the same year, the latest stands; contributions that are fixed keep the figures they were fixed on.

use access::Action;
use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{self, Act, Decision};
use crate::association::events::MemberKind;
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE};
use crate::funding::events::{Event, KeyFigures};
use crate::funding::{SOURCE, YEAR, YEARS, founded};
use crate::state::Association;

/// Notes the inhabitants that a year's key counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoteKeyFigures {
    /// The figures; a member whose figure is not known is left out.
    pub figures: KeyFigures,
}

/// The day that the key counts inhabitants on: 30 November the year before the budget is fixed.
///
/// The budget of a year is fixed in November of the year before, so it is two years before the contributions' year.
pub fn counted_on(year: i16) -> Option<Date> {
    Date::new(year.checked_sub(2)?, 11, 30).ok()
}

impl Decision for NoteKeyFigures {
    const ACT: Act = Act {
        name: "note_key_figures",
        says: "anteckna invånare",
        may: Action::NoteFunding,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Funding(self.figures.year)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        founded(state)?;
        let KeyFigures { year, on, source, counts } = &self.figures;
        let kind = |of| state.profile.members.get(of).map(|m| m.kind);
        if counts.iter().any(|count| kind(&count.member).is_none()) {
            return Err(Refusal::NotFound("medlemmen"));
        }
        let counted = |of| matches!(kind(of), Some(MemberKind::Region | MemberKind::Municipality));
        let once: BTreeSet<_> = counts.iter().map(|count| count.member).collect();
        Fields::new()
            .hold(YEARS.contains(year), "year", YEAR)
            .hold(*on <= ctx.today(), "on", "Ange dagen som invånarna räknades; den kan inte vara kommande.")
            .said("source", source, LINE, SOURCE)
            .hold(!counts.is_empty(), "counts", "Skriv antalet invånare för minst en kommun.")
            .hold(
                counts.iter().all(|count| counted(&count.member)),
                "counts",
                "Skriv invånare för kommuner och regioner; staten räknas inte efter invånare.",
            )
            .hold(once.len() == counts.len(), "counts", "Skriv ett antal för varje medlem.")
            .hold(
                counts.iter().all(|count| count.inhabitants > 0),
                "counts",
                "Skriv antalet invånare som ett heltal, som 81 167; lämna tomt det som inte är känt.",
            )
            .checked()?;
        if state.funding.figures.get(year) == Some(&self.figures) {
            return Ok(Decided::already());
        }
        Ok(Decided::of([crate::Event::Funding(Event::KeyFiguresNoted(self.figures.clone()))]))
    }
}

#[cfg(test)]
mod tests {
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
}
