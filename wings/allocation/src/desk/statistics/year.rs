//! The figures of a year: a page, and the same table as CSV and XLSX.

use axum::http::header;
use axum::response::IntoResponse;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::national::NationalYear;
use exchange::workbook::{Cell, Column, Kind, Sheet, Workbook};
use kit::Lang;

use super::{PATH, read, views};
use crate::pages::statistics::query::{Query, Row};
use crate::pages::statistics::summary::Summary;
use crate::pages::statistics::{words, year};

/// A year with what is asked of it.
struct Scene {
    year: i16,
    series: Vec<Summary>,
    query: Query,
    rows: Vec<Row>,
}

impl Scene {
    /// Reads the year of the address; there is none before something has been read in for it.
    fn of(visitor: &Visitor) -> Result<Self, Stop> {
        let nothing = || Stop::NotFound(Some("året"));
        let year: i16 = visitor.parameter("ar").parse().map_err(|_| nothing())?;
        let look = |national: &NationalYear| {
            let standing = national.series.values().filter_map(|versions| versions.last());
            let series =
                standing.map(|(meta, imported)| Summary::of(imported, read(visitor, meta))).collect();
            (series, Row::all(national))
        };
        let engine = visitor.app().engine();
        let (series, rows): (Vec<Summary>, _) =
            engine.read_on::<NationalYear, _>(&year.to_string(), look).ok_or_else(nothing)?;
        if series.is_empty() {
            return Err(nothing());
        }
        let pairs = visitor.asked();
        let query = Query::of(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        Ok(Self { year, series, rows: query.pick(rows), query })
    }

    /// The table as it can be taken out.
    fn sheet(&self, lang: Lang) -> Sheet {
        let kinds = self.series.iter().map(|summary| summary.kind);
        let mut columns: Vec<Column> = ["statistics-code", "allocation-municipality", "statistics-county"]
            .into_iter()
            .map(|key| Column::new(lang.t(key), Kind::Text))
            .collect();
        columns
            .extend(self.series.iter().map(|summary| Column::new(self.head(lang, summary), Kind::Decimal)));
        let cells = |row: &Row| {
            let names = [row.code, row.name, row.county_code].map(Cell::text);
            let figure = |kind| row.figure(kind).map_or(Cell::Missing, Cell::Thousandths);
            names.into_iter().chain(kinds.clone().map(figure)).collect()
        };
        let year = self.year.to_string();
        Sheet {
            name: year.clone(),
            title: lang.ta("statistics-table-caption", &[("year", year.into())]),
            notes: self.series.iter().flat_map(|summary| self.notes(lang, summary)).collect(),
            columns,
            rows: self.rows.iter().map(cells).collect(),
        }
    }

    /// A column's heading says what its figures are, wherever the table is taken.
    fn head(&self, lang: Lang, summary: &Summary) -> String {
        let mut head = words::kind(lang, summary.kind).to_owned();
        for (is, key) in [
            (summary.illustrative, "statistics-illustrative"),
            (summary.preliminary, "statistics-preliminary"),
        ] {
            if is {
                head.push_str(&format!(" ({})", lang.t(key)));
            }
        }
        format!("{head} {}", self.year)
    }

    fn notes(&self, lang: Lang, summary: &Summary) -> Vec<String> {
        let kind = words::kind(lang, summary.kind);
        let about = [("kind", kind.into()), ("year", self.year.to_string().into())];
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
}

/// `GET /fordelning/statistik/{ar}`.
pub(in crate::desk) async fn show(visitor: Visitor) -> Answer {
    let (scene, lang) = (Scene::of(&visitor)?, visitor.lang());
    let path = format!("{PATH}/{}", scene.year);
    let main = year::show(&year::View {
        lang,
        views: &views(&visitor),
        path: &path,
        year: scene.year,
        series: &scene.series,
        query: &scene.query,
        rows: &scene.rows,
    });
    let title = lang.ta("statistics-year-title", &[("year", scene.year.to_string().into())]);
    visitor.page(&title, &main)
}

/// `GET /fordelning/statistik/{ar}/tabell.csv`.
pub(in crate::desk) async fn csv(visitor: Visitor) -> Answer {
    let scene = Scene::of(&visitor)?;
    let bytes = scene.sheet(visitor.lang()).csv().map_err(Stop::fault)?;
    Ok(taken_out(scene.year, "csv", "text/csv; charset=utf-8", bytes))
}

/// `GET /fordelning/statistik/{ar}/tabell.xlsx`.
pub(in crate::desk) async fn xlsx(visitor: Visitor) -> Answer {
    let scene = Scene::of(&visitor)?;
    let sheet = scene.sheet(visitor.lang());
    let book = Workbook { title: sheet.title.clone(), sheets: vec![sheet] };
    let bytes = book.xlsx(visitor.today()).map_err(Stop::fault)?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(taken_out(scene.year, "xlsx", kind, bytes))
}

fn taken_out(year: i16, ending: &str, kind: &str, bytes: Vec<u8>) -> axum::response::Response {
    let name = format!("attachment; filename=\"statistik-{year}.{ending}\"");
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name)];
    (headers, bytes).into_response()
}
