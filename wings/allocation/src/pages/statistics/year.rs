//! The figures of a year as a list: every municipality, with what stands of it.

use allocation::statistics::SeriesKind;
use domain::geography;
use kit::Lang;
use kit::form::Choice;
use kit::list::{Drawn, Entry, Head, List, Value};
use kit::parts::{self, Tone};
use maud::{Markup, html};

use super::list::facts;
use super::municipality::Row;
use super::summary::Summary;
use super::words;

/// Everything the table shows.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The pages of allocation.
    pub views: &'a [(String, String, bool)],
    /// The year.
    pub year: i16,
    /// The series that stand.
    pub series: &'a [Summary],
    /// The municipalities.
    pub figures: &'a Drawn,
}

/// The table.
pub fn show(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let year = view.year.to_string();
    html! {
        h1 { (lang.ta("statistics-year-title", &[("year", year.as_str().into())])) }
        (parts::section_nav(lang.t("allocation-views"), view.views))
        @for summary in view.series { (warning(view, summary)) }
        div.figures { (view.figures) }
        @if view.figures.unsummed { p.hint { (lang.t("statistics-sum-hint")) } }
        h2 { (lang.t("statistics-about")) }
        @for summary in view.series {
            h3 { (words::kind(lang, summary.kind)) (summary.tags(lang)) }
            (parts::facts(&facts(lang, summary)))
        }
    }
}

/// What must be said where the figures are shown.
fn warning(view: &View<'_>, summary: &Summary) -> Markup {
    let lang = view.lang;
    let about = [("kind", words::kind(lang, summary.kind).into()), ("year", view.year.to_string().into())];
    html! {
        @if summary.illustrative {
            (parts::note(Tone::Late, lang.t("statistics-illustrative-title"), &html! {
                p { (lang.ta("statistics-illustrative-says", &about)) }
            }))
        }
        @if summary.preliminary {
            (parts::note(Tone::Plain, lang.t("statistics-preliminary-title"), &html! {
                p { (lang.ta("statistics-preliminary-says", &about)) }
            }))
        }
    }
}

/// The municipalities with their figures of a year, as a list.
pub fn list<'a>(lang: Lang, path: &'a str, year: i16, series: &'a [Summary], rows: &[Row]) -> List<'a, Row> {
    let head = Head {
        path: path.to_owned(),
        name: format!("statistik-{year}"),
        caption: lang.ta("statistics-table-caption", &[("year", year.to_string().into())]).into(),
        noun: "municipality-counted",
    };
    let updated = series.iter().map(|summary| summary.read.on).max().unwrap_or_default();
    let entry = move |row: &Row| Entry {
        id: format!("{path}#{}", row.code),
        href: None,
        title: format!("{} {year}", row.name),
        updated,
    };
    let counties = geography::counties().iter().map(|county| Choice::new(county.code, county.name)).collect();
    let list = List::new(lang, head, entry)
        .files(format!("{path}/tabell"))
        .noted(series.iter().flat_map(|summary| notes(lang, year, summary)).collect())
        .text("kommun", lang.t("allocation-municipality"), |row| row.name.into())
        .sorts()
        .swedish()
        .text("kod", lang.t("statistics-code"), |row| row.code.into())
        .sorts()
        .text("lan", lang.t("statistics-county"), |row| row.county_code.into())
        .taken_out()
        .searches(lang.t("statistics-search"), |row, search| {
            search.at(row.code);
            search.at(row.name);
        })
        .filter("lan", lang.t("allocation-county"), counties, |row| row.county_code.into())
        .usually("kod", false);
    series.iter().fold(list, |list, summary| {
        let kind = summary.kind;
        let decimals = words::decimals(rows.iter().filter_map(|row| row.figure(kind)));
        list.figure(words::kind_slug(kind), heading(lang, year, summary), move |row| figure(row, kind))
            .sorts()
            .shown(move |row| words::cell(lang, row.figures.get(&kind).copied().flatten(), decimals))
            .sums_whole(move |sum| whole(lang, sum, decimals))
    })
}

fn figure(row: &Row, kind: SeriesKind) -> Value<'_> {
    row.figure(kind).map_or(Value::Missing, Value::Thousandths)
}

/// A sum with a hole in it would be too low, and is none.
fn whole(lang: Lang, sum: &Value<'_>, decimals: usize) -> Markup {
    html! {
        @if let Value::Thousandths(sum) = sum {
            (words::aligned(*sum, decimals))
        } @else {
            span aria-hidden="true" { "–" }
            span.visually-hidden { (lang.t("statistics-sum-unknown")) }
        }
    }
}

/// A column's heading says what its figures are, wherever the table is taken.
fn heading(lang: Lang, year: i16, summary: &Summary) -> String {
    let mut heading = words::kind(lang, summary.kind).to_owned();
    for (is, key) in
        [(summary.illustrative, "statistics-illustrative"), (summary.preliminary, "statistics-preliminary")]
    {
        if is {
            heading.push_str(&format!(" ({})", lang.t(key)));
        }
    }
    format!("{heading} {year}")
}

fn notes(lang: Lang, year: i16, summary: &Summary) -> Vec<String> {
    let kind = words::kind(lang, summary.kind);
    let about = [("kind", kind.into()), ("year", year.to_string().into())];
    let mut notes = Vec::new();
    if summary.illustrative {
        notes.push(lang.ta("statistics-illustrative-says", &about));
    }
    if summary.preliminary {
        notes.push(lang.ta("statistics-preliminary-says", &about));
    }
    for gap in &summary.gaps {
        let why = gap.why.map_or(lang.t("statistics-why-absent"), |why| words::why(lang, why));
        let count = [("count", gap.names.len().into()), ("why", why.into())];
        notes.push(format!("{kind}. {} {}.", lang.ta("statistics-gap", &count), gap.names.join(", ")));
    }
    notes.push(format!("{kind}. {}: {}", lang.t("statistics-source"), summary.source));
    notes
}
