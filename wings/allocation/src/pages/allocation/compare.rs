//! Two to four scenarios beside each other: what they change, their sums, their associations, every member.

use std::collections::BTreeSet;

use allocation::effect::{MemberEffect, Pair, Party};
use allocation::fraction::Fraction;
use allocation::scenario::Belongs;
use kit::Lang;
use kit::parts::{self, Column, Tone};
use maud::{Markup, html};
use swedish::money::Ore;

use super::calculator::change_words;
use super::notes::{Note, notes};
use super::reckoned::Reckoned;
use super::scope::{Scope, Totals};
use super::words::{self, cell, count, signed, unknown};
use crate::pages::statics::assets;

/// The most scenarios beside each other.
pub const MOST: usize = 4;

/// A scenario that is compared.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// Its name.
    pub name: String,
    /// Its address.
    pub href: String,
    /// What comes of it.
    pub reckoned: &'a Reckoned,
}

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The other pages of allocation: address, label, whether it is this one.
    pub views: &'a [(String, String, bool)],
    /// The scenarios; those beyond [`MOST`] are not shown.
    pub scenarios: &'a [Compared<'a>],
    /// The names of those that could not be reckoned.
    pub failed: &'a [String],
    /// What is looked at.
    pub scope: Scope<'a>,
    /// What the reader must know of the figures.
    pub notes: &'a [Note],
    /// The list where scenarios are chosen.
    pub list: &'a str,
    /// What can be taken out: kind, address, words.
    pub outputs: &'a [(&'a str, String, &'a str)],
}

/// The page.
pub fn show(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let scenarios: Vec<&Compared<'_>> = view.scenarios.iter().take(MOST).collect();
    html! {
        (assets())
        h1 { (lang.t("allocation-compare")) }
        @if !view.views.is_empty() { (parts::section_nav(lang.t("allocation-views"), view.views)) }
        @if !view.failed.is_empty() {
            (parts::note(Tone::Stop, lang.t("allocation-saved-cannot"), &html! { p lang="sv" { (lang.listed(view.failed)) } }))
        }
        @if scenarios.len() < 2 {
            (parts::empty(lang.t("allocation-compare-few"), Some(&html! {
                p { a href=(view.list) { (lang.t("allocation-compare-choose")) } }
            })))
        } @else {
            (all(view, &scenarios))
        }
    }
}

fn all(view: &View<'_>, scenarios: &[&Compared<'_>]) -> Markup {
    let lang = view.lang;
    let totals: Vec<Totals> = scenarios.iter().map(|s| Totals::of(&view.scope, s.reckoned)).collect();
    let after: Vec<Option<Ore>> = totals.iter().map(|totals| totals.all.after).collect();
    let same_basis = scenarios.windows(2).all(|two| match two {
        [a, b] => a.reckoned.after.basis == b.reckoned.after.basis,
        _ => true,
    });
    html! {
        p.lead lang=(lang.code()) { (verdict(lang, scenarios, &after)) }
        @if !same_basis { (parts::note(Tone::Late, lang.t("allocation-bases-differ"), &html! {
            p { (lang.t("allocation-bases-differ-says")) }
        })) }
        (notes(view.notes))
        div.results.compared {
            (sums(view, scenarios, &totals))
            (associations(view, scenarios))
            (members(view, scenarios))
        }
        @if !view.outputs.is_empty() { (parts::outputs(lang, view.outputs)) }
        p { a href=(view.list) { (lang.t("allocation-compare-choose")) } }
    }
}

