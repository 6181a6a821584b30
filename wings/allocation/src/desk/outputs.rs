//! A scenario as XLSX, CSV and PDF, saved or not.

use allocation::change::Caveat;
use desk::print;
use desk::sheet;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::county::events::Note;
use domain::county::report::{Told, scenario_report};
use exchange::workbook::Workbook;
use jiff::civil::Date;
use kit::Lang;
use papers::ScenarioReport;

use super::lookup;
use super::place::{self, Place};
use super::scene::Scene;
use crate::pages::allocation::reckoned::Reckoned;

/// What can be taken out under an address: kind, address, words.
pub(super) fn of(lang: Lang, under: &str) -> Vec<(&'static str, String, &'static str)> {
    vec![
        ("HTML", format!("{under}/rapport"), lang.t("county-output-report")),
        ("PDF", format!("{under}/rapport.pdf"), lang.t("county-output-report")),
        ("XLSX", format!("{under}/tabell.xlsx"), lang.t("county-output-tables")),
        ("CSV", format!("{under}/tabell.csv"), lang.t("county-output-tables")),
    ]
}

/// A scenario that is taken out.
struct Taken {
    area: String,
    name: String,
    file: String,
    dated: Date,
    made_by: Option<String>,
    notes: Vec<Note>,
    reckoned: Reckoned,
}

impl Taken {
    /// The scenario of the calculator's address.
    fn asked(visitor: &Visitor) -> Result<Self, Stop> {
        let scene = Scene::of(visitor).ok_or(Stop::NotFound(None))?;
        let reckoned = scene.reckon().map_err(|_| Stop::NotFound(Some("scenariot")))?;
        let area = scene.scope().county.map_or("Hela landet", |county| county.name.as_str()).to_owned();
        Ok(Self {
            name: format!("Scenario för {area}"),
            area,
            file: "scenario".to_owned(),
            dated: visitor.today(),
            made_by: None,
            notes: scene.start.notes,
            reckoned,
        })
    }

    /// The saved scenario of the address.
    fn saved(visitor: &Visitor) -> Result<Self, Stop> {
        let place = Place::of(visitor)?;
        let (id, saved) = lookup::named(visitor, &place)?;
        let reckoned = lookup::reckon(&saved.saved).map_err(|_| Stop::NotFound(Some("scenariot")))?;
        Ok(Self {
            area: place.name().to_owned(),
            name: saved.saved.name.clone(),
            file: format!("scenario-{}-{id}", place.code()),
            dated: visitor.app().in_sweden(saved.by.at).date(),
            made_by: Some(place::name(visitor, saved.by.actor)),
            notes: saved.saved.notes,
            reckoned,
        })
    }

    fn caveats(&self) -> Vec<String> {
        self.reckoned.caveats.iter().map(Caveat::sentence).collect()
    }

    fn workbook(&self) -> Workbook {
        let caveats: Vec<String> =
            self.caveats().into_iter().chain(self.notes.iter().map(|note| note.says.clone())).collect();
        let (before, after) = (self.reckoned.side_before(), self.reckoned.side_after());
        let comparison = &self.reckoned.comparison;
        exchange::scenario::workbook(
            &self.name,
            before,
            after,
            comparison,
            &self.reckoned.sentences(),
            &caveats,
        )
    }

    fn xlsx(&self) -> Answer {
        sheet::xlsx(&self.file, &self.workbook(), self.dated)
    }

    fn csv(&self) -> Answer {
        sheet::csv_of(&self.file, &self.workbook())
    }

    fn report(&self) -> ScenarioReport {
        scenario_report(&Told {
            area: &self.area,
            name: &self.name,
            dated: self.dated,
            made_by: self.made_by.as_deref(),
            before: self.reckoned.side_before(),
            after: self.reckoned.side_after(),
            comparison: &self.reckoned.comparison,
            sentences: &self.reckoned.sentences(),
            caveats: &self.caveats(),
            notes: &self.notes,
        })
    }

    async fn pdf(self) -> Answer {
        let report = self.report();
        print::pdf(&self.file, move || documents::scenario_report(&report)).await
    }

    /// The report as a page; `pdf` is the address of the same as PDF.
    fn page(&self, visitor: &Visitor, pdf: &str) -> Answer {
        let main = crate::pages::allocation_reading::scenario_report(visitor.lang(), &self.report(), pdf);
        visitor.page(&self.name, &main)
    }
}

/// `GET /fordelning/rapport`.
pub(super) async fn asked_report(visitor: Visitor) -> Answer {
    let pdf = visitor.address().replacen("/rapport", "/rapport.pdf", 1);
    Taken::asked(&visitor)?.page(&visitor, &pdf)
}

/// `GET /lan/{lan}/scenarier/{scenario}/rapport`.
pub(super) async fn saved_report(visitor: Visitor) -> Answer {
    let pdf = format!("{}.pdf", visitor.path());
    Taken::saved(&visitor)?.page(&visitor, &pdf)
}

/// `GET /fordelning/tabell.xlsx`.
pub(super) async fn asked_xlsx(visitor: Visitor) -> Answer {
    Taken::asked(&visitor)?.xlsx()
}

/// `GET /fordelning/tabell.csv`.
pub(super) async fn asked_csv(visitor: Visitor) -> Answer {
    Taken::asked(&visitor)?.csv()
}

/// `GET /fordelning/rapport.pdf`.
pub(super) async fn asked_pdf(visitor: Visitor) -> Answer {
    Taken::asked(&visitor)?.pdf().await
}

/// `GET /lan/{lan}/scenarier/{scenario}/tabell.xlsx`.
pub(super) async fn saved_xlsx(visitor: Visitor) -> Answer {
    Taken::saved(&visitor)?.xlsx()
}

/// `GET /lan/{lan}/scenarier/{scenario}/tabell.csv`.
pub(super) async fn saved_csv(visitor: Visitor) -> Answer {
    Taken::saved(&visitor)?.csv()
}

/// `GET /lan/{lan}/scenarier/{scenario}/rapport.pdf`.
pub(super) async fn saved_pdf(visitor: Visitor) -> Answer {
    Taken::saved(&visitor)?.pdf().await
}
