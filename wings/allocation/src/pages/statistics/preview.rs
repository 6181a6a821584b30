//! What will be read of a file, shown before it is: what was found, what is to be chosen, what is missing, and the
//! button that reads it in.
//!
//! The choices are a form that asks for the same page, so that every choice has an address and no script is needed.
//! Sentences about the file are Swedish, as the ones in it are.

use kit::Lang;
use kit::form::{Choice, Form};
use kit::parts::{self, Tone};
use maud::{Markup, html};

mod choosing;
mod found;
mod result;

pub use choosing::{Asked, Column};
pub use found::Found;
pub use result::{Figures, Standing};

/// Everything the preview shows.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The pages of allocation.
    pub views: &'a [(String, String, bool)],
    /// The address of the preview.
    pub path: &'a str,
    /// The address where a file is chosen.
    pub again: &'a str,
    /// The name of the file.
    pub file: &'a str,
    /// What the file holds; nothing when it cannot be read.
    pub found: Option<&'a Found>,
    /// What is wrong, as sentences that say what to do.
    pub faults: &'a [String],
    /// The sheets there are, when it is a spreadsheet with several.
    pub sheets: &'a [Choice],
    /// What must be chosen first.
    pub asked: &'a [Asked],
    /// What was taken and may be chosen otherwise.
    pub taken: &'a [Asked],
    /// The columns, with what each is taken for.
    pub columns: &'a [Column],
    /// How many columns more there are.
    pub more_columns: usize,
    /// What is read, as sentences.
    pub reading: &'a [String],
    /// What a reader should know, as sentences.
    pub remarks: &'a [String],
    /// The figures; none while something is to be chosen or is wrong.
    pub figures: Option<&'a Figures>,
    /// The form that reads them in, with the choices in it.
    pub form: &'a Form,
}

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
