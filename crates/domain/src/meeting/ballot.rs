//! What holds for every ballot, open or secret: who may cast it and for what, and that each has one.

use statute::rules::meetings::OneVoteEach;

use crate::decision::Refusal;
use crate::ids::{PersonId, ProposalId};
use crate::meeting::state::{Item, Meeting, Vote};
use crate::state::Association;

pub(crate) fn the_vote(item: &Item) -> Result<&Vote, Refusal> {
    item.vote.as_ref().ok_or_else(|| {
        Refusal::order("Ingen omröstning är öppnad under punkten.", "Öppna omröstningen först.")
    })
}

/// Whether a ballot may be cast, open or secret: the vote is open, it is for this person, and the choice is one of it.
pub(crate) fn ballot_fits(
    state: &Association,
    meeting: &Meeting,
    item: &Item,
    by: PersonId,
    choice: Option<ProposalId>,
) -> Result<(), Refusal> {
    let vote = the_vote(item)?;
    if vote.result.is_some() || vote.slips.is_some() {
        return Err(Refusal::Changed(
            "Omröstningen är avslutad; rösten kan inte läggas eller ändras.".to_owned(),
        ));
    }
    takes_part(state, meeting, item, by)?;
    if choice.is_some_and(|choice| !vote.between.contains(&choice)) {
        return Err(Refusal::field("choice", "Välj ett av förslagen i omröstningen, eller avstå."));
    }
    Ok(())
}

/// Only those who serve in the item, and are not disqualified in it, propose and vote.
pub(crate) fn takes_part(
    state: &Association,
    meeting: &Meeting,
    item: &Item,
    by: PersonId,
) -> Result<(), Refusal> {
    if meeting.serving_in(item).any(|a| a.person == by) {
        return Ok(());
    }
    let name = state.profile.person_name(by);
    let (says, instead) = if item.disqualified.contains_key(&by) {
        (format!("{name} är jävig under punkten."), "En ersättare kan tjänstgöra i stället.")
    } else {
        (format!("{name} tjänstgör inte under punkten."), "Bara den som tjänstgör yrkar och röstar.")
    };
    Err(Refusal::order(says, instead))
}

/// One ballot each. Whoever served when they voted has voted, also when they left before the count.
pub(crate) fn one_each(
    state: &Association,
    meeting: &Meeting,
    item: &Item,
    voted: impl Iterator<Item = PersonId>,
    chair: Option<PersonId>,
) -> OneVoteEach {
    let voted: Vec<PersonId> = voted.collect();
    let mut serving: Vec<PersonId> = meeting.serving_in(item).map(|a| a.person).collect();
    let left = |person: &PersonId| {
        let served = meeting.attendance.iter().any(|a| a.person == *person && a.serves());
        served && !serving.contains(person) && !item.disqualified.contains_key(person)
    };
    let left: Vec<PersonId> = voted.iter().copied().filter(left).collect();
    serving.extend(left);
    OneVoteEach {
        serving: state.names(serving),
        ballots: state.names(voted),
        chair: state.names(chair).pop(),
    }
}

pub(crate) fn nobody_voted() -> Refusal {
    Refusal::order("Ingen röst är lagd.", "Låt de tjänstgörande rösta innan omröstningen avslutas.")
}
