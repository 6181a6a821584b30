//! Who is present, serves, leaves, takes part at a distance, is disqualified.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;
use statute::rules::meetings::{Disqualification, RemoteDecision, SubstituteServes};

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::fields::{Fields, LINE, TEXT};
use crate::ids::{ItemId, MandateId, MeetingId, PersonId};
use crate::mandate::events::Role;
use crate::mandate::state::Mandate;
use crate::meeting::checks;
use crate::meeting::events::{Attendance, Capacity, Event as Fact};
use crate::meeting::state::{Item, Meeting, Vote};
use crate::state::Association;

/// Notes that somebody is present, as what, and how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoteAttendance {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who and as what.
    pub attendance: Attendance,
}

impl Decision for NoteAttendance {
    const ACT: Act = Act {
        name: "note_attendance",
        says: "anteckna närvaro",
        may: Action::KeepMinutes,
        fits: checks::completes,
    };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let person = self.attendance.person;
        if meeting.attendance.contains(&self.attendance) && !meeting.left.contains_key(&person) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        if !state.profile.people.contains_key(&person) {
            return Err(Refusal::NotFound("personen"));
        }
        self.paragraphs(meeting)?;
        let mut guard = Guard::new(ctx);
        match &self.attendance.capacity {
            Capacity::Other { from } => Fields::new().within("from", from, LINE).checked()?,
            Capacity::Substitute { mandate } => {
                let own = self.own(state, meeting, *mandate)?;
                if order_of(own).is_none() {
                    return Err(Refusal::field(
                        "mandate",
                        "Välj ett mandat som ersättare, eller låt personen tjänstgöra.",
                    ));
                }
            }
            Capacity::Serving { mandate, in_place_of: None } => {
                let own = self.own(state, meeting, *mandate)?;
                if order_of(own).is_some() {
                    return Err(Refusal::field(
                        "in_place_of",
                        "Välj vilken ledamot ersättaren tjänstgör för.",
                    ));
                }
                self.seat_is_free(state, meeting, own)?;
            }
            Capacity::Serving { mandate, in_place_of: Some(absent) } => {
                let own = self.own(state, meeting, *mandate)?;
                let absent = self.absent(state, meeting, *absent)?;
                self.seat_is_free(state, meeting, absent)?;
                guard = guard.ask(serves_for(state, meeting, own, absent)?.judge(meeting.day()));
            }
        }
        let sits = !matches!(self.attendance.capacity, Capacity::Other { .. });
        let reason = self.attendance.remote.as_ref().and_then(|r| r.reason.as_deref());
        Fields::new().within("reason", reason.unwrap_or_default(), TEXT).checked()?;
        if self.attendance.remote.is_some() && sits && state.is_board(meeting) {
            guard = guard.ask(remote(state, meeting, &self.attendance).judge(meeting.day()));
        }
        let event = Fact::Attended { meeting: self.meeting, attendance: self.attendance.clone() };
        guard.pass(Subject::Meeting(self.meeting), "note_attendance", [Event::Meeting(event)])
    }
}

