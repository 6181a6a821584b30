//! Opening and closing the meeting, and who chairs, keeps and attests the minutes.

use access::Action;
use std::collections::BTreeSet;

use jiff::civil::DateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, FieldError, Refusal};
use crate::event::{Event, Subject};
use crate::ids::{MeetingId, PersonId};
use crate::meeting::checks;
use crate::meeting::events::Event as Fact;
use crate::meeting::state::Meeting;
use crate::state::Association;
use swedish::days::{clock, in_words};
use swedish::list::listed;

/// A meeting that was called opens once; an extra one needs no notice.
fn can_open(state: &Association, about: Subject, ctx: &Ctx) -> Result<(), Refusal> {
    let meeting = state.meeting_of(about)?;
    if let Some(opened) = meeting.opened {
        return Err(happened_at("öppnades", opened));
    }
    if meeting.notice.is_none() && meeting.plan.extra.is_none() && !ctx.records() {
        return Err(Refusal::order("Ingen kallelse är skickad.", "Skicka kallelsen först."));
    }
    Ok(())
}

/// A meeting that was opened closes once.
fn can_close(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    let meeting = state.meeting_of(about)?;
    match (meeting.opened, meeting.closed) {
        (None, _) => Err(Refusal::order("Sammanträdet är inte öppnat.", "Öppna sammanträdet först.")),
        (Some(_), Some(closed)) => Err(happened_at("avslutades", closed)),
        (Some(_), None) => Ok(()),
    }
}

/// Opens the meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OpenMeeting {
    /// The meeting.
    pub meeting: MeetingId,
    /// When; now when left out.
    #[serde(default)]
    pub at: Option<DateTime>,
}

impl Decision for OpenMeeting {
    const ACT: Act =
        Act { name: "open_meeting", says: "öppna sammanträdet", may: Action::KeepMinutes, fits: can_open };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        if let Some(opened) = meeting.opened {
            return already_at("öppnades", opened, self.at);
        }
        let at = moment(ctx, self.at)?;
        let planned = meeting.plan.on;
        if at.date() < planned {
            let says = format!("Sammanträdet är utsatt till den {}.", in_words(planned));
            return Err(Refusal::order(says, "Öppna det den dagen, eller planera ett annat sammanträde."));
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        Ok(Decided::of([Event::Meeting(Fact::Opened { meeting: self.meeting, at })]))
    }
}

/// Names who chairs the meeting, keeps its minutes and attests them together with the chair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NameOfficers {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who chairs.
    pub chair: PersonId,
    /// Who keeps the minutes.
    pub secretary: PersonId,
    /// Who attests the minutes together with the chair.
    #[serde(default)]
    pub attesters: Vec<PersonId>,
}

impl Decision for NameOfficers {
    const ACT: Act = Act {
        name: "name_officers",
        says: "ange vem som leder, för protokollet och justerar",
        may: Action::KeepMinutes,
        fits: checks::completes,
    };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let named = (meeting.chair, meeting.secretary, &meeting.attesters);
        if named == (Some(self.chair), Some(self.secretary), &self.attesters) {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let mut wrong = Vec::new();
        wrong.extend(self.wrong_chair(state, meeting).map(|says| FieldError::new("chair", says)));
        if !state.profile.people.contains_key(&self.secretary) {
            wrong.push(FieldError::new("secretary", "Välj en sekreterare som är namngiven i förbundet."));
        }
        wrong.extend(self.wrong_attesters(state, meeting).map(|says| FieldError::new("attesters", says)));
        if !wrong.is_empty() {
            return Err(Refusal::Fields(wrong));
        }
        Ok(Decided::of([Event::Meeting(Fact::OfficersNamed {
            meeting: self.meeting,
            chair: self.chair,
            secretary: self.secretary,
            attesters: self.attesters.clone(),
        })]))
    }
}

