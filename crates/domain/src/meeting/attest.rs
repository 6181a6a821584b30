//! Attesting the minutes (sv. *justera*), no later than fourteen days after the meeting.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::Judge;
use statute::rules::meetings::AttestedIn14Days;

use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::ids::{MeetingId, PersonId};
use crate::meeting::checks::day_taken;
use crate::meeting::events::Event as Fact;
use crate::state::Association;
use crate::text::listed;

/// Attests the minutes (sv. *justera protokollet*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttestMinutes {
    /// The meeting.
    pub meeting: MeetingId,
    /// By whom; the one who acts when left out.
    #[serde(default)]
    pub by: Option<PersonId>,
    /// The day; today when left out.
    #[serde(default)]
    pub on: Option<Date>,
}

impl AttestMinutes {
    pub(crate) fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let by = self.by.unwrap_or(ctx.actor);
        if meeting.attested.contains_key(&by) {
            return Ok(Decided::already());
        }
        let must = meeting.must_attest();
        if !must.contains(&by) {
            let names = listed(&state.names(must));
            return Err(Refusal::Denied(if names.is_empty() {
                "Ingen är utsedd att justera protokollet.".to_owned()
            } else {
                format!("Protokollet justeras av {names}.")
            }));
        }
        if meeting.written.is_none() && !(ctx.records() && meeting.closed.is_some()) {
            return Err(Refusal::order("Protokollet är inte utskrivet.", "Skriv ut protokollet först."));
        }
        let on = day_taken(ctx, self.on)?;
        let earliest = meeting.written.unwrap_or_else(|| meeting.day());
        if on < earliest {
            return Err(Refusal::field(
                "on",
                format!("Ange en dag från och med {earliest}, då protokollet fanns."),
            ));
        }
        let mut guard = Guard::new(ctx);
        let last = must.iter().all(|person| *person == by || meeting.attested.contains_key(person));
        if last && state.is_board(meeting) {
            let attested = meeting.attested.values().copied().chain([on]).max();
            let in_time = AttestedIn14Days { meeting: meeting.day(), attested, today: ctx.today() };
            guard = guard.note(in_time.judge(meeting.day()));
        }
        let event = Fact::Attested { meeting: self.meeting, by, on };
        guard.pass(Subject::Meeting(self.meeting), "attest_minutes", [Event::Meeting(event)])
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use statute::Outcome;

    use super::*;
    use crate::meeting::tests::{MEETING, attest, closed, written};
    use crate::testing::{ASTA, BO, CILLA, field, order};

    #[test]
    fn the_minutes_are_attested_when_chair_and_attester_have() {
        let first = written().when(attest(BO)).silent("attested-in-14-days").settles();
        assert_eq!(first.state.meetings[&MEETING].attested_on(), None);
        let own = AttestMinutes { meeting: MEETING, by: None, on: None };
        let both = first.by(ASTA).on(date(2026, 4, 3)).when(own).finds("attested-in-14-days", Outcome::Met);
        assert_eq!(both.settles().state.meetings[&MEETING].attested_on(), Some(date(2026, 4, 3)));
    }

    #[test]
    fn late_attestation_is_kept_and_shows_as_late() {
        let late = written().done(attest(BO)).on(date(2026, 4, 4)).when(attest(ASTA));
        let after = late.finds("attested-in-14-days", Outcome::NotMet).settles();
        assert_eq!(after.state.meetings[&MEETING].attested_on(), Some(date(2026, 4, 4)));
    }

    #[test]
    fn only_those_named_attest_and_only_what_is_written() {
        written().when(attest(CILLA)).refused(
            |r| matches!(r, Refusal::Denied(says) if says == "Protokollet justeras av Asta Alm och Bo Bark."),
        );
        closed().when(attest(BO)).refused(order("inte utskrivet"));
        written().when(AttestMinutes { on: Some(date(2026, 3, 22)), ..attest(BO) }).refused(field("on"));
        written().when(AttestMinutes { on: Some(date(2026, 3, 24)), ..attest(BO) }).refused(field("on"));
    }
}
