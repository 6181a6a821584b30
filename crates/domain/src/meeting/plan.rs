//! Planning a meeting; an extra one says why.

use std::collections::BTreeSet;

use access::Action;
use jiff::civil::{Date, Time};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;
use statute::rules::meetings::ExtraMeeting;

use crate::act::{self, Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::fields::{Fields, LINE, TEXT};
use crate::ids::{BodyId, ItemId, MeetingId, PersonId};
use crate::made::Made;
use crate::mandate::events::{BodyKind, Role};
use crate::meeting::agenda::template;
use crate::meeting::events::{Event as Fact, Planned};
use crate::state::Association;
use swedish::days::{clock, in_words};

/// Plans a meeting of a body (sv. *planera sammanträde*), with the standing items on its agenda.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanMeeting {
    /// The body that meets.
    pub body: BodyId,
    /// The day.
    pub on: Date,
    /// From this hour.
    pub from: Time,
    /// Until this hour.
    pub until: Time,
    /// The place.
    pub place: String,
    /// Why an extra meeting is held, when it is one.
    #[serde(default)]
    pub extra: Option<String>,
    /// The members of the board who have asked for an extra meeting; none where the chair finds it needed.
    #[serde(default)]
    pub asking: Vec<PersonId>,
    /// The day they asked.
    #[serde(default)]
    pub asked: Option<Date>,
}

impl Decision for PlanMeeting {
    const ACT: Act = Act {
        name: "plan_meeting",
        says: "planera ett sammanträde",
        may: Action::PlanMeeting,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Body(self.body)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let body = state.mandates.bodies.get(&self.body).ok_or(Refusal::NotFound("organet"))?;
        self.fields(ctx)?;
        let planned = Planned {
            meeting: MeetingId::after(state.meetings.keys()),
            body: self.body,
            on: self.on,
            from: self.from,
            until: self.until,
            place: self.place.trim().to_owned(),
            extra: self.extra.as_deref().map(|why| why.trim().to_owned()),
        };
        let same = |p: &Planned| p.body == self.body && p.on == self.on && p.from == self.from;
        if let Some(there) = state.meetings.values().map(|m| &m.plan).find(|p| same(p)) {
            if *there == (Planned { meeting: there.meeting, ..planned }) {
                return Ok(Decided::there(Made::Meeting(there.meeting)));
            }
            let (on, from) = (in_words(self.on), clock(self.from));
            return Err(Refusal::Changed(format!(
                "{} har redan ett sammanträde den {on} klockan {from}, i {}.",
                body.name, there.place
            )));
        }
        let mut guard = Guard::new(ctx);
        if self.extra.is_some() && body.kind == BodyKind::Board {
            let today = ctx.today().min(self.on);
            let asking = self.asking_members(state);
            let extra = ExtraMeeting {
                seats: state.profile.board_seats(self.on),
                asking: u32::try_from(asking).unwrap_or(u32::MAX),
                chair_finds_needed: self.asking.is_empty(),
                held: Some(self.on),
                asked: self.asked.unwrap_or(today),
                today,
            };
            guard = guard.ask(extra.judge(self.on));
        }
        let meeting = planned.meeting;
        let mut events = vec![Event::Meeting(Fact::Planned(planned))];
        if !ctx.records() {
            let standing = template(body.kind, self.extra.is_some());
            events.extend((1..).map(ItemId).zip(standing).map(|(item, content)| {
                Event::Meeting(Fact::ItemAdded { meeting, item, content, at_the_meeting: false })
            }));
        }
        guard.pass(Subject::Meeting(meeting), "plan_meeting", events)
    }
}

impl PlanMeeting {
    /// How many of those who ask sit on the board.
    fn asking_members(&self, state: &Association) -> usize {
        let members = || state.mandates.holding(self.body, self.on).filter(|m| m.given.role == Role::Member);
        let asking: BTreeSet<PersonId> = self.asking.iter().copied().collect();
        asking.into_iter().filter(|person| members().any(|m| m.given.person == *person)).count()
    }

