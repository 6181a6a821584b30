//! Reservations, notified before the meeting ends (KL 4 kap. 27 §).

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;
use statute::rules::meetings::ReservationInTime;

use crate::act::{Act, Decision, ForWhom};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::fields::{Fields, TEXT};
use crate::ids::{ItemId, MeetingId, PersonId};
use crate::meeting::checks;
use crate::meeting::events::Event as Fact;
use crate::state::Association;

/// Notifies a reservation (sv. *reservation*) against a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NotifyReservation {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// By whom.
    pub by: PersonId,
    /// In words; may follow later, while the meeting lasts.
    pub text: String,
}

impl Decision for NotifyReservation {
    const ACT: Act = Act {
        name: "notify_reservation",
        says: "reservera sig",
        may: Action::Reserve,
        fits: checks::unsealed,
    };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn for_whom(&self, _: &Association) -> ForWhom {
        ForWhom::Person(Some(self.by))
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let (item, paragraf) = meeting.taken_up(self.item)?;
        let text = self.text.trim();
        if item.reservations.iter().any(|(by, known)| *by == self.by && known == text) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        Fields::new().within("text", text, TEXT).checked()?;
        if meeting.serving_in(item).all(|a| a.person != self.by) {
            let name = state.profile.person_name(self.by);
            return Err(Refusal::order(
                format!("{name} deltog inte i beslutet under § {paragraf}."),
                "Bara den som har deltagit i avgörandet kan reservera sig.",
            ));
        }
        if item.decision.is_none() && !ctx.records() {
            return Err(Refusal::order(
                format!("Under § {paragraf} finns inget beslut."),
                "Anmäl reservationen när beslutet är fattat.",
            ));
        }
        // The words may follow later where the reservation itself was notified in time.
        let notified = item.reservations.iter().any(|(by, _)| *by == self.by);
        let in_time = ReservationInTime { notified_before_close: notified || meeting.closed.is_none() };
        let event =
            Fact::Reserved { meeting: self.meeting, item: self.item, by: self.by, text: text.to_owned() };
        let about = Subject::Item(self.meeting, self.item);
        Guard::new(ctx).ask(in_time.judge(meeting.day())).pass(
            about,
            "notify_reservation",
            [Event::Meeting(event)],
        )
    }
}

#[cfg(test)]
mod tests {
    use statute::Outcome;

    use super::*;
    use crate::meeting::tests::{APPLICATION, MEETING, closed, contested, decision, granted};
    use crate::testing::{BO, GUN, Given, law, order};

    fn reserves(by: PersonId, text: &str) -> NotifyReservation {
        NotifyReservation { meeting: MEETING, item: APPLICATION, by, text: text.to_owned() }
    }

    fn decided() -> Given {
        contested().done(decision(APPLICATION, "att bevilja ansökan", Some(granted())))
    }

    #[test]
    fn who_took_part_reserves_before_the_meeting_ends() {
        let after = decided().when(reserves(BO, "")).finds("reservation-in-time", Outcome::Met).settles();
        let after = after.when(reserves(BO, "Medlen räcker inte.")).settles();
        let item = after.state.meetings[&MEETING].item(APPLICATION).unwrap().clone();
        assert_eq!(item.reservations, [(BO, "Medlen räcker inte.".to_owned())], "the words follow later");
        closed().when(reserves(BO, "För sent.")).refused(law("reservation-in-time"));
    }

    #[test]
    fn one_reserves_against_a_decision_one_took_part_in() {
        contested().when(reserves(BO, "")).refused(order("inget beslut"));
        decided().when(reserves(GUN, "")).refused(order("deltog inte"));
    }
}
