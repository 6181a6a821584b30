//! Choosing a file with a table, or the figures that come with the program; and being asked to choose it again.

use kit::form::Form;
use kit::{Lang, parts};
use maud::{Markup, html};

/// The name of the field with the file.
pub const FILE: &str = "file";

/// The endings that a browser offers.
const ENDINGS: &str = ".csv,.tsv,.txt,.xlsx,.json";

/// Everything the page shows.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The pages of allocation.
    pub views: &'a [(String, String, bool)],
    /// The form, with what was wrong.
    pub form: &'a Form,
    /// The most a file may hold, in megabytes.
    pub megabytes: usize,
    /// The figures that come with the program: the address of their preview, and what they are.
    pub shipped: &'a [(String, String)],
}

/// The page.
pub fn show(view: &View<'_>) -> Markup {
    let (lang, form) = (view.lang, view.form);
    let hint = lang.ta("statistics-file-hint", &[("megabytes", view.megabytes.into())]);
    html! {
        (form.head())
        h1 { (lang.t("statistics-import")) }
        p.lead { (lang.t("statistics-import-lead")) }
        (parts::section_nav(lang.t("allocation-views"), view.views))
        h2 { (lang.t("statistics-own-file")) }
        (form.upload(lang.t("statistics-send"), &html! {
            (form.file(FILE, lang.t("statistics-file"), ENDINGS).hint(&hint))
        }))
        h2 { (lang.t("statistics-shipped")) }
        p { (lang.t("statistics-shipped-says")) }
        p.actions { @for (href, label) in view.shipped { a href=(href) { (label) } } }
        h2 { (lang.t("statistics-where")) }
        p { (lang.t("statistics-where-says")) }
        ul {
            li { (lang.t("statistics-where-inhabitants")) }
            li { (lang.t("statistics-where-need")) }
        }
        p { a href="https://www.statistikdatabasen.scb.se/" { (lang.t("statistics-where-link")) } }
    }
}

/// The file is not kept here any longer.
pub fn gone(lang: Lang, path: &str, views: &[(String, String, bool)]) -> Markup {
    let then = html! { p.actions { a.main href=(path) { (lang.t("statistics-choose-again")) } } };
    html! {
        h1 { (lang.t("statistics-gone-title")) }
        (parts::section_nav(lang.t("allocation-views"), views))
        (parts::empty(lang.t("statistics-gone-says"), Some(&then)))
    }
}
