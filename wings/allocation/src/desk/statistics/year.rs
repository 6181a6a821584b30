//! The figures of a year, as a page and as files.

use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::national::NationalYear;
use kit::list::Drawn;

use super::{PATH, read, views};
use crate::pages::statistics::municipality::Row;
use crate::pages::statistics::summary::Summary;
use crate::pages::statistics::year;

/// The year of the address with its series and its figures; there is none before something has been read in for it.
fn standing(visitor: &Visitor) -> Result<(i16, Vec<Summary>, Vec<Row>), Stop> {
    let nothing = || Stop::NotFound(Some("året"));
    let number: i16 = visitor.parameter("ar").parse().map_err(|_| nothing())?;
    let look = |national: &NationalYear| {
        let standing = national.series.values().filter_map(|versions| versions.last());
        let series = standing.map(|(meta, imported)| Summary::of(imported, read(visitor, meta))).collect();
        (series, Row::all(national))
    };
    let engine = visitor.app().engine();
    let (series, rows): (Vec<Summary>, _) =
        engine.read_on::<NationalYear, _>(&number.to_string(), look).ok_or_else(nothing)?;
    if series.is_empty() {
        return Err(nothing());
    }
    Ok((number, series, rows))
}

/// `GET /fordelning/statistik/{ar}`, and the same as files.
pub(in crate::desk) async fn show(visitor: Visitor) -> Answer {
    let ((number, series, rows), lang) = (standing(&visitor)?, visitor.lang());
    let path = format!("{PATH}/{number}");
    let face = {
        let list = year::list(lang, &path, number, &series, &rows);
        let page = |figures: &Drawn| {
            year::show(&year::View { lang, views: &views(&visitor), year: number, series: &series, figures })
        };
        let title = lang.ta("statistics-year-title", &[("year", number.to_string().into())]);
        desk::list::answer(&visitor, &list, rows, &title, page)?
    };
    face.send(&visitor).await
}
