//! The list of meetings: those to come and those held, by body and year.

use domain::Association;
use domain::ids::{BodyId, MeetingId};
use domain::mandate::events::BodyKind;
use domain::meeting::state::Meeting;
use jiff::civil::{Date, Time};
use kit::Lang;
use kit::form::Choice;
use kit::format::day_short;
use kit::parts::{self, Column, Filter};
use maud::{Markup, html};

use super::words::{phase_tag, weekday};

/// A meeting in the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number.
    pub id: MeetingId,
    /// The body's name.
    pub body: String,
    /// The day.
    pub on: Date,
    /// From when until when.
    pub hours: (Time, Time),
    /// Where.
    pub place: String,
    /// Whether it is an extra meeting.
    pub extra: bool,
    /// Its paragraphs, once there are any.
    pub paragrafer: Option<(u32, u32)>,
    /// Where it stands, as a tag.
    pub standing: Markup,
    /// Whether the reader may open it.
    pub open: bool,
    /// Whether it is still to come or going on.
    pub ahead: bool,
}

impl Row {
    /// The meeting as a row.
    pub fn of(lang: Lang, association: &Association, meeting: &Meeting, today: Date, open: bool) -> Self {
        let plan = &meeting.plan;
        let recorded = meeting.source.is_some();
        Self {
            id: meeting.id(),
            body: association.mandates.bodies.get(&plan.body).map_or_else(String::new, |b| b.name.clone()),
            on: plan.on,
            hours: (plan.from, plan.until),
            place: plan.place.clone(),
            extra: plan.extra.is_some(),
            paragrafer: meeting.paragrafer(),
            standing: phase_tag(lang, meeting),
            open,
            ahead: meeting.closed.is_none() && !recorded && (plan.on >= today || meeting.opened.is_some()),
        }
    }
}

/// What the reader asked to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Of one body only.
    pub body: Option<BodyId>,
    /// Of one year only.
    pub year: Option<i16>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct List {
    /// The address of the list.
    pub path: String,
    /// What was asked for.
    pub query: Query,
    /// The bodies that have met or could meet.
    pub bodies: Vec<(BodyId, String)>,
    /// The years in which there are meetings, the latest first.
    pub years: Vec<i16>,
    /// The meetings that were asked for, in any order.
    pub rows: Vec<Row>,
    /// Whether there are any meetings at all.
    pub any: bool,
    /// Whether the reader may plan one.
    pub may_plan: bool,
}

/// The bodies whose meetings are kept here: all but the office.
pub fn bodies(association: &Association) -> Vec<(BodyId, String)> {
    let meets = association.mandates.bodies.values().filter(|b| b.kind != BodyKind::Office);
    meets.map(|b| (b.id, b.name.clone())).collect()
}

/// The list.
pub fn show(lang: Lang, page: &List) -> Markup {
    let mut ahead: Vec<&Row> = page.rows.iter().filter(|r| r.ahead).collect();
    ahead.sort_by_key(|r| (r.on, r.hours.0, r.id));
    let mut held: Vec<&Row> = page.rows.iter().filter(|r| !r.ahead).collect();
    held.sort_by_key(|r| std::cmp::Reverse((r.on, r.hours.0, r.id)));
    html! {
        h1 { (lang.t("meetings")) }
        p.lead { (lang.t("meeting-list-lead")) }
        @if page.may_plan {
            p.actions { a.main href={ (page.path) "/nytt" } { (lang.t("meeting-plan")) } }
        }
        @if page.any {
            (filter(lang, page))
            (table(lang, page, "kommande", lang.t("meeting-ahead"), &ahead, lang.t("meeting-none-ahead")))
            (table(lang, page, "hallna", lang.t("meeting-held"), &held, lang.t("meeting-none-held")))
        } @else {
            @let then = html! { p { (lang.t(if page.may_plan { "meeting-none-plan" } else { "meeting-none-wait" })) } };
            (parts::empty(lang.t("meeting-none"), Some(&then)))
        }
    }
}

fn filter(lang: Lang, page: &List) -> Markup {
    let bodies: Vec<Choice> = page.bodies.iter().map(|(id, name)| Choice::new(id, name.clone())).collect();
    let years: Vec<Choice> = page.years.iter().map(|year| Choice::new(year, year.to_string())).collect();
    let body = page.query.body.map(|id| id.to_string()).unwrap_or_default();
    let year = page.query.year.map(|year| year.to_string()).unwrap_or_default();
    Filter::new(lang, &page.path)
        .choice("organ", lang.t("meeting-body"), &body, &bodies)
        .choice("ar", lang.t("meeting-year"), &year, &years)
        .bar()
}

fn table(lang: Lang, page: &List, id: &str, caption: &str, rows: &[&Row], none: &str) -> Markup {
    if rows.is_empty() {
        return html! { h2 id=(id) { (caption) } p { (none) } };
    }
    let columns = [
        Column::new(lang.t("meeting-day")),
        Column::new(lang.t("meeting-body")),
        Column::new(lang.t("meeting-place")),
        Column::new(lang.t("meeting-paragraphs")),
        Column::new(lang.t("meeting-standing")),
    ];
    let body = html! {
        @for row in rows {
            tr {
                th scope="row" {
                    @if row.open {
                        a href={ (page.path) "/" (row.id) } { (day_short(row.on)) span.visually-hidden { " " (row.body) } }
                    } @else {
                        (day_short(row.on))
                    }
                    span.beneath { (weekday(lang, row.on)) " " (hours(row.hours)) }
                }
                td lang="sv" {
                    (row.body)
                    @if row.extra { " " (parts::status(parts::Tone::Late, lang.t("meeting-extra"))) }
                }
                td lang="sv" { (row.place) }
                td { @if let Some((first, last)) = row.paragrafer { (paragraphs(first, last)) } }
                td { (row.standing) }
            }
        }
    };
    parts::table(id, caption, &columns, &body)
}

/// `09.00–12.00`.
pub(super) fn hours((from, until): (Time, Time)) -> String {
    format!("{}–{}", swedish::days::clock(from), swedish::days::clock(until))
}

/// `§ 31–45`.
pub(super) fn paragraphs(first: u32, last: u32) -> String {
    if first == last { format!("§\u{a0}{first}") } else { format!("§\u{a0}{first}–{last}") }
}
