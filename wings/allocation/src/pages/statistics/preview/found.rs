//! What a file holds.

use kit::Lang;
use kit::parts;
use maud::{Markup, html};

use super::view::{Found, View};
use crate::pages::statistics::summary::names;

/// What the file holds.
pub(super) fn show(view: &View<'_>, found: &Found) -> Markup {
    let lang = view.lang;
    html! {
        section aria-labelledby="i-filen" {
            h2 #i-filen { (lang.t("statistics-found")) }
            (parts::facts(&facts(lang, view.file, found)))
        }
    }
}

fn facts(lang: Lang, file: &str, found: &Found) -> Vec<(&'static str, Markup)> {
    let said = |text: &str| html! { span lang="sv" { (text) } };
    let mut facts = vec![
        (lang.t("statistics-file"), html! { (file) }),
        (lang.t("statistics-format"), said(&found.format)),
    ];
    let mut maybe = |label: &'static str, text: &str| {
        if !text.is_empty() {
            facts.push((label, said(text)));
        }
    };
    maybe(lang.t("statistics-sheet"), found.sheet.as_deref().unwrap_or_default());
    maybe(lang.t("statistics-file-title"), found.title.as_deref().unwrap_or_default());
    maybe(lang.t("statistics-rows"), &swedish::number::grouped(found.rows));
    maybe(lang.t("statistics-times"), &found.times);
    maybe(lang.t("statistics-ages"), &found.ages);
    maybe(lang.t("statistics-sexes"), &found.sexes);
    facts.push((lang.t("allocation-municipalities"), municipalities(lang, found)));
    if !found.left_out.is_empty() {
        facts.push((lang.t("statistics-left-out"), names(lang, &found.left_out)));
    }
    if !found.unknown.is_empty() {
        facts.push((lang.t("statistics-unknown"), unknown(lang, found)));
    }
    if !found.notes.is_empty() {
        let notes = html! { @for note in &found.notes { div lang="sv" { (note) } } };
        facts.push((lang.t("statistics-notes"), notes));
    }
    facts
}

fn municipalities(lang: Lang, found: &Found) -> Markup {
    let (matched, all) = (found.matched.into(), found.of.into());
    html! {
        (lang.ta("statistics-matched", &[("matched", matched), ("all", all)]))
        @if !found.absent.is_empty() && found.matched > 0 {
            div {
                (lang.t("statistics-absent"))
                (names(lang, &found.absent))
            }
        }
    }
}

fn unknown(lang: Lang, found: &Found) -> Markup {
    html! {
        @for region in &found.unknown { div { (region) } }
        @if found.unknown_more > 0 {
            div { (lang.ta("statistics-more", &[("count", found.unknown_more.into())])) }
        }
    }
}
