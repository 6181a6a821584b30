//! One case of the register (sv. *diariet*) with its documents, and the forms of the office.

use domain::association::state::State as Profile;
use domain::case_register::events::{Direction, Form as Paper};
use domain::case_register::state::{Case, Clearance, Shown};
use domain::event::Subject;
use kit::form::{Choice, Form};
use kit::format::{day, day_short};
use kit::parts::{self, Column, Tone};
use kit::{Lang, at};
use maud::{Markup, html};

use super::cases::state;

/// One case.
pub fn case(
    lang: Lang,
    case: &Case,
    clearance: Clearance,
    profile: &Profile,
    forms: Option<(&Form, &Form)>,
) -> Markup {
    let mut facts: Vec<(&str, Markup)> = vec![
        (lang.t("case-number"), html! { (case.number) }),
        (lang.t("case-opened"), day(lang, case.opened)),
        (lang.t("register-state"), state(lang, case)),
    ];
    if let Some((on, how)) = &case.closed {
        facts.push((lang.t("case-closed-on"), html! { (day(lang, *on)) ": " span lang="sv" { (how) } }));
    }
    let columns = [
        Column::number(lang.t("entry-no")),
        Column::new(lang.t("entry-title")),
        Column::new(lang.t("entry-direction")),
        Column::new(lang.t("entry-dated")),
        Column::new(lang.t("entry-registered")),
        Column::new(lang.t("entry-counterpart")),
    ];
    html! {
        @if let Some((register, _)) = forms { (register.head()) }
        h1 lang="sv" { (case.subject) }
        (parts::facts(&facts))
        @if case.documents() == 0 {
            (parts::empty(lang.t("case-empty"), None))
        } @else {
            (parts::table("entries", lang.t("case-documents"), &columns, &html! {
                @for entry in case.read_by(clearance) { (row(lang, &entry, profile)) }
            }))
        }
        @if let Some((register, close)) = forms {
            @if case.closed.is_none() {
                section aria-labelledby="register-document" {
                    h2 id="register-document" { (lang.t("document-new")) }
                    (register.around(lang.t("document-register"), &document_fields(lang, register)))
                }
                section aria-labelledby="close-case" {
                    h2 id="close-case" { (lang.t("case-close")) }
                    (close.around(lang.t("case-close"), &html! {
                        (close.text("how", lang.t("case-how")).hint(lang.t("case-how-hint")))
                    }))
                }
            }
        }
    }
}

fn row(lang: Lang, entry: &Shown<'_>, profile: &Profile) -> Markup {
    let slug = profile.founded.as_ref().map_or("", |f| f.slug.as_str());
    html! {
        tr id={ "h" (entry.no) } {
            td.num { (entry.no) }
            th scope="row" lang="sv" {
                @match (entry.title, paper(slug, entry)) {
                    (Some(title), Some(href)) => { a href=(href) { (title) } }
                    (Some(title), None) => (title),
                    (None, _) => {}
                }
                @if let Some(section) = entry.secrecy {
                    " " (parts::status(Tone::Stop, &lang.ta("entry-secret", &[("section", section.into())])))
                }
            }
            td { (direction(lang, entry.direction)) }
            td { (day_short(entry.dated)) }
            td { (day_short(entry.registered)) }
            td lang="sv" { (entry.counterpart.unwrap_or("–")) }
        }
    }
}

/// Where the document that the system makes is read.
fn paper(slug: &str, entry: &Shown<'_>) -> Option<String> {
    let (source, base) = (entry.source?, at::association(slug));
    match (source.form, source.of) {
        (Paper::Application, Subject::Initiative(id)) => Some(at::application(&base, id)),
        (Paper::Receipt, Subject::Initiative(id)) => Some(at::receipt(&base, id)),
        (Paper::Notice, Subject::Meeting(id)) => Some(at::notice(&base, id)),
        (Paper::Minutes, Subject::Meeting(id)) => Some(at::minutes(&base, id)),
        (Paper::Application | Paper::Receipt | Paper::Notice | Paper::Minutes | Paper::Extract, _) => None,
    }
}

fn direction(lang: Lang, direction: Direction) -> &'static str {
    match direction {
        Direction::Received => lang.t("entry-received"),
        Direction::Sent => lang.t("entry-sent"),
        Direction::DrawnUp => lang.t("entry-drawn-up"),
    }
}

fn document_fields(lang: Lang, form: &Form) -> Markup {
    let directions = vec![
        Choice::new("received", lang.t("entry-received")),
        Choice::new("sent", lang.t("entry-sent")),
        Choice::new("drawn_up", lang.t("entry-drawn-up")),
    ];
    html! {
        (form.text("title", lang.t("entry-title")).hint(lang.t("entry-title-hint")))
        (form.radios("direction", lang.t("entry-direction"), directions))
        (form.date("dated", lang.t("entry-dated")))
        (form.text("counterpart", lang.t("entry-counterpart")).optional())
        (form.text("secrecy", lang.t("entry-secrecy")).hint(lang.t("entry-secrecy-hint")).optional())
    }
}

/// The form for a new case.
pub fn new(lang: Lang, form: &Form, next_number: &str) -> Markup {
    html! {
        (form.head())
        h1 { (lang.t("case-new")) }
        p { (lang.ta("case-next", &[("number", next_number.into())])) }
        (form.around(lang.t("case-open-it"), &html! {
            (form.text("subject", lang.t("case-subject")).hint(lang.t("case-subject-hint")))
            (form.date("on", lang.t("case-opened")))
        }))
    }
}
