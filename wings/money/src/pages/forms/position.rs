//! Assets and liabilities on a day: `on`, `assets`, `liabilities`, `source`.

use kit::form::Form;
use maud::{Markup, html};

use super::page;
use crate::pages::Scene;

/// The form.
pub fn position(form: &Form, scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let fields = html! {
        (form.date("on", lang.t("funding-position-on")).hint(lang.t("funding-position-on-hint")))
        (form.money("assets", lang.t("funding-assets")))
        (form.money("liabilities", lang.t("funding-liabilities")))
        (form.text("source", lang.t("funding-position-source")).hint(lang.t("funding-position-source-hint")))
    };
    page(
        form,
        lang.t("funding-position-title"),
        lang.t("funding-position-lead"),
        lang.t("funding-position-save"),
        &fields,
        &scene.at("/andelar"),
    )
}
