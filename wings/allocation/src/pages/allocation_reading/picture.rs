//! The associations as bars: hollow before, filled after, one piece for each association.
//!
//! The bars are drawn, and what they show is written beside them, so nothing is said by the drawing alone.

use kit::Lang;
use maud::{Markup, html};
use papers::ScenarioReport;
use papers::scenario_report::{AssociationMoney, PICTURE_ROOM, names};
use swedish::money::Ore;

use super::figures::{amount, notes};

/// The width of the longest bar, in the drawing's own units.
const WIDTH: i128 = 1000;

/// The bars of those that change the most.
pub(super) fn bars(lang: Lang, paper: &ScenarioReport) -> Markup {
    let shown = paper.pictured(PICTURE_ROOM);
    let most = shown
        .iter()
        .flat_map(|group| [group.all.before, group.all.after])
        .flatten()
        .max()
        .unwrap_or_default();
    let illustrates = paper.basis.illustrative.is_some();
    let amounts = shown.iter().map(|group| group.all);
    html! {
        @if !shown.is_empty() {
            figure.bars {
                figcaption {
                    (lang.t("allocation-reading-bars"))
                    @if shown.len() < paper.groups.len() {
                        " " (lang.ta("allocation-reading-bars-some", &[("count", shown.len().into())]))
                    }
                }
                (notes(lang, illustrates, amounts))
                ul.plain-list {
                    @for group in &shown {
                        li {
                            p.bars-name {
                                @if group.stays() { (names(&group.before)) }
                                @else if group.before.is_empty() { (names(&group.after)) " (" (lang.t("allocation-reading-new")) ")" }
                                @else if group.after.is_empty() { (names(&group.before)) " (" (lang.t("allocation-reading-ends")) ")" }
                                @else { (names(&group.before)) " " (lang.t("allocation-reading-becomes")) " " (names(&group.after)) }
                            }
                            (bar(lang, "before", lang.t("allocation-reading-before"), &group.before, group.all.before, most))
                            (bar(lang, "after", lang.t("allocation-reading-after"), &group.after, group.all.after, most))
                        }
                    }
                }
            }
        }
    }
}

/// One bar with its name and its amount.
fn bar(
    lang: Lang,
    class: &str,
    name: &str,
    pieces: &[AssociationMoney],
    sum: Option<Ore>,
    most: Ore,
) -> Markup {
    let known: Option<Vec<Ore>> = pieces.iter().map(|piece| piece.money).collect();
    let pieces = known.filter(|known| known.len() > 1).unwrap_or_else(|| vec![sum.unwrap_or_default()]);
    let mut from = 0;
    let drawn: Vec<(i128, i128)> = pieces
        .into_iter()
        .map(|piece| {
            let wide = i128::from(piece.ore().max(0)) * WIDTH / i128::from(most.ore().max(1));
            from += wide;
            (from - wide, wide)
        })
        .collect();
    html! {
        p.bar {
            span.bar-name { (name) }
            svg aria-hidden="true" viewBox={ "0 0 " (WIDTH) " 10" } preserveAspectRatio="none" {
                @for (x, width) in drawn { rect class=(class) x=(x) y="0" width=(width) height="10" {} }
            }
            (amount(lang, sum))
        }
    }
}
