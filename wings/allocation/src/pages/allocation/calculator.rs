//! The calculator: the state's allocation, changed on the left, and what that does on the right.
//!
//! The page is a GET form, so every change has an address. With a script the answer follows each change at once: the
//! regions marked `data-live` are replaced by those of the same address, everything else stays where it is.

use allocation::scenario::{Basis, Country};
use kit::form::{self, Form};
use kit::{Lang, parts};
use maud::{Markup, html};

use super::notes::Note;
use super::query::Query;
use super::reckoned::{Problem, Reckoned};
use super::scope::{County, Scope};
use crate::pages::statics::assets;

mod adding;
mod associations;
mod bars;
mod controls;
mod headline;
mod members;
mod results;
mod steps;

pub(super) use associations::row_id;
pub use headline::headline;
pub(super) use results::reading;
pub use steps::change_words;

/// Everything the calculator shows.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The address of the calculator.
    pub path: &'a str,
    /// The other pages of allocation: address, label, whether it is this one.
    pub views: &'a [(String, String, bool)],
    /// The country as it is known.
    pub start: &'a Country,
    /// The counties that can be looked at by themselves.
    pub counties: &'a [County],
    /// The code of the county that is looked at when nothing else is asked for.
    pub home: Option<&'a str>,
    /// The ways to reckon that are offered; the first is used when nothing else is asked for.
    pub bases: &'a [Basis],
    /// The years there are other statistics for.
    pub statistics: &'a [i16],
    /// What the reader must know of the figures.
    pub notes: &'a [Note],
    /// What is asked for.
    pub query: &'a Query,
    /// What came of it.
    pub result: Result<&'a Reckoned, &'a Problem>,
    /// What can be taken out: kind, address, words.
    pub outputs: &'a [(&'a str, String, &'a str)],
    /// The address where the scenario is saved, for those who may.
    pub save: Option<&'a str>,
}

/// Where an amount that is shown can be asked why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame<'a> {
    /// The language.
    pub(super) lang: Lang,
    /// The address of the calculator.
    pub(super) path: &'a str,
    /// The scenario.
    pub(super) query: &'a Query,
}

impl<'a> View<'a> {
    /// What is looked at; the usual county when the one that is asked for has no association that is known.
    pub fn scope(&self) -> Scope<'a> {
        let home = self.home.unwrap_or_default();
        let asked = self.query.county();
        let found = |code: &str| self.offered().find(|county| county.code == code);
        let county = match asked {
            "" => found(home),
            "alla" => None,
            code => found(code).or_else(|| found(home)),
        };
        Scope { county }
    }

    /// The counties with an association that is known.
    fn offered(&self) -> impl Iterator<Item = &'a County> + use<'a> {
        let start = self.start;
        self.counties.iter().filter(move |c| !Scope { county: Some(c) }.associations(start).is_empty())
    }

    /// The country that the next change is made on.
    fn current(&self) -> &'a Country {
        self.result.map_or(self.start, |reckoned| &reckoned.after)
    }

    /// How amounts are found: as asked for, when that is offered for what is looked at.
    fn basis(&self) -> Basis {
        self.query.basis().filter(|asked| self.bases.contains(asked)).unwrap_or(self.start.basis)
    }

    /// The shortest query that says the same.
    fn short(&self) -> Query {
        let short = self.query.settled().shortened(self.start);
        if short.basis() == self.bases.first().copied() { short.with("underlag", "") } else { short }
    }
}

/// The form's state: what is typed, and what was wrong.
fn form_of(view: &View<'_>) -> Form {
    let mut form = Form::new(view.lang, view.path, "").filled(controls::filled(view));
    form.problem = view.result.err().map(|problem| form::Problem::Fields(problem.fields.clone()));
    form
}

/// The page.
pub fn show(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let form = form_of(view);
    html! {
        (assets())
        div id="fel" data-live { (form.head()) }
        h1 { (lang.t("allocation-title")) }
        p.lead { (lang.t("allocation-lead")) }
        @if !view.views.is_empty() { (parts::section_nav(lang.t("allocation-views"), view.views)) }
        div.board {
            section.headline id="svar" aria-label=(lang.t("allocation-answer")) {
                div id="svaret" role="status" data-live {
                    @if let Ok(reckoned) = view.result { (headline(lang, &view.scope(), reckoned)) }
                    @else { p.headline-says { (lang.t("allocation-no-answer")) } }
                }
                p.failed role="alert" hidden data-failed { (lang.t("allocation-failed")) }
            }
            form.controls method="get" action=(view.path) data-recount aria-label=(lang.t("allocation-controls")) {
                (controls::parameters(view, &form))
                (steps::list(view))
                (adding::forms(view, &form))
            }
            div.results id="resultat" data-live {
                @if let Ok(reckoned) = view.result { (results::all(view, reckoned)) }
            }
        }
    }
}
