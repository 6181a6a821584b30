//! The application as a form: saved whenever one likes, half finished or whole. What is asked stands in
//! [`domain::initiative::form`].

use domain::initiative::events::Application;
use domain::initiative::form::FORM;
use kit::form::Form;
use maud::{Markup, html};

use super::fields::{self, section_title};
use super::rows::enter;
use super::{ON, about, back};
use crate::pages::{Act, Scene};
use kit::changes::{Change, clashes};

/// The form; `changes` is what somebody else saved meanwhile.
pub fn draft(form: &Form, scene: &Scene<'_>, changes: &[Change]) -> Markup {
    let lang = scene.lang;
    html! {
        (form.head())
        (clashes(lang, changes))
        h1 { (lang.t("initiative-draft-title")) }
        (about(scene))
        p.lead { (lang.t("initiative-draft-lead")) }
        form.form method="post" action=(form.action) novalidate data-guard {
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
            p.actions {
                button.main type="submit" { (lang.t("initiative-draft-save")) }
                @if scene.rights.acts.contains(&Act::Submit) {
                    button type="submit" name=(ON) value="ja" { (lang.t("initiative-draft-save-on")) }
                }
            }
        }
        (back(scene))
    }
}

/// The form as it begins: with what is written, or else with what the idea says.
#[must_use]
pub fn filled(form: Form, scene: &Scene<'_>) -> Form {
    let initiative = scene.initiative;
    let typed = match &initiative.application {
        Some(application) => fields::typed(application),
        None => fields::typed(&Application {
            title: initiative.title.clone(),
            need: initiative.idea.clone(),
            ..Application::default()
        }),
    };
    form.filled(typed).with("version", initiative.version)
}
