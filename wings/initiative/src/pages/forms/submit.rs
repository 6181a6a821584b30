//! Handing in and withdrawing.

use domain::initiative::events::{Application, Stage};
use domain::initiative::{compliance, submit as rules};
use kit::form::{Form, Problem};
use kit::format::prose;
use kit::parts::{self, Tone};
use maud::{Markup, html};
use statute::Finding;

use super::{about, back, page};
use crate::pages::reading::application_body;
use crate::pages::{Act, Scene};

/// Handing in, or handing in again after completion: what is missing, what the rules say, and the whole to read.
pub fn submit(form: &Form, scene: &Scene<'_>) -> Markup {
    let (lang, initiative) = (scene.lang, scene.initiative);
    let again = initiative.stage == Stage::Completion;
    let lead = if again { lang.t("initiative-submit-again-lead") } else { lang.t("initiative-submit-lead") };
    let written = scene.writing.written;
    let paper = written.and_then(|it| domain::initiative::paper::draft(scene.association, initiative, it));
    html! {
        @if !refused_fields(form) { (form.head()) }
        h1 { (Act::Submit.label(lang, initiative.stage)) }
        (about(scene))
        p.lead { (lead) }
        @if let Some(asked) = &initiative.completion {
            (parts::note(Tone::Wait, lang.t("initiative-asked"), &html! { div lang="sv" { (prose(asked)) } }))
        }
        @match written {
            Some(written) => (check(form, scene, &written.application)),
            None => (parts::note(Tone::Late, lang.t("initiative-submit-nothing"), &html! {
                p { (lang.t("initiative-submit-nothing-says")) }
            })),
        }
        (form.around(Act::Submit.label(lang, initiative.stage), &form.hidden("version")))
        p { a href=(scene.under(Act::Write.noun())) { (Act::Write.label(lang, initiative.stage)) } }
        (back(scene))
        @if let Some(paper) = &paper {
            h2 { (lang.t("initiative-application-draft")) }
            (application_body(paper))
        }
    }
}

/// Whether it was sent with something missing: that is said once, with links to the form where it is filled in.
fn refused_fields(form: &Form) -> bool {
    matches!(form.problem, Some(Problem::Fields(_)))
}

/// Whether the law has already been told above.
fn refused_by_law(form: &Form) -> bool {
    matches!(form.problem, Some(Problem::Law(_)))
}

/// What is still missing, each with a link to its field; what the rules bar; or that all is there.
fn check(form: &Form, scene: &Scene<'_>, application: &Application) -> Markup {
    let lang = scene.lang;
    let missing = rules::missing(application);
    let barred: Vec<Finding> =
        compliance::findings(scene.association, scene.initiative, Some(application), scene.today)
            .into_iter()
            .filter(Finding::blocks)
            .collect();
    let draft = scene.under(Act::Write.noun());
    html! {
        @if !missing.is_empty() {
            @let list = html! {
                ul {
                    @for field in &missing {
                        li lang="sv" { a href={ (draft) "#" (field.field) } { (field.says) } }
                    }
                }
            };
            @if refused_fields(form) {
                div.summary role="alert" tabindex="-1" aria-labelledby="summary-title" data-focus {
                    h2 #summary-title { (lang.t("initiative-submit-missing")) }
                    p { (lang.t("initiative-submit-missing-says")) }
                    (list)
                }
            } @else {
                (parts::note(Tone::Late, lang.t("initiative-submit-missing"), &html! {
                    p { (lang.t("initiative-submit-missing-says")) }
                    (list)
                }))
            }
        }
        @if missing.is_empty() && !barred.is_empty() && !refused_by_law(form) {
            h2 { (lang.t("initiative-submit-barred")) }
            (parts::findings(lang, &barred))
        }
        @if missing.is_empty() && barred.is_empty() {
            (parts::note(Tone::Done, lang.t("initiative-submit-ready"), &html! {
                p { (lang.t("initiative-submit-ready-says")) }
            }))
        }
    }
}

/// Withdrawing: `why`.
pub fn withdraw(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let fields = html! { (form.area("why", lang.t("initiative-withdraw-why"))) };
    page(
        form,
        scene,
        Act::Withdraw,
        lang.t("initiative-withdraw-lead"),
        lang.t("initiative-do-withdraw"),
        &fields,
    )
}
