//! Every series of every year that was read in, those that others stand instead of too, as a list.

use allocation::statistics::SeriesKind;
use domain::geography;
use kit::Lang;
use kit::form::Choice;
use kit::list::{Entry, Head, List, Value, years};
use maud::html;

use super::list::Year;
use super::summary::Summary;
use super::words;

/// A series in the list.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    year: i16,
    summary: &'a Summary,
    stands: bool,
    /// How many of its kind came before it.
    version: usize,
}

/// The series of years, in their order, the newest of a kind first.
pub fn rows(years: &[Year]) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for year in years {
        for (now, older) in &year.series {
            rows.push(Row { year: year.number, summary: now, stands: true, version: older.len() });
            let before = older.iter().zip((0..older.len()).rev());
            rows.extend(before.map(|(summary, version)| Row {
                year: year.number,
                summary,
                stands: false,
                version,
            }));
        }
    }
    rows
}

/// The series as a list, at an address.
pub fn list<'a>(lang: Lang, path: &'a str, all: &[Year]) -> List<'a, Row<'a>> {
    let head = Head {
        path: path.to_owned(),
        name: "statistik".to_owned(),
        caption: lang.t("statistics-series").into(),
        noun: "statistics-series-counted",
    };
    let entry = move |row: &Row<'_>| {
        let href = format!("{path}/{}", row.year);
        Entry {
            id: format!("{href}#{}-{}", words::kind_slug(row.summary.kind), row.version),
            href: Some(href),
            title: format!("{} {}", words::kind(lang, row.summary.kind), row.year),
            updated: row.summary.read.on,
        }
    };
    let standing = move |row: &Row<'_>| {
        if row.stands { lang.t("statistics-stands") } else { lang.t("statistics-replaced") }
    };
    let kinds = SeriesKind::ALL.map(|kind| Choice::new(words::kind_slug(kind), words::kind(lang, kind)));
    let states = vec![
        Choice::new("galler", lang.t("statistics-stands")),
        Choice::new("ersatta", lang.t("statistics-replaced")),
    ];
    List::new(lang, head, entry)
        .text("serie", lang.t("statistics-kind"), move |row| words::kind(lang, row.summary.kind).into())
        .sorts()
        .shown(move |row| {
            html! {
                a href={ (path) "/" (row.year) } {
                    (words::kind(lang, row.summary.kind)) span.visually-hidden { " " (row.year) }
                }
                (row.summary.tags(lang))
            }
        })
        .text("ar", lang.t("statistics-year"), |row| row.year.to_string().into())
        .sorts_by(|row| Value::Count(row.year.into()))
        .count("kommuner", lang.t("statistics-with-figure"), |row| row.summary.known.into())
        .sorts()
        .count("saknas", lang.t("statistics-missing"), |row| {
            geography::municipalities().len().saturating_sub(row.summary.known).into()
        })
        .sorts()
        .text("kalla", lang.t("statistics-source"), |row| (&row.summary.source).into())
        .sorts()
        .swedish()
        .text("fil", lang.t("statistics-file"), |row| row.summary.file.as_ref().into())
        .taken_out()
        .day("inlast", lang.t("statistics-read"), |row| row.summary.read.on.into())
        .sorts()
        .text("lage", lang.t("statistics-standing"), move |row| standing(row).into())
        .searches(lang.t("statistics-series-search"), |row, search| {
            search.at(&row.year.to_string());
            search.at(&row.summary.source);
            search.at(row.summary.file.as_deref().unwrap_or_default());
        })
        // `ar` is what an address names after reading in, and does not narrow the list.
        .filter("for-ar", lang.t("statistics-year"), years(all.iter().map(|year| year.number)), |row| {
            row.year.to_string().into()
        })
        .filter("serie", lang.t("statistics-kind"), kinds.to_vec(), |row| {
            words::kind_slug(row.summary.kind).into()
        })
        .filter("lage", lang.t("statistics-standing"), states, |row| {
            if row.stands { "galler".into() } else { "ersatta".into() }
        })
}
