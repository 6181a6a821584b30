//! The scenarios that a county has saved, as an address names them, and reckoned anew.

use desk::stop::Stop;
use desk::visitor::Visitor;
use domain::county::events::Saved;
use domain::county::state::Scenario;
use domain::ids::ScenarioId;

use super::place::Place;
use crate::pages::allocation::reckoned::{Problem, Reckoned};
use crate::pages::allocation::scenario_list::CHOSEN;

/// The scenario that the address names.
pub(super) fn named(visitor: &Visitor, place: &Place) -> Result<(ScenarioId, Scenario), Stop> {
    let id = ScenarioId(visitor.number("scenario")?);
    let found = place.read(visitor, |county| county.scenarios.get(&id).cloned());
    found.map(|scenario| (id, scenario)).ok_or(Stop::NotFound(Some("scenariot")))
}

/// A saved scenario, reckoned anew from what it was saved with.
pub(super) fn reckon(saved: &Saved) -> Result<Reckoned, Problem> {
    Reckoned::from_changes(saved.start.clone(), saved.changes.clone(), 0)
}

/// The scenarios an address chooses, for comparing: those that stand, in the order chosen.
pub(super) fn chosen(visitor: &Visitor, place: &Place) -> Vec<(ScenarioId, Scenario)> {
    let pairs = visitor.asked();
    let ids = pairs.iter().filter(|(name, _)| name == CHOSEN).filter_map(|(_, id)| id.parse().ok());
    let found = |id: u32| {
        let id = ScenarioId(id);
        place.read(visitor, |county| county.scenarios.get(&id).cloned()).map(|scenario| (id, scenario))
    };
    ids.filter_map(found).collect()
}
