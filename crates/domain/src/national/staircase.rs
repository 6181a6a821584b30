//! Noting the equity staircase (sv. *egetkapitaltrappan*): the steps are not known, so it is empty until somebody does.

use allocation::equity::{Staircase, Step};
use serde::{Deserialize, Serialize};

use crate::decision::{Ctx, Decided, Refusal};
use crate::fields::{Fields, LINE};
use crate::national::NationalYear;
use crate::national::events::Event;

/// The most steps.
const MOST_STEPS: usize = 50;

/// Notes the staircase that stands from now on; no steps empties it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteStaircase {
    /// The year it is noted for.
    pub year: i16,
    /// The steps.
    pub steps: Vec<Step>,
}

impl NoteStaircase {
    pub(super) fn decide(&self, state: &NationalYear, _ctx: &Ctx) -> Result<Decided<Event>, Refusal> {
        let mut fields = Fields::new()
            .hold((1990..=2100).contains(&self.year), "year", "Skriv året med fyra siffror, som 2025.")
            .hold(self.steps.len() <= MOST_STEPS, "steps", format!("Skriv högst {MOST_STEPS} steg."));
        for step in &self.steps {
            let limited = step.max_share.is_some() || step.max_amount.is_some();
            let upwards = step.to_total.is_none_or(|to| step.from_total < to);
            fields = fields
                .said(
                    "steps",
                    &step.source,
                    LINE,
                    "Skriv varje stegs källa; ett steg utan källa används inte.",
                )
                .hold(limited, "steps", "Skriv en andel eller ett belopp i varje steg.")
                .hold(upwards, "steps", "Låt varje steg sluta vid ett högre belopp än det börjar.");
        }
        fields.checked()?;
        let staircase = Staircase::new(self.steps.clone());
        if state.staircase == staircase {
            return Ok(Decided::already());
        }
        Ok(Decided::of([Event::StaircaseNoted(staircase)]))
    }
}
