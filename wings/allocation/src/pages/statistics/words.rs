//! Kinds and figures as they are written on a page and in an address.

use allocation::statistics::{SeriesKind, WhyMissing};
use kit::Lang;
use maud::{Markup, html};

use swedish::number::grouped;

/// What a kind of series is called.
pub fn kind(lang: Lang, kind: SeriesKind) -> &'static str {
    match kind {
        SeriesKind::Need => lang.t("statistics-kind-need"),
        SeriesKind::Inhabitants => lang.t("statistics-kind-inhabitants"),
        SeriesKind::KeyInhabitants => lang.t("statistics-kind-key-inhabitants"),
    }
}

/// What a kind is called in an address.
pub fn kind_slug(kind: SeriesKind) -> &'static str {
    match kind {
        SeriesKind::Need => "forsorjning",
        SeriesKind::Inhabitants => "invanare-16-64",
        SeriesKind::KeyInhabitants => "invanare-18-64",
    }
}

/// The kind that an address calls so.
pub fn kind_of_slug(slug: &str) -> Option<SeriesKind> {
    SeriesKind::ALL.into_iter().find(|kind| kind_slug(*kind) == slug)
}

/// Why there is no figure, as the end of a sentence.
pub fn why(lang: Lang, why: WhyMissing) -> &'static str {
    match why {
        WhyMissing::Empty => lang.t("statistics-why-empty"),
        WhyMissing::Marked => lang.t("statistics-why-marked"),
        WhyMissing::ZeroIsNoReport => lang.t("statistics-why-zero"),
    }
}

/// A figure in thousandths with grouped digits, and only the decimals there are: `1 234,5`.
pub fn figure(thousandths: u64) -> String {
    let (whole, rest) = (grouped(thousandths / 1000), thousandths % 1000);
    if rest == 0 { whole } else { format!("{whole},{}", format!("{rest:03}").trim_end_matches('0')) }
}

/// How many decimals the figures of a column need.
pub(super) fn decimals(figures: impl IntoIterator<Item = u64>) -> usize {
    let needs = |figure: u64| match figure % 1000 {
        0 => 0,
        rest if rest % 100 == 0 => 1,
        rest if rest % 10 == 0 => 2,
        _ => 3,
    };
    figures.into_iter().map(needs).max().unwrap_or(0)
}

/// A figure with as many decimals as its column, so that they stand under each other.
pub(super) fn aligned(thousandths: u64, decimals: usize) -> String {
    let (whole, rest) = (grouped(thousandths / 1000), format!("{:03}", thousandths % 1000));
    if decimals == 0 { whole } else { format!("{whole},{}", rest.get(..decimals).unwrap_or(&rest)) }
}

/// A figure in a table; a dash, read with its reason, when there is none. `None` is a municipality the file left out.
pub(super) fn cell(lang: Lang, value: Option<Result<u64, WhyMissing>>, decimals: usize) -> Markup {
    let reason = match value {
        Some(Ok(thousandths)) => return html! { (aligned(thousandths, decimals)) },
        Some(Err(reason)) => why(lang, reason),
        None => lang.t("statistics-why-absent"),
    };
    html! { span aria-hidden="true" { "–" } span.visually-hidden { (lang.t("statistics-missing-cell")) " " (reason) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_only_the_decimals_there_are() {
        assert_eq!(figure(29_482_000), "29\u{a0}482");
        assert_eq!(figure(1_234_500), "1\u{a0}234,5");
        assert_eq!(figure(5), "0,005");
    }

    #[test]
    fn a_kind_is_found_by_what_an_address_calls_it() {
        for kind in SeriesKind::ALL {
            assert_eq!(kind_of_slug(kind_slug(kind)), Some(kind));
        }
        assert_eq!(kind_of_slug("need"), None);
    }

    #[test]
    fn the_figures_of_a_column_have_the_same_decimals() {
        let figures = [7_456_380, 8_000_000, 12_500];
        let decimals = decimals(figures);
        assert_eq!(
            figures.map(|figure| aligned(figure, decimals)),
            ["7\u{a0}456,38", "8\u{a0}000,00", "12,50"]
        );
        assert_eq!(aligned(29_482_000, 0), "29\u{a0}482");
    }
}
