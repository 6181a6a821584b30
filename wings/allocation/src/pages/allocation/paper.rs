//! Papers for decisions (sv. *beslutsunderlag*): alternatives, what each costs, arguments for and against, a proposal.
//!
//! A paper is written in one form and read as a sheet. Its figures are those of saved scenarios, so they are never
//! typed again; its words are the writer's.

use jiff::civil::Date;
use kit::Lang;
use kit::changes::{Change, clashes};
use kit::form::Form;
use kit::format::{day, prose};
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};

use super::notes::{Note, notes};
use super::scope::Totals;
use super::words::{cell, difference, relative};
use crate::pages::statics::assets;

mod changes;
mod draft;

pub use changes::since;
pub use draft::{Alternative, Draft, MOST};

/// A paper in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its address.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The names of its alternatives.
    pub alternatives: Vec<String>,
    /// Who wrote it last.
    pub by: String,
    /// When.
    pub on: Date,
    /// Whether it is put aside.
    pub discarded: bool,
}

/// The name of the hidden field that tells which version was read before writing.
pub const BASED_ON: &str = "based_on";

/// The form of a paper.
#[derive(Clone, Copy, Debug)]
pub struct Edit<'a> {
    /// The form, filled in with [`Draft::fill`].
    pub form: &'a Form,
    /// Whether it is a new paper.
    pub new: bool,
    /// What somebody else saved meanwhile.
    pub changes: &'a [Change],
    /// The saved scenarios that an alternative can stand on: what names each, and its name.
    pub scenarios: &'a [(String, String)],
    /// Texts to start from, when it is empty: the address of the same form filled in, and where the text comes from.
    pub templates: &'a [(String, &'a str)],
    /// Where one comes back to.
    pub back: &'a str,
}

/// The page where a paper is written.
pub fn edit(page: &Edit<'_>) -> Markup {
    let form = page.form;
    let lang = form.lang;
    html! {
        (assets())
        (form.head())
        h1 { (lang.t(if page.new { "allocation-paper-new" } else { "allocation-paper-edit" })) }
        @for (template, source) in page.templates {
            p {
                (lang.ta("allocation-template-says", &[("source", (*source).into())])) " "
                a href=(template) { (lang.t("allocation-template")) }
            }
        }
        (clashes(lang, page.changes))
        (form.around(lang.t("allocation-paper-save"), &html! {
            (form.hidden(BASED_ON))
            (draft::fields(form, page.scenarios))
        }))
        p { a href=(page.back) { (lang.t("back")) } }
    }
}

/// The figures of the scenario that an alternative stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The scenario's name.
    pub name: String,
    /// Its address.
    pub href: String,
    /// Its sums; none when it cannot be reckoned now.
    pub totals: Option<Totals>,
}

/// A paper to be read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The language.
    pub lang: Lang,
    /// What it says.
    pub paper: &'a Draft,
    /// The figures of each alternative, in order; none where it stands on no scenario.
    pub figures: &'a [Option<Figures>],
    /// Who wrote it last.
    pub by: &'a str,
    /// When.
    pub on: Date,
    /// What the reader must know of the figures.
    pub notes: &'a [Note],
    /// What can be taken out: kind, address, words.
    pub outputs: &'a [(&'a str, String, &'a str)],
    /// The address where it is changed, for those who may.
    pub edit: Option<&'a str>,
    /// Whether it is put aside.
    pub discarded: bool,
    /// The form that puts it aside, or takes it back, for those who may.
    pub discard: Option<&'a Form>,
}

/// The paper as a sheet.
pub fn read(page: &Reading<'_>) -> Markup {
    let lang = page.lang;
    let paper = page.paper;
    let figures = |at: usize| page.figures.get(at).and_then(Option::as_ref);
    html! {
        (assets())
        @if let Some(form) = page.discard { (form.head()) }
        article.sheet.paper lang="sv" {
            header.paper-head {
                p lang=(lang.code()) {
                    (lang.t("allocation-paper")) ", " (page.by) ", " (day(lang, page.on))
                    @if !paper.case_number.is_empty() { ", " (paper.case_number) }
                    @if page.discarded { " " (parts::status(Tone::Stop, lang.t("allocation-discarded-tag"))) }
                }
                h1 { (paper.title) }
            }
            @if !paper.background.is_empty() {
                section { h2 lang=(lang.code()) { (lang.t("allocation-background")) } (prose(&paper.background)) }
            }
            @if !paper.question.is_empty() {
                section { h2 lang=(lang.code()) { (lang.t("allocation-question")) } (prose(&paper.question)) }
            }
            (notes(page.notes))
            @for (at, alternative) in paper.alternatives.iter().enumerate() {
                (one(lang, at.saturating_add(1), alternative, figures(at)))
            }
            @if page.figures.iter().flatten().filter(|figures| figures.totals.is_some()).count() > 1 {
                (together(page))
            }
            @if !paper.assessment.is_empty() {
                section { h2 lang=(lang.code()) { (lang.t("allocation-assessment")) } (prose(&paper.assessment)) }
            }
            @if !paper.proposal.is_empty() {
                section { h2 lang=(lang.code()) { (lang.t("allocation-proposal")) } (prose(&paper.proposal)) }
            }
        }
        @if !page.outputs.is_empty() { (parts::outputs(lang, page.outputs)) }
        @if let Some(edit) = page.edit { p.actions { a.main href=(edit) { (lang.t("allocation-paper-edit")) } } }
        @if let Some(form) = page.discard {
            (form.button(lang.t(if page.discarded { "allocation-paper-restore" } else { "allocation-paper-discard" })))
        }
    }
}

