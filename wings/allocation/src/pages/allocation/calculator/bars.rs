//! The state's money as bars: each association's base and need part, before and after, on one scale.
//!
//! A merger is seen at once: three bases become one, and what is lost stands as an empty part of the bar.

use std::sync::Arc;

use allocation::effect::{Group, Kind};
use allocation::scenario::{Country, Outcome};
use kit::Lang;
use maud::{Markup, html};
use swedish::money::Ore;

use super::steps::group_title;
use crate::pages::allocation::reckoned::Reckoned;
use crate::pages::allocation::scope::Scope;
use crate::pages::allocation::words::kronor;

/// The most groups that are drawn; the table has them all.
const MOST: usize = 12;

/// One association's part of a bar.
struct Part {
    name: Arc<str>,
    base: i64,
    need: i64,
}

/// The bars of what is looked at: the groups that change, or all when nothing changes who they are.
pub(super) fn all(lang: Lang, scope: &Scope<'_>, reckoned: &Reckoned) -> Markup {
    let groups = scope.groups(reckoned);
    let regrouped: Vec<&Group> = groups.iter().copied().filter(|group| group.kind != Kind::Same).collect();
    let mut drawn = if regrouped.is_empty() { groups } else { regrouped };
    let hidden = drawn.len().saturating_sub(MOST);
    drawn.truncate(MOST);
    let largest = drawn.iter().flat_map(|g| [g.state.before, g.state.after]).flatten().max();
    let Some(scale) = largest.map(Ore::ore).filter(|scale| *scale > 0) else { return html! {} };
    html! {
        section.bars aria-labelledby="staplar" {
            h2 id="staplar" {
                (lang.t(if reckoned.is_changed() { "allocation-bars" } else { "allocation-bars-now" }))
            }
            p.legend-line {
                span.key data-part="base" { (lang.t("allocation-state-base")) }
                " "
                span.key data-part="need" { (lang.t("allocation-state-need")) }
                @if drawn.iter().any(|g| lost(g).is_some()) { " " span.key data-part="lost" { (lang.t("allocation-lost")) } }
            }
            @for group in &drawn { (figure(lang, group, reckoned, scale)) }
            @if hidden > 0 { p.by { (lang.ta("allocation-bars-more", &[("count", hidden.into())])) } }
        }
    }
}

/// What a group loses; none when it loses nothing.
fn lost(group: &Group) -> Option<Ore> {
    group.state.difference().filter(|difference| difference.is_negative()).map(Ore::abs)
}

fn figure(lang: Lang, group: &Group, reckoned: &Reckoned, scale: i64) -> Markup {
    let before = parts(&group.before, &reckoned.before, &reckoned.outcome_before);
    let after = parts(&group.after, &reckoned.after, &reckoned.outcome_after);
    let both = reckoned.is_changed();
    html! {
        figure.bar-group {
            figcaption { (group_title(lang, group)) }
            @if both { (bar(lang.t("allocation-before"), &before, group.state.before, scale, None)) }
            (bar(lang.t(if both { "allocation-after" } else { "allocation-state" }), &after, group.state.after, scale, lost(group).filter(|_| both)))
        }
    }
}

fn parts(names: &[Arc<str>], country: &Country, outcome: &Outcome) -> Vec<Part> {
    let part = |name: &Arc<str>| {
        let place = country.associations.iter().position(|association| association.name == *name)?;
        let state = outcome.associations.get(place)?;
        // A cap below the base leaves less than the base and no need part.
        let base = state.base.min(state.state).ore().max(0);
        let need = state.need_part.ore().max(0);
        Some(Part { name: name.clone(), base, need })
    };
    names.iter().filter_map(part).collect()
}

fn bar(label: &str, parts: &[Part], sum: Option<Ore>, scale: i64, lost: Option<Ore>) -> Markup {
    let mut at = 0_i64;
    let mut rects = Vec::new();
    for part in parts {
        for (kind, width) in [("base", part.base), ("need", part.need)] {
            rects.push((kind, at, width, &part.name));
            at = at.saturating_add(width);
        }
    }
    html! {
        div.bar-row {
            span.bar-label { (label) }
            svg.bar aria-hidden="true" focusable="false" {
                @for (kind, at, width, name) in &rects {
                    @if *width > 0 {
                        rect data-part=(kind) x=(percent(*at, scale)) width=(percent(*width, scale)) y="0" height="100%" {
                            title { (name) }
                        }
                    }
                }
                @if let Some(lost) = lost {
                    rect data-part="lost" x=(percent(at, scale)) width=(percent(lost.ore(), scale)) y="0" height="100%" {}
                }
            }
            span.bar-sum { (sum.map(kronor).unwrap_or_default()) }
        }
        @if parts.len() > 1 {
            p.bar-parts {
                @for (at, part) in parts.iter().enumerate() {
                    @if at > 0 { " · " }
                    (part.name) " " span.money { (kronor(Ore::new(part.base.saturating_add(part.need)))) }
                }
            }
        }
    }
}

/// A part of the scale, in per cent with two decimals, as SVG writes it.
fn percent(part: i64, scale: i64) -> String {
    let hundredths = i128::from(part).saturating_mul(10_000) / i128::from(scale.max(1));
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
