//! The list of meetings: those to come, the next first, and those held, the last first.

use domain::Association;
use domain::ids::{BodyId, MeetingId};
use domain::mandate::events::BodyKind;
use domain::meeting::state::Meeting;
use jiff::civil::{Date, Time};
use kit::form::Choice;
use kit::format::day_short;
use kit::list::{Drawn, Entry, Head, List, Value, years};
use kit::parts::{self, Tone};
use kit::{Lang, at};
use maud::{Markup, html};

use super::words::{phase_name, phase_tag, weekday};

/// A meeting in the list.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    meeting: &'a Meeting,
    ahead: bool,
}

/// The meetings of an association, those to come first.
pub fn rows(association: &Association, today: Date) -> Vec<Row<'_>> {
    let row = |meeting| Row { meeting, ahead: is_ahead(meeting, today) };
    let mut rows: Vec<Row<'_>> = association.meetings.values().map(row).collect();
    let when = |row: &Row<'_>| (row.meeting.plan.on, row.meeting.plan.from, row.meeting.id());
    rows.sort_by(|a, b| match (a.ahead, b.ahead) {
        (true, true) => when(a).cmp(&when(b)),
        (false, false) => when(b).cmp(&when(a)),
        (a, b) => b.cmp(&a),
    });
    rows
}

/// Whether it is still to come or going on.
fn is_ahead(meeting: &Meeting, today: Date) -> bool {
    meeting.closed.is_none()
        && meeting.source.is_none()
        && (meeting.plan.on >= today || meeting.opened.is_some())
}

/// The meetings as a list; `opens` tells which of them the reader may open.
pub fn list<'a>(
    lang: Lang,
    association: &'a Association,
    may_plan: bool,
    opens: impl Fn(MeetingId) -> bool + Clone + 'a,
) -> List<'a, Row<'a>> {
    let base = at::association(association.slug());
    let head = Head {
        path: at::meetings(&base),
        name: format!("sammantraden-{}", association.slug()),
        caption: lang.t("meetings").into(),
        noun: "meeting-counted",
    };
    let body = move |row: &Row<'a>| {
        association.mandates.bodies.get(&row.meeting.plan.body).map_or("", |body| body.name.as_str())
    };
    let link = {
        let (base, opens) = (base.clone(), opens);
        move |row: &Row<'a>| opens(row.meeting.id()).then(|| at::meeting(&base, row.meeting.id()))
    };
    let entry = {
        let (base, link) = (base, link.clone());
        move |row: &Row<'a>| Entry {
            id: at::meeting(&base, row.meeting.id()),
            href: link(row),
            title: format!("{} {}", body(row), row.meeting.plan.on),
            updated: latest(row.meeting),
        }
    };
    let bodies = bodies(association).into_iter().map(|(id, name)| Choice::new(id, name)).collect();
    let of = years(association.meetings.values().map(|meeting| meeting.plan.on.year()));
    let when =
        vec![Choice::new("kommande", lang.t("meeting-ahead")), Choice::new("hallna", lang.t("meeting-held"))];
    let then = html! { p { (lang.t(if may_plan { "meeting-none-plan" } else { "meeting-none-wait" })) } };
    List::new(lang, head, entry)
        .day("dag", lang.t("meeting-day"), |row| row.meeting.plan.on.into())
        .sorts()
        .shown(move |row| day(lang, row, link(row), body(row)))
        .text("organ", lang.t("meeting-body"), move |row| body(row).into())
        .sorts()
        .swedish()
        .shown(move |row| {
            html! {
                (body(row))
                @if row.meeting.plan.extra.is_some() { " " (parts::status(Tone::Late, lang.t("meeting-extra"))) }
            }
        })
        .text("plats", lang.t("meeting-place"), |row| (&row.meeting.plan.place).into())
        .sorts()
        .swedish()
        .text("paragrafer", lang.t("meeting-paragraphs"), |row| {
            row.meeting.paragrafer().map(|(first, last)| paragraphs(first, last)).into()
        })
        .sorts_by(|row| row.meeting.paragrafer().map(|(first, _)| Value::Count(first.into())).into())
        .text("lage", lang.t("meeting-standing"), move |row| phase_name(lang, row.meeting.phase()).into())
        .shown(move |row| phase_tag(lang, row.meeting))
        .searches(lang.t("meeting-search"), move |row, search| {
            search.at(body(row));
            search.at(&row.meeting.plan.place);
        })
        .filter("nar", lang.t("meeting-when"), when, |row| {
            if row.ahead { "kommande".into() } else { "hallna".into() }
        })
        .filter("organ", lang.t("meeting-body"), bodies, |row| row.meeting.plan.body.to_string().into())
        .filter("ar", lang.t("meeting-year"), of, |row| row.meeting.plan.on.year().to_string().into())
        .empty(parts::empty(lang.t("meeting-none"), Some(&then)))
}

/// The day of what was last done: taken down, put up, attested, held.
fn latest(meeting: &Meeting) -> Date {
    let postings = meeting.postings.values().map(|posting| posting.down.unwrap_or(posting.up));
    postings.chain(meeting.attested_on()).fold(meeting.plan.on, Date::max)
}

fn day(lang: Lang, row: &Row<'_>, href: Option<String>, body: &str) -> Markup {
    let plan = &row.meeting.plan;
    html! {
        @match href {
            Some(href) => a href=(href) { (day_short(plan.on)) span.visually-hidden { " " (body) } },
            None => (day_short(plan.on)),
        }
        span.beneath { (weekday(lang, plan.on)) " " (hours((plan.from, plan.until))) }
    }
}

/// The bodies whose meetings are kept here: all but the office.
pub fn bodies(association: &Association) -> Vec<(BodyId, String)> {
    let meets = association.mandates.bodies.values().filter(|b| b.kind != BodyKind::Office);
    meets.map(|b| (b.id, b.name.clone())).collect()
}

/// The page; `may_plan` tells where a meeting is planned, for those who may.
pub fn show(lang: Lang, list: &Drawn, may_plan: Option<&str>, assignments: &str) -> Markup {
    html! {
        h1 { (lang.t("meetings")) }
        p.lead { (lang.t("meeting-list-lead")) }
        p { a href=(assignments) { (lang.t("assignment-all")) } }
        @if let Some(new) = may_plan {
            p.actions { a.main href=(new) { (lang.t("meeting-plan")) } }
        }
        (list)
    }
}

/// `09.00–12.00`.
pub(super) fn hours((from, until): (Time, Time)) -> String {
    format!("{}–{}", swedish::days::clock(from), swedish::days::clock(until))
}

/// `§ 31–45`.
pub(super) fn paragraphs(first: u32, last: u32) -> String {
    if first == last { format!("§\u{a0}{first}") } else { format!("§\u{a0}{first}–{last}") }
}