fn one(lang: Lang, number: usize, alternative: &Alternative, figures: Option<&Figures>) -> Markup {
    let argued = !alternative.pros.is_empty() || !alternative.cons.is_empty();
    html! {
        section {
            h2 {
                span lang=(lang.code()) { (lang.ta("allocation-alternative-number", &[("number", number.into())])) }
                ": " (alternative.name)
            }
            (prose(&alternative.description))
            @if let Some(figures) = figures { (sums(lang, number, figures)) }
            @if argued {
                div.arguments {
                    (arguments(lang.t("allocation-for"), &alternative.pros, lang))
                    (arguments(lang.t("allocation-against"), &alternative.cons, lang))
                }
            }
        }
    }
}

fn arguments(title: &str, lines: &[String], lang: Lang) -> Markup {
    html! {
        @if !lines.is_empty() {
            div {
                h3 lang=(lang.code()) { (title) }
                ul { @for line in lines { li { (line) } } }
            }
        }
    }
}

/// A small table of what an alternative's scenario gives.
fn sums(lang: Lang, number: usize, figures: &Figures) -> Markup {
    let columns = [
        Column::new(lang.t("allocation-figure")),
        Column::number(lang.t("allocation-before")),
        Column::number(lang.t("allocation-after")),
        Column::number(lang.t("allocation-difference")),
    ];
    let caption = lang.ta("allocation-sums", &[("number", number.into())]);
    html! {
        div lang=(lang.code()) {
            @match &figures.totals {
                Some(totals) => {
                    @let rows = html! {
                        @for (label, pair) in [
                            ("allocation-state", totals.state), ("allocation-regions", totals.regions),
                            ("allocation-municipalities", totals.municipalities), ("allocation-all", totals.all),
                        ] {
                            tr class=[(label == "allocation-all").then_some("sum")] {
                                th scope="row" { (lang.t(label)) }
                                td.num { (cell(lang, pair.before)) }
                                td.num { (cell(lang, pair.after)) }
                                td.num { (difference(lang, pair)) }
                            }
                        }
                    };
                    (parts::table(&format!("alternativ-{number}"), &caption, &columns, &rows))
                },
                None => { p { (lang.t("allocation-saved-cannot")) } },
            }
            p.by { (lang.t("allocation-stands-on")) " " a href=(figures.href) lang="sv" { (figures.name) } }
        }
    }
}

/// The alternatives beside each other: everybody's money in each.
fn together(page: &Reading<'_>) -> Markup {
    let lang = page.lang;
    let columns = [
        Column::new(lang.t("allocation-alternative")),
        Column::number(lang.t("allocation-all-after")),
        Column::number(lang.t("allocation-difference")),
        Column::number(lang.t("allocation-percent")),
    ];
    let names: Vec<&str> =
        page.paper.alternatives.iter().map(|alternative| alternative.name.as_str()).collect();
    let silent: Vec<&str> = names
        .iter()
        .zip(page.figures)
        .filter(|(_, figures)| figures.as_ref().is_none_or(|figures| figures.totals.is_none()))
        .map(|(name, _)| *name)
        .collect();
    let rows = html! {
        @for (name, figures) in names.iter().zip(page.figures) {
            @if let Some(totals) = figures.as_ref().and_then(|figures| figures.totals.as_ref()) {
                tr {
                    th scope="row" lang="sv" { (name) }
                    td.num { (cell(lang, totals.all.after)) }
                    td.num { (difference(lang, totals.all)) }
                    td.num { (relative(lang, totals.all)) }
                }
            }
        }
    };
    html! {
        section lang=(lang.code()) {
            h2 { (lang.t("allocation-side-by-side")) }
            (parts::table("alternativen", lang.t("allocation-side-by-side-table"), &columns, &rows))
            @if !silent.is_empty() {
                p.by { (lang.ta("allocation-not-reckoned", &[("names", lang.listed(&silent).into())])) }
            }
        }
    }
}
