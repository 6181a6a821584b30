//! A series in short: its source, how many municipalities have a figure, which have none and why.

use allocation::statistics::{Series, SeriesKind, WhyMissing};
use domain::geography;
use domain::national::events::Imported;
use jiff::civil::Date;
use kit::Lang;
use kit::format::day;
use kit::parts::{self, Tone};
use maud::{Markup, html};

use super::words;

/// How many names are shown before the rest fold out.
const SHOWN: usize = 8;

/// When something was read in, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The day.
    pub on: Date,
    /// Who did it, as the reader may know.
    pub by: Option<String>,
}

/// Municipalities without a figure, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Why; none when the file did not have them at all.
    pub why: Option<WhyMissing>,
    /// Their names.
    pub names: Vec<&'static str>,
}

/// A series in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What it counts.
    pub kind: SeriesKind,
    /// Where it comes from.
    pub source: String,
    /// The name of the file it came in.
    pub file: Option<String>,
    /// Whether the figures may change.
    pub preliminary: bool,
    /// Whether they are made up to show how the model works.
    pub illustrative: bool,
    /// How many municipalities have a figure.
    pub known: usize,
    /// Those that have none.
    pub gaps: Vec<Gap>,
    /// When it was read in.
    pub read: Read,
}

impl Summary {
    /// The series in short.
    pub fn of(imported: &Imported, read: Read) -> Self {
        let series = &imported.series;
        Self {
            kind: series.measure,
            source: series.source.clone(),
            file: imported.file.clone(),
            preliminary: series.preliminary,
            illustrative: imported.illustrative,
            known: series.values.values().filter(|value| value.is_ok()).count(),
            gaps: gaps(series),
            read,
        }
    }

    /// Tags for what must be known of the figures.
    pub(super) fn tags(&self, lang: Lang) -> Markup {
        html! {
            @if self.illustrative { " " (parts::status(Tone::Late, lang.t("statistics-illustrative"))) }
            @if self.preliminary { " " (parts::status(Tone::Wait, lang.t("statistics-preliminary"))) }
        }
    }
}

/// The municipalities without a figure, by reason.
fn gaps(series: &Series) -> Vec<Gap> {
    let reasons = [Some(WhyMissing::ZeroIsNoReport), Some(WhyMissing::Marked), Some(WhyMissing::Empty), None];
    let of = |code: &str| match series.values.get(code) {
        Some(Ok(_)) => None,
        Some(Err(why)) => Some(Some(*why)),
        None => Some(None),
    };
    let names = |why: Option<WhyMissing>| {
        let all = geography::municipalities().iter();
        all.filter(|m| of(m.code) == Some(why)).map(|m| m.name).collect::<Vec<_>>()
    };
    let gap = |why| Gap { why, names: names(why) };
    reasons.into_iter().map(gap).filter(|gap| !gap.names.is_empty()).collect()
}

/// The gaps, each with its reason and its names.
pub(super) fn gap_list(lang: Lang, gaps: &[Gap]) -> Markup {
    html! {
        @for gap in gaps {
            @let why = gap.why.map_or(lang.t("statistics-why-absent"), |why| words::why(lang, why));
            div {
                (lang.ta("statistics-gap", &[("count", gap.names.len().into()), ("why", why.into())]))
                (names(lang, &gap.names))
            }
        }
    }
}

/// Names in a sentence; many of them fold out.
pub(super) fn names<T: AsRef<str>>(lang: Lang, names: &[T]) -> Markup {
    let all = names.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
    html! {
        @if names.len() <= SHOWN { " " span lang="sv" { (all) } }
        @else {
            details {
                summary { (lang.ta("statistics-names", &[("count", names.len().into())])) }
                p lang="sv" { (all) }
            }
        }
    }
}

/// When something was read in, and by whom.
pub(super) fn read(lang: Lang, read: &Read) -> Markup {
    html! {
        (day(lang, read.on))
        @if let Some(by) = &read.by { " " (lang.t("statistics-by")) " " (by) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_municipality_without_a_figure_has_its_reason() {
        let mut values: std::collections::BTreeMap<String, Result<u64, WhyMissing>> =
            geography::municipalities().iter().map(|m| (m.code.to_owned(), Ok(1000))).collect();
        values.insert("0680".into(), Err(WhyMissing::ZeroIsNoReport));
        values.insert("0683".into(), Err(WhyMissing::Empty));
        values.remove("0687");
        let series = Series {
            measure: SeriesKind::Need,
            year: 2019,
            preliminary: false,
            source: "SCB".into(),
            values,
        };
        let gaps: Vec<_> = gaps(&series).into_iter().map(|gap| (gap.why, gap.names)).collect();
        assert_eq!(
            gaps,
            [
                (Some(WhyMissing::ZeroIsNoReport), vec!["Jönköping"]),
                (Some(WhyMissing::Empty), vec!["Värnamo"]),
                (None, vec!["Tranås"]),
            ]
        );
    }
}
