//! Planning a meeting.

use domain::ids::BodyId;
use kit::form::{Choice, Form};
use maud::{Markup, html};

/// The form. An empty reason is no extra meeting.
pub fn show(form: &Form, bodies: &[(BodyId, String)]) -> Markup {
    let lang = form.lang;
    let choices = bodies.iter().map(|(id, name)| Choice::new(id, name.clone())).collect();
    html! {
        (form.head())
        h1 { (lang.t("meeting-plan")) }
        p.lead { (lang.t("meeting-plan-lead")) }
        (form.around(lang.t("meeting-plan-do"), &html! {
            (form.select("body", lang.t("meeting-body-which"), choices))
            (form.date("on", lang.t("meeting-day")))
            div.field-row {
                (form.time("from", lang.t("meeting-from")))
                (form.time("until", lang.t("meeting-until")))
            }
            (form.text("place", lang.t("meeting-place")).hint(lang.t("meeting-place-hint")))
            (form.area("extra", lang.t("meeting-extra-why")).hint(lang.t("meeting-extra-hint")).optional().rows(3))
        }))
    }
}
