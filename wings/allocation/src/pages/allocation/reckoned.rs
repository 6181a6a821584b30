//! A scenario that has been reckoned, or why it could not be.

use allocation::change::{Caveat, Change, apply};
use allocation::effect::{Comparison, Side, compare};
use allocation::explain::explain;
use allocation::model::{AllocationError, Statistic};
use allocation::scenario::{Country, Outcome, OutcomeError};
use domain::FieldError;
use swedish::list::listed;

use super::query::{CHANGE, Query, Statistics};

/// A country before and after its changes, and what they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoned {
    /// The country before.
    pub before: Country,
    /// What it gives.
    pub outcome_before: Outcome,
    /// The country after.
    pub after: Country,
    /// What it gives.
    pub outcome_after: Outcome,
    /// The two compared.
    pub comparison: Comparison,
    /// What the changes could not carry over.
    pub caveats: Vec<Caveat>,
    /// The changes.
    pub changes: Vec<Change>,
}

/// Why a scenario could not be reckoned: one sentence for each fault, at its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What to do, field by field.
    pub fields: Vec<FieldError>,
    /// The place of the change that was refused, counted from 0.
    pub step: Option<usize>,
}

impl Problem {
    fn of(fields: Vec<FieldError>) -> Self {
        Self { fields, step: None }
    }
}

impl Reckoned {
    /// Reckons the country that a query asks for, before and after its changes.
    ///
    /// # Errors
    /// When the query cannot be read, a change is refused, or the state's model cannot be run.
    pub fn of(start: &Country, query: &Query, statistics: &Statistics) -> Result<Self, Problem> {
        let before = query.on(start);
        let changes = query.changes(&before, statistics).map_err(Problem::of)?;
        let steps = query.steps().count();
        let parameters = changes.len().saturating_sub(steps);
        Self::from_changes(before, changes, parameters)
    }

    /// Reckons a country before and after changes, of which so many first are changes of parameters.
    ///
    /// # Errors
    /// When a change is refused, or the state's model cannot be run.
    pub fn from_changes(before: Country, changes: Vec<Change>, parameters: usize) -> Result<Self, Problem> {
        let outcome_before = before.reckon().map_err(|error| Problem::of(vec![cannot(&before, &error)]))?;
        let (after, caveats) = apply(&before, &changes).map_err(|refused| {
            let step = refused.number.checked_sub(parameters.saturating_add(1));
            let number = step.unwrap_or(0).saturating_add(1);
            let says = format!("Ta bort eller skriv om ändring {number}: {}.", refused.error);
            Problem { fields: vec![FieldError::new(CHANGE, says)], step }
        })?;
        let outcome_after = after.reckon().map_err(|error| Problem::of(vec![cannot(&after, &error)]))?;
        let comparison = compare(
            Side { country: &before, outcome: &outcome_before },
            Side { country: &after, outcome: &outcome_after },
        );
        Ok(Self { before, outcome_before, after, outcome_after, comparison, caveats, changes })
    }

    /// The country before, with what it gives.
    pub fn side_before(&self) -> Side<'_> {
        Side { country: &self.before, outcome: &self.outcome_before }
    }

    /// The country after, with what it gives.
    pub fn side_after(&self) -> Side<'_> {
        Side { country: &self.after, outcome: &self.outcome_after }
    }

    /// What the changes do, in Swedish sentences, the most important first.
    pub fn sentences(&self) -> Vec<String> {
        explain(self.side_before(), self.side_after(), &self.comparison)
    }

    /// Whether anything is changed.
    pub fn is_changed(&self) -> bool {
        !self.changes.is_empty()
    }
}

/// What to do when a country cannot be reckoned.
fn cannot(country: &Country, error: &OutcomeError) -> FieldError {
    let (field, says) = match error {
        OutcomeError::Allocation(error) => return not_allocated(country, error),
        OutcomeError::NeedPartUnknown(association) => (
            CHANGE,
            format!("Statens belopp för {association} är inte känt. Ta bort den ändring som rör förbundet."),
        ),
        OutcomeError::Overflow => {
            ("grund", "Skriv lägre belopp. Talen är för stora för att räknas exakt.".into())
        }
    };
    FieldError::new(field, says)
}

fn not_allocated(country: &Country, error: &AllocationError) -> FieldError {
    let many = |count: usize| swedish::number::counted(count, "förbund", "förbund");
    let (field, says) = match error {
        AllocationError::NoApplicants => (CHANGE, "Behåll minst ett förbund att fördela till.".to_owned()),
        AllocationError::NoKeys => ("behov", "Låt behov eller invånare räknas.".to_owned()),
        AllocationError::Missing(places) => ("statistik", missing(country, places)),
        AllocationError::NothingToShareBy(measure) => {
            ("behov", format!("Alla förbund har noll i {}. Välj en annan vikt.", measure.swedish()))
        }
        AllocationError::BasesExceedTotal { associations } => (
            "grund",
            format!("Sänk grundtilldelningen eller höj totalen. {} får mer än totalen.", many(*associations)),
        ),
        AllocationError::FloorsExceedTotal { floors, total } => (
            "total",
            format!(
                "Höj totalen eller ändra spärren. Spärren och grundtilldelningen kräver {}, men totalen är {}.",
                floors, total
            ),
        ),
        AllocationError::NotWholeUnits { what, unit } => {
            ("grund", format!("Skriv {what} som ett helt antal {unit}."))
        }
        AllocationError::Negative { what, .. } => {
            ("grund", format!("Skriv noll eller mer: {what} är under noll."))
        }
        AllocationError::Overflow => {
            ("total", "Skriv lägre belopp. Talen är för stora för att räknas exakt.".to_owned())
        }
    };
    FieldError::new(field, says)
}

/// Which figures are missing, for the first few that lack them.
fn missing(country: &Country, places: &[(usize, Statistic)]) -> String {
    let mut names: Vec<String> = Vec::new();
    for (place, measure) in places {
        let Some(association) = country.associations.get(*place) else { continue };
        for municipality in association.municipalities.iter().filter_map(|at| country.municipalities.get(*at))
        {
            let known = match measure {
                Statistic::Need => municipality.need.is_some(),
                Statistic::Inhabitants => municipality.inhabitants.is_some(),
            };
            if !known {
                names.push(format!("{} ({})", municipality.name, measure.swedish()));
            }
        }
    }
    let more = names.len().saturating_sub(5);
    names.truncate(5);
    if more > 0 {
        names.push(format!("{more} till"));
    }
    format!(
        "Välj ett annat år för statistiken. Uppgifter saknas för {}, och räknas aldrig som noll.",
        listed(&names)
    )
}