/// Which gives most and least, in a sentence.
fn verdict(lang: Lang, scenarios: &[&Compared<'_>], after: &[Option<Ore>]) -> String {
    let known: Vec<(Ore, &str)> =
        scenarios.iter().zip(after).filter_map(|(s, amount)| Some(((*amount)?, s.name.as_str()))).collect();
    let most = known.iter().map(|(amount, _)| *amount).max();
    let least = known.iter().map(|(amount, _)| *amount).min();
    let (Some(most), Some(least)) = (most, least) else { return lang.t("allocation-sum-unknown").to_owned() };
    if most == least {
        return lang.ta("allocation-compare-same", &[("amount", words::kronor(most).into())]);
    }
    let named = |wanted: Ore| -> String {
        let names: Vec<&str> =
            known.iter().filter(|(amount, _)| *amount == wanted).map(|(_, name)| *name).collect();
        lang.listed(&names)
    };
    let apart = most.checked_sub(least).unwrap_or(Ore::ZERO);
    lang.ta(
        "allocation-compare-says",
        &[
            ("most", named(most).into()),
            ("least", named(least).into()),
            ("apart", words::kronor(apart).into()),
        ],
    )
}

fn columns(lang: Lang, first: &'static str, scenarios: &[&Compared<'_>]) -> Vec<Column> {
    std::iter::once(Column::new(lang.t(first)))
        .chain(scenarios.iter().map(|scenario| Column::number(scenario.name.clone())))
        .collect()
}

fn sums(view: &View<'_>, scenarios: &[&Compared<'_>], totals: &[Totals]) -> Markup {
    let lang = view.lang;
    type Pick = fn(&Totals) -> Pair;
    let rows: [(&'static str, Pick); 6] = [
        ("allocation-state-base", |totals| totals.base),
        ("allocation-state-need", |totals| totals.need_part),
        ("allocation-state", |totals| totals.state),
        ("allocation-regions", |totals| totals.regions),
        ("allocation-municipalities", |totals| totals.municipalities),
        ("allocation-all", |totals| totals.all),
    ];
    let body = html! {
        tr {
            th scope="row" { (lang.t("allocation-changes")) }
            @for scenario in scenarios {
                td {
                    @if scenario.reckoned.changes.is_empty() { p.beneath { (lang.t("allocation-changes-none")) } }
                    @for change in &scenario.reckoned.changes { p.beneath { (change_words(lang, change)) } }
                    a href=(scenario.href) { (lang.t("allocation-open")) span.visually-hidden { " " (scenario.name) } }
                }
            }
        }
        tr {
            th scope="row" { (lang.t("allocation-associations")) }
            @for one in totals { td.num { (count(one.associations.1)) } }
        }
        @for (label, pick) in rows {
            tr class=[(label == "allocation-all").then_some("sum")] {
                th scope="row" { (lang.t(label)) }
                @for amount in marked(lang, &totals.iter().map(|totals| pick(totals).after).collect::<Vec<_>>()) {
                    td.num { (amount) }
                }
            }
        }
        tr {
            th scope="row" { (lang.t("allocation-against-today")) }
            @for one in totals {
                td.num {
                    @match one.all.difference() {
                        Some(amount) => (signed(amount)),
                        None => (unknown(lang)),
                    }
                }
            }
        }
    };
    parts::table(
        "sammanlagt",
        lang.t("allocation-compare-sums"),
        &columns(lang, "allocation-figure", scenarios),
        &body,
    )
}

/// Amounts, of which the largest and the smallest are said to be so.
fn marked(lang: Lang, amounts: &[Option<Ore>]) -> Vec<Markup> {
    let most = amounts.iter().flatten().max();
    let least = amounts.iter().flatten().min();
    amounts
        .iter()
        .map(|amount| {
            let word = match amount {
                Some(amount) if most != least && Some(amount) == most => Some("allocation-most"),
                Some(amount) if most != least && Some(amount) == least => Some("allocation-least"),
                Some(_) | None => None,
            };
            html! { (cell(lang, *amount)) @if let Some(word) = word { span.beneath { (lang.t(word)) } } }
        })
        .collect()
}

/// The associations of each scenario, with everybody's money and for each inhabitant.
fn associations(view: &View<'_>, scenarios: &[&Compared<'_>]) -> Markup {
    let lang = view.lang;
    let columns = [
        Column::new(lang.t("allocation-scenario")),
        Column::new(lang.t("allocation-association")),
        Column::number(lang.t("allocation-amount")),
        Column::number(lang.t("allocation-per-after")),
    ];
    let body = html! {
        @for scenario in scenarios {
            @let country = &scenario.reckoned.after;
            @for (at, place) in view.scope.associations(country).into_iter().enumerate() {
                @if let (Some(association), Some(outcome)) =
                    (country.associations.get(place), scenario.reckoned.outcome_after.associations.get(place))
                {
                    @let per = outcome.per_inhabitant(&country.applicant(association));
                    @let kronor = per.and_then(|ore| ore.checked_div(Fraction::whole(100)));
                    tr class=[(at == 0).then_some("first-of")] {
                        td { @if at == 0 { (scenario.name) } @else { span.visually-hidden { (scenario.name) } } }
                        th scope="row" { (association.name) }
                        td.num { (cell(lang, outcome.all())) }
                        td.num { @match kronor { Some(kronor) => (kronor.swedish(0)), None => (unknown(lang)) } }
                    }
                }
            }
        }
    };
    parts::table("forbund-for-forbund", lang.t("allocation-associations-table"), &columns, &body)
}

