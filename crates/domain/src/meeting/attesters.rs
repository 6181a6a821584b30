//! When one who is to attest cannot or will not: another in that place, a refusal with its reason, or the next meeting.

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::duties::attested_in_time;
use crate::event::{Event, Subject};
use crate::fields::{Fields, TEXT};
use crate::ids::{ItemId, MeetingId, PersonId};
use crate::meeting::events::Event as Fact;
use crate::meeting::state::Meeting;
use crate::state::Association;
use swedish::list::listed;

/// Fits once the meeting is closed, until its minutes are attested.
fn waits(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    let meeting = state.meeting_of(about)?;
    if meeting.closed.is_none() {
        return Err(Refusal::order(
            "Sammanträdet är inte avslutat.",
            "Ändra vem som justerar under Ordförande, sekreterare och justerare.",
        ));
    }
    match meeting.attested_on() {
        Some(_) => Err(Refusal::order(
            "Protokollet är justerat.",
            "Rätta det i ett nytt beslut på nästa sammanträde.",
        )),
        None => Ok(()),
    }
}

/// Fits while there are minutes that wait to be attested.
fn written(state: &Association, about: Subject, ctx: &Ctx) -> Result<(), Refusal> {
    waits(state, about, ctx)?;
    match state.meeting_of(about)?.written {
        Some(_) => Ok(()),
        None => Err(Refusal::order("Protokollet är inte utskrivet.", "Skriv ut protokollet först.")),
    }
}

/// Who is waited for: those who must attest and have not.
fn waited_for(meeting: &Meeting, person: PersonId) -> bool {
    meeting.must_attest().contains(&person) && !meeting.attested.contains_key(&person)
}

/// Puts somebody else in the place of one who was to attest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReplaceAttester {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who was to.
    pub instead_of: PersonId,
    /// Who does: somebody who served at the meeting.
    pub by: PersonId,
    /// How it was decided, and why.
    pub decided: String,
}

impl Decision for ReplaceAttester {
    const ACT: Act =
        Act { name: "replace_attester", says: "byta ut en justerare", may: Action::KeepMinutes, fits: waits };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        if meeting.replaced.get(&self.instead_of).is_some_and(|known| known.by == self.by) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        if !waited_for(meeting, self.instead_of) {
            return Err(Refusal::field("instead_of", "Välj någon som ska justera och inte har gjort det."));
        }
        let serves = meeting.attendance.iter().any(|a| a.person == self.by && a.serves());
        let taken = meeting.must_attest().contains(&self.by)
            || meeting.replaced.contains_key(&self.by)
            || meeting.chair == Some(self.by)
            || meeting.attesters.contains(&self.by);
        let decided = self.decided.trim();
        Fields::new()
            .hold(serves && !taken, "by", "Välj någon annan som tjänstgjorde vid sammanträdet.")
            .said(
                "decided",
                decided,
                TEXT,
                "Skriv varför, och hur det är bestämt, till exempel med paragraf.",
            )
            .checked()?;
        let event = Fact::AttesterReplaced {
            meeting: self.meeting,
            instead_of: self.instead_of,
            by: self.by,
            decided: decided.to_owned(),
        };
        Ok(Decided::of([Event::Meeting(event)]))
    }
}

/// Says that one will not attest the minutes as they are written, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RefuseAttestation {
    /// The meeting.
    pub meeting: MeetingId,
    /// The paragraph that is wrong; the whole when left out.
    #[serde(default)]
    pub paragraf: Option<u32>,
    /// Why.
    pub why: String,
}

impl Decision for RefuseAttestation {
    const ACT: Act = Act {
        name: "refuse_attestation",
        says: "avstå från att justera protokollet",
        may: Action::AttestMinutes,
        fits: written,
    };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let (by, why, paragraf) = (ctx.actor, self.why.trim(), self.paragraf);
        let latest = meeting.refused.iter().rev().find(|refused| refused.by == by);
        if latest.is_some_and(|known| known.paragraf == paragraf && known.why == why) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        if !waited_for(meeting, by) {
            let waiting = meeting.must_attest().into_iter().filter(|p| waited_for(meeting, *p));
            return Err(Refusal::Denied(format!("Protokollet väntar på {}.", listed(&state.names(waiting)))));
        }
        let there = paragraf.is_none_or(|paragraf| meeting.under(paragraf).is_some());
        Fields::new()
            .hold(there, "paragraf", "Ange en paragraf i protokollet, eller utelämna den.")
            .said("why", why, TEXT, "Skriv vad som är fel eller varför du inte justerar.")
            .checked()?;
        let on = ctx.today();
        let event = Fact::AttestationRefused { meeting: self.meeting, by, on, paragraf, why: why.to_owned() };
        Ok(Decided::of([Event::Meeting(event)]))
    }
}

/// Notes that the body itself attested the minutes at a later meeting, in the place of those who have not.
///
/// The later meeting's own minutes are attested, so that nobody can do it by noting a decision that others have not seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AttestAtMeeting {
    /// The meeting whose minutes they are.
    pub meeting: MeetingId,
    /// The later meeting of the same body.
    pub at: MeetingId,
    /// The item under which it was decided there.
    pub item: ItemId,
}

impl Decision for AttestAtMeeting {
    const ACT: Act = Act {
        name: "attest_at_meeting",
        says: "anteckna att ett senare sammanträde har justerat protokollet",
        may: Action::KeepMinutes,
        fits: written,
    };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        if meeting.attested_at.is_some_and(|(at, item, _)| (at, item) == (self.at, self.item)) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let on = self.decided_on(state, meeting)?;
        let mut guard = Guard::new(ctx);
        if state.is_board(meeting) {
            guard = guard.note(attested_in_time(meeting, Some(on), ctx.today()));
        }
        let event = Fact::AttestedAtMeeting { meeting: self.meeting, at: self.at, item: self.item, on };
        guard.pass(self.about(), "attest_at_meeting", [Event::Meeting(event)])
    }
}

impl AttestAtMeeting {
    /// The day of the decision: of the same body, later, after the minutes were written out.
    fn decided_on(&self, state: &Association, meeting: &Meeting) -> Result<Date, Refusal> {
        let later = state.the_meeting(self.at)?;
        let decided = later.item(self.item).is_some_and(|item| item.decision.is_some());
        let on = later.day();
        let written = meeting.written.as_ref().map_or_else(|| meeting.day(), |written| written.on);
        let follows = later.plan.body == meeting.plan.body
            && later.id() != meeting.id()
            && (later.plan.on, later.plan.from) > (meeting.plan.on, meeting.plan.from);
        Fields::new()
            .hold(follows, "at", "Välj ett senare sammanträde i samma organ.")
            .hold(decided, "item", "Välj punkten där det beslutades att justera protokollet.")
            .hold(
                !follows || on >= written,
                "at",
                "Välj ett sammanträde efter det att protokollet skrevs ut.",
            )
            .hold(
                !follows || later.attested_on().is_some(),
                "at",
                "Välj ett sammanträde vars protokoll är justerat: det visar att beslutet är fattat.",
            )
            .checked()?;
        Ok(on)
    }
}
