//! The whole country: how much more or less the state gives each association, in five steps.

use std::collections::BTreeSet;

use allocation::effect::Group;
use allocation::fraction::Fraction;
use kit::Lang;
use maud::{Markup, html};

use super::{shape, view_box, view_box_text};
use crate::pages::allocation::calculator::row_id;
use crate::pages::allocation::question::When;
use crate::pages::allocation::reckoned::Reckoned;
use crate::pages::allocation::words::{count, signed_percent};

/// How much an association's money changes, from much less to much more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    MuchLess,
    Less,
    Same,
    More,
    MuchMore,
}

impl Step {
    const ALL: [Self; 5] = [Self::MuchLess, Self::Less, Self::Same, Self::More, Self::MuchMore];

    fn of(change: Fraction) -> Option<Self> {
        let limit = Fraction::new(5, 100)?;
        let below = Fraction::new(-5, 100)?;
        Some(if change <= below {
            Self::MuchLess
        } else if change < Fraction::ZERO {
            Self::Less
        } else if change == Fraction::ZERO {
            Self::Same
        } else if change < limit {
            Self::More
        } else {
            Self::MuchMore
        })
    }

    fn class(self) -> &'static str {
        match self {
            Self::MuchLess => "much-less",
            Self::Less => "less",
            Self::Same => "same",
            Self::More => "more",
            Self::MuchMore => "much-more",
        }
    }

    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::MuchLess => lang.t("allocation-map-much-less"),
            Self::Less => lang.t("allocation-map-less"),
            Self::Same => lang.t("allocation-map-same"),
            Self::More => lang.t("allocation-map-more"),
            Self::MuchMore => lang.t("allocation-map-much-more"),
        }
    }
}

/// Associations that are drawn alike, and where they are.
struct Drawn<'a> {
    group: &'a Group,
    change: Option<Fraction>,
    step: Option<Step>,
    municipalities: BTreeSet<usize>,
}

pub(super) fn show(lang: Lang, reckoned: &Reckoned) -> Markup {
    let drawn: Vec<Drawn<'_>> = reckoned.comparison.groups.iter().map(|group| of(group, reckoned)).collect();
    let all = &reckoned.after.municipalities;
    let Some(area) = view_box(all.iter().map(|m| &*m.code)) else { return html! {} };
    let taken: BTreeSet<usize> = drawn.iter().flat_map(|d| d.municipalities.iter().copied()).collect();
    let alone: Vec<usize> = (0..all.len()).filter(|place| !taken.contains(place)).collect();
    html! {
        section.maps aria-labelledby="karta" {
            h2 id="karta" { (lang.t("allocation-map-country")) }
            p { (says(lang, &drawn)) }
            div.map-row {
                svg.map.map-country viewBox=(view_box_text(area)) {
                    @for one in &drawn { (draw(lang, reckoned, one)) }
                    g.alone {
                        title { (lang.t("allocation-map-alone")) }
                        @for place in &alone { @if let Some(m) = all.get(*place) { (shape(&m.code)) } }
                    }
                }
                div {
                    ul.map-legend {
                        @for step in Step::ALL {
                            @let many = drawn.iter().filter(|d| d.step == Some(step)).count();
                            li { span.swatch data-step=(step.class()) aria-hidden="true" {} (step.label(lang)) ": " (count(many)) }
                        }
                        @if !alone.is_empty() {
                            li { span.swatch.alone aria-hidden="true" {} (lang.t("allocation-map-alone")) }
                        }
                    }
                    p.by { (lang.t("allocation-map-table")) }
                }
            }
        }
    }
}

fn of<'a>(group: &'a Group, reckoned: &Reckoned) -> Drawn<'a> {
    let country = if group.after.is_empty() { &reckoned.before } else { &reckoned.after };
    let names = if group.after.is_empty() { &group.before } else { &group.after };
    let own = country.associations.iter().filter(|association| names.contains(&association.name));
    let change = group.state.relative();
    Drawn {
        group,
        change,
        step: change.and_then(Step::of),
        municipalities: own.flat_map(|association| association.municipalities.iter().copied()).collect(),
    }
}

fn draw(lang: Lang, reckoned: &Reckoned, drawn: &Drawn<'_>) -> Markup {
    let names = if drawn.group.after.is_empty() { &drawn.group.before } else { &drawn.group.after };
    let when = if drawn.group.after.is_empty() { When::Before } else { When::After };
    let change = drawn.change.map_or_else(|| lang.t("allocation-unknown").to_owned(), signed_percent);
    let title = format!("{}: {change}", lang.listed(names));
    let row = names.first().map(|name| row_id(when, name)).unwrap_or_default();
    html! {
        // The table says the same and can be walked through; a stop at every association would be in the way.
        a href={ "#" (row) } tabindex="-1" aria-label=(title) data-step=[drawn.step.map(Step::class)] {
            title { (title) }
            @for place in &drawn.municipalities {
                @if let Some(municipality) = reckoned.after.municipalities.get(*place) { (shape(&municipality.code)) }
            }
        }
    }
}

/// What the map shows, in a sentence: how many get less and more, and who changes the most.
fn says(lang: Lang, drawn: &[Drawn<'_>]) -> String {
    let mut changed: Vec<(Fraction, &Group)> = drawn
        .iter()
        .filter_map(|d| Some((d.change.filter(|change| *change != Fraction::ZERO)?, d.group)))
        .collect();
    changed.sort_by_key(|(change, _)| *change);
    let (Some((least, lowest)), Some((most, highest))) = (changed.first(), changed.last()) else {
        return lang.t("allocation-map-nothing").to_owned();
    };
    let less = changed.iter().filter(|(change, _)| *change < Fraction::ZERO).count();
    let name = |group: &Group| lang.listed(if group.after.is_empty() { &group.before } else { &group.after });
    let more = changed.len().saturating_sub(less);
    let mut says = vec![lang.ta("allocation-who-gets", &[("more", more.into()), ("less", less.into())])];
    let ends = [
        ("allocation-map-lowest", less > 0, lowest, least),
        ("allocation-map-highest", more > 0, highest, most),
    ];
    for (key, there, group, change) in ends {
        if there {
            says.push(
                lang.ta(key, &[("name", name(group).into()), ("change", signed_percent(*change).into())]),
            );
        }
    }
    says.join(" ")
}
