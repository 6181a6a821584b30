//! What an item about an initiative says before the board, unless somebody writes it otherwise.

use crate::initiative::state::Initiative;
use crate::mandate::events::{BodyKind, Role};
use crate::meeting::events::{ItemContent, ItemKind, Matter};
use crate::state::Association;
use swedish::money::Ore;

#[cfg(test)]
mod tests;

/// The item: from the application, and from what the preparatory group and the working committee have proposed.
pub fn item_about(state: &Association, initiative: &Initiative) -> ItemContent {
    let mut text = Vec::new();
    if let Some(application) = initiative.application() {
        let asked = Ore::sum(application.budget.values().copied()).unwrap_or_default();
        text.push(format!("{} ansöker om {asked} för insatsen {}.", initiative.applicant, initiative.title));
    }
    let mut appendices = vec!["Ansökan".to_owned()];
    if let Some((_, proposal)) = &initiative.proposed {
        appendices.push("Beredningsgruppens förslag".to_owned());
        text.push(format!("Beredningsgruppen: {}", proposal.grounds));
    }
    if let Some((_, proposal)) = &initiative.committee {
        appendices.push("Arbetsutskottets förslag".to_owned());
        // The committee often takes the group's words over.
        if initiative.proposed.as_ref().is_none_or(|(_, first)| first.grounds != proposal.grounds) {
            text.push(format!("Arbetsutskottet: {}", proposal.grounds));
        }
    }
    ItemContent {
        kind: ItemKind::Decision,
        title: format!("Ansökan om projektmedel: {}", initiative.title),
        text: text.join("\n\n"),
        presenter: director(state),
        proposed: initiative.before_the_board().map_or_else(Vec::new, |proposal| proposal.clauses.clone()),
        appendices,
        matter: Some(Matter::Initiative(initiative.id)),
    }
}

/// The name of the director, where there is one.
fn director(state: &Association) -> Option<String> {
    let office = state.mandates.body_of(BodyKind::Office)?.id;
    let mut mandates = state.mandates.mandates.values().rev();
    let director =
        mandates.find(|m| m.given.body == office && m.given.role == Role::Director && m.ended.is_none())?;
    Some(state.profile.person_name(director.given.person).to_owned())
}
