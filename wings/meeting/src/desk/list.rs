//! `/f/{forbund}/sammantraden`: the list, and planning a meeting.

use access::{Action, Facts};
use desk::roles::Named;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::{BodyId, MeetingId};
use domain::mandate::events::BodyKind;
use domain::meeting::plan::PlanMeeting;

use crate::pages::list::{self, List, Query, Row};
use crate::pages::plan;

/// `GET /f/{forbund}/sammantraden`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let asked = visitor.asked_typed();
    let query =
        Query { body: asked.get("organ").parse().ok().map(BodyId), year: asked.get("ar").parse().ok() };
    let (lang, today) = (visitor.lang(), visitor.today());
    let page = visitor.read(|association| {
        let wanted = |m: &&domain::meeting::state::Meeting| {
            query.body.is_none_or(|body| m.plan.body == body)
                && query.year.is_none_or(|year| m.plan.on.year() == year)
        };
        let opens = |id: MeetingId| {
            let facts = visitor.facts_of(Named::Meeting(id), association);
            visitor.may_on(Action::ReadMeeting, facts)
        };
        let mut years: Vec<i16> = association.meetings.values().map(|m| m.plan.on.year()).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        let shown = association.meetings.values().filter(wanted);
        List {
            path: visitor.under("/sammantraden"),
            query,
            bodies: list::bodies(association),
            years,
            rows: shown.map(|m| Row::of(lang, association, m, today, opens(m.id()))).collect(),
            any: !association.meetings.is_empty(),
            may_plan: plans(&visitor, true),
        }
    })?;
    visitor.page(lang.t("meetings"), &list::show(lang, &page))
}

/// Whether the visitor may plan a meeting of the board, or of another body.
fn plans(visitor: &Visitor, of_board: bool) -> bool {
    visitor.may_on(Action::PlanMeeting, Facts { of_board, ..Facts::default() })
}

/// The bodies whose meetings the visitor may plan.
fn bodies(visitor: &Visitor) -> Result<Vec<(BodyId, String)>, Stop> {
    let board = visitor.read(|association| association.mandates.body_of(BodyKind::Board).map(|b| b.id))?;
    let all = visitor.read(list::bodies)?;
    Ok(all.into_iter().filter(|(id, _)| plans(visitor, Some(*id) == board)).collect())
}

/// `GET /f/{forbund}/sammantraden/nytt`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    let bodies = bodies(&visitor)?;
    let mut form = visitor.form(visitor.under("/sammantraden"));
    if let Some((first, _)) = bodies.first() {
        form = form.with("body", first);
    }
    visitor.page(visitor.lang().t("meeting-plan"), &plan::show(&form, &bodies))
}

/// `POST /f/{forbund}/sammantraden`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let body = read.maybe_number("body");
    if body.is_none() {
        read.wrong("body", "Välj vilket organ som ska mötas.");
    }
    let planned = PlanMeeting {
        body: BodyId(body.unwrap_or_default()),
        on: read.date("on"),
        from: read.time("from"),
        until: read.time("until"),
        place: read.text("place"),
        extra: read.maybe_text("extra"),
    };
    let (body, on, from) = (planned.body, planned.on, planned.from);
    match visitor.submit(&sent, read.into(Command::from(planned))).await? {
        Ok(done) => {
            let there = visitor.read(|association| {
                let same = |m: &&domain::meeting::state::Meeting| {
                    m.plan.body == body && m.plan.on == on && m.plan.from == from
                };
                association.meetings.values().find(same).map(|m| m.id())
            })?;
            let to = there.map_or_else(String::new, |id| format!("/{id}"));
            visitor.see(&done, &visitor.under(&format!("/sammantraden{to}")), "meeting-said-planned")
        }
        Err(refused) => {
            let bodies = bodies(&visitor)?;
            refused.again(&visitor, visitor.lang().t("meeting-plan"), |form| plan::show(form, &bodies))
        }
    }
}
