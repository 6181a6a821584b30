//! An item that is left without a decision: postponed, withdrawn, or not handled since too few served.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Refusal};
use crate::event::{Event, Subject};
use crate::fields::{Fields, TEXT};
use crate::ids::{ItemId, MeetingId};
use crate::meeting::checks;
use crate::meeting::events::{Event as Fact, Undecided};
use crate::state::Association;

/// Leaves an item without a decision, and says how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LeaveUndecided {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// How.
    pub how: Undecided,
    /// More of it, for the minutes.
    #[serde(default)]
    pub text: String,
}

impl Decision for LeaveUndecided {
    const ACT: Act = Act {
        name: "leave_undecided",
        says: "lämna en punkt utan beslut",
        may: Action::KeepMinutes,
        fits: checks::completes,
    };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let (item, paragraf) = meeting.taken_up(self.item)?;
        let text = self.text.trim();
        if item.undecided.as_ref().is_some_and(|(how, known)| *how == self.how && known == text) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        Fields::new().within("text", text, TEXT).checked()?;
        if item.decision.is_some() {
            return Err(Refusal::order(
                format!("Under § {paragraf} finns ett beslut."),
                "Ta först tillbaka beslutet, om det är fel.",
            ));
        }
        if item.vote.is_some() {
            return Err(Refusal::order(
                format!("Under § {paragraf} har det öppnats en omröstning."),
                "Anteckna beslutet, eller ta först tillbaka omröstningen.",
            ));
        }
        let (how, text) = (self.how, text.to_owned());
        let event = Fact::LeftUndecided { meeting: self.meeting, item: self.item, how, text };
        Ok(Decided::of([Event::Meeting(event)]))
    }
}
