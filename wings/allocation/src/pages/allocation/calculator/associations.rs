//! The associations one by one, before and after: everybody's money, per inhabitant, and the state's part of it.

use std::sync::Arc;

use allocation::effect::{Group, Kind, Side};
use allocation::fraction::Fraction;
use allocation::scenario::{Association, AssociationOutcome};
use kit::Lang;
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};
use swedish::money::Ore;

use super::Frame;
use crate::pages::allocation::question::{self, When};
use crate::pages::allocation::reckoned::Reckoned;
use crate::pages::allocation::scope::Scope;
use crate::pages::allocation::words::{self, cell, difference, unknown};

/// One association on one side.
#[derive(Clone, Copy)]
struct One<'a> {
    association: &'a Association,
    outcome: &'a AssociationOutcome,
    side: Side<'a>,
    when: When,
}

impl<'a> One<'a> {
    fn of(side: Side<'a>, when: When, name: &str) -> Option<Self> {
        let place = side.country.associations.iter().position(|association| *association.name == *name)?;
        let association = side.country.associations.get(place)?;
        Some(Self { association, outcome: side.outcome.associations.get(place)?, side, when })
    }

    /// Everybody's money for each inhabitant, in whole kronor.
    fn per_inhabitant(&self) -> Option<String> {
        let ore = self.outcome.per_inhabitant(&self.side.country.applicant(self.association))?;
        Some(ore.checked_div(Fraction::whole(100))?.swedish(0))
    }
}

/// A row: an association that is the same before and after, or is only on one side.
struct Row<'a> {
    before: Option<One<'a>>,
    after: Option<One<'a>>,
}

/// Both tables.
pub(super) fn all(frame: Frame<'_>, scope: &Scope<'_>, reckoned: &Reckoned) -> Markup {
    let lang = frame.lang;
    let groups = scope.groups(reckoned);
    html! {
        (everybody(frame, &groups, reckoned))
        details.more-figures id="fler-tal" {
            summary { (lang.t("allocation-state-table-open")) }
            (state(frame, &groups, reckoned))
        }
    }
}

fn rows<'a>(group: &Group, reckoned: &'a Reckoned) -> Vec<Row<'a>> {
    let before = |name: &Arc<str>| One::of(reckoned.side_before(), When::Before, name);
    let after = |name: &Arc<str>| One::of(reckoned.side_after(), When::After, name);
    if group.kind == Kind::Same {
        let pairs = group.before.iter().zip(&group.after);
        return pairs.map(|(old, new)| Row { before: before(old), after: after(new) }).collect();
    }
    let ending = group.before.iter().filter(|name| !group.after.contains(name));
    let kept = group.before.iter().filter(|name| group.after.contains(name));
    let starting = group.after.iter().filter(|name| !group.before.contains(name));
    ending
        .map(|name| Row { before: before(name), after: None })
        .chain(kept.map(|name| Row { before: before(name), after: after(name) }))
        .chain(starting.map(|name| Row { before: None, after: after(name) }))
        .collect()
}

fn everybody(frame: Frame<'_>, groups: &[&Group], reckoned: &Reckoned) -> Markup {
    let lang = frame.lang;
    let changed = reckoned.is_changed();
    let mut columns = vec![Column::new(lang.t("allocation-association"))];
    if changed {
        columns.push(Column::number(lang.t("allocation-before")));
        columns.push(Column::number(lang.t("allocation-after")));
        columns.push(Column::number(lang.t("allocation-difference")));
        columns.push(Column::number(lang.t("allocation-per-before")));
    } else {
        columns.push(Column::number(lang.t("allocation-amount")));
    }
    columns.push(Column::number(lang.t("allocation-per-after")));
    let body = html! {
        @for group in groups {
            @let rows = rows(group, reckoned);
            @for row in &rows {
                tr id=[anchor(row)] {
                    (name(lang, group, row))
                    @if changed {
                        td.num { (asked(frame, row.before.as_ref(), row.before.and_then(|one| one.outcome.all()))) }
                    }
                    td.num { (asked(frame, row.after.as_ref(), row.after.and_then(|one| one.outcome.all()))) }
                    @if changed {
                        td.num { (row_difference(lang, row)) }
                        td.num { (per(lang, row.before.as_ref())) }
                    }
                    td.num { (per(lang, row.after.as_ref())) }
                }
            }
            @if changed && rows.len() > 1 {
                tr.sum {
                    th scope="row" { (words::kind(lang, group.kind)) ": " (lang.t("allocation-together")) }
                    td.num { (cell(lang, group.all.before)) }
                    td.num { (cell(lang, group.all.after)) }
                    td.num { (difference(lang, group.all)) }
                    td {}
                    td {}
                }
            }
        }
    };
    parts::table("forbunden", lang.t("allocation-associations-table"), &columns, &body)
}

