//! The changes in order, each with its way out, and what can be tried when there are none.

use allocation::change::{Change, Previous};
use allocation::effect::Kind;
use kit::Lang;
use maud::{Markup, html};

use super::View;
use super::controls::{percent, strategy_name};
use crate::pages::allocation::query::{CHANGE, Query, read, written};
use crate::pages::allocation::words::kronor;

/// The changes that have been made.
pub(super) fn list(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let short = view.short();
    let refused = view.result.err().and_then(|problem| problem.step);
    html! {
        section.changes aria-labelledby=(CHANGE) {
            h2 id=(CHANGE) tabindex="-1" { (lang.t("allocation-changes")) }
            div id="andringar" data-live {
                @if short.steps().next().is_none() {
                    p { (lang.t("allocation-changes-none")) }
                    (suggestions(view, &short))
                } @else {
                    ol.change-list {
                        @for (at, text) in short.steps().enumerate() {
                            li data-refused[refused == Some(at)] { (one(view, &short, at, text)) }
                        }
                    }
                }
            }
        }
    }
}

fn one(view: &View<'_>, query: &Query, at: usize, text: &str) -> Markup {
    let lang = view.lang;
    let number = at.saturating_add(1);
    let words = read(text).map_or_else(|| text.to_owned(), |change| change_words(lang, &change));
    html! {
        span { (words) }
        input type="hidden" name=(CHANGE) value=(text);
        span.change-tools {
            @if at > 0 {
                a href=(query.step_earlier(at).address(view.path)) {
                    (lang.t("allocation-earlier"))
                    span.visually-hidden { " " (lang.ta("allocation-change-number", &[("number", number.into())])) }
                }
            }
            a href=(query.without_step(at).address(view.path)) {
                (lang.t("allocation-remove"))
                span.visually-hidden { " " (lang.ta("allocation-change-number", &[("number", number.into())])) }
            }
        }
    }
}

/// What can be tried with one press: the merger of the county's associations, or of the first two there are.
fn suggestions(view: &View<'_>, query: &Query) -> Markup {
    let lang = view.lang;
    let scope = view.scope();
    let country = view.current();
    let names: Vec<String> = scope
        .associations(country)
        .into_iter()
        .filter_map(|place| Some(country.associations.get(place)?.name.to_string()))
        .collect();
    let Some(county) = scope.county.filter(|_| names.len() > 1) else { return html! {} };
    let name = format!("{}s samordningsförbund", county.name.trim_end_matches('s'));
    let merged = Change::Merge { associations: names.clone(), name, previous: Previous::Sum };
    let Some(text) = written(&merged) else { return html! {} };
    html! {
        p.try-this {
            (lang.t("allocation-try")) " "
            a href={ (query.with_step(&text).address(view.path)) } {
                (lang.ta("allocation-try-merge", &[("names", lang.listed(&names).into())]))
            }
        }
    }
}

/// A change in words.
pub fn change_words(lang: Lang, change: &Change) -> String {
    let put = |key, values: &[(&'static str, &str)]| {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).into())).collect();
        lang.ta(key, &values)
    };
    match change {
        Change::Merge { associations, name, previous } => {
            let key = match previous {
                Previous::Sum => "allocation-did-merge",
                Previous::None => "allocation-did-merge-anew",
            };
            put(key, &[("names", &lang.listed(associations)), ("name", name)])
        }
        Change::Split { association, parts } => {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| format!("{} ({})", part.name, part.municipalities.join(", ")))
                .collect();
            put("allocation-did-split", &[("name", association), ("parts", &lang.listed(&parts))])
        }
        Change::Move { municipality, to } => {
            put("allocation-did-move", &[("municipality", municipality), ("to", to)])
        }
        Change::Leave { municipality } => put("allocation-did-leave", &[("municipality", municipality)]),
        Change::New { name, municipalities } => {
            put("allocation-did-new", &[("name", name), ("municipalities", &lang.listed(municipalities))])
        }
        Change::Total { total } => put("allocation-did-total", &[("amount", &kronor(*total))]),
        Change::Base { base } => put("allocation-did-base", &[("amount", &kronor(*base))]),
        Change::Keys { keys } => put(
            "allocation-did-keys",
            &[("need", &keys.need.to_string()), ("inhabitants", &keys.inhabitants.to_string())],
        ),
        Change::Brake { brake: None } => lang.t("allocation-did-brake-off").to_owned(),
        Change::Brake { brake: Some(brake) } => {
            put("allocation-did-brake", &[("percent", &percent(brake.at_most))])
        }
        Change::Strategy { strategy } => {
            put("allocation-did-strategy", &[("name", strategy_name(lang, *strategy))])
        }
        Change::Cap { association, cap: Some(cap) } => {
            put("allocation-did-cap", &[("name", association), ("amount", &kronor(*cap))])
        }
        Change::Cap { association, cap: None } => put("allocation-did-cap-none", &[("name", association)]),
        Change::Statistics { year, .. } => put("allocation-did-statistics", &[("year", &year.to_string())]),
    }
}

/// The names of a group's associations before and after, with an arrow between.
pub(super) fn group_title(lang: Lang, group: &allocation::effect::Group) -> String {
    match group.kind {
        Kind::Same => lang.listed(&group.after),
        Kind::New => lang.listed(&group.after),
        Kind::Ended => lang.listed(&group.before),
        Kind::Merged | Kind::Split | Kind::Regrouped => {
            format!("{} → {}", lang.listed(&group.before), lang.listed(&group.after))
        }
    }
}
