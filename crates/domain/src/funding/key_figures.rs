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
mod tests;
