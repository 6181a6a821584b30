//! Where an initiative stands, in the words of the refusals, and the check that a step fits there.

use crate::decision::Refusal;
use crate::event::Subject;
use crate::ids::InitiativeId;
use crate::initiative::events::{Application, Stage};
use crate::initiative::state::Initiative;
use crate::state::Association;
use swedish::days::in_words;

/// The initiative with an id.
pub(crate) fn find(state: &Association, initiative: InitiativeId) -> Result<&Initiative, Refusal> {
    state.initiatives.get(&initiative).ok_or(Refusal::NotFound("insatsen"))
}

/// The application that was handed in.
pub(crate) fn application(initiative: &Initiative) -> Result<&Application, Refusal> {
    initiative.application().ok_or_else(|| {
        Refusal::order(
            format!("{} Ingen ansökan är inlämnad.", stands(initiative)),
            "Lämna in ansökan först.",
        )
    })
}

/// Where it stands and since when, one sentence: it also says who has it.
pub(crate) fn stands(initiative: &Initiative) -> String {
    let place = match initiative.stage {
        Stage::Idea => "är en idé hos sökanden",
        Stage::Resting => "vilar hos sökanden",
        Stage::Draft => "är ett utkast hos sökanden",
        Stage::PreparatoryGroup => "ligger hos beredningsgruppen",
        Stage::Completion => "är hos sökanden för komplettering",
        Stage::WorkingCommittee => "ligger hos arbetsutskottet",
        Stage::Board => "ligger hos styrelsen",
        Stage::Granted => "är beviljad",
        Stage::Running => "pågår",
        Stage::Rejected => "är avslagen",
        Stage::Withdrawn => "är återtagen",
    };
    format!("”{}” {place} sedan den {}.", initiative.title, in_words(initiative.since))
}

/// Goes on when the initiative stands in one of the stages.
///
/// # Errors
/// [`Refusal::Order`] that says where it stands.
pub(crate) fn at(initiative: &Initiative, stages: &[Stage], instead: &str) -> Result<(), Refusal> {
    if stages.contains(&initiative.stage) { Ok(()) } else { Err(Refusal::order(stands(initiative), instead)) }
}

/// The initiative that a step is about.
pub(crate) fn about(state: &Association, about: Subject) -> Result<&Initiative, Refusal> {
    if let Subject::Initiative(id) = about { find(state, id) } else { Err(Refusal::NotFound("insatsen")) }
}

/// Goes on when the initiative that a step is about stands in one of the stages.
///
/// # Errors
/// [`Refusal::Order`] that says where it stands.
pub(crate) fn stands_at(
    state: &Association,
    step: Subject,
    stages: &[Stage],
    instead: &str,
) -> Result<(), Refusal> {
    at(about(state, step)?, stages, instead)
}
