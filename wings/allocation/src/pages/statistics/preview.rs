//! What will be read of a file, shown before it is: what was found, what is to be chosen, what is missing, and the
//! button that reads it in.
//!
//! The choices are a form that asks for the same page, so that every choice has an address and no script is needed.
//! Sentences about the file are Swedish, as the ones in it are.

use kit::parts::{self, Tone};
use maud::{Markup, html};

mod choosing;
mod found;
mod result;
mod view;

pub use view::{Asked, Column, Figures, Found, Standing, View};

/// The page.
pub fn show(view: &View<'_>) -> Markup {
    let lang = view.lang;
    // What must be done comes first; what may be changed comes after what it would change.
    let first = view.figures.is_none();
    html! {
        (view.form.head())
        h1 { (lang.t("statistics-preview")) }
        p.lead { (lead(view)) }
        (parts::section_nav(lang.t("allocation-views"), view.views))
        @for fault in view.faults {
            (parts::note(Tone::Stop, lang.t("statistics-fault"), &html! { p lang="sv" { (fault) } }))
        }
        @if first { (choosing::form(view)) }
        @if !view.reading.is_empty() {
            section #year aria-labelledby="sa-lases" {
                h2 #sa-lases { (lang.t("statistics-reading")) }
                ul lang="sv" {
                    @for sentence in view.reading.iter().chain(view.remarks) { li { (sentence) } }
                }
            }
        }
        @if !first { (choosing::form(view)) }
        @if let Some(figures) = view.figures { (result::show(view, figures)) }
        @if let Some(found) = view.found { (found::show(view, found)) }
        p.actions { a href=(view.again) { (lang.t("statistics-another-file")) } }
    }
}

fn lead(view: &View<'_>) -> &'static str {
    let lang = view.lang;
    if view.figures.is_some() {
        lang.t("statistics-preview-ready")
    } else if view.found.is_none() || !view.faults.is_empty() {
        lang.t("statistics-preview-faulty")
    } else {
        lang.t("statistics-preview-choose")
    }
}