    fn fields(&self, ctx: &Ctx) -> Result<(), Refusal> {
        let today = ctx.today();
        let extra = self.extra.as_deref();
        Fields::new()
            .hold(
                ctx.records() || self.on >= today,
                "on",
                format!("Ange en dag från och med i dag, {today}."),
            )
            .hold(self.until > self.from, "until", format!("Ange en sluttid efter {}.", clock(self.from)))
            .said("place", &self.place, LINE, "Skriv var sammanträdet hålls.")
            .hold(
                self.asked.is_none_or(|asked| asked <= self.on && asked <= today),
                "asked",
                "Ange dagen då sammanträdet begärdes; den ligger före sammanträdet och är inte kommande.",
            )
            .said("extra", extra.unwrap_or("–"), TEXT, "Skriv varför ett extra sammanträde behövs.")
            .checked()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use statute::Outcome;

    use super::*;
    use crate::testing::{ASTA, BO, BOARD, GROUP, association, changed, field, given};

    fn plan() -> PlanMeeting {
        PlanMeeting {
            body: BOARD,
            on: date(2026, 3, 20),
            from: time(9, 0, 0, 0),
            until: time(12, 0, 0, 0),
            place: "Kommunhuset i Norrby".to_owned(),
            extra: None,
            asking: Vec::new(),
            asked: None,
        }
    }

    #[test]
    fn a_board_meeting_is_planned_with_its_standing_items() {
        let after = given(association()).when(plan()).silent("extra-meeting").settles();
        let meeting = &after.state.meetings[&MeetingId(1)];
        let titles: Vec<&str> = meeting.items.iter().map(|i| i.content.title.as_str()).collect();
        assert_eq!(titles.first(), Some(&"Mötets öppnande"));
        assert_eq!(titles.last(), Some(&"Mötets avslutande"));
        assert!(titles.contains(&"Val av justerare") && titles.contains(&"Föregående protokoll"));
    }

    #[test]
    fn an_extra_meeting_says_why_and_keeps_the_finding() {
        let extra = PlanMeeting { extra: Some("Ansökan brådskar.".to_owned()), ..plan() };
        given(association()).when(extra).finds("extra-meeting", Outcome::Met).settles();
        let asked = PlanMeeting {
            asking: vec![ASTA, BO, BO],
            asked: Some(date(2026, 3, 2)),
            extra: Some("Två ledamöter begär det.".to_owned()),
            ..plan()
        };
        given(association()).when(asked.clone()).finds("extra-meeting", Outcome::Met).settles();
        let one = PlanMeeting { asking: vec![ASTA], ..asked.clone() };
        given(association()).when(one).finds("extra-meeting", Outcome::NotApplicable).settles();
        let late = PlanMeeting { asked: Some(date(2026, 1, 2)), ..asked.clone() };
        given(association()).when(late).finds("extra-meeting", Outcome::NeedsJudgement).settles();
        let later = PlanMeeting { asked: Some(date(2026, 3, 21)), ..asked };
        given(association()).when(later).refused(field("asked"));
        let unsaid = PlanMeeting { extra: Some(" ".to_owned()), ..plan() };
        given(association()).when(unsaid).refused(field("extra"));
    }

    #[test]
    fn day_hours_and_place_are_checked() {
        let past = PlanMeeting { on: date(2026, 3, 1), ..plan() };
        given(association()).when(past.clone()).refused(field("on"));
        given(association()).when(PlanMeeting { until: time(9, 0, 0, 0), ..plan() }).refused(field("until"));
        given(association()).when(PlanMeeting { place: "  ".to_owned(), ..plan() }).refused(field("place"));
        let old = given(association()).afterwards().when(past).settles();
        assert!(old.state.meetings[&MeetingId(1)].items.is_empty(), "the recorder writes the real items");
    }

    #[test]
    fn one_body_meets_once_at_an_hour() {
        let once = given(association()).done(plan());
        once.clone().when(plan()).then([] as [Event; 0]);
        let moved = PlanMeeting { place: "Söderby".to_owned(), ..plan() };
        once.clone().when(moved).refused(changed("i Kommunhuset i Norrby"));
        once.when(PlanMeeting { body: GROUP, ..plan() }).settles();
    }
}
