//! The figures of a year as a table: every municipality, narrowed and sorted as the address asks.

use allocation::statistics::SeriesKind;
use domain::geography;
use kit::Lang;
use kit::form::Choice;
use kit::parts::{self, Column, Filter, Tone};
use maud::{Markup, html};

use super::list::facts;
use super::query::{Order, Query, Row};
use super::summary::Summary;
use super::words;

/// Everything the table shows.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// The language.
    pub lang: Lang,
    /// The pages of allocation.
    pub views: &'a [(String, String, bool)],
    /// The address of the table.
    pub path: &'a str,
    /// The year.
    pub year: i16,
    /// The series that stand.
    pub series: &'a [Summary],
    /// What is asked for.
    pub query: &'a Query,
    /// What was found, in order.
    pub rows: &'a [Row],
}

/// The table.
pub fn show(view: &View<'_>) -> Markup {
    let (lang, path) = (view.lang, view.path);
    let year = view.year.to_string();
    html! {
        h1 { (lang.ta("statistics-year-title", &[("year", year.as_str().into())])) }
        (parts::section_nav(lang.t("allocation-views"), view.views))
        @for summary in view.series { (warning(view, summary)) }
        (filter(view))
        p.found role="status" { (lang.ta("found-many", &[("count", view.rows.len().into())])) }
        @if view.rows.is_empty() { (parts::empty(lang.t("statistics-none-found"), None)) }
        @else {
            (table(view))
            (parts::outputs(lang, &[
                ("CSV", view.query.address(&format!("{path}/tabell.csv")), lang.t("statistics-table")),
                ("XLSX", view.query.address(&format!("{path}/tabell.xlsx")), lang.t("statistics-table")),
            ]))
        }
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

fn filter(view: &View<'_>) -> Markup {
    let lang = view.lang;
    let counties: Vec<Choice> =
        geography::counties().iter().map(|county| Choice::new(county.code, county.name)).collect();
    Filter::new(lang, view.path)
        .words("sok", lang.t("statistics-search"), &view.query.words)
        .choice("lan", lang.t("allocation-county"), view.query.county.unwrap_or_default(), &counties)
        .keeping(&view.query.order_pairs())
        .bar()
}

fn table(view: &View<'_>) -> Markup {
    let (lang, query) = (view.lang, view.query);
    let sorted = |column: Column, order| {
        let now = (query.order == order).then_some(!query.descending);
        column.sorted(query.sorted_by(view.path, order), now)
    };
    let mut columns = vec![
        sorted(Column::new(lang.t("allocation-municipality")), Order::Name),
        sorted(Column::new(lang.t("statistics-code")), Order::Code),
    ];
    let kinds: Vec<Counted> =
        view.series.iter().map(|summary| Counted::of(summary.kind, view.rows)).collect();
    columns.extend(
        kinds.iter().map(|own| sorted(Column::number(words::kind(lang, own.kind)), Order::Figure(own.kind))),
    );
    let rows = html! {
        @for row in view.rows {
            tr {
                th scope="row" lang="sv" { (row.name) }
                td { (row.code) }
                @for own in &kinds {
                    td.num { (words::cell(lang, row.figures.get(&own.kind).copied().flatten(), own.decimals)) }
                }
            }
        }
        @if view.rows.len() > 1 { (sums(lang, &kinds)) }
    };
    let caption = lang.ta("statistics-table-caption", &[("year", view.year.to_string().into())]);
    html! {
        div.figures { (parts::table("siffror", &caption, &columns, &rows)) }
        @if view.rows.len() > 1 && kinds.iter().any(|own| own.sum.is_none()) {
            p.hint { (lang.t("statistics-sum-hint")) }
        }
    }
}

/// A column of figures.
struct Counted {
    kind: SeriesKind,
    decimals: usize,
    /// Their sum; a sum with a hole in it would be too low, and is none.
    sum: Option<u64>,
}

impl Counted {
    fn of(kind: SeriesKind, rows: &[Row]) -> Self {
        let figures = rows.iter().map(|row| row.figure(kind));
        Self {
            kind,
            decimals: words::decimals(figures.clone().flatten()),
            sum: figures.into_iter().try_fold(0_u64, |sum, figure| sum.checked_add(figure?)),
        }
    }
}

fn sums(lang: Lang, kinds: &[Counted]) -> Markup {
    html! {
        tr.sum {
            th scope="row" { (lang.t("statistics-sum")) }
            td {}
            @for own in kinds {
                td.num {
                    @match own.sum {
                        Some(sum) => (words::aligned(sum, own.decimals)),
                        None => {
                            span aria-hidden="true" { "–" }
                            span.visually-hidden { (lang.t("statistics-sum-unknown")) }
                        }
                    }
                }
            }
        }
    }
}
