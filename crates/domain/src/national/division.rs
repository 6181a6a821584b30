//! Noting how the country is divided into associations.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::decision::{Ctx, Decided, Refusal};
use crate::fields::{Fields, LINE};
use crate::geography;
use crate::national::NationalYear;
use crate::national::events::{Division, Event};

/// Notes the division that stands from now on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteDivision {
    /// The year it applies.
    pub year: i16,
    /// The division.
    pub division: Division,
}

impl NoteDivision {
    pub(super) fn decide(&self, state: &NationalYear, _ctx: &Ctx) -> Result<Decided<Event>, Refusal> {
        let associations = &self.division.associations;
        let mut fields = Fields::new()
            .hold((1990..=2100).contains(&self.year), "year", "Skriv året med fyra siffror, som 2025.")
            .said("source", &self.division.source, LINE, "Skriv var indelningen kommer ifrån.")
            .hold(!associations.is_empty(), "associations", "Ange minst ett förbund.");
        let (mut names, mut taken) = (BTreeSet::new(), BTreeSet::new());
        for area in associations {
            let (name, codes) = (&area.name, &area.municipalities);
            let first = names.insert(name.as_str());
            fields = fields
                .said("associations", name, LINE, "Skriv ett namn på varje förbund.")
                .hold(first, "associations", format!("Två förbund heter {name}; ge dem olika namn."))
                .hold(!codes.is_empty(), "associations", format!("Ange minst en kommun i {name}."));
            for code in codes {
                let there = geography::municipalities().iter().any(|m| m.code == code);
                let free = taken.insert(code.as_str());
                fields = fields
                    .hold(
                        there,
                        "associations",
                        format!("Rätta {code} i {name}; ingen kommun har den koden."),
                    )
                    .hold(free, "associations", format!("Låt {code} höra till ett förbund, inte flera."));
            }
        }
        fields.checked()?;
        if state.division() == Some(&self.division) {
            return Ok(Decided::already());
        }
        Ok(Decided::of([Event::DivisionNoted(self.division.clone())]))
    }
}