impl NameOfficers {
    /// The chair of the presidium chairs, otherwise a vice chair, otherwise one of those who serve.
    fn wrong_chair(&self, state: &Association, meeting: &Meeting) -> Option<String> {
        let serves = |person: PersonId| meeting.serving().any(|a| a.person == person);
        if !serves(self.chair) {
            let name = state.profile.person_name(self.chair);
            return Some(format!(
                "Välj en ordförande som tjänstgör; {name} är inte antecknad som tjänstgörande."
            ));
        }
        let presidium = state.mandates.presidium(meeting.plan.body, meeting.plan.on)?;
        let presiding = || std::iter::once(presidium.chair).chain(presidium.vice_chairs.iter().copied());
        if presiding().any(|p| p == self.chair) {
            return None;
        }
        let there = state.names(presiding().filter(|p| serves(*p)));
        (!there.is_empty())
            .then(|| format!("Välj {}, som hör till presidiet och tjänstgör.", there.join(" eller ")))
    }

    fn wrong_attesters(&self, state: &Association, meeting: &Meeting) -> Option<String> {
        if self.attesters.is_empty() && state.is_board(meeting) {
            return Some("Välj minst en som justerar tillsammans med ordföranden.".to_owned());
        }
        if self.attesters.contains(&self.chair) {
            return Some("Välj någon annan än ordföranden.".to_owned());
        }
        if self.attesters.iter().collect::<BTreeSet<_>>().len() < self.attesters.len() {
            return Some("Välj varje person en gång.".to_owned());
        }
        let serves = |person: &PersonId| meeting.attendance.iter().any(|a| a.person == *person && a.serves());
        let absent = state.names(self.attesters.iter().copied().filter(|p| !serves(p)));
        (!absent.is_empty()).then(|| {
            format!("Välj någon som tjänstgör; {} är inte antecknad som tjänstgörande.", listed(&absent))
        })
    }
}

/// Closes the meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CloseMeeting {
    /// The meeting.
    pub meeting: MeetingId,
    /// When; now when left out.
    #[serde(default)]
    pub at: Option<DateTime>,
}

impl Decision for CloseMeeting {
    const ACT: Act = Act {
        name: "close_meeting",
        says: "avsluta sammanträdet",
        may: Action::KeepMinutes,
        fits: can_close,
    };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        if let Some(closed) = meeting.closed {
            return already_at("avslutades", closed, self.at);
        }
        let at = moment(ctx, self.at)?;
        Self::ACT.fits(state, self.about(), ctx)?;
        if let Some(opened) = meeting.opened.filter(|opened| at < *opened) {
            return Err(Refusal::field(
                "at",
                format!("Ange en tid efter öppnandet klockan {}.", clock(opened.time())),
            ));
        }
        if !ctx.records() {
            finished(meeting)?;
        }
        Ok(Decided::of([Event::Meeting(Fact::Closed { meeting: self.meeting, at })]))
    }
}

/// What must be done before the meeting is closed: every item handled, every vote decided, somebody to attest.
fn finished(meeting: &Meeting) -> Result<(), Refusal> {
    let waiting: Vec<&str> =
        meeting.items.iter().filter(|i| i.paragraf.is_none()).map(|i| i.content.title.as_str()).collect();
    if !waiting.is_empty() {
        return Err(Refusal::order(
            format!("Alla punkter är inte behandlade: {} återstår.", listed(&waiting)),
            "Ta upp punkterna, eller ta upp dem och anteckna att de skjuts upp.",
        ));
    }
    if let Some(item) = meeting.items.iter().find(|i| i.vote.is_some() && i.decision.is_none()) {
        return Err(Refusal::order(
            format!("Omröstningen om {} har inte lett till något beslut.", item.content.title),
            "Avsluta omröstningen och anteckna beslutet, eller ta tillbaka omröstningen.",
        ));
    }
    if meeting.chair.is_none() || meeting.secretary.is_none() {
        return Err(Refusal::order(
            "Sammanträdet saknar ordförande, sekreterare och justerare.",
            "Ange vem som leder, vem som för protokollet och vem som justerar.",
        ));
    }
    Ok(())
}

/// Opening or closing once more: nothing new, unless another time is claimed.
fn already_at(happened: &str, at: DateTime, claimed: Option<DateTime>) -> Result<Decided, Refusal> {
    match claimed {
        Some(claimed) if claimed != at => Err(happened_at(happened, at)),
        Some(_) | None => Ok(Decided::already()),
    }
}

fn happened_at(happened: &str, at: DateTime) -> Refusal {
    let (on, at) = (in_words(at.date()), clock(at.time()));
    Refusal::Changed(format!("Sammanträdet {happened} redan den {on} klockan {at}."))
}

