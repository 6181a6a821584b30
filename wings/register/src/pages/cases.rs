//! The list of cases in the register (sv. *diariet*).

use domain::Association;
use domain::case_register::state::{Case, Clearance};
use jiff::civil::Date;
use kit::form::Choice;
use kit::list::{Drawn, Entry, Head, List, Value, years};
use kit::parts::{self, Tone};
use kit::{Lang, at};
use maud::{Markup, html};

/// The cases as a list of what somebody may read, the last opened first.
pub fn list<'a>(lang: Lang, a: &'a Association, clearance: Clearance) -> List<'a, &'a Case> {
    let base = at::association(a.slug());
    let head = Head {
        path: at::register(&base),
        name: format!("diarium-{}", a.slug()),
        caption: lang.t("register-cases").into(),
        noun: "register-counted",
    };
    let entry = move |case: &&Case| {
        let title = format!("{} {}", case.number, case.subject);
        Entry::at(at::case(&base, case.id), title, latest(case, clearance))
    };
    let states =
        vec![Choice::new("oppna", lang.t("case-open")), Choice::new("avslutade", lang.t("case-closed"))];
    let opened = years(a.register.cases.values().map(|case| case.opened.year()));
    List::new(lang, head, entry)
        .text("nummer", lang.t("case-number"), |case| (&case.number).into())
        .sorts_by(|case| Value::Count(case.id.0.into()))
        .text("arende", lang.t("case-subject"), |case| (&case.subject).into())
        .sorts()
        .swedish()
        .day("oppnat", lang.t("case-opened"), |case| case.opened.into())
        .sorts()
        .count("handlingar", lang.t("case-documents"), |case| case.documents().into())
        .sorts()
        .text("lage", lang.t("register-state"), move |case| state_name(lang, case).into())
        .shown(move |case| state(lang, case))
        .day("avslutat", lang.t("case-closed"), |case| case.closed.as_ref().map(|(on, _)| *on).into())
        .taken_out()
        .searches(lang.t("register-words"), move |case, search| {
            search.at(&case.number);
            search.at(&case.subject);
            for part in case.read_by(clearance).flat_map(|entry| [entry.title, entry.counterpart]).flatten() {
                search.at(part);
            }
        })
        .filter("ar", lang.t("register-year"), opened, |case| case.opened.year().to_string().into())
        .filter("lage", lang.t("register-state"), states, |case| {
            if case.closed.is_some() { "avslutade".into() } else { "oppna".into() }
        })
        .empty(parts::empty(lang.t("register-empty"), None))
}

/// The day of what was last done in it.
fn latest(case: &Case, clearance: Clearance) -> Date {
    let registered = case.read_by(clearance).map(|entry| entry.registered).max();
    let closed = case.closed.as_ref().map(|(on, _)| *on);
    registered.into_iter().chain(closed).fold(case.opened, Date::max)
}

/// The page.
pub fn show(lang: Lang, path: &str, cases: &Drawn, may_register: bool) -> Markup {
    html! {
        h1 { (lang.t("register")) }
        p.lead { (lang.t("register-lead")) }
        @if may_register { p.actions { a.main href={ (path) "/ny" } { (lang.t("case-new")) } } }
        (cases)
    }
}

/// Whether it is open, as a tag.
pub(super) fn state(lang: Lang, case: &Case) -> Markup {
    let tone = if case.closed.is_some() { Tone::Plain } else { Tone::Now };
    parts::status(tone, state_name(lang, case))
}

fn state_name(lang: Lang, case: &Case) -> &'static str {
    if case.closed.is_some() { lang.t("case-closed") } else { lang.t("case-open") }
}
