//! Writing out the minutes; naming the source of a meeting recorded long afterwards.

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;
use statute::rules::meetings::MinutesContent;

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::fields::{Fields, TEXT};
use crate::ids::{MeetingId, PersonId};
use crate::mandate::events::BodyKind;
use crate::meeting::checks::{self, day_taken};
use crate::meeting::events::{Event as Fact, ItemKind, Matter};
use crate::meeting::paper;
use crate::meeting::state::{Item, Meeting};
use swedish::days::in_words;

use crate::seal::Sealed;
use crate::state::Association;

/// Minutes are written out after the meeting, until somebody has attested them.
fn closed(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    let meeting = state.meeting_of(about)?;
    meeting.unsealed()?;
    match meeting.closed {
        Some(_) => Ok(()),
        None => Err(Refusal::order("Sammanträdet är inte avslutat.", "Avsluta sammanträdet först.")),
    }
}

/// A meeting that is over is recorded from a source: from its beginning, until somebody has attested.
fn is_old(state: &Association, about: Subject, ctx: &Ctx) -> Result<(), Refusal> {
    let meeting = state.meeting_of(about)?;
    meeting.unsealed()?;
    if meeting.source.is_none() && (meeting.opened.is_some() || meeting.notice.is_some()) {
        return Err(Refusal::order(
            "Sammanträdet är fört här, så det har ingen annan källa.",
            "Anteckna i vanlig ordning.",
        ));
    }
    if meeting.plan.on > ctx.today() {
        return Err(Refusal::order(
            format!("Sammanträdet är utsatt till den {}.", in_words(meeting.plan.on)),
            "Ange källan när sammanträdet har varit.",
        ));
    }
    Ok(())
}

/// Writes out the minutes (sv. *skriva ut protokollet*), so that they can be attested.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WriteMinutes {
    /// The meeting.
    pub meeting: MeetingId,
    /// The day; today when left out.
    #[serde(default)]
    pub on: Option<Date>,
}

impl Decision for WriteMinutes {
    const ACT: Act =
        Act { name: "write_minutes", says: "skriva ut protokollet", may: Action::KeepMinutes, fits: closed };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let on = day_taken(ctx, self.on)?;
        let shown = paper::minutes::content(state, meeting);
        let paper = Sealed::of(&shown).ok_or_else(Refusal::unwritable)?;
        if meeting.written.as_ref().is_some_and(|w| w.on == on && w.paper.sha256 == paper.sha256) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let held = meeting.closed.map_or_else(|| meeting.day(), |closed| closed.date());
        if on < held {
            return Err(Refusal::field("on", format!("Ange en dag från och med sammanträdet, {held}.")));
        }
        if !ctx.records() && !writes(state, meeting, ctx.actor, on) {
            let secretary = state.names(meeting.secretary);
            return Err(Refusal::Denied(format!(
                "Protokollet skrivs ut av sekreteraren, {}, eller av kansliet.",
                secretary.concat()
            )));
        }
        let mut guard = Guard::new(ctx);
        if state.is_board(meeting) {
            guard = guard.ask(content(meeting, &shown).judge(meeting.day()));
        }
        let event = Fact::MinutesWritten { meeting: self.meeting, on, paper };
        guard.pass(Subject::Meeting(self.meeting), "write_minutes", [Event::Meeting(event)])
    }
}

/// The secretary of the meeting or somebody of the office.
fn writes(state: &Association, meeting: &Meeting, person: PersonId, on: Date) -> bool {
    meeting.secretary == Some(person) || state.mandates.sits_in(person, BodyKind::Office, on)
}

/// What the minutes show of what they must. Formal items speak for themselves; an application may be postponed, and
/// then the note says so. What is decided and reserved is looked for in the paper itself.
pub(crate) fn content(meeting: &Meeting, paper: &papers::Minutes) -> MinutesContent {
    let taken = || meeting.items.iter().filter(|i| i.paragraf.is_some());
    let decides = |i: &&Item| matches!(i.content.kind, ItemKind::Decision | ItemKind::Election);
    let says = |i: &Item| {
        i.decision.is_some() || i.undecided.is_some() || !i.note.is_empty() || !i.reports.is_empty()
    };
    let mut missing = Vec::new();
    if meeting.chair.is_none() {
        missing.push("vem som var ordförande".to_owned());
    }
    let waits = |i: &&Item| i.undecided.is_some() || matches!(i.content.matter, Some(Matter::Initiative(_)));
    for item in taken().filter(decides).filter(|i| i.decision.is_none() && says(i) && !waits(i)) {
        missing.push(format!("beslut under § {}", item.paragraf.unwrap_or_default()));
    }
    MinutesContent {
        serving_listed: meeting.attendance.iter().any(|a| a.serves()),
        decisions_listed: meeting.items.iter().all(|item| shows_decision(paper, item)),
        every_item_decided_or_noted: taken().all(|i| i.content.kind == ItemKind::Formal || says(i)),
        votes_complete: taken()
            .filter_map(|i| i.vote.as_ref())
            .all(|v| v.result.is_some() && !v.voted().is_empty()),
        reservations_listed: meeting.items.iter().all(|item| shows_reservations(paper, item)),
        missing,
        from_source: meeting.source.is_some(),
    }
}

