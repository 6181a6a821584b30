//! Taking up an item under its paragraph, numbered on through the year, and noting what was said.

use access::Action;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;
use statute::rules::meetings::ParagraphsUnique;

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::fields::{Fields, LINE, TEXT};
use crate::ids::{ItemId, MeetingId};
use crate::meeting::checks;
use crate::meeting::decide::handled;
use crate::meeting::events::{Event as Fact, SubReport};
use crate::meeting::state::{Item, Meeting};
use crate::state::Association;

/// No body has more paragraphs in a year.
const HIGHEST: u32 = 9999;

/// Takes up an item under a paragraph of the minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TakeUpItem {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// The paragraph (§); the year's next when left out.
    #[serde(default)]
    pub paragraf: Option<u32>,
}

impl Decision for TakeUpItem {
    const ACT: Act =
        Act { name: "take_up_item", says: "ta upp en punkt", may: Action::KeepMinutes, fits: checks::runs };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let item = meeting.the_item(self.item)?;
        if let Some(paragraf) = item.paragraf {
            return match self.paragraf {
                Some(other) if other != paragraf => {
                    Err(Refusal::Changed(format!("Punkten är redan upptagen, under § {paragraf}.")))
                }
                Some(_) | None => Ok(Decided::already()),
            };
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let mut guard = Guard::new(ctx);
        let last = state.last_paragraf(meeting.plan.body, meeting.plan.on.year());
        let paragraf = match self.paragraf {
            None => last.unwrap_or(0).saturating_add(1),
            Some(paragraf) if !(1..=HIGHEST).contains(&paragraf) => {
                let says = format!("Ange paragrafen som ett tal mellan 1 och {HIGHEST}.");
                return Err(Refusal::field("paragraf", says));
            }
            Some(paragraf) => {
                guard = guard.ask(run_on(state, meeting, Some(paragraf)).judge(meeting.day()));
                paragraf
            }
        };
        // Those who are there under the paragraph, once it is taken up.
        let guard = handled(guard, state, meeting, &Item { paragraf: Some(paragraf), ..item.clone() });
        if used(state, meeting, paragraf, ctx) {
            return Err(Refusal::field(
                "paragraf",
                format!("Ange en annan paragraf; § {paragraf} är redan använd."),
            ));
        }
        let event = Fact::TakenUp { meeting: self.meeting, item: self.item, paragraf };
        guard.pass(Subject::Item(self.meeting, self.item), "take_up_item", [Event::Meeting(event)])
    }
}

/// Whether the paragraph stands already: in these minutes, or in the year's others where the law is still to be kept.
fn used(state: &Association, meeting: &Meeting, paragraf: u32, ctx: &Ctx) -> bool {
    let same_run =
        |m: &&Meeting| m.plan.body == meeting.plan.body && m.plan.on.year() == meeting.plan.on.year();
    let elsewhere = || state.meetings.values().filter(same_run).any(|m| m.under(paragraf).is_some());
    meeting.under(paragraf).is_some() || (!ctx.records() && elsewhere())
}

/// How the paragraphs of a meeting run on from the body's meeting before it in the year, with one more if given.
///
/// Where no earlier minutes of the year are kept here, the first paragraph is taken as it stands: the minutes before
/// it are elsewhere.
pub(crate) fn run_on(state: &Association, meeting: &Meeting, more: Option<u32>) -> ParagraphsUnique {
    let mut numbers: Vec<u32> = meeting.items.iter().filter_map(|i| i.paragraf).chain(more).collect();
    numbers.sort_unstable();
    let this = (meeting.plan.on, meeting.plan.from, meeting.id());
    let before = state
        .meetings
        .values()
        .filter(|m| m.plan.body == meeting.plan.body && m.plan.on.year() == meeting.plan.on.year())
        .filter(|m| (m.plan.on, m.plan.from, m.id()) < this)
        .filter_map(|m| m.paragrafer().map(|(_, last)| last))
        .max();
    let previous_last = before.or_else(|| numbers.first().map(|first| first.saturating_sub(1)));
    ParagraphsUnique { numbers, previous_last }
}

/// Writes what was said and reported under an item, for the minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WriteNote {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// The text of the minutes.
    pub text: String,
    /// Reports under the item.
    #[serde(default)]
    pub reports: Vec<SubReport>,
}

impl Decision for WriteNote {
    const ACT: Act = Act {
        name: "write_note",
        says: "skriva anteckningen till en paragraf",
        may: Action::KeepMinutes,
        fits: checks::unsealed,
    };

