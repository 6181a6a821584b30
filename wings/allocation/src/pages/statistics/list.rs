//! Which figures there are: year by year and kind by kind, and how the country is divided into associations.

use allocation::equity::Staircase;
use domain::Meta;
use domain::geography;
use domain::national::NationalYear;
use domain::national::events::Division;
use kit::Lang;
use kit::list::Drawn;
use kit::parts::{self, Tone};
use maud::{Markup, html};

use super::summary::{Read, Summary, gap_list, read};
use super::{staircase, words};

/// A year with its series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub number: i16,
    /// The series that stand, each with those it stands instead of, the newest first.
    pub series: Vec<(Summary, Vec<Summary>)>,
}

impl Year {
    /// The year in short; `read` tells when and by whom something was read in.
    pub fn of(number: i16, national: &NationalYear, read: impl Fn(&Meta) -> Read) -> Self {
        let series = national.series.values().filter_map(|versions| {
            let mut newest_first =
                versions.iter().rev().map(|(meta, imported)| Summary::of(imported, read(meta)));
            Some((newest_first.next()?, newest_first.collect()))
        });
        Self { number, series: series.collect() }
    }
}

/// How the country is divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divided {
    /// The year it applies from.
    pub year: i16,
    /// How many associations.
    pub associations: usize,
    /// How many municipalities are in one.
    pub municipalities: usize,
    /// Where it is stated.
    pub source: String,
    /// Whether it is made up.
    pub illustrative: bool,
    /// When it was noted.
    pub read: Read,
}

impl Divided {
    /// The division of a year in short.
    pub fn of(year: i16, division: &Division, read: Read) -> Self {
        Self {
            year,
            associations: division.associations.len(),
            municipalities: division.associations.iter().map(|area| area.municipalities.len()).sum(),
            source: division.source.clone(),
            illustrative: division.illustrative,
            read,
        }
    }
}

/// Everything the list shows.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The pages of allocation.
    pub views: &'a [(String, String, bool)],
    /// The address of the list.
    pub path: &'a str,
    /// The years, the latest first.
    pub years: &'a [Year],
    /// Every series of them.
    pub series: &'a Drawn,
    /// The year that is reckoned with.
    pub used: Option<i16>,
    /// The division that applies.
    pub division: Option<&'a Divided>,
    /// The equity staircase that stands.
    pub staircase: &'a Staircase,
    /// Whether the reader may read figures in.
    pub may_import: bool,
}

/// The list.
pub fn show(view: &View<'_>) -> Markup {
    let (lang, path) = (view.lang, view.path);
    html! {
        h1 { (lang.t("statistics-title")) }
        p.lead { (lang.t("statistics-lead")) }
        (parts::section_nav(lang.t("allocation-views"), view.views))
        @if view.may_import && !view.years.is_empty() {
            p.actions { a.main href={ (path) "/inlasning" } { (lang.t("statistics-import")) } }
        }
        @if view.years.is_empty() { (nothing(view)) }
        @for year in view.years { (one(view, year)) }
        @if !view.years.is_empty() {
            section aria-labelledby="serier" {
                h2 #serier { (lang.t("statistics-series")) }
                (view.series)
            }
        }
        (division(view))
        @let change = format!("{path}/trappa");
        (staircase::section(lang, view.staircase, view.may_import.then_some(change.as_str())))
    }
}

fn nothing(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let then = if view.may_import {
        html! { p.actions { a.main href={ (view.path) "/inlasning" } { (lang.t("statistics-import")) } } }
    } else {
        html! { p { (lang.t("statistics-none-who")) } }
    };
    parts::empty(lang.t("statistics-none"), Some(&then))
}

fn one(view: &View<'_>, year: &Year) -> Markup {
    let (lang, id) = (view.lang, format!("ar-{}", year.number));
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) {
                (year.number)
                @if view.used == Some(year.number) { " " (parts::status(Tone::Now, lang.t("statistics-used"))) }
            }
            p { a href={ (view.path) "/" (year.number) } { (lang.ta("statistics-show", &[("year", year.number.to_string().into())])) } }
            @for (summary, older) in &year.series { (entry(lang, summary, older)) }
        }
    }
}

fn entry(lang: Lang, summary: &Summary, older: &[Summary]) -> Markup {
    html! {
        h3 { (words::kind(lang, summary.kind)) (summary.tags(lang)) }
        (parts::facts(&facts(lang, summary)))
        @if !older.is_empty() {
            details {
                summary { (lang.ta("statistics-older", &[("count", older.len().into())])) }
                ul {
                    @for before in older {
                        li {
                            (read(lang, &before.read)) ": "
                            (lang.ta("statistics-known", &[("known", before.known.into()), ("all", all().into())])) ". "
                            span lang="sv" { (before.source) }
                            (before.tags(lang))
                        }
                    }
                }
            }
        }
    }
}

fn all() -> usize {
    geography::municipalities().len()
}

/// What is known of a series.
pub(super) fn facts(lang: Lang, summary: &Summary) -> Vec<(&'static str, Markup)> {
    let known = lang.ta("statistics-known", &[("known", summary.known.into()), ("all", all().into())]);
    let mut facts = vec![(lang.t("statistics-with-figure"), html! { (known) })];
    if !summary.gaps.is_empty() {
        facts.push((lang.t("statistics-missing"), gap_list(lang, &summary.gaps)));
    }
    facts.push((lang.t("statistics-source"), html! { span lang="sv" { (summary.source) } }));
    if let Some(file) = &summary.file {
        facts.push((lang.t("statistics-file"), html! { (file) }));
    }
    facts.push((lang.t("statistics-read"), read(lang, &summary.read)));
    facts
}

fn division(view: &View<'_>) -> Markup {
    let lang = view.lang;
    html! {
        section aria-labelledby="indelning" {
            h2 #indelning {
                (lang.t("statistics-division"))
                @if view.division.is_some_and(|division| division.illustrative) {
                    " " (parts::status(Tone::Late, lang.t("statistics-illustrative")))
                }
            }
            @match view.division {
                None => { (parts::empty(lang.t("statistics-division-none"), None)) }
                Some(division) => {
                    p { (lang.t("statistics-division-says")) }
                    (parts::facts(&divided(lang, division)))
                }
            }
        }
    }
}

fn divided(lang: Lang, division: &Divided) -> [(&'static str, Markup); 5] {
    let count = |count: usize| swedish::number::grouped(count);
    let municipalities = lang.ta(
        "statistics-division-municipalities",
        &[("count", division.municipalities.into()), ("all", all().into())],
    );
    [
        (lang.t("statistics-division-year"), html! { (division.year) }),
        (lang.t("allocation-associations"), html! { (count(division.associations)) }),
        (lang.t("allocation-municipalities"), html! { (municipalities) }),
        (lang.t("statistics-source"), html! { span lang="sv" { (division.source) } }),
        (lang.t("statistics-read"), read(lang, &division.read)),
    ]
}
