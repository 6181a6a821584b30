//! A vote while it is open and when it is counted: who has voted, and what it came to.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::{PersonId, ProposalId};
use crate::meeting::events::{TieBreak, VoteMatter};

/// A vote.
#[derive(Clone, Debug, PartialEq)]
pub struct Vote {
    /// The proposals to choose between.
    pub between: Vec<ProposalId>,
    /// Whether ballots are secret.
    pub secret: bool,
    /// What kind of matter.
    pub matter: VoteMatter,
    /// The how-manieth vote under the item.
    pub number: u32,
    /// Open ballots; none is to abstain.
    pub ballots: BTreeMap<PersonId, Option<ProposalId>>,
    /// Who noted a ballot that the voter did not cast.
    pub noted: BTreeMap<PersonId, PersonId>,
    /// What a secret vote came to, once its slips are counted.
    pub slips: Option<Slips>,
    /// The proposal that won, once counted, and how a tie was broken.
    pub result: Option<(ProposalId, Option<TieBreak>)>,
}

/// What the slips of a secret vote came to; who voted, never how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slips {
    /// Who voted.
    pub voted: BTreeSet<PersonId>,
    /// The votes of each proposal.
    pub counts: BTreeMap<ProposalId, u32>,
    /// How many abstained.
    pub abstained: u32,
}

impl Vote {
    /// How many abstained.
    pub fn abstained(&self) -> u32 {
        let open = || self.ballots.values().filter(|choice| choice.is_none()).count();
        self.slips.as_ref().map_or_else(|| u32::try_from(open()).unwrap_or(u32::MAX), |s| s.abstained)
    }

    /// Who has voted, as far as the record tells: of a secret vote that is when it is counted.
    pub fn voted(&self) -> BTreeSet<PersonId> {
        let counted = self.slips.as_ref().map(|s| s.voted.clone());
        counted.unwrap_or_else(|| self.ballots.keys().copied().collect())
    }

    /// The proposals with the most votes.
    pub fn leaders(&self) -> Vec<ProposalId> {
        let most = self.between.iter().map(|p| self.count(*p)).max().unwrap_or(0);
        self.between.iter().copied().filter(|p| self.count(*p) == most).collect()
    }

    /// Whether it was counted and came out equal, and waits to be settled.
    pub fn waits_for_lot(&self) -> bool {
        self.slips.is_some() && self.result.is_none()
    }

    /// How many ballots a proposal got.
    pub fn count(&self, proposal: ProposalId) -> u32 {
        if let Some(slips) = &self.slips {
            return slips.counts.get(&proposal).copied().unwrap_or(0);
        }
        let count = self.ballots.values().filter(|choice| **choice == Some(proposal)).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }
}