/// What the paper says under an item's paragraph.
fn under<'a>(paper: &'a papers::Minutes, item: &Item) -> Option<&'a papers::Paragraf> {
    let number = item.paragraf?;
    paper.paragraphs.iter().find(|paragraf| paragraf.number == number)
}

/// Whether a decision, where there is one, stands in the paper with all its clauses.
fn shows_decision(paper: &papers::Minutes, item: &Item) -> bool {
    let Some((clauses, _)) = &item.decision else { return true };
    let shown = under(paper, item).and_then(|paragraf| paragraf.decision.as_ref());
    shown.is_some_and(|shown| {
        clauses.iter().all(|clause| shown.lead == *clause || shown.clauses.contains(clause))
    })
}

/// Whether every reservation stands in the paper.
fn shows_reservations(paper: &papers::Minutes, item: &Item) -> bool {
    let shown = under(paper, item).map_or(0, |paragraf| paragraf.reservations.len());
    item.reservations.len() <= shown
}

/// Names the published source of a meeting that was recorded long afterwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NameSource {
    /// The meeting.
    pub meeting: MeetingId,
    /// The source.
    pub source: String,
}

impl Decision for NameSource {
    const ACT: Act = Act {
        name: checks::NAME_SOURCE,
        says: "ange källan till ett äldre protokoll",
        may: Action::KeepMinutes,
        fits: is_old,
    };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let source = self.source.trim();
        Fields::new().said("source", source, TEXT, "Skriv var protokollet är publicerat.").checked()?;
        if meeting.source.as_deref() == Some(source) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let event = Fact::RecordedFrom { meeting: self.meeting, source: source.to_owned() };
        Ok(Decided::of([Event::Meeting(event)]))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use statute::Outcome;

    use super::*;
    use crate::ids::ItemId;
    use crate::initiative::events::Stage;
    use crate::meeting::paragraf::WriteNote;
    use crate::meeting::session::CloseMeeting;
    use crate::meeting::tests::{
        APPLICATION, DAY, INITIATIVE, MEETING, PAYMENTS, attested, closed, decision, granted, opened,
        planned, rejected, take_up, written,
    };
    use crate::testing::{BO, field, law, order};

    const WRITE: WriteMinutes = WriteMinutes { meeting: MEETING, on: None };

    #[test]
    fn the_minutes_are_written_out_by_secretary_or_office_when_the_meeting_is_closed() {
        closed().when(WRITE).finds("minutes-content", Outcome::Met).settles();
        closed()
            .by(BO)
            .when(WRITE)
            .refused(|r| matches!(r, Refusal::Denied(says) if says.contains("Maja Mo")));
        opened().when(WRITE).refused(order("inte avslutat"));
        let before = WriteMinutes { on: Some(date(2026, 3, 19)), ..WRITE };
        closed().when(before).refused(field("on"));
        closed().when(WriteMinutes { on: Some(date(2026, 3, 21)), ..WRITE }).refused(field("on"));
    }

    #[test]
    fn a_decision_item_without_decision_is_missed() {
        let undecided = (1..=9)
            .map(ItemId)
            .fold(opened(), |g, item| g.done(take_up(item)))
            .done(decision(APPLICATION, "att bevilja", Some(granted())))
            .done(CloseMeeting { meeting: MEETING, at: None });
        undecided.when(WRITE).refused(law("minutes-content"));
    }

    #[test]
    fn a_postponed_application_is_noted_and_waits() {
        let noted =
            |item, text: &str| WriteNote { meeting: MEETING, item, text: text.to_owned(), reports: vec![] };
        let held = (1..=9)
            .map(ItemId)
            .fold(opened(), |g, item| g.done(take_up(item)))
            .done(noted(APPLICATION, "Ärendet bordläggs till nästa sammanträde."))
            .done(decision(PAYMENTS, "att anta", None))
            .done(CloseMeeting { meeting: MEETING, at: None });
        let after = held.when(WRITE).finds("minutes-content", Outcome::Met).settles();
        assert_eq!(after.state.initiatives[&INITIATIVE].stage, Stage::Board);
        let only_noted = (1..=9)
            .map(ItemId)
            .fold(opened(), |g, item| g.done(take_up(item)))
            .done(noted(APPLICATION, "Ärendet bordläggs."))
            .done(noted(PAYMENTS, "Maja Mo föredrog förslaget."))
            .done(CloseMeeting { meeting: MEETING, at: None });
        only_noted.when(WRITE).refused(law("minutes-content"));
    }

    #[test]
    fn written_minutes_are_written_again_until_attested() {
        written().on(date(2026, 3, 24)).when(WRITE).settles();
        attested().when(WRITE).refused(order("justerat och ändras inte"));
        closed()
            .when(decision(APPLICATION, "att avslå", Some(rejected())))
            .refused(|r| matches!(r, Refusal::Changed(says) if says.contains("§ 8 är redan beslutad")));
    }

    #[test]
    fn the_source_of_an_old_record_is_named() {
        let source = NameSource { meeting: MEETING, source: "Förbundets webbplats, 2016.".to_owned() };
        planned().on(DAY).when(source.clone()).settles();
        planned()
            .on(DAY)
            .when(NameSource { source: String::new(), ..source.clone() })
            .refused(field("source"));
        planned().when(source.clone()).refused(order("utsatt till den 20 mars"));
        written().when(source.clone()).refused(order("fört här"));
        attested().when(source).refused(order("justerat och ändras inte"));
    }
}
