//! Saving a scenario of the state's allocation, naming it, putting it aside and taking it back.

use allocation::change::apply;
use serde::{Deserialize, Serialize};

use crate::county::County;
use crate::county::events::{Event, Saved};
use crate::county::state::Scenario;
use crate::decision::{Ctx, Decided, Refusal};
use crate::fields::{Fields, TEXT, TITLE};
use crate::ids::ScenarioId;
use crate::made::Made;

/// The most changes in one scenario.
pub const MOST_CHANGES: usize = 50;

const MISSING: Refusal = Refusal::NotFound("scenariot");

/// Saves a scenario under a name, with everything it is reckoned from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SaveScenario {
    /// The scenario.
    pub saved: Saved,
}

impl SaveScenario {
    pub(super) fn decide(&self, state: &County, _ctx: &Ctx) -> Result<Decided<Event>, Refusal> {
        let saved = Saved {
            name: self.saved.name.trim().to_owned(),
            description: self.saved.description.trim().to_owned(),
            ..self.saved.clone()
        };
        let same = state.named(&saved.name);
        if let Some((id, _)) = same.filter(|(_, known)| known.saved == saved) {
            return Ok(Decided::there(Made::Scenario(id)));
        }
        fields(state, None, &saved.name, &saved.description)
            .hold(
                saved.changes.len() <= MOST_CHANGES,
                "changes",
                format!("Dela upp scenariot: högst {MOST_CHANGES} ändringar ryms i ett."),
            )
            .checked()?;
        let changed =
            apply(&saved.start, &saved.changes).map_err(|e| Refusal::field("changes", sentence(&e)))?;
        changed.0.reckon().map_err(|e| Refusal::field("changes", sentence(&e)))?;
        let scenario = ScenarioId::after(state.scenarios.keys());
        Ok(Decided::of([Event::ScenarioSaved { scenario, saved }]))
    }
}

/// Gives a scenario another name or description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameScenario {
    /// Which.
    pub scenario: ScenarioId,
    /// The name.
    pub name: String,
    /// What it is for.
    #[serde(default)]
    pub description: String,
}

impl NameScenario {
    pub(super) fn decide(&self, state: &County, _ctx: &Ctx) -> Result<Decided<Event>, Refusal> {
        let known = state.scenarios.get(&self.scenario).ok_or(MISSING)?;
        let (name, description) = (self.name.trim(), self.description.trim());
        if known.saved.name == name && known.saved.description == description {
            return Ok(Decided::already());
        }
        standing(known)?;
        fields(state, Some(self.scenario), name, description).checked()?;
        let (name, description) = (name.to_owned(), description.to_owned());
        Ok(Decided::of([Event::ScenarioNamed { scenario: self.scenario, name, description }]))
    }
}

/// Puts a scenario aside; it can be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiscardScenario {
    /// Which.
    pub scenario: ScenarioId,
}

impl DiscardScenario {
    pub(super) fn decide(&self, state: &County, _ctx: &Ctx) -> Result<Decided<Event>, Refusal> {
        let known = state.scenarios.get(&self.scenario).ok_or(MISSING)?;
        if known.discarded.is_some() {
            return Ok(Decided::already());
        }
        let uses = |paper: &&crate::county::state::Paper| {
            let now = paper.now().filter(|_| paper.discarded.is_none());
            now.is_some_and(|(_, c)| c.alternatives.iter().any(|a| a.scenario == Some(self.scenario)))
        };
        if let Some((_, content)) = state.papers.values().find(uses).and_then(|paper| paper.now()) {
            return Err(Refusal::order(
                format!("Beslutsunderlaget ”{}” visar scenariots siffror.", content.title),
                "Välj ett annat scenario i underlaget först.",
            ));
        }
        Ok(Decided::of([Event::ScenarioDiscarded(self.scenario)]))
    }
}

/// Takes back a scenario that was put aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestoreScenario {
    /// Which.
    pub scenario: ScenarioId,
}

impl RestoreScenario {
    pub(super) fn decide(&self, state: &County, _ctx: &Ctx) -> Result<Decided<Event>, Refusal> {
        let known = state.scenarios.get(&self.scenario).ok_or(MISSING)?;
        if known.discarded.is_none() {
            return Ok(Decided::already());
        }
        if state.named(&known.saved.name).is_some() {
            return Err(Refusal::order(
                format!("Ett annat scenario heter nu {}.", known.saved.name),
                "Ge det andra scenariot ett nytt namn först.",
            ));
        }
        Ok(Decided::of([Event::ScenarioRestored(self.scenario)]))
    }
}

fn standing(scenario: &Scenario) -> Result<(), Refusal> {
    if scenario.discarded.is_some() {
        return Err(Refusal::order("Scenariot är lagt åt sidan.", "Ta tillbaka det först."));
    }
    Ok(())
}

fn fields(state: &County, own: Option<ScenarioId>, name: &str, description: &str) -> Fields {
    let taken = state.named(name).is_some_and(|(id, _)| Some(id) != own);
    Fields::new()
        .said("name", name, TITLE, "Skriv vad scenariot heter, som Ett länsförbund.")
        .hold(!taken, "name", format!("Välj ett annat namn; det finns redan ett scenario som heter {name}."))
        .within("description", description, TEXT)
}

/// An error of the arithmetic as a sentence of its own.
fn sentence(error: &impl std::fmt::Display) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

#[cfg(test)]
mod tests;
