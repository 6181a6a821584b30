//! A step of the round: `on`, `kind`, `amount`, `reason`, `source`.

use kit::form::{Choice, Form};
use maud::{Markup, html};

use super::page;
use crate::pages::Scene;
use crate::pages::words::waits;

/// The kinds as they are sent, each with its words; the words of a kind are what the history shows.
const KINDS: [(&str, &str); 9] = [
    ("asked", "funding-what-asked"),
    ("answered", "funding-what-answered"),
    ("preliminary", "funding-what-preliminary"),
    ("revised", "funding-what-revised"),
    ("offer", "funding-what-offer"),
    ("offer-unstated", "funding-what-offer-unstated"),
    ("accepted", "funding-what-accepted"),
    ("declined", "funding-what-declined"),
    ("decided", "funding-what-decided"),
];

/// A step of the round for a year.
pub fn step(form: &Form, scene: &Scene<'_>, year: i16) -> Markup {
    let lang = scene.lang;
    let kinds = KINDS.iter().map(|(kind, key)| Choice::new(kind, lang.find(key).unwrap_or(key))).collect();
    let fields = html! {
        @if let Some(waiting) = scene.funding().waits(year) { p { (waits(lang, waiting)) } }
        (form.radios("kind", lang.t("funding-step-kind"), kinds))
        (form.date("on", lang.t("funding-step-on")).hint(lang.t("funding-step-on-hint")))
        (form.money("amount", lang.t("funding-step-amount-of")).hint(lang.t("funding-step-amount-hint")).optional())
        (form.text("reason", lang.t("funding-step-reason")).hint(lang.t("funding-step-reason-hint")).optional())
        (form.text("source", lang.t("funding-step-where")).hint(lang.t("funding-step-where-hint")).optional())
    };
    page(
        form,
        &lang.ta("funding-step-title", &[("year", year.to_string().into())]),
        lang.t("funding-step-lead"),
        lang.t("funding-step-save"),
        &fields,
        &scene.at(&format!("/{year}")),
    )
}