/// What every member that is looked at pays in each scenario.
fn members(view: &View<'_>, scenarios: &[&Compared<'_>]) -> Markup {
    let lang = view.lang;
    let Some(first) = scenarios.first() else { return html! {} };
    let mut here: BTreeSet<(Party, &str)> = BTreeSet::new();
    for municipality in first.reckoned.after.municipalities.iter().filter(|m| view.scope.holds(m)) {
        here.insert((Party::Municipality, &municipality.name));
        if let Some(Belongs::Region(region)) = &municipality.belongs {
            here.insert((Party::Region, region));
        }
    }
    let pays = |scenario: &Compared<'_>, effect: &MemberEffect| {
        let mut all = scenario.reckoned.comparison.members.iter();
        all.find(|other| other.party == effect.party && other.name == effect.name)
            .and_then(|other| other.pays.after)
    };
    let rows = first
        .reckoned
        .comparison
        .members
        .iter()
        .filter(|effect| here.contains(&(effect.party, &effect.name)));
    let body = html! {
        @for effect in rows {
            tr {
                th scope="row" { (effect.name) span.beneath { (words::member(lang, effect.party)) } }
                @for amount in marked(lang, &scenarios.iter().map(|s| pays(s, effect)).collect::<Vec<_>>()) {
                    td.num { (amount) }
                }
            }
        }
    };
    parts::table(
        "medlem-for-medlem",
        lang.t("allocation-members-table"),
        &columns(lang, "allocation-member", scenarios),
        &body,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::allocation::query::{Query, Statistics};
    use crate::pages::allocation::samples;

    fn text(markup: &Markup) -> String {
        let markup = markup.0.replace('\u{a0}', " ");
        markup.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_most_and_the_least_are_said_in_words() {
        let county = samples::county();
        let reckon = |step: &str| {
            Reckoned::of(&county, &Query::default().with_step(step), &Statistics::new()).unwrap()
        };
        let merged = reckon("slå ihop Södra Vätterbygden + Finnveden + Höglandet = Länet");
        let split = reckon("dela Höglandet = Inre (Eksjö, Nässjö, Aneby) + Yttre (Sävsjö, Vetlanda, Tranås)");
        let named = |name: &str, reckoned| Compared { name: name.into(), href: "/x".into(), reckoned };
        let scenarios = [named("Ett", &merged), named("Fyra", &split)];
        let shown = show(&View {
            lang: Lang::Sv,
            views: &[],
            scenarios: &scenarios,
            failed: &[],
            scope: Scope::default(),
            notes: &[],
            list: "/sparade",
            outputs: &[],
        });
        let said = text(&shown);
        assert!(
            said.contains("Fyra ger mest pengar tillsammans. Ett ger minst. Skillnaden är 2 400 000 kr"),
            "{said}"
        );
        assert!(said.contains("25 000 000 mest") && said.contains("22 600 000 minst"), "{said}");
    }
}