fn moment(ctx: &Ctx, at: Option<DateTime>) -> Result<DateTime, Refusal> {
    match at {
        Some(at) if at > ctx.now => Err(Refusal::field(
            "at",
            format!("Ange en tid till och med nu, klockan {}.", clock(ctx.now.time())),
        )),
        Some(at) => Ok(at),
        None => Ok(ctx.now),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::meeting::plan::PlanMeeting;
    use crate::meeting::tests::{
        APPLICATION, DAY, MEETING, closed, empty_room, noticed, officers, opened, opened_by, plan, planned,
        proposal, serving, take_up,
    };
    use crate::testing::{
        ASTA, BO, CILLA, DAVID, EBBA, GUN, MAJA, association, changed, field, given, order,
    };

    const OPEN: OpenMeeting = OpenMeeting { meeting: MEETING, at: None };
    const CLOSE: CloseMeeting = CloseMeeting { meeting: MEETING, at: None };

    #[test]
    fn a_meeting_opens_on_its_day_after_the_notice() {
        noticed().on(DAY).when(OPEN).settles();
        noticed().on(date(2026, 3, 19)).when(OPEN).refused(order("utsatt till den 20 mars 2026"));
        planned().on(DAY).when(OPEN).refused(order("Ingen kallelse"));
        let later = Some(DAY.at(10, 0, 0, 0));
        noticed().on(DAY).when(OpenMeeting { at: later, ..OPEN }).refused(field("at"));
        let early = Some(DAY.at(8, 15, 0, 0));
        empty_room().when(OpenMeeting { at: early, ..OPEN }).refused(changed("klockan 09.00"));
    }

    #[test]
    fn an_extra_meeting_needs_no_notice() {
        let extra = PlanMeeting { extra: Some("Brådskar.".to_owned()), ..plan() };
        given(association()).done(extra).on(DAY).when(OPEN).settles();
    }

    #[test]
    fn the_presidium_chairs_while_one_of_it_serves() {
        opened().when(officers()).settles();
        let by_bo = NameOfficers { chair: BO, attesters: vec![CILLA], ..officers() };
        opened().when(by_bo.clone()).settles();
        opened().when(NameOfficers { chair: DAVID, ..officers() }).refused(field("chair"));
        empty_room().when(by_bo).refused(field("chair"));
        let without = [(CILLA, 3), (DAVID, 4), (EBBA, 5)]
            .into_iter()
            .fold(empty_room(), |g, (person, mandate)| g.done(serving(person, mandate, None)));
        without.when(NameOfficers { chair: CILLA, attesters: vec![DAVID], ..officers() }).settles();
    }

    #[test]
    fn the_minutes_are_kept_and_attested_by_people_who_can() {
        let unknown = crate::ids::PersonId(uuid::Uuid::from_u128(99));
        opened().when(NameOfficers { secretary: unknown, ..officers() }).refused(field("secretary"));
        for attesters in [vec![], vec![ASTA], vec![BO, BO], vec![GUN], vec![MAJA]] {
            opened().when(NameOfficers { attesters, ..officers() }).refused(field("attesters"));
        }
    }

    #[test]
    fn a_meeting_closes_when_every_item_is_handled() {
        opened().when(CLOSE).refused(order("Mötets öppnande"));
        let again = CloseMeeting { at: Some(DAY.at(12, 0, 0, 0)), ..CLOSE };
        closed().when(CLOSE).settles();
        closed().at(DAY.at(13, 0, 0, 0)).when(again).refused(changed("avslutades redan"));
        closed().when(take_up(APPLICATION)).settles();
        let late = proposal(APPLICATION, BO, "att avslå", None);
        closed().when(late).refused(order("avslutades den 20 mars 2026"));
        let early = CloseMeeting { at: Some(DAY.at(8, 0, 0, 0)), ..CLOSE };
        opened_by(4).when(early).refused(field("at"));
        noticed().when(CLOSE).refused(order("inte öppnat"));
    }

    #[test]
    fn an_old_meeting_is_closed_with_what_is_known_of_it() {
        planned().on(DAY).afterwards().done(OPEN).when(CLOSE).settles();
    }
}
