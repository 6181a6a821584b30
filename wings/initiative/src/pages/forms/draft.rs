//! The application as a form: saved whenever one likes, half finished or whole. What is asked stands in
//! [`domain::initiative::form`].

use domain::initiative::events::{Application, Stage};
use domain::initiative::form::FORM;
use kit::form::Form;
use maud::{Markup, html};

use super::fields::{self, section_title};
use super::rows::enter;
use super::{ON, about, back, page};
use crate::pages::{Act, Scene};
use kit::autosave;
use kit::changes::{Change, clashes};

/// The form; `changes` is what somebody else saved meanwhile.
pub fn draft(form: &Form, scene: &Scene<'_>, changes: &[Change]) -> Markup {
    let lang = scene.lang;
    html! {
        (autosave::script())
        (form.head())
        (clashes(lang, changes))
        h1 { (lang.t("initiative-draft-title")) }
        (about(scene))
        p.lead { (lang.t("initiative-draft-lead")) }
        form.form method="post" action=(form.action) novalidate data-guard data-autosave={ (scene.under("utkast/sparning")) } {
            (form.hidden_id())
            (form.hidden("version"))
            (enter(lang.t("initiative-draft-save")))
            @for section in FORM {
                section.form-part {
                    h2 { (section_title(lang, section)) }
                    @for field in section.fields { (fields::show(form, scene, field)) }
                }
            }
            (form.reasons())
            (autosave::line(lang, &scene.writing.at.map(|at| autosave::saved(lang, at)).unwrap_or_default()))
            p.actions {
                button.main type="submit" { (lang.t("initiative-draft-save")) }
                @if scene.rights.acts.contains(&Act::Submit) {
                    button type="submit" name=(ON) value="ja" { (lang.t("initiative-draft-save-on")) }
                }
            }
        }
        @if scene.offers(Act::Discard) {
            p { a href=(scene.under(Act::Discard.noun())) { (Act::Discard.label(lang, scene.initiative.stage)) } }
        }
        (back(scene))
    }
}

/// The form as it begins: with what is written, or else with what the idea says.
#[must_use]
pub fn filled(form: Form, scene: &Scene<'_>) -> Form {
    let initiative = scene.initiative;
    let typed = match scene.application() {
        Some(application) => fields::typed(application),
        None => fields::typed(&Application {
            title: initiative.title.clone(),
            need: initiative.idea.clone(),
            ..Application::default()
        }),
    };
    filled_version(form.filled(typed), scene)
}

/// A form that stands on the version of the draft that is shown with it.
#[must_use]
pub fn filled_version(form: Form, scene: &Scene<'_>) -> Form {
    form.with("version", scene.writing.version)
}

/// Throwing it away: asked once more, with the version that was read.
pub fn discard(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let completing = scene.initiative.stage == Stage::Completion;
    let lead = lang.t(if completing { "initiative-discard-again-lead" } else { "initiative-discard-lead" });
    let fields = html! { (form.hidden("version")) };
    page(form, scene, Act::Discard, lead, lang.t("initiative-do-discard"), &fields)
}
