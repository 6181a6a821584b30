//! What the meetings have told somebody to do: all of it as a list, and one with its reports.

use domain::Association;
use domain::assignment::state::Assignment;
use jiff::civil::Date;
use kit::form::{Choice, Form};
use kit::format::{day, day_short, prose};
use kit::list::{Drawn, Entry, Head, List};
use kit::parts::{self, Tone};
use kit::{Lang, at};
use maud::{Markup, html};

/// The assignments, those that are open first, the nearest day before the others.
pub fn rows(association: &Association) -> Vec<&Assignment> {
    let mut rows: Vec<&Assignment> = association.assignments.assignments.values().collect();
    rows.sort_by_key(|a| (a.done.is_some(), a.given.due.is_none(), a.given.due, a.given.assignment));
    rows
}

/// The assignments as a list.
pub fn list<'a>(lang: Lang, association: &'a Association, today: Date) -> List<'a, &'a Assignment> {
    let base = at::association(association.slug());
    let head = Head {
        path: at::assignments(&base),
        name: format!("uppdrag-{}", association.slug()),
        caption: lang.t("assignments").into(),
        noun: "assignment-counted",
    };
    let entry = {
        let base = base.clone();
        move |row: &&'a Assignment| Entry {
            id: at::assignment(&base, row.given.assignment),
            href: Some(at::assignment(&base, row.given.assignment)),
            title: format!("{}: {}", row.given.to, row.given.what),
            updated: latest(row),
        }
    };
    let ways = vec![
        Choice::new("oppna", lang.t("assignment-open")),
        Choice::new("klara", lang.t("assignment-done")),
    ];
    List::new(lang, head, entry)
        .text("uppdrag", lang.t("assignment-what"), |row| (&row.given.what).into())
        .sorts()
        .swedish()
        .shown(move |row| html! { a href=(at::assignment(&base, row.given.assignment)) { (row.given.what) } })
        .text("vem", lang.t("assignment-who"), |row| (&row.given.to).into())
        .sorts()
        .swedish()
        .day("gavs", lang.t("assignment-given"), |row| row.given.on.into())
        .sorts()
        .shown(|row| day_short(row.given.on))
        .day("senast", lang.t("due"), |row| row.given.due.into())
        .sorts()
        .shown(move |row| html! { @if let Some(due) = row.given.due { (day_short(due)) } @else { "–" } })
        .text("lage", lang.t("assignment-standing"), move |row| standing(lang, row, today).1.into())
        .shown(move |row| tag(lang, row, today))
        .searches(lang.t("meeting-search"), |row, search| {
            search.at(&row.given.what);
            search.at(&row.given.to);
        })
        .filter("lage", lang.t("assignment-standing"), ways, |row| {
            if row.done.is_some() { "klara".into() } else { "oppna".into() }
        })
        .empty(parts::empty(lang.t("assignment-none"), None))
}

/// The day of what was last said of it.
fn latest(assignment: &Assignment) -> Date {
    let reported = assignment.reports.iter().map(|(on, ..)| *on);
    reported.chain(assignment.done.iter().map(|(on, ..)| *on)).fold(assignment.given.on, Date::max)
}

fn standing(lang: Lang, assignment: &Assignment, today: Date) -> (Tone, &'static str) {
    match (&assignment.done, assignment.given.due) {
        (Some(_), _) => (Tone::Done, lang.t("assignment-is-done")),
        (None, Some(due)) if due < today => (Tone::Late, lang.t("late")),
        (None, _) => (Tone::Now, lang.t("assignment-is-open")),
    }
}

fn tag(lang: Lang, assignment: &Assignment, today: Date) -> Markup {
    let (tone, says) = standing(lang, assignment, today);
    parts::status(tone, says)
}

/// The page of the list.
pub fn all(lang: Lang, list: &Drawn) -> Markup {
    html! {
        h1 { (lang.t("assignments")) }
        p.lead { (lang.t("assignment-lead")) }
        (list)
    }
}

/// One assignment: what, to whom, by when, how far it has come; the form for whoever may say so.
pub fn one(
    lang: Lang,
    association: &Association,
    assignment: &Assignment,
    today: Date,
    reads: bool,
    form: Option<&Form>,
) -> Markup {
    let (given, base) = (&assignment.given, at::association(association.slug()));
    let from = association.meetings.get(&given.meeting).and_then(|m| m.item(given.item));
    let mut facts: Vec<(&str, Markup)> =
        vec![(lang.t("assignment-who"), html! { span lang="sv" { (given.to) } })];
    facts.extend(
        given.due.map(|due| (lang.t("due"), html! { (day(lang, due)) " " (tag(lang, assignment, today)) })),
    );
    let meeting = html! {
        (day(lang, given.on))
        @if let Some(item) = from {
            ", "
            @let title = html! {
                @if let Some(paragraf) = item.paragraf { "§\u{a0}" (paragraf) " " }
                (item.content.title)
            };
            @if reads {
                a lang="sv" href=(at::item(&base, given.meeting, item.id)) { (title) }
            } @else {
                span lang="sv" { (title) }
            }
        }
    };
    facts.push((lang.t("assignment-given"), meeting));
    html! {
        @if let Some(form) = form { (form.head()) }
        h1 { (lang.t("assignment")) }
        p.lead lang="sv" { (given.what) }
        (parts::facts(&facts))
        (told(lang, association, assignment))
        @if let Some(form) = form { (saying(lang, form)) }
        p { a href=(at::assignments(&base)) { (lang.t("assignment-all")) } }
    }
}

/// What has been said of it, the latest last.
fn told(lang: Lang, association: &Association, assignment: &Assignment) -> Markup {
    let name = |by| association.profile.person_name(by);
    html! {
        @if !assignment.reports.is_empty() || assignment.done.is_some() {
            section aria-labelledby="rapporter" {
                h2 #rapporter { (lang.t("assignment-reports")) }
                ul.plain-list {
                    @for (on, by, note) in &assignment.reports {
                        li { p { strong { (name(*by)) } ", " (day(lang, *on)) } div lang="sv" { (prose(note)) } }
                    }
                    @if let Some((on, by, note)) = &assignment.done {
                        li {
                            p {
                                (parts::status(Tone::Done, lang.t("assignment-is-done"))) " "
                                strong { (name(*by)) } ", " (day(lang, *on))
                            }
                            div lang="sv" { (prose(note)) }
                        }
                    }
                }
            }
        }
    }
}

fn saying(lang: Lang, form: &Form) -> Markup {
    html! {
        section aria-labelledby="rapportera" {
            h2 #rapportera { (lang.t("assignment-say")) }
            form.form method="post" action=(form.action) novalidate data-guard {
                (form.hidden_id())
                (form.area("note", lang.t("assignment-note")).hint(lang.t("assignment-note-hint")).rows(4))
                (form.reasons())
                p.actions {
                    button.main type="submit" { (lang.t("assignment-report-do")) }
                    button type="submit" name="then" value="done" { (lang.t("assignment-finish-do")) }
                }
            }
        }
    }
}
