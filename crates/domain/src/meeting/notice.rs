//! Sending the notice with the agenda to members and substitutes of the body.

use access::Action;
use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statute::Judge;
use statute::rules::meetings::NoticePeriod;

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::ids::{MeetingId, PersonId};
use crate::mandate::events::Role;
use crate::meeting::checks::day_taken;
use crate::meeting::events::Event as Fact;
use crate::meeting::paper::notice::{Sending, content};
use crate::meeting::state::Meeting;
use crate::seal::Sealed;
use crate::state::Association;
use swedish::days::in_words;

/// The notice is sent once, before the meeting opens.
fn before_opening(state: &Association, about: Subject, ctx: &Ctx) -> Result<(), Refusal> {
    let meeting = state.meeting_of(about)?;
    meeting.unsealed()?;
    if let Some(sent) = &meeting.notice {
        return Err(sent_already(sent.on));
    }
    if meeting.opened.is_some() && !ctx.records() {
        return Err(Refusal::Order { says: "Sammanträdet är redan öppnat.".to_owned(), instead: None });
    }
    Ok(())
}

fn sent_already(on: Date) -> Refusal {
    Refusal::Changed(format!("Kallelsen skickades redan den {}.", in_words(on)))
}

/// Sends the notice (sv. *kallelse*) of a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SendNotice {
    /// The meeting.
    pub meeting: MeetingId,
    /// The day; today when left out.
    #[serde(default)]
    pub on: Option<Date>,
}

impl Decision for SendNotice {
    const ACT: Act =
        Act { name: "send_notice", says: "skicka kallelse", may: Action::SendNotice, fits: before_opening };

    fn about(&self) -> Subject {
        Subject::Meeting(self.meeting)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let on = day_taken(ctx, self.on)?;
        if let Some(sent) = &meeting.notice {
            if sent.on == on {
                return Ok(Decided::already());
            }
            return Err(sent_already(sent.on));
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        let to = recipients(state, meeting);
        self.in_order(meeting, ctx, on, &to)?;
        let mut guard = Guard::new(ctx);
        if state.is_board(meeting) {
            guard = guard.ask(notice_period(state, meeting, Some(on), ctx.today()).judge(meeting.plan.on));
        }
        let (by, findings, recorded) = (ctx.actor, guard.findings(), ctx.records());
        let sending = Sending::Sent { on, by, to: &to, findings, recorded };
        let paper = Sealed::of(&content(state, meeting, &sending)).ok_or_else(Refusal::unwritable)?;
        let event = Fact::NoticeSent { meeting: self.meeting, on, to, paper };
        guard.pass(Subject::Meeting(self.meeting), "send_notice", [Event::Meeting(event)])
    }
}

impl SendNotice {
    fn in_order(&self, meeting: &Meeting, ctx: &Ctx, on: Date, to: &[PersonId]) -> Result<(), Refusal> {
        if ctx.records() {
            return Ok(());
        }
        if on > meeting.plan.on {
            let says = format!("Sammanträdet var utsatt till den {}.", in_words(meeting.plan.on));
            return Err(Refusal::order(says, "Planera ett nytt sammanträde och kalla till det."));
        }
        if meeting.items.is_empty() {
            return Err(Refusal::order(
                "Dagordningen är tom.",
                "Lägg in minst en punkt innan kallelsen skickas.",
            ));
        }
        if to.is_empty() {
            let says = format!("Ingen har mandat i organet den {}.", in_words(meeting.plan.on));
            return Err(Refusal::order(says, "Lägg in ledamöter och ersättare, eller ändra dagen."));
        }
        Ok(())
    }
}

/// How long ahead the notice is sent.
pub(crate) fn notice_period(
    state: &Association,
    meeting: &Meeting,
    sent: Option<Date>,
    today: Date,
) -> NoticePeriod {
    let days_required = state.profile.bylaws_on(meeting.plan.on).and_then(|b| b.notice_days);
    NoticePeriod { sent, meeting: meeting.plan.on, days_required, today: Some(today) }
}

/// Everybody with a mandate on the day of the meeting, members and substitutes, each once.
fn recipients(state: &Association, meeting: &Meeting) -> Vec<PersonId> {
    let mut seen = BTreeSet::new();
    state
        .mandates
        .holding(meeting.plan.body, meeting.plan.on)
        .filter(|m| match m.given.role {
            Role::Member | Role::Substitute { .. } | Role::Director => true,
            Role::Officer => false,
        })
        .map(|m| m.given.person)
        .filter(|person| seen.insert(*person))
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use statute::Outcome;

    use super::*;
    use crate::meeting::agenda::RemoveItem;
    use crate::meeting::state::Sent;
    use crate::meeting::tests::{MEETING, opened, plan, planned};
    use crate::testing::{BO, COMMITTEE, LARS, RUT, association, changed, field, given, order, reason_for};

    const NOTICE: SendNotice = SendNotice { meeting: MEETING, on: None };

    #[test]
    fn the_notice_goes_to_members_and_substitutes() {
        let sent =
            planned().on(date(2026, 3, 13)).when(NOTICE).finds("notice-period", Outcome::Met).settles();
        let Sent { on, to, .. } = sent.state.meetings[&MEETING].notice.clone().unwrap();
        assert_eq!((on, to.len()), (date(2026, 3, 13), 12));
        assert!(to.contains(&LARS) && !to.contains(&RUT));
    }

    #[test]
    fn a_late_notice_needs_a_reason() {
        let late = planned().on(date(2026, 3, 14));
        late.clone().when(NOTICE).refused(reason_for("notice-period"));
        let kept = late.because("notice-period", "Ansökan brådskar.").when(NOTICE);
        let after = kept.finds("notice-period", Outcome::Explained).settles();
        let judged = after.state.judged_about(crate::event::Subject::Meeting(MEETING)).last().unwrap();
        assert_eq!(judged.findings[0].reason.as_deref(), Some("Ansökan brådskar."));
    }

    #[test]
    fn the_notice_is_sent_once_before_the_meeting_with_an_agenda() {
        let sent = planned().on(date(2026, 3, 9)).done(NOTICE);
        sent.by(BO).on(date(2026, 3, 10)).when(NOTICE).refused(changed("9 mars 2026"));
        opened().when(NOTICE).refused(changed("9 mars 2026"));
        planned().on(date(2026, 3, 21)).when(NOTICE).refused(order("20 mars 2026"));
        planned().when(SendNotice { on: Some(date(2026, 3, 3)), ..NOTICE }).refused(field("on"));
        let bare = (1..=9)
            .map(crate::ids::ItemId)
            .fold(planned(), |g, item| g.done(RemoveItem { meeting: MEETING, item }));
        bare.when(NOTICE).refused(order("tom"));
    }

    #[test]
    fn the_days_ahead_are_asked_of_the_board_alone() {
        let committee = crate::meeting::plan::PlanMeeting { body: COMMITTEE, ..plan() };
        let planned = given(association()).done(committee);
        planned.on(date(2026, 3, 19)).when(NOTICE).silent("notice-period").settles();
    }
}
