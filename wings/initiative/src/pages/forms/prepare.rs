//! The preparatory group's and the working committee's forms: completion, view, examination, sending back.

use domain::initiative::events::Stage;
use kit::form::{Choice, Form};
use maud::{Markup, html};

use super::page;
use crate::pages::{Act, Scene};

/// Asking for completion: `what`.
pub fn completion(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let what = form.area("what", lang.t("initiative-completion-what"));
    let fields = html! { (what.hint(lang.t("initiative-completion-what-hint"))) };
    page(
        form,
        scene,
        Act::AskCompletion,
        lang.t("initiative-completion-lead"),
        lang.t("initiative-do-completion"),
        &fields,
    )
}

/// A member's view: `member`, `view`, `text`.
pub fn view(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let mine = &scene.rights.speaks_for;
    let members = scene.association.profile.members_on(scene.today);
    let members = members.filter(|m| mine.is_empty() || mine.contains(&m.id));
    let members = members.map(|m| Choice::new(m.id, m.name.clone())).collect();
    let views = vec![
        Choice::new("supports", lang.t("initiative-view-supports")),
        Choice::new("doubts", lang.t("initiative-view-doubts")),
        Choice::new("against", lang.t("initiative-view-against")),
    ];
    let fields = html! {
        (form.select("member", lang.t("initiative-view-member"), members))
        (form.radios("view", lang.t("initiative-view-view"), views))
        (form.area("text", lang.t("initiative-view-text")))
    };
    page(form, scene, Act::StateView, lang.t("initiative-view-lead"), lang.t("initiative-view-save"), &fields)
}

/// The examination: `text`.
pub fn examination(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let fields = html! { (form.area("text", lang.t("initiative-examine-text")).rows(10)) };
    page(
        form,
        scene,
        Act::Examine,
        lang.t("initiative-examine-lead"),
        lang.t("initiative-examine-save"),
        &fields,
    )
}

/// Sending back: `to`, `why`.
pub fn send_back(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let mut to = vec![Choice::new("preparatory_group", lang.t("initiative-send-back-group"))];
    if scene.initiative.stage == Stage::Board && scene.initiative.committee.is_some() {
        to.push(Choice::new("working_committee", lang.t("initiative-send-back-committee")));
    }
    let fields = html! {
        (form.radios("to", lang.t("initiative-send-back-to"), to))
        (form.area("why", lang.t("initiative-send-back-why")))
    };
    page(
        form,
        scene,
        Act::SendBack,
        lang.t("initiative-send-back-lead"),
        lang.t("initiative-do-send-back"),
        &fields,
    )
}
