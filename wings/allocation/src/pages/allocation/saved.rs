//! Saved scenarios: the form that saves one, and one saved scenario read.

use allocation::effect::Pair;
use jiff::civil::Date;
use kit::Lang;
use kit::form::Form;
use kit::format::{day, prose};
use kit::parts::{self, Tone};
use maud::{Markup, html};

use super::calculator::{Frame, change_words, headline, reading};
use super::notes::{Note, notes};
use super::query::Query;
use super::reckoned::{Problem, Reckoned};
use super::scope::Scope;
use crate::pages::statics::assets;

/// A saved scenario in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What names it in an address.
    pub id: String,
    /// Its address.
    pub href: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Who saved it.
    pub by: String,
    /// When.
    pub on: Date,
    /// Everybody's money before and after, when it can be reckoned.
    pub all: Option<Pair>,
    /// When it was discarded.
    pub discarded: Option<Date>,
}

/// The form that saves what has been reckoned.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// The address of the calculator.
    pub calculator: &'a str,
    /// The form: `name`, `description`, and the scenario itself in `query`.
    pub form: &'a Form,
    /// The scenario.
    pub query: &'a Query,
    /// What is looked at.
    pub scope: Scope<'a>,
    /// What came of it.
    pub reckoned: &'a Reckoned,
}

/// The name of the hidden field that holds the scenario's query.
pub const QUERY: &str = "query";

/// The page that saves a scenario.
pub fn new(page: &New<'_>) -> Markup {
    let form = page.form.clone().with(QUERY, page.query.text());
    let lang = form.lang;
    html! {
        (assets())
        (form.head())
        h1 { (lang.t("allocation-save")) }
        div.headline { (headline(lang, &page.scope, page.reckoned)) }
        (changes(lang, page.reckoned))
        (form.around(lang.t("allocation-save-do"), &html! {
            (form.text("name", lang.t("allocation-name")).hint(lang.t("allocation-name-hint")))
            (form.area("description", lang.t("allocation-description")).rows(3).optional())
            (form.hidden(QUERY))
        }))
        p { a href=(page.query.address(page.calculator)) { (lang.t("allocation-why-back")) } }
    }
}

/// The changes in words.
pub(super) fn changes(lang: Lang, reckoned: &Reckoned) -> Markup {
    html! {
        @if !reckoned.changes.is_empty() {
            ol.change-list { @for change in &reckoned.changes { li { (change_words(lang, change)) } } }
        }
    }
}

/// One saved scenario.
#[derive(Clone, Copy, Debug)]
pub struct One<'a> {
    /// The language.
    pub lang: Lang,
    /// The address of the calculator.
    pub calculator: &'a str,
    /// What stands in the list.
    pub row: &'a Row,
    /// The scenario.
    pub query: &'a Query,
    /// What is looked at.
    pub scope: Scope<'a>,
    /// What comes of it.
    pub result: Result<&'a Reckoned, &'a Problem>,
    /// What the reader must know of the figures.
    pub notes: &'a [Note],
    /// What can be taken out: kind, address, words.
    pub outputs: &'a [(&'a str, String, &'a str)],
    /// Papers for decisions that stand on it: address and title.
    pub papers: &'a [(String, String)],
    /// The form for another name and description, for those who may.
    pub rename: Option<&'a Form>,
    /// The form that discards it, or takes it back.
    pub discard: Option<&'a Form>,
}

/// The page of a saved scenario.
pub fn one(page: &One<'_>) -> Markup {
    let lang = page.lang;
    let row = page.row;
    let sent = [page.rename, page.discard].into_iter().flatten().find(|form| form.problem.is_some());
    html! {
        (assets())
        @if let Some(form) = sent { (form.head()) }
        h1 {
            span lang="sv" { (row.name) }
            @if row.discarded.is_some() { " " (parts::status(Tone::Stop, lang.t("allocation-discarded-tag"))) }
        }
        @if !row.description.is_empty() { div.lead lang="sv" { (prose(&row.description)) } }
        p.by {
            (lang.t("allocation-saved-by")) " " (row.by) ", " (day(lang, row.on)) "."
            @if let Some(on) = row.discarded { " " (lang.t("allocation-discarded-on")) " " (day(lang, on)) "." }
        }
        @match page.result {
            Ok(reckoned) => { (reckoned_part(page, reckoned)) },
            Err(problem) => {
                (parts::note(Tone::Stop, lang.t("allocation-saved-cannot"), &html! {
                    ul lang="sv" { @for error in &problem.fields { li { (error.says) } } }
                }))
            },
        }
        p.actions {
            a.main href=(page.query.address(page.calculator)) { (lang.t("allocation-new-from")) }
        }
        @if !page.papers.is_empty() {
            section aria-labelledby="underlag" {
                h2 id="underlag" { (lang.t("allocation-papers")) }
                ul { @for (href, title) in page.papers { li { a href=(href) lang="sv" { (title) } } } }
            }
        }
        (acts(page))
    }
}

fn reckoned_part(page: &One<'_>, reckoned: &Reckoned) -> Markup {
    let lang = page.lang;
    let frame = Frame { lang, path: page.calculator, query: page.query };
    html! {
        div.headline { (headline(lang, &page.scope, reckoned)) }
        section aria-labelledby="andringarna" {
            h2 id="andringarna" { (lang.t("allocation-changes")) }
            (changes(lang, reckoned))
        }
        (notes(page.notes))
        div.results { (reading(frame, &page.scope, reckoned)) }
        @if !page.outputs.is_empty() { (parts::outputs(lang, page.outputs)) }
    }
}

/// What can be done with it: another name, discard, take back.
fn acts(page: &One<'_>) -> Markup {
    let lang = page.lang;
    let label = if page.row.discarded.is_some() { "allocation-restore" } else { "allocation-discard" };
    html! {
        @if let Some(form) = page.rename {
            details open[form.problem.is_some()] {
                summary { (lang.t("allocation-rename")) }
                (form.around(lang.t("save"), &html! {
                    (form.text("name", lang.t("allocation-name")))
                    (form.area("description", lang.t("allocation-description")).rows(3).optional())
                }))
            }
        }
        @if let Some(form) = page.discard { (form.button(lang.t(label))) }
    }
}
