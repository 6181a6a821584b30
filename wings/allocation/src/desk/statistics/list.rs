//! Which figures there are, as a page and as files.

use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::national::NationalYear;
use kit::list::Drawn;

use super::{PATH, may_import, read, views};
use crate::pages::statistics::list::{self, Divided, Year};
use crate::pages::statistics::series;

/// `GET /fordelning/statistik`, and every series as files.
pub(in crate::desk) async fn show(visitor: Visitor) -> Answer {
    catch_up(&visitor).await?;
    let mut years: Vec<Year> = Vec::new();
    let mut division: Option<Divided> = None;
    visitor.app().engine().each::<NationalYear, ()>(|key, national| {
        let Ok(number) = key.parse::<i16>() else { return };
        let year = Year::of(number, national, |meta| read(&visitor, meta));
        if !year.series.is_empty() {
            years.push(year);
        }
        if let Some((meta, noted)) = national.divisions.last()
            && division.as_ref().is_none_or(|known| known.year <= number)
        {
            division = Some(Divided::of(number, noted, read(&visitor, meta)));
        }
    });
    years.sort_by_key(|year| std::cmp::Reverse(year.number));
    let known = crate::desk::scene::known(visitor.app());
    let lang = visitor.lang();
    let face = {
        let all = series::list(lang, PATH, &years);
        let page = |drawn: &Drawn| {
            list::show(&list::View {
                lang,
                views: &views(&visitor),
                path: PATH,
                years: &years,
                series: drawn,
                used: known.latest(),
                staircase: &known.staircase,
                division: division.as_ref(),
                may_import: may_import(&visitor),
            })
        };
        desk::list::answer(&visitor, &all, series::rows(&years), lang.t("statistics-title"), page)?
    };
    face.send(&visitor).await
}

/// After reading in, the address names the year and its version: this node reads as far before it answers.
async fn catch_up(visitor: &Visitor) -> Result<(), desk::stop::Stop> {
    let asked = visitor.asked_typed();
    if let Ok(version) = asked.get("v").parse() {
        visitor.app().engine().catch_up_on::<NationalYear>(asked.get("ar"), version).await?;
    }
    Ok(())
}