/// Where a map and a link can point: the association's row.
fn anchor(row: &Row<'_>) -> Option<String> {
    let one = row.after.or(row.before)?;
    Some(row_id(one.when, &one.association.name))
}

/// The id of an association's row.
pub(in crate::pages::allocation) fn row_id(when: When, name: &str) -> String {
    let letters = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' });
    let word: String = letters.collect::<String>().to_lowercase();
    let side = match when {
        When::Before => "fore",
        When::After => "forbund",
    };
    format!("{side}-{word}")
}

fn name(lang: Lang, group: &Group, row: &Row<'_>) -> Markup {
    let Some(one) = row.after.or(row.before) else { return html! { th scope="row" {} } };
    html! {
        th scope="row" {
            (one.association.name)
            @match (row.before.is_some(), row.after.is_some(), group.kind) {
                (true, false, _) => { " " (parts::status(Tone::Wait, lang.t("allocation-ends"))) },
                (false, true, _) => { " " (parts::status(Tone::Now, lang.t("allocation-new"))) },
                _ => {},
            }
        }
    }
}

/// An amount that can be asked why.
fn asked(frame: Frame<'_>, one: Option<&One<'_>>, amount: Option<Ore>) -> Markup {
    let lang = frame.lang;
    html! {
        @match (one, amount) {
            (Some(one), Some(amount)) => {
                a.why href=(question::of_association(frame.path, frame.query, one.when, &one.association.name)) {
                    (words::whole(amount))
                    span.visually-hidden { " " (lang.t("allocation-why")) }
                }
            },
            (Some(_), None) => (unknown(lang)),
            (None, _) => { span.visually-hidden { (lang.t("allocation-none")) } },
        }
    }
}

fn row_difference(lang: Lang, row: &Row<'_>) -> Markup {
    match (row.before, row.after) {
        (Some(before), Some(after)) => difference(
            lang,
            allocation::effect::Pair { before: before.outcome.all(), after: after.outcome.all() },
        ),
        (_, _) => html! { span.visually-hidden { (lang.t("allocation-none")) } },
    }
}

fn per(lang: Lang, one: Option<&One<'_>>) -> Markup {
    match one {
        Some(one) => one.per_inhabitant().map_or_else(|| unknown(lang), |kronor| html! { (kronor) }),
        None => html! { span.visually-hidden { (lang.t("allocation-none")) } },
    }
}

/// The state's base and need part in each.
fn state(frame: Frame<'_>, groups: &[&Group], reckoned: &Reckoned) -> Markup {
    let lang = frame.lang;
    let changed = reckoned.is_changed();
    let mut columns = vec![Column::new(lang.t("allocation-association"))];
    let mut side = |when: &'static str| {
        for figure in ["allocation-state-base", "allocation-state-need", "allocation-state"] {
            let label = if changed {
                format!("{}, {}", lang.t(figure), lang.t(when))
            } else {
                lang.t(figure).to_owned()
            };
            columns.push(Column::number(label));
        }
    };
    if changed {
        side("allocation-before-small");
    }
    side("allocation-after-small");
    let figures = |one: Option<One<'_>>| {
        html! {
            @match one {
                Some(one) => {
                    td.num { (words::whole(one.outcome.base)) }
                    td.num { (words::whole(one.outcome.need_part)) }
                    td.num { (asked(frame, Some(&one), Some(one.outcome.state))) }
                },
                None => { td {} td {} td {} },
            }
        }
    };
    let body = html! {
        @for group in groups {
            @for row in rows(group, reckoned) {
                tr {
                    (name(lang, group, &row))
                    @if changed { (figures(row.before)) }
                    (figures(row.after))
                }
            }
        }
    };
    parts::table("statens-del", lang.t("allocation-state-table"), &columns, &body)
}
