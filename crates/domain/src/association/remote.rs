//! The board's standing decision on participation at a distance (19 a § FinsamL).

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{self, Act, Decision};
use crate::association::events::Event;
use crate::association::state::AtADistance;
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, TEXT};
use crate::state::Association;

/// Notes the board's standing decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DecideRemoteParticipation {
    /// The day of the decision.
    pub on: Date,
    /// How far it goes.
    pub extent: String,
    /// The special reasons for which sound only is allowed too; left out when it is not.
    #[serde(default)]
    pub sound: Option<String>,
}

impl Decision for DecideRemoteParticipation {
    const ACT: Act = Act {
        name: "decide_remote_participation",
        says: "anteckna beslut om deltagande på distans",
        may: Action::ManageMandates,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        if state.profile.founded.is_none() {
            return Err(Refusal::order("Förbundet är inte bildat ännu.", "Bilda förbundet först."));
        }
        let same = AtADistance { extent: self.extent.clone(), sound: self.sound.clone() };
        if state.profile.remote.get(&self.on) == Some(&same) {
            return Ok(Decided::already());
        }
        Fields::new()
            .hold(
                self.on <= ctx.today(),
                "on",
                "Ange dagen för styrelsens beslut; den kan inte vara kommande.",
            )
            .said("extent", &self.extent, TEXT, "Skriv i vilken utsträckning ledamöter får delta på distans.")
            .checked()?;
        let AtADistance { extent, sound } = same;
        let decided = Event::RemoteParticipationDecided { on: self.on, extent, sound };
        Ok(Decided::of([crate::Event::Association(decided)]))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::DecideRemoteParticipation;
    use crate::association::events::Event;
    use crate::testing::{association, field, given};

    #[test]
    fn the_board_allows_participation_at_a_distance() {
        let on = date(2026, 2, 3);
        let extent = "Alla sammanträden, med ljud och bild.".to_owned();
        given(association())
            .when(DecideRemoteParticipation { on, extent: extent.clone(), sound: None })
            .then([Event::RemoteParticipationDecided { on, extent, sound: None }])
            .settles();
    }

    #[test]
    fn a_decision_states_its_extent() {
        given(association())
            .when(DecideRemoteParticipation { on: date(2026, 2, 3), extent: " ".to_owned(), sound: None })
            .refused(field("extent"));
    }
}
