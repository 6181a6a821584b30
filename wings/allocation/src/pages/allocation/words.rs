//! Amounts and differences as the pages write them, and the words for what happened.

use allocation::effect::{Kind, Pair, Party};
use allocation::fraction::Fraction;
use kit::Lang;
use maud::{Markup, html};
use swedish::money::Ore;
use swedish::number::grouped;

/// A no-break space.
pub(super) const SPACE: char = '\u{a0}';

/// An amount in whole kronor, without the unit: `1 600 000`. The exact amount stands where it is explained.
pub(super) fn whole(amount: Ore) -> String {
    Fraction::new(amount.ore().into(), 100).map_or_else(String::new, |kronor| kronor.swedish(0))
}

/// An amount in whole kronor: `1 600 000 kr`.
pub(super) fn kronor(amount: Ore) -> String {
    format!("{}{SPACE}kr", whole(amount))
}

/// A difference in whole kronor, with its sign: `+260 000`, `−800 000`, `0`.
pub(super) fn signed(amount: Ore) -> String {
    let plus = if amount.ore() >= 50 { "+" } else { "" };
    format!("{plus}{}", whole(amount))
}

/// A part with its sign, in per cent with one decimal: `−6,6 %`.
pub(super) fn signed_percent(part: Fraction) -> String {
    let text = part.percent(1);
    if part > Fraction::ZERO && text.contains(|c: char| ('1'..='9').contains(&c)) {
        format!("+{text}")
    } else {
        text
    }
}

/// An amount in a table; a dash, read as *not known*, when there is none.
pub(super) fn cell(lang: Lang, amount: Option<Ore>) -> Markup {
    html! {
        @match amount {
            Some(amount) => (whole(amount)),
            None => (unknown(lang)),
        }
    }
}

/// A difference in a table; which way it goes is its sign, never only its colour.
pub(super) fn difference(lang: Lang, pair: Pair) -> Markup {
    html! {
        @match pair.difference() {
            Some(amount) => { span.difference data-way=(way(amount)) { (signed(amount)) } },
            None => (unknown(lang)),
        }
    }
}

/// A difference as a part of what it was; nothing when it was nothing.
pub(super) fn relative(lang: Lang, pair: Pair) -> Markup {
    html! {
        @match pair.relative() {
            Some(part) => (signed_percent(part)),
            None => (unknown(lang)),
        }
    }
}

/// A dash for what is not known.
pub(super) fn unknown(lang: Lang) -> Markup {
    html! { span aria-hidden="true" { "–" } span.visually-hidden { (lang.t("allocation-unknown")) } }
}

/// Which way an amount goes: less, the same or more.
pub(super) fn way(amount: Ore) -> &'static str {
    match amount.ore() {
        ..=-50 => "less",
        -49..=49 => "same",
        50.. => "more",
    }
}

/// A count with groups of three digits.
pub(super) fn count(count: usize) -> String {
    grouped(i128::try_from(count).unwrap_or(i128::MAX))
}

/// What happened to a group of associations, in a word.
pub(super) fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Same => lang.t("allocation-kind-same"),
        Kind::Merged => lang.t("allocation-kind-merged"),
        Kind::Split => lang.t("allocation-kind-split"),
        Kind::New => lang.t("allocation-kind-new"),
        Kind::Ended => lang.t("allocation-kind-ended"),
        Kind::Regrouped => lang.t("allocation-kind-regrouped"),
    }
}

/// What a member is: the state, a region, a municipality.
pub(super) fn member(lang: Lang, party: Party) -> &'static str {
    match party {
        Party::State => lang.t("allocation-state"),
        Party::Region => lang.t("allocation-region"),
        Party::Municipality => lang.t("allocation-municipality"),
    }
}

/// A party's name as a heading of its own.
pub(super) fn party(lang: Lang, party: Party) -> &'static str {
    match party {
        Party::State => lang.t("allocation-state"),
        Party::Region => lang.t("allocation-regions"),
        Party::Municipality => lang.t("allocation-municipalities"),
    }
}

/// The step between two counts, with its sign.
pub(super) fn step(before: usize, after: usize) -> String {
    let down = before.saturating_sub(after);
    let up = after.saturating_sub(before);
    match (down, up) {
        (0, 0) => "0".to_owned(),
        (0, up) => format!("+{}", count(up)),
        (down, _) => format!("\u{2212}{}", count(down)),
    }
}
