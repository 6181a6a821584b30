//! Money before and after, in tables: by party, by association, by member, and several alternatives beside each other.

use kit::Lang;
use kit::parts::{self, Column};
use maud::{Markup, html};
use papers::decision_paper::Alternative;
use papers::figures::{BeforeAfter, Figures, MemberChange, Party};
use papers::scenario_report::{AssociationGroup, AssociationMoney};
use swedish::money::Ore;

/// What a reader of figures must know first: that they only illustrate, that they are rounded.
pub(super) fn notes(lang: Lang, illustrates: bool, amounts: impl IntoIterator<Item = BeforeAfter>) -> Markup {
    let rounded = amounts.into_iter().any(BeforeAfter::has_ore);
    html! {
        @if illustrates || rounded {
            p.small {
                @if illustrates { (lang.t("allocation-reading-illustrative")) "." }
                @if illustrates && rounded { " " }
                @if rounded { (lang.t("allocation-reading-rounded")) }
            }
        }
    }
}

/// An amount in whole kronor, or that it is not known.
pub(super) fn amount(lang: Lang, ore: Option<Ore>) -> Markup {
    html! {
        @match ore {
            Some(ore) => span.money { (ore.in_whole_kronor()) },
            None => em { (lang.t("allocation-reading-unknown")) },
        }
    }
}

fn difference(lang: Lang, it: BeforeAfter) -> Markup {
    match it.difference() {
        Some(ore) => html! { span.money { (ore.in_whole_kronor().signed()) } },
        None => amount(lang, None),
    }
}

fn three(lang: Lang, it: BeforeAfter) -> Markup {
    html! {
        td.num { (amount(lang, it.before)) }
        td.num { (amount(lang, it.after)) }
        td.num { (difference(lang, it)) }
    }
}

fn before_after(lang: Lang) -> [Column; 3] {
    ["allocation-reading-before", "allocation-reading-after", "allocation-reading-difference"]
        .map(|key| Column::number(lang.t(key)))
}

/// What each party pays, and everybody together.
pub(super) fn by_party(lang: Lang, id: &str, money: &Figures, illustrates: bool) -> Markup {
    let rows = html! {
        @for one in &money.parties {
            tr { th scope="row" { (together(lang, one.party)) } (three(lang, one.amounts)) }
        }
        tr.sum { th scope="row" { (lang.t("allocation-reading-all")) } (three(lang, money.all)) }
    };
    let columns = [vec![Column::new(lang.t("allocation-reading-party"))], before_after(lang).into()].concat();
    let amounts = money.parties.iter().map(|one| one.amounts).chain([money.all]);
    html! {
        (notes(lang, illustrates, amounts))
        (parts::table(id, lang.t("allocation-reading-parties"), &columns, &rows))
    }
}

fn together(lang: Lang, party: Party) -> &'static str {
    match party {
        Party::State => lang.t("allocation-reading-state"),
        Party::Region => lang.t("allocation-reading-regions"),
        Party::Municipality => lang.t("allocation-reading-municipalities"),
    }
}

/// What each member pays in all its associations.
pub(super) fn by_member(lang: Lang, id: &str, members: &[MemberChange], illustrates: bool) -> Markup {
    let kind = |party| match party {
        Party::State => lang.t("allocation-reading-state"),
        Party::Region => lang.t("allocation-reading-region"),
        Party::Municipality => lang.t("allocation-reading-municipality"),
    };
    let rows = html! {
        @for one in members {
            tr { th scope="row" { (one.name) } td { (kind(one.party)) } (three(lang, one.amounts)) }
        }
    };
    let names = [lang.t("allocation-reading-member"), lang.t("allocation-reading-party")].map(Column::new);
    let columns = [Vec::from(names), before_after(lang).into()].concat();
    html! {
        (notes(lang, illustrates, members.iter().map(|one| one.amounts)))
        (parts::table(id, lang.t("allocation-reading-members"), &columns, &rows))
    }
}

