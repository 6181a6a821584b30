//! What the changes do: sentences first, then the figures, the bars, the tables, and what must be known of them.

use allocation::effect::Pair;
use allocation::scenario::Basis;
use kit::Lang;
use kit::parts::{self, Column};
use maud::{Markup, html};

use super::{Frame, View, associations, bars, members};
use crate::pages::allocation::map;
use crate::pages::allocation::notes::notes;
use crate::pages::allocation::reckoned::Reckoned;
use crate::pages::allocation::scope::{Scope, Totals};
use crate::pages::allocation::words::{cell, count, difference, relative};

/// Everything under the answer.
pub(super) fn all(view: &View<'_>, reckoned: &Reckoned) -> Markup {
    let lang = view.lang;
    let scope = view.scope();
    let short = view.short();
    let frame = Frame { lang, path: view.path, query: &short };
    html! {
        // The script shows this address, so that what is seen can be kept and sent.
        div hidden data-address=(short.address(view.path)) {}
        p.actions.results-actions {
            @if let (Some(save), true) = (view.save, reckoned.is_changed()) {
                a.main href=(short.address(save)) { (lang.t("allocation-save")) }
            }
            @if reckoned.is_changed() { a href=(view.path) { (lang.t("allocation-start-over")) } }
        }
        (notes(view.notes))
        (summary(lang, &scope, reckoned))
        (associations::all(frame, &scope, reckoned))
        (members::all(frame, &scope, reckoned))
        (basis(view, reckoned))
        @if !view.outputs.is_empty() { (parts::outputs(lang, view.outputs)) }
    }
}

/// Everything that is reckoned, to be read where nothing can be changed.
pub(in crate::pages::allocation) fn reading(
    frame: Frame<'_>,
    scope: &Scope<'_>,
    reckoned: &Reckoned,
) -> Markup {
    html! {
        (summary(frame.lang, scope, reckoned))
        (associations::all(frame, scope, reckoned))
        (members::reading(frame, scope, reckoned))
    }
}

/// What the changes do: sentences, sums, bars, map.
fn summary(lang: Lang, scope: &Scope<'_>, reckoned: &Reckoned) -> Markup {
    html! {
        @if reckoned.is_changed() {
            section aria-labelledby="vad-som-hander" {
                h2 id="vad-som-hander" { (lang.t("allocation-what-happens")) }
                ul.sentences lang="sv" {
                    @for sentence in reckoned.sentences() { li { (sentence) } }
                    @for caveat in &reckoned.caveats { li.caveat { (caveat.sentence()) } }
                }
            }
        }
        (key_figures(lang, scope, &Totals::of(scope, reckoned), reckoned.is_changed()))
        (bars::all(lang, scope, reckoned))
        (map::show(lang, scope, reckoned))
    }
}

/// How the figures were found, said where they are shown.
fn basis(view: &View<'_>, reckoned: &Reckoned) -> Markup {
    let lang = view.lang;
    let key = match reckoned.after.basis {
        Basis::WholeCountry => "allocation-basis-whole-hint",
        Basis::HeldNeedParts => "allocation-basis-held-hint",
    };
    html! {
        p.by { (lang.t("allocation-basis")) ": " (lang.t(key)) }
    }
}

/// The sums: before, after, difference.
fn key_figures(lang: Lang, scope: &Scope<'_>, totals: &Totals, changed: bool) -> Markup {
    let mut columns = vec![Column::new(lang.t("allocation-figure"))];
    if changed {
        columns.push(Column::number(lang.t("allocation-before")));
    }
    columns.push(Column::number(lang.t(if changed { "allocation-after" } else { "allocation-amount" })));
    if changed {
        columns.push(Column::number(lang.t("allocation-difference")));
        columns.push(Column::number(lang.t("allocation-percent")));
    }
    let row = |label: &'static str, pair: Pair, class: Option<&str>| {
        html! {
            tr class=[class] {
                th scope="row" { (lang.t(label)) }
                @if changed { td.num { (cell(lang, pair.before)) } }
                td.num { (cell(lang, pair.after)) }
                @if changed {
                    td.num { (difference(lang, pair)) }
                    td.num { (relative(lang, pair)) }
                }
            }
        }
    };
    let (before, after) = totals.associations;
    let rows = html! {
        tr {
            th scope="row" { (lang.t("allocation-associations")) }
            @if changed { td.num { (count(before)) } }
            td.num { (count(after)) }
            @if changed { td.num { (crate::pages::allocation::words::step(before, after)) } td {} }
        }
        (row("allocation-state-base", totals.base, None))
        (row("allocation-state-need", totals.need_part, None))
        (row("allocation-state", totals.state, None))
        (row("allocation-regions", totals.regions, None))
        (row("allocation-municipalities", totals.municipalities, None))
        (row("allocation-all", totals.all, Some("sum")))
    };
    let caption = match scope.county {
        Some(county) => lang.ta("allocation-key-figures-in", &[("county", county.name.as_str().into())]),
        None => lang.t("allocation-key-figures").to_owned(),
    };
    parts::table("nyckeltal", &caption, &columns, &rows)
}
