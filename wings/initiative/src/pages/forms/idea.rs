//! The idea: note it, talk it over, let it rest, take it up again.

use domain::initiative::idea::MergeIdea;
use kit::form::{Choice, Form};
use maud::{Markup, html};

use super::page;
use crate::pages::{Act, Scene};

/// A new idea: `title`, `text`, `applicant`.
pub fn idea(form: &Form, back: &str) -> Markup {
    let lang = form.lang;
    let fields = html! {
        (form.text("title", lang.t("initiative-new-title")).hint(lang.t("initiative-new-title-hint")))
        (form.area("text", lang.t("initiative-new-text")).hint(lang.t("initiative-new-text-hint")).rows(8))
        (form.text("applicant", lang.t("initiative-new-applicant")).hint(lang.t("initiative-new-applicant-hint")))
    };
    html! {
        (form.head())
        h1 { (lang.t("initiative-new")) }
        p.lead { (lang.t("initiative-new-lead")) }
        (form.around(lang.t("initiative-new-save"), &fields))
        p.back { a href=(back) { (lang.t("back")) } }
    }
}

/// A talk about the idea: `with`, `note`.
pub fn talk(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let with = vec![
        Choice::new("office", lang.t("initiative-talk-with-office")),
        Choice::new("manager", lang.t("initiative-talk-with-manager")),
    ];
    let fields = html! {
        (form.radios("with", lang.t("initiative-talk-with"), with))
        (form.area("note", lang.t("initiative-talk-note")))
    };
    page(form, scene, Act::Talk, lang.t("initiative-talk-lead"), lang.t("initiative-talk-save"), &fields)
}

/// Letting the idea rest: `why`.
pub fn rest(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let fields = html! { (form.area("why", lang.t("initiative-rest-why"))) };
    page(form, scene, Act::Rest, lang.t("initiative-rest-lead"), lang.t("initiative-do-rest"), &fields)
}

/// Letting it become part of another: `into`.
pub fn merge(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let all = scene.association.initiatives.values();
    let others = all.filter(|other| MergeIdea::can_hold(other, scene.initiative.id));
    let others = others.map(|other| Choice::new(other.id, format!("{} ({})", other.title, other.applicant)));
    let fields = html! {
        (form.select("into", lang.t("initiative-merge-into"), others.collect()).hint(lang.t("initiative-merge-into-hint")))
    };
    page(form, scene, Act::Merge, lang.t("initiative-merge-lead"), lang.t("initiative-do-merge"), &fields)
}

/// Taking it up again.
pub fn resume(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    page(
        form,
        scene,
        Act::Resume,
        lang.t("initiative-resume-lead"),
        lang.t("initiative-do-resume"),
        &html! {},
    )
}
