//! The pages and tables that are read: each a function of what is known on the day.

use desk::sheet;
use desk::stop::Answer;
use desk::visitor::Visitor;
use kit::list::Drawn;
use swedish::money::Ore;

use super::stage::{scene, year};
use crate::pages::contributions::{self as contributed, Trial};
use crate::pages::invoices::{self as invoiced, Asked};
use crate::pages::{due, overview as overviewed, round as of_year, shares as owned, years};

/// `GET /f/{forbund}/medel`, and every year as files.
pub(super) async fn overview(visitor: Visitor) -> Answer {
    let face = scene(&visitor, |scene| {
        let page = |drawn: &Drawn| overviewed::show(scene, drawn);
        let title = visitor.lang().t("funding");
        desk::list::answer(&visitor, &years::list(*scene), years::rows(scene), title, page)
    })??;
    face.send(&visitor).await
}

/// `GET /f/{forbund}/medel/{ar}`.
pub(super) async fn round(visitor: Visitor) -> Answer {
    let year = year(&visitor)?;
    let main = scene(&visitor, |scene| of_year::show(scene, year))?;
    let title = visitor.lang().ta("funding-round-title", &[("year", year.to_string().into())]);
    visitor.page(&title, &main)
}

/// The amount that the address tries.
fn trial(visitor: &Visitor) -> Trial {
    let typed = visitor.asked().into_iter().find(|(name, _)| name == "belopp").map(|(_, value)| value);
    let typed = typed.unwrap_or_default().trim().to_owned();
    // An amount that cannot be given, or is too large to be doubled, is none.
    let read = Ore::read(&typed).ok().filter(|amount| (0..=i64::MAX / 4).contains(&amount.ore()));
    Trial { amount: read, typed }
}

/// `GET /f/{forbund}/medel/{ar}/bidrag`.
pub(super) async fn contributions(visitor: Visitor) -> Answer {
    let year = year(&visitor)?;
    let trial = trial(&visitor);
    let main = scene(&visitor, |scene| contributed::show(scene, year, &trial))?;
    let title = visitor.lang().ta("funding-contributions-of", &[("year", year.to_string().into())]);
    visitor.page(&title, &main)
}

/// `GET /f/{forbund}/medel/{ar}/bidrag.csv`.
pub(super) async fn contributions_csv(visitor: Visitor) -> Answer {
    let year = year(&visitor)?;
    let table = scene(&visitor, |scene| contributed::sheet(scene, year))?;
    sheet::csv(
        &format!("bidrag-{}-{year}", visitor.slug()?),
        &sheet::of_values("bidrag", table.head, table.lines),
    )
}

fn asked(visitor: &Visitor, year: i16) -> Asked {
    let query = visitor.asked();
    Asked::of(year, query.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

/// `GET /f/{forbund}/medel/{ar}/fakturaunderlag`, and what falls due as files.
pub(super) async fn invoices(visitor: Visitor) -> Answer {
    let year = year(&visitor)?;
    let asked = asked(&visitor, year);
    let title = visitor.lang().ta("funding-invoices-of", &[("year", year.to_string().into())]);
    let face = scene(&visitor, |scene| {
        let page = |drawn: &Drawn| invoiced::show(scene, year, &asked, drawn);
        let rows = due::rows(scene, year, &asked);
        desk::list::answer(&visitor, &due::list(*scene, year, &asked), rows, &title, page)
    })??;
    face.send(&visitor).await
}

/// The year that the address asks for.
fn asked_year(visitor: &Visitor) -> Option<i16> {
    visitor.asked().into_iter().find(|(name, _)| name == "ar").and_then(|(_, value)| value.parse().ok())
}

/// `GET /f/{forbund}/medel/andelar`.
pub(super) async fn shares(visitor: Visitor) -> Answer {
    let asked = asked_year(&visitor);
    let main = scene(&visitor, |scene| owned::show(scene, asked))?;
    visitor.page(visitor.lang().t("funding-shares"), &main)
}

/// `GET /f/{forbund}/medel/andelar.csv`.
pub(super) async fn shares_csv(visitor: Visitor) -> Answer {
    let asked = asked_year(&visitor);
    let table = scene(&visitor, |scene| owned::sheet(scene, asked))?;
    sheet::csv(&format!("andelar-{}", visitor.slug()?), &sheet::of_values("andelar", table.head, table.lines))
}
