//! Reading a series of statistics in.

use allocation::statistics::Series;
use serde::{Deserialize, Serialize};

use crate::decision::{Ctx, Decided, Refusal};
use crate::fields::{Fields, LINE};
use crate::geography;
use crate::national::NationalYear;
use crate::national::events::{Event, Imported};

/// Reads a series in. The same figures again change nothing; other figures stand instead of those before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportSeries {
    /// The figures, for the year of the stream.
    pub series: Series,
    /// The name of the file they came in.
    #[serde(default)]
    pub file: Option<String>,
    /// Whether they are made up to show how the model works.
    #[serde(default)]
    pub illustrative: bool,
}

impl ImportSeries {
    pub(super) fn decide(&self, state: &NationalYear, _ctx: &Ctx) -> Result<Decided<Event>, Refusal> {
        let known = |code: &String| geography::municipalities().iter().any(|m| m.code == code);
        let unknown = self.series.values.keys().find(|code| !known(code));
        Fields::new()
            .hold(
                (1990..=2100).contains(&self.series.year),
                "year",
                "Skriv statistikens år med fyra siffror, som 2019.",
            )
            .said("source", &self.series.source, LINE, "Skriv var siffrorna kommer ifrån.")
            .within("file", self.file.as_deref().unwrap_or_default(), LINE)
            .hold(
                self.series.values.values().any(Result::is_ok),
                "values",
                "Läs in minst en kommun som har en siffra.",
            )
            .hold(
                unknown.is_none(),
                "values",
                format!(
                    "Ta bort {}; koden finns inte bland Sveriges kommuner.",
                    unknown.map_or("", String::as_str)
                ),
            )
            .checked()?;
        let imported = Imported {
            series: self.series.clone(),
            file: self.file.clone(),
            illustrative: self.illustrative,
        };
        if state.standing(self.series.measure) == Some(&imported) {
            return Ok(Decided::already());
        }
        Ok(Decided::of([Event::SeriesImported(imported)]))
    }
}
