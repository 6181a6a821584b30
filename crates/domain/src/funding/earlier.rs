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
mod tests;