    fn about(&self) -> Subject {
        Subject::Item(self.meeting, self.item)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let (item, _) = meeting.taken_up(self.item)?;
        let text = self.text.trim();
        if item.note == text && item.reports == self.reports {
            return Ok(Decided::already());
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let fields = Fields::new().within("text", text, TEXT);
        let report = |fields: Fields, report: &SubReport| {
            let titled = fields.said("reports", &report.title, LINE, "Skriv vad varje rapport handlar om.");
            titled.within("reports", &report.text, TEXT)
        };
        self.reports.iter().fold(fields, report).checked()?;
        Ok(Decided::of([Event::Meeting(Fact::Noted {
            meeting: self.meeting,
            item: self.item,
            text: text.to_owned(),
            reports: self.reports.clone(),
        })]))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use statute::Outcome;

    use super::*;
    use crate::meeting::plan::PlanMeeting;
    use crate::meeting::session::OpenMeeting;
    use crate::meeting::tests::{
        APPLICATION, DAY, MEETING, PAYMENTS, attested, closed, contested, noticed, opened, plan, take_up,
    };
    use crate::testing::{Given, changed, field, order, reason_for};

    fn under(item: ItemId, paragraf: u32) -> TakeUpItem {
        TakeUpItem { meeting: MEETING, item, paragraf: Some(paragraf) }
    }

    /// The year's second meeting, extra, open in the afternoon.
    fn second() -> Given {
        let extra = PlanMeeting {
            from: time(13, 0, 0, 0),
            until: time(14, 0, 0, 0),
            extra: Some("Brådskar.".to_owned()),
            ..plan()
        };
        let second = closed().done(extra).at(DAY.at(13, 0, 0, 0));
        second.done(OpenMeeting { meeting: MeetingId(2), at: None })
    }

    #[test]
    fn paragraphs_run_on_from_item_to_item_and_meeting_to_meeting() {
        let after = opened().when(take_up(APPLICATION)).silent("paragraphs-unique").settles();
        let after = after.when(take_up(PAYMENTS)).settles();
        assert_eq!(after.state.meetings[&MEETING].under(2).map(|i| i.id), Some(PAYMENTS));
        let next = second().done(TakeUpItem { meeting: MeetingId(2), item: ItemId(1), paragraf: None });
        assert_eq!(next.state.meetings[&MeetingId(2)].paragrafer(), Some((10, 10)));
    }

    #[test]
    fn a_number_is_given_by_hand_only_where_it_runs_on() {
        let rule = "paragraphs-unique";
        opened().when(under(APPLICATION, 31)).finds(rule, Outcome::Met).settles();
        contested().when(under(PAYMENTS, 3)).refused(reason_for(rule));
        contested()
            .because(rule, "§ 2 användes på papper.")
            .when(under(PAYMENTS, 3))
            .finds(rule, Outcome::Explained);
        contested().when(under(PAYMENTS, 1)).refused(field("paragraf"));
        contested().when(under(APPLICATION, 2)).refused(changed("§ 1"));
        opened().when(under(APPLICATION, 0)).refused(field("paragraf"));
        opened().when(under(APPLICATION, u32::MAX)).refused(field("paragraf"));
        let gap = TakeUpItem { meeting: MeetingId(2), item: ItemId(1), paragraf: Some(12) };
        second().when(gap.clone()).refused(reason_for(rule));
        second().afterwards().when(gap).finds(rule, Outcome::NotMet).settles();
        second()
            .when(TakeUpItem { meeting: MeetingId(2), item: ItemId(1), paragraf: Some(9) })
            .refused(field("paragraf"));
        noticed().when(take_up(APPLICATION)).refused(order("inte öppnat"));
    }

    #[test]
    fn notes_are_written_until_the_minutes_are_attested() {
        let note = WriteNote {
            meeting: MEETING,
            item: APPLICATION,
            text: "Maja Mo föredrog ärendet.".to_owned(),
            reports: vec![SubReport {
                title: "Förstudien".to_owned(),
                case_number: None,
                text: "Läget i förstudien.".to_owned(),
            }],
        };
        opened().when(note.clone()).refused(order("inte uppe"));
        contested().when(note.clone()).settles();
        closed().on(date(2026, 3, 22)).when(note.clone()).silent("correction-by-decision").settles();
        attested().when(note.clone()).refused(order("justerat och ändras inte"));
        attested().afterwards().when(note.clone()).refused(order("justerat och ändras inte"));
        let mut untitled = note;
        untitled.reports[0].title.clear();
        contested().when(untitled).refused(field("reports"));
    }
}
