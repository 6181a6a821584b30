//! What the members contributed in a year before this record, as a source says: shares need the whole history.
//!
//! It has happened, so the rules are asked but never stand in the way.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{self, Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE};
use crate::funding::events::{Contribution, Event, Noted};
use crate::funding::working::first_day;
use crate::funding::{SOURCE, YEAR, YEARS, founded, judged};
use crate::state::Association;

/// Notes what the members contributed in an earlier year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoteContributions {
    /// The year.
    pub year: i16,
    /// Where it is stated.
    pub source: String,
    /// What each paid; below zero when money was paid back.
    pub amounts: Vec<Contribution>,
}

impl Decision for NoteContributions {
    const ACT: Act = Act {
        name: "note_contributions",
        says: "anteckna tidigare bidrag",
        may: Action::NoteFunding,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Funding(self.year)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        founded(state)?;
        let wrong = judged::listed(state, &self.amounts)?;
        Fields::new()
            .hold(YEARS.contains(&self.year), "year", YEAR)
            .hold(
                self.year <= ctx.today().year(),
                "year",
                "Skriv ett år som har börjat; kommande bidrag fastställs i stället.",
            )
            .said("source", &self.source, LINE, SOURCE)
            .also(wrong)
            .checked()?;
        let noted = Noted { year: self.year, source: self.source.clone(), amounts: self.amounts.clone() };
        if let Some(fixed) = state.funding.fixed(self.year) {
            return Err(Refusal::order(
                format!("Bidragen för {} är redan fastställda, se {}.", self.year, fixed.source),
                "Rätta genom ett nytt beslut om bidragen för året.",
            ));
        }
        if state.funding.noted.get(&self.year) == Some(&noted) {
            return Ok(Decided::already());
        }
        let event = crate::Event::Funding(Event::ContributionsNoted(noted));
        state
            .judge_contributions(self.year, &self.amounts, first_day(self.year))
            .into_iter()
            .fold(Guard::new(ctx), Guard::note)
            .pass(Subject::Funding(self.year), "note_contributions", [event])
    }
}

#[cfg(test)]
mod tests {
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
}