/// Three rows for each group of associations: before, after, and the difference.
pub(super) fn by_association(lang: Lang, groups: &[AssociationGroup], illustrates: bool) -> Markup {
    let rows = html! {
        @for group in groups {
            @let money = [group.base, group.need_part, group.state, group.all];
            tr {
                th scope="rowgroup" rowspan="3" { (who(lang, group)) }
                th scope="row" { (lang.t("allocation-reading-before")) }
                @for it in money { td.num { (amount(lang, it.before)) } }
            }
            tr {
                th scope="row" { (lang.t("allocation-reading-after")) }
                @for it in money { td.num { (amount(lang, it.after)) } }
            }
            tr {
                th scope="row" { (lang.t("allocation-reading-difference")) }
                @for it in money { td.num { strong { (difference(lang, it)) } } }
            }
        }
    };
    let words =
        ["allocation-reading-association", "allocation-reading-when"].map(|key| Column::new(lang.t(key)));
    let amounts = [
        "allocation-reading-base",
        "allocation-reading-need-part",
        "allocation-reading-state",
        "allocation-reading-all",
    ];
    let amounts = amounts.map(|key| Column::number(lang.t(key)));
    let columns = [words.to_vec(), amounts.to_vec()].concat();
    html! {
        (notes(lang, illustrates, groups.iter().flat_map(|it| [it.base, it.need_part, it.state, it.all])))
        (parts::table("forbund", lang.t("allocation-reading-associations"), &columns, &rows))
    }
}

/// The associations before and after, or the one that stays.
fn who(lang: Lang, group: &AssociationGroup) -> Markup {
    let named = |them: &[AssociationMoney]| {
        html! {
            @for one in them {
                span.beside-money {
                    (one.name)
                    @if them.len() > 1 { ", " (amount(lang, one.money)) }
                }
            }
        }
    };
    html! {
        @if group.stays() { (named(&group.before)) } @else {
            @if group.before.is_empty() { (lang.t("allocation-reading-new")) } @else { (named(&group.before)) }
            span.beneath { (lang.t("allocation-reading-becomes")) }
            @if group.after.is_empty() { (lang.t("allocation-reading-ends")) } @else { strong { (named(&group.after)) } }
        }
    }
}

/// The alternatives beside each other, after what is now when they all start from the same.
pub(super) fn compared(lang: Lang, alternatives: &[Alternative], illustrates: bool) -> Markup {
    let mut now: Vec<[Option<Ore>; 2]> = alternatives
        .iter()
        .filter_map(|it| it.figures.as_ref())
        .map(|it| [it.state().before, it.all.before])
        .collect();
    now.dedup();
    let rows = html! {
        @if let [[state, all]] = now.as_slice() {
            tr {
                th scope="row" { (lang.t("allocation-reading-now")) }
                td.num { (amount(lang, *state)) } td.num { "–" }
                td.num { (amount(lang, *all)) } td.num { "–" }
            }
        }
        @for (at, it) in (1_usize..).zip(alternatives) {
            tr {
                th scope="row" { (at) ". " span lang="sv" { (it.name) } }
                @match &it.figures {
                    Some(money) => {
                        td.num { (amount(lang, money.state().after)) } td.num { (difference(lang, money.state())) }
                        td.num { strong { (amount(lang, money.all.after)) } }
                        td.num { strong { (difference(lang, money.all)) } }
                    }
                    None => {
                        @for _ in 0..4 { td.num { em { (lang.t("allocation-reading-not-reckoned")) } } }
                    }
                }
            }
        }
    };
    let difference = || Column::number(lang.t("allocation-reading-difference"));
    let columns = [
        Column::new(lang.t("allocation-reading-alternative")),
        Column::number(lang.t("allocation-reading-state")),
        difference(),
        Column::number(lang.t("allocation-reading-all")),
        difference(),
    ];
    let amounts =
        alternatives.iter().filter_map(|it| it.figures.as_ref()).flat_map(|it| [it.state(), it.all]);
    html! {
        (notes(lang, illustrates, amounts))
        (parts::table("jamforelse", lang.t("allocation-reading-compared"), &columns, &rows))
    }
}