impl NoteAttendance {
    /// Paragraphs run forward, and after those of an earlier stay: who comes back says from when.
    fn paragraphs(&self, meeting: &Meeting) -> Result<(), Refusal> {
        let wanted = self.attendance.paragrafer;
        if wanted.is_some_and(|(first, last)| last.is_some_and(|last| first > last)) {
            let says = "Ange den första paragrafen före den sista, till exempel 31–37.";
            return Err(Refusal::field("paragrafer", says));
        }
        match meeting.gone_after(self.attendance.person) {
            Some(after) if wanted.is_none_or(|(first, _)| first <= after) => {
                let says = format!("Ange från vilken paragraf efter § {after} personen är tillbaka.");
                Err(Refusal::field("paragrafer", says))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// The person's own mandate: theirs, in this body, on this day.
    fn own<'a>(
        &self,
        state: &'a Association,
        meeting: &Meeting,
        id: MandateId,
    ) -> Result<&'a Mandate, Refusal> {
        let mandate = state.mandates.mandates.get(&id).ok_or(Refusal::NotFound("mandatet"))?;
        let holds = mandate.given.body == meeting.plan.body && mandate.holds_on(meeting.plan.on);
        if mandate.given.person == self.attendance.person && holds {
            return Ok(mandate);
        }
        let name = state.profile.person_name(self.attendance.person);
        Err(Refusal::field("mandate", format!("Välj ett mandat som {name} har i organet den dagen.")))
    }

    fn absent<'a>(
        &self,
        state: &'a Association,
        meeting: &Meeting,
        id: MandateId,
    ) -> Result<&'a Mandate, Refusal> {
        let mandate = state.mandates.mandates.get(&id).ok_or(Refusal::NotFound("mandatet"))?;
        let holds = mandate.given.body == meeting.plan.body && mandate.holds_on(meeting.plan.on);
        if holds && mandate.given.role == Role::Member {
            return Ok(mandate);
        }
        Err(Refusal::field("in_place_of", "Välj en ordinarie ledamot som har mandat i organet den dagen."))
    }

    /// A seat is served by one person at a time; under an item in which its member is disqualified by a substitute.
    fn seat_is_free(&self, state: &Association, meeting: &Meeting, seat: &Mandate) -> Result<(), Refusal> {
        let wanted = self.attendance.span();
        for other in meeting.attendance.iter().filter(|a| a.person != self.attendance.person) {
            let Capacity::Serving { mandate, in_place_of } = &other.capacity else { continue };
            if in_place_of.unwrap_or(*mandate) != seat.given.mandate {
                continue;
            }
            let stay = meeting.stay(other);
            let (first, last) = (*wanted.start().max(stay.start()), *wanted.end().min(stay.end()));
            if first > last || steps_aside(meeting, seat.given.person, first, last) {
                continue;
            }
            return Err(Refusal::order(
                format!("{} tjänstgör redan på den platsen.", state.profile.person_name(other.person)),
                "Anteckna först att personen har lämnat, eller ange för vilka paragrafer var och en tjänstgör.",
            ));
        }
        Ok(())
    }
}

/// Whether a person is disqualified in every item from one paragraph to another.
fn steps_aside(meeting: &Meeting, person: PersonId, first: u32, last: u32) -> bool {
    let within = |item: &&Item| item.paragraf.is_some_and(|p| (first..=last).contains(&p));
    let aside = meeting.items.iter().filter(within).filter(|i| i.disqualified.contains_key(&person)).count();
    u64::try_from(aside).is_ok_and(|aside| aside == u64::from(last) - u64::from(first) + 1)
}

fn order_of(mandate: &Mandate) -> Option<u32> {
    match mandate.given.role {
        Role::Substitute { order } => Some(order),
        Role::Member | Role::Director | Role::Officer => None,
    }
}

/// A substitute serves for an absent member: of the same seat, in the order that is set.
fn serves_for(
    state: &Association,
    meeting: &Meeting,
    own: &Mandate,
    absent: &Mandate,
) -> Result<SubstituteServes, Refusal> {
    let Some(order) = order_of(own) else {
        return Err(Refusal::field("in_place_of", "Bara en ersättare tjänstgör i någon annans ställe."));
    };
    let on = meeting.plan.on;
    let seat = |m: &Mandate| state.seat_name(m.given.member, on);
    let mine = seat(own);
    let waiting = |m: &&Mandate| {
        let present = |a: &Attendance| {
            a.person == m.given.person && !a.serves() && !meeting.left.contains_key(&a.person)
        };
        order_of(m).is_some_and(|o| o < order) && seat(m) == mine && meeting.attendance.iter().any(present)
    };
    let earlier = state.mandates.holding(meeting.plan.body, on).filter(waiting).map(|m| m.given.person);
    Ok(SubstituteServes {
        absent_member: seat(absent),
        substitute_member: mine.clone(),
        order,
        earlier_available: state.names(earlier),
    })
}

