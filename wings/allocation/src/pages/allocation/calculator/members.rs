//! What every member pays, before and after: filtered by party, sorted, and each figure can be asked why.

use std::collections::BTreeSet;

use allocation::effect::{MemberEffect, Party};
use allocation::scenario::Belongs;
use kit::parts::{self, Column};
use maud::{Markup, html};
use swedish::order::by_name;

use super::Frame;
use crate::pages::allocation::query::Order;
use crate::pages::allocation::question::{self, When};
use crate::pages::allocation::reckoned::Reckoned;
use crate::pages::allocation::scope::Scope;
use crate::pages::allocation::words::{self, difference, relative, unknown};

/// How many rows are shown before all are asked for.
const SOME: usize = 40;

/// The members and their contributions.
pub(super) fn all(frame: Frame<'_>, scope: &Scope<'_>, reckoned: &Reckoned) -> Markup {
    let lang = frame.lang;
    let query = frame.query;
    let mut rows = looked_at(scope, reckoned);
    if let Some(party) = query.party() {
        rows.retain(|effect| effect.party == party);
    }
    let (order, descending) = query.order();
    sort(&mut rows, order, descending);
    let count = rows.len();
    if !query.shows_all() {
        rows.truncate(SOME);
    }
    let parties = [None, Some(Party::State), Some(Party::Region), Some(Party::Municipality)];
    let choices: Vec<(String, String, bool)> = parties
        .into_iter()
        .map(|party| {
            let label = party.map_or(lang.t("allocation-members-all"), |party| words::party(lang, party));
            let href = format!("{}#medlemmarna", query.of_party(party).address(frame.path));
            (href, label.to_owned(), query.party() == party)
        })
        .collect();
    html! {
        section.members aria-labelledby="medlemmar" {
            h2 id="medlemmar" { (lang.t("allocation-members")) }
            (parts::section_nav(lang.t("allocation-members-of"), &choices))
            (table(frame, &rows, reckoned.is_changed(), true))
            @if count > rows.len() {
                p { a href={ (query.with("visa", "alla").address(frame.path)) "#medlemmarna" } {
                    (lang.ta("allocation-members-show", &[("count", count.into())]))
                } }
            }
            p.by { (lang.t("allocation-whole-kronor")) }
        }
    }
}

/// The members of what is looked at: its municipalities, their regions, and the state when that is all there is.
fn looked_at<'a>(scope: &Scope<'_>, reckoned: &'a Reckoned) -> Vec<&'a MemberEffect> {
    let here = reckoned.after.municipalities.iter().filter(|municipality| scope.holds(municipality));
    let mut names: BTreeSet<(Party, &str)> = BTreeSet::new();
    for municipality in here {
        names.insert((Party::Municipality, &municipality.name));
        if let Some(Belongs::Region(region)) = &municipality.belongs {
            names.insert((Party::Region, region));
        }
    }
    let all = reckoned.comparison.members.iter();
    let everything = reckoned.after.municipalities.iter().all(|municipality| scope.holds(municipality));
    let state = |effect: &&MemberEffect| effect.party == Party::State && everything;
    all.filter(|effect| state(effect) || names.contains(&(effect.party, &effect.name))).collect()
}

fn sort(rows: &mut [&MemberEffect], order: Order, descending: bool) {
    match order {
        Order::Listed => {}
        Order::Name => by_name(rows, |effect| &effect.name),
        Order::Before => rows.sort_by_key(|effect| effect.pays.before),
        Order::After => rows.sort_by_key(|effect| effect.pays.after),
        Order::Difference => rows.sort_by_key(|effect| effect.pays.difference()),
    }
    if descending {
        rows.reverse();
    }
}

/// The same to be read: everybody, as the country lists them.
pub(super) fn reading(frame: Frame<'_>, scope: &Scope<'_>, reckoned: &Reckoned) -> Markup {
    let rows = looked_at(scope, reckoned);
    html! {
        (table(frame, &rows, reckoned.is_changed(), false))
        p.by { (frame.lang.t("allocation-whole-kronor")) }
    }
}

fn table(frame: Frame<'_>, rows: &[&MemberEffect], changed: bool, sorts: bool) -> Markup {
    let lang = frame.lang;
    let query = frame.query;
    let sorted = |column: Column, order: Order| {
        if !sorts {
            return column;
        }
        let now = query.order();
        let href = format!("{}#medlemmarna", query.sorted_by(order).address(frame.path));
        column.sorted(href, (now.0 == order && order != Order::Listed).then_some(!now.1))
    };
    let mut columns = vec![
        sorted(Column::new(lang.t("allocation-member")), Order::Name),
        Column::new(lang.t("allocation-party")),
    ];
    if changed {
        columns.push(sorted(Column::number(lang.t("allocation-before")), Order::Before));
        columns.push(sorted(Column::number(lang.t("allocation-after")), Order::After));
        columns.push(sorted(Column::number(lang.t("allocation-difference")), Order::Difference));
        columns.push(Column::number(lang.t("allocation-percent")));
    } else {
        columns.push(sorted(Column::number(lang.t("allocation-amount")), Order::After));
    }
    let amount = |effect: &MemberEffect, when: When| {
        let amount = match when {
            When::Before => effect.pays.before,
            When::After => effect.pays.after,
        };
        html! {
            @match amount {
                Some(amount) => {
                    a.why href=(question::of_member(frame.path, query, when, effect.party, &effect.name)) {
                        (words::whole(amount))
                        span.visually-hidden { " " (lang.t("allocation-why")) }
                    }
                },
                None => (unknown(lang)),
            }
        }
    };
    let body = html! {
        @for effect in rows {
            tr {
                th scope="row" { (effect.name) }
                td { (words::member(lang, effect.party)) }
                @if changed { td.num { (amount(effect, When::Before)) } }
                td.num { (amount(effect, When::After)) }
                @if changed {
                    td.num { (difference(lang, effect.pays)) }
                    td.num { (relative(lang, effect.pays)) }
                }
            }
        }
    };
    parts::table("medlemmarna", lang.t("allocation-members-table"), &columns, &body)
}
