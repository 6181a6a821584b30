//! What the association owned and owed on a day, as its accounts say: the shares are shares of that.

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{self, Act, Decision};
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE};
use crate::funding::events::{Event, Position};
use crate::funding::{SOURCE, founded};
use crate::state::Association;
use swedish::money::Ore;

/// Notes assets and liabilities on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NotePosition {
    /// The day, usually the last of a year.
    pub on: Date,
    /// What was owned.
    pub assets: Ore,
    /// What was owed.
    pub liabilities: Ore,
    /// Where it is stated.
    pub source: String,
}

impl Decision for NotePosition {
    const ACT: Act = Act {
        name: "note_position",
        says: "anteckna tillgångar och skulder",
        may: Action::NoteFunding,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        founded(state)?;
        let Self { on, assets, liabilities, source } = self.clone();
        Fields::new()
            .hold(on <= ctx.today(), "on", "Ange dagen för redovisningen; den kan inte vara kommande.")
            .hold(assets.ore() >= 0, "assets", "Skriv tillgångarna i kronor, noll eller mer.")
            .hold(liabilities.ore() >= 0, "liabilities", "Skriv skulderna i kronor, noll eller mer.")
            .said("source", &source, LINE, SOURCE)
            .checked()?;
        let position = Position { on, assets, liabilities, source };
        if state.funding.positions.get(&on) == Some(&position) {
            return Ok(Decided::already());
        }
        Ok(Decided::of([crate::Event::Funding(Event::PositionNoted(position))]))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::testing::{association, field, given};

    fn note() -> NotePosition {
        NotePosition {
            on: date(2025, 12, 31),
            assets: Ore::new(900),
            liabilities: Ore::new(200),
            source: "årsredovisning 2025".to_owned(),
        }
    }

    #[test]
    fn the_latest_position_of_a_year_is_the_years() {
        let early = NotePosition { on: date(2025, 8, 31), ..note() };
        let past = given(association()).done(early).when(note()).settles();
        assert_eq!(past.state.funding.position_of(2025).unwrap().on, date(2025, 12, 31));
        assert_eq!(past.state.funding.position_of(2025).unwrap().equity(), Some(Ore::new(700)));
        assert_eq!(past.state.funding.position_of(2024), None);
        assert_eq!(past.state.funding.position_of(2026), None, "an older position is not this year's");
    }

    #[test]
    fn a_position_is_of_a_day_that_has_been_and_not_below_zero() {
        given(association()).when(NotePosition { on: date(2026, 12, 31), ..note() }).refused(field("on"));
        given(association()).when(NotePosition { assets: Ore::new(-1), ..note() }).refused(field("assets"));
        given(association())
            .when(NotePosition { liabilities: Ore::new(-1), ..note() })
            .refused(field("liabilities"));
        given(association()).when(NotePosition { source: String::new(), ..note() }).refused(field("source"));
    }
}