/// How somebody takes part at a distance, and what allows it.
pub(crate) fn remote(state: &Association, meeting: &Meeting, attendance: &Attendance) -> RemoteDecision {
    let decided = state.profile.remote_on(meeting.day());
    RemoteDecision {
        attends_remotely: attendance.remote.is_some(),
        sound_only: attendance.remote.as_ref().is_some_and(|r| r.sound_only),
        standing_decision: decided.map(|(on, _)| on),
        sound_allowed: decided.is_some_and(|(_, decided)| decided.sound.is_some()),
        meeting: meeting.day(),
        special_reason: attendance.remote.as_ref().and_then(|r| r.reason.clone()),
    }
}

/// Notes that somebody left, and after which paragraph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoteLeaving {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who.
    pub person: PersonId,
    /// The last paragraph the person was there for.
    pub after: u32,
}

impl Decision for NoteLeaving {
    const ACT: Act = Act {
        name: "note_leaving",
        says: "anteckna att någon går",
        may: Action::KeepMinutes,
        fits: checks::completes,
    };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        if meeting.left.get(&self.person) == Some(&self.after) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        if !meeting.attendance.iter().any(|a| a.person == self.person) {
            let name = state.profile.person_name(self.person);
            let says = format!("{name} är inte antecknad som närvarande.");
            return Err(Refusal::order(says, "Anteckna först att personen är närvarande."));
        }
        let Some((_, last)) = meeting.paragrafer() else {
            return Err(Refusal::order("Ingen punkt är upptagen.", "Ändra närvaron i stället."));
        };
        if meeting.under(self.after).is_none() {
            return Err(Refusal::field("after", format!("Ange en paragraf som är upptagen, som {last}.")));
        }
        let event = Fact::LeftMeeting { meeting: self.meeting, person: self.person, after: self.after };
        Ok(Decided::of([Event::Meeting(event)]))
    }
}

/// Notes that somebody is disqualified (sv. *jävig*) in an item and leaves while it is handled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NoteDisqualification {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// Who.
    pub person: PersonId,
    /// On what ground.
    pub ground: String,
}

impl Decision for NoteDisqualification {
    const ACT: Act = Act {
        name: "note_disqualification",
        says: "anteckna jäv",
        may: Action::KeepMinutes,
        fits: checks::completes,
    };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let item = meeting.the_item(self.item)?;
        let ground = self.ground.trim();
        if item.disqualified.get(&self.person).is_some_and(|known| known == ground) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        Fields::new().said("ground", ground, TEXT, "Skriv varför personen är jävig.").checked()?;
        let name = state.profile.person_name(self.person);
        if !item.disqualified.contains_key(&self.person)
            && !meeting.serving_in(item).any(|a| a.person == self.person)
        {
            return Err(Refusal::order(
                format!("{name} tjänstgör inte under punkten."),
                "Jäv antecknas för den som annars skulle delta i beslutet.",
            ));
        }
        let settled = item.decision.is_some() || item.vote.as_ref().is_some_and(|v| v.result.is_some());
        let voted = item.vote.as_ref().is_some_and(|vote| vote.voted().contains(&self.person));
        let proposed = item.proposals.iter().any(|p| p.by == self.person);
        if settled && (voted || proposed) {
            return Err(Refusal::order(
                format!("{name} har redan deltagit i avgörandet av punkten."),
                "Ta tillbaka omröstningen medan sammanträdet pågår, eller ta upp frågan på nytt vid nästa.",
            ));
        }
        let ground = ground.to_owned();
        let event =
            Fact::Disqualified { meeting: self.meeting, item: self.item, person: self.person, ground };
        Ok(Decided::of([Event::Meeting(event)]))
    }
}

/// Who is disqualified in an item, and who took part in deciding it; nobody to ask about when none is.
pub(crate) fn disqualification(
    state: &Association,
    meeting: &Meeting,
    item: &Item,
) -> Option<Disqualification> {
    if item.disqualified.is_empty() {
        return None;
    }
    let serving = meeting.serving_in(item).map(|a| a.person);
    let voting = item.vote.iter().flat_map(Vote::voted);
    Some(Disqualification {
        disqualified: state.names(item.disqualified.keys().copied()),
        took_part: state.names(serving.chain(voting)),
    })
}
