//! Attesting the minutes (sv. *justera*), no later than fourteen days after the meeting.

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Act, Decision, ForWhom};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::duties::attested_in_time;
use crate::event::{Event, Subject};
use crate::ids::{MeetingId, PersonId};
use crate::meeting::checks::day_taken;
use crate::meeting::events::Event as Fact;
use crate::meeting::state::Meeting;
use crate::seal::Digest;
use crate::state::Association;
use swedish::list::listed;

/// What is attested is what was written out, of old minutes too.
fn written(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    let meeting = state.meeting_of(about)?;
    if meeting.written.is_some() {
        return Ok(());
    }
    Err(if meeting.was_written {
        Refusal::order("Något har ändrats sedan protokollet skrevs ut.", "Skriv ut det på nytt.")
    } else {
        Refusal::order("Protokollet är inte utskrivet.", "Skriv ut protokollet först.")
    })
}

/// Attests the minutes (sv. *justera protokollet*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AttestMinutes {
    /// The meeting.
    pub meeting: MeetingId,
    /// By whom; the one who acts when left out. Another only where an old record says who signed it on paper.
    #[serde(default)]
    pub by: Option<PersonId>,
    /// The SHA-256 of the minutes that were read, as they are written out.
    #[serde(default)]
    pub seen: Option<Digest>,
    /// The day; today when left out.
    #[serde(default)]
    pub on: Option<Date>,
}

impl Decision for AttestMinutes {
    const ACT: Act = Act {
        name: "attest_minutes",
        says: "justera protokollet",
        may: Action::AttestMinutes,
        fits: written,
    };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn for_whom(&self, _: &Association) -> ForWhom {
        self.by.map_or(ForWhom::Oneself, |by| ForWhom::Person(Some(by)))
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
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
        Self::ACT.fits(state, self.about(), ctx)?;
        self.read_by_oneself(state, meeting, by, ctx)?;
        let on = day_taken(ctx, self.on)?;
        let earliest = meeting.written.as_ref().map_or_else(|| meeting.day(), |w| w.on);
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
            guard = guard.note(attested_in_time(meeting, attested, ctx.today()));
        }
        let event = Fact::Attested { meeting: self.meeting, by, on };
        guard.pass(Subject::Meeting(self.meeting), "attest_minutes", [Event::Meeting(event)])
    }
}

impl AttestMinutes {
    /// One attests for oneself, what one has read; who signed on paper is noted from the source that says so.
    fn read_by_oneself(
        &self,
        state: &Association,
        meeting: &Meeting,
        by: PersonId,
        ctx: &Ctx,
    ) -> Result<(), Refusal> {
        if ctx.records() {
            return Ok(());
        }
        if by != ctx.actor {
            let name = state.profile.person_name(by);
            return Err(Refusal::Denied(format!("{name} justerar själv, med sin egen inloggning.")));
        }
        let sealed = meeting.written.as_ref().map(|w| &w.paper.sha256);
        match &self.seen {
            seen @ Some(_) if seen.as_ref() == sealed => Ok(()),
            Some(_) => Err(Refusal::Changed(
                "Protokollet har skrivits ut på nytt sedan du öppnade sidan.".to_owned(),
            )),
            None => Err(Refusal::field("seen", "Ange kontrollsumman (SHA-256) för protokollet som är läst.")),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use statute::Outcome;

    use super::*;
    use crate::meeting::minutes::WriteMinutes;
    use crate::meeting::paragraf::WriteNote;
    use crate::meeting::tests::{APPLICATION, MEETING, attest, closed, written};
    use crate::testing::{ASTA, BO, CILLA, MAJA, changed, field, order};

    #[test]
    fn the_minutes_are_attested_when_chair_and_attester_have() {
        let first = written().attests(BO).silent("attested-in-14-days").settles();
        assert_eq!(first.state.meetings[&MEETING].attested_on(), None);
        let both = first.on(date(2026, 4, 3)).attests(ASTA).finds("attested-in-14-days", Outcome::Met);
        assert_eq!(both.settles().state.meetings[&MEETING].attested_on(), Some(date(2026, 4, 3)));
    }

    #[test]
    fn late_attestation_is_kept_and_shows_as_late() {
        // The fourteenth day is Good Friday, so the last day is the Tuesday after Easter.
        let late = written().signed(BO).on(date(2026, 4, 8)).attests(ASTA);
        let after = late.finds("attested-in-14-days", Outcome::NotMet).settles();
        assert_eq!(after.state.meetings[&MEETING].attested_on(), Some(date(2026, 4, 8)));
    }

    #[test]
    fn only_those_named_attest_and_only_what_is_written() {
        written().attests(CILLA).refused(
            |r| matches!(r, Refusal::Denied(says) if says == "Protokollet justeras av Asta Alm och Bo Bark."),
        );
        closed().attests(BO).refused(order("inte utskrivet"));
        for on in [date(2026, 3, 22), date(2026, 3, 24)] {
            let bo = written().by(BO);
            let attest = AttestMinutes { on: Some(on), ..attest(&bo) };
            bo.when(attest).refused(field("on"));
        }
    }
    #[test]
    fn nobody_attests_for_another_and_only_what_was_read() {
        let bo = attest(&written().by(BO));
        for actor in [MAJA, ASTA] {
            let named = AttestMinutes { by: Some(BO), ..bo.clone() };
            let denied =
                |r: &Refusal| matches!(r, Refusal::Denied(says) if says.contains("Bo Bark justerar själv"));
            written().by(actor).when(named).refused(denied);
        }
        let unread = AttestMinutes { seen: None, ..bo.clone() };
        written().by(BO).when(unread).refused(field("seen"));
        let later = WriteNote {
            meeting: MEETING,
            item: APPLICATION,
            text: "Ett tillägg.".to_owned(),
            reports: Vec::new(),
        };
        let corrected = written().done(later);
        corrected.clone().by(BO).when(bo.clone()).refused(order("ändrats sedan protokollet skrevs ut"));
        let anew = corrected.done(WriteMinutes { meeting: MEETING, on: None }).by(BO);
        anew.clone().when(bo).refused(changed("skrivits ut på nytt"));
        anew.attests(BO).settles();
    }

    #[test]
    fn who_signed_on_paper_is_noted_only_from_a_source() {
        let on_paper = AttestMinutes { meeting: MEETING, by: Some(BO), seen: None, on: None };
        let mut live = written();
        live.ctx.entered = crate::decision::Entered::Afterwards;
        live.when(on_paper.clone()).refused(order("ingen källa"));
        written().afterwards().when(on_paper).settles();
    }
}
