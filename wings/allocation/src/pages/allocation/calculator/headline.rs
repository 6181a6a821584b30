//! The answer in one breath: how much less or more, and for whom.

use std::cmp::Ordering;

use allocation::effect::{Kind, Pair};
use kit::Lang;
use maud::{Markup, html};
use swedish::money::Ore;

use crate::pages::allocation::reckoned::Reckoned;
use crate::pages::allocation::scope::{Scope, Totals};
use crate::pages::allocation::words::{kronor, signed_percent, way};

/// The answer, as large as it deserves.
pub fn headline(lang: Lang, scope: &Scope<'_>, reckoned: &Reckoned) -> Markup {
    let totals = Totals::of(scope, reckoned);
    html! {
        @match (totals.all.before, totals.all.after, totals.all.difference()) {
            (_, Some(after), _) if !reckoned.is_changed() => (as_it_is(lang, scope, &totals, after)),
            (Some(before), Some(after), Some(difference)) => {
                (changed(lang, scope, &totals, before, after, difference))
                (who_gets(lang, scope, reckoned, difference))
            }
            _ => { p.headline-says { (lang.t("allocation-sum-unknown")) } },
        }
    }
}

fn as_it_is(lang: Lang, scope: &Scope<'_>, totals: &Totals, after: Ore) -> Markup {
    let state = totals.state.after.map(kronor).unwrap_or_default();
    html! {
        p.headline-figure { (kronor(after)) }
        p.headline-says {
            (lang.ta("allocation-now", &[("who", who(lang, scope, totals.associations.1).into()), ("state", state.into())]))
        }
    }
}

fn changed(
    lang: Lang,
    scope: &Scope<'_>,
    totals: &Totals,
    before: Ore,
    after: Ore,
    difference: Ore,
) -> Markup {
    let amount = kronor(difference.abs());
    let figure = match difference.cmp(&Ore::ZERO) {
        Ordering::Less => lang.ta("allocation-less", &[("amount", amount.into())]),
        Ordering::Equal => lang.t("allocation-same").to_owned(),
        Ordering::Greater => lang.ta("allocation-more", &[("amount", amount.into())]),
    };
    let who = who(lang, scope, totals.associations.0.max(totals.associations.1));
    let percent = totals.all.relative().map(signed_percent).unwrap_or_default();
    html! {
        p.headline-figure data-way=(way(difference)) { (figure) }
        p.headline-says {
            @if difference == Ore::ZERO {
                (lang.ta("allocation-same-for", &[("who", who.into()), ("after", kronor(after).into())]))
            } @else {
                (lang.ta("allocation-change-for", &[
                    ("who", who.into()), ("before", kronor(before).into()), ("after", kronor(after).into()),
                    ("percent", percent.into()),
                ]))
            }
        }
        @if difference != Ore::ZERO {
            @let parties = [
                ("allocation-state", totals.state), ("allocation-regions", totals.regions),
                ("allocation-municipalities", totals.municipalities),
            ];
            ul.headline-parties {
                @for (name, pair) in parties { li { (party(lang, lang.t(name), pair)) } }
            }
        }
    }
}

/// What one party gives less or more.
fn party(lang: Lang, name: &str, pair: Pair) -> Markup {
    let says = match pair.difference() {
        None => lang.t("allocation-unknown").to_owned(),
        Some(difference) if way(difference) == "same" => lang.t("allocation-same").to_owned(),
        Some(difference) => {
            let key = if difference.is_negative() { "allocation-less" } else { "allocation-more" };
            lang.ta(key, &[("amount", kronor(difference.abs()).into())])
        }
    };
    html! { span.party { (name) } " " span.party-says { (says) } }
}

/// How many associations get more and less, when that says something the sum does not.
fn who_gets(lang: Lang, scope: &Scope<'_>, reckoned: &Reckoned, difference: Ore) -> Markup {
    let groups = scope.groups(reckoned);
    let differences: Vec<Ore> = groups.iter().filter_map(|group| group.state.difference()).collect();
    let more = differences.iter().filter(|amount| **amount > Ore::ZERO).count();
    let less = differences.iter().filter(|amount| **amount < Ore::ZERO).count();
    let regrouped = groups.iter().any(|group| group.kind != Kind::Same);
    html! {
        @if groups.len() > 1 && (more + less > 0) && (difference == Ore::ZERO || !regrouped || more * less > 0) {
            p.headline-more {
                (lang.ta("allocation-who-gets", &[("more", more.into()), ("less", less.into())]))
            }
        }
    }
}

/// Whose money it is: *de tre förbunden i Jönköpings län*.
fn who(lang: Lang, scope: &Scope<'_>, associations: usize) -> String {
    match scope.county {
        Some(county) => lang.ta(
            "allocation-who-county",
            &[("count", associations.into()), ("county", county.name.as_str().into())],
        ),
        None => lang.ta("allocation-who-all", &[("count", associations.into())]),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::pages::allocation::query::Query;
    use crate::pages::allocation::samples;

    fn said(pairs: &[(&str, &str)]) -> String {
        let query = Query::of(pairs.iter().copied());
        let reckoned = Reckoned::of(&samples::county(), &query, &BTreeMap::new()).unwrap();
        let shown = headline(Lang::Sv, &Scope::default(), &reckoned).into_string();
        let text: String = shown.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect();
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn a_merger_says_first_what_it_costs() {
        let merger = "slå ihop Södra Vätterbygden + Finnveden + Höglandet = Länet";
        let said = said(&[("andring", merger)]);
        assert!(said.starts_with("1 600 000 kr mindre"), "{said}");
        assert!(said.contains("från 24 200 000 kr till 22 600 000 kr (−6,6 %)"), "{said}");
        assert!(said.contains("Staten 800 000 kr mindreRegioner 400 000 kr mindre"), "{said}");
    }

    #[test]
    fn without_changes_it_says_what_there_is() {
        let said = said(&[]);
        assert!(said.starts_with("24 200 000 kr"), "{said}");
        assert!(said.contains("Staten ger hälften, 12 100 000 kr"), "{said}");
    }

    #[test]
    fn a_move_says_who_gets_more_and_less_of_the_same_sum() {
        let said = said(&[("andring", "flytta Vaggeryd > Finnveden")]);
        assert!(said.starts_with("Lika mycket"), "{said}");
    }
}
