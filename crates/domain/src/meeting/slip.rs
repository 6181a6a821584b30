//! A secret ballot: the slip, which is no command, and the count of slips, which no request can send.
//!
//! A slip goes into the urn of the workroom by the same rules as an open ballot, and for oneself only; nothing of it
//! reaches the record. What does is one event at the end: who voted, what it came to, and whether it was a tie.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use statute::Judge;

use crate::decision::{Ctx, Decided, Guard, Refusal};
use crate::event::{Event, Subject};
use crate::ids::{ItemId, MeetingId, PersonId, ProposalId};
use crate::meeting::ballot::{ballot_fits, nobody_voted, one_each, the_vote};
use crate::meeting::events::{Event as Fact, Votes};
use crate::meeting::state::{Item, Meeting, Vote};
use crate::state::Association;

/// One opening of a secret vote within its association; a vote held anew is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SecretVote {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// The how-manieth vote under the item.
    pub number: u32,
}

impl fmt::Display for SecretVote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.meeting, self.item, self.number)
    }
}

impl FromStr for SecretVote {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let numbers: Vec<u32> = text.split('/').map_while(|part| part.parse().ok()).collect();
        match numbers.as_slice() {
            [meeting, item, number] if text.split('/').count() == 3 => {
                Ok(Self { meeting: MeetingId(*meeting), item: ItemId(*item), number: *number })
            }
            _ => Err(()),
        }
    }
}

impl SecretVote {
    /// The secret vote that is open under an item.
    pub fn open_under(state: &Association, meeting: MeetingId, item: ItemId) -> Option<Self> {
        let vote = state.meetings.get(&meeting)?.item(item)?.vote.as_ref()?;
        (vote.secret && vote.slips.is_none()).then_some(Self { meeting, item, number: vote.number })
    }

    /// Whether its slips will never be counted any more: it was closed, another took its place, or the meeting ended.
    pub fn is_over(self, state: &Association) -> bool {
        let Some(meeting) = state.meetings.get(&self.meeting) else { return false };
        let item = meeting.item(self.item);
        let vote = item.and_then(|item| item.vote.as_ref());
        let taken_back = item.is_some_and(|i| i.earlier_votes.iter().any(|v| v.number == self.number));
        let after =
            |vote: &Vote| vote.number > self.number || (vote.number == self.number && vote.slips.is_some());
        meeting.closed.is_some() || taken_back || vote.is_some_and(after)
    }

    /// Those whose slips do not count: they stepped aside after they had voted.
    pub fn stepped_aside(self, state: &Association) -> BTreeSet<PersonId> {
        let item = state.meetings.get(&self.meeting).and_then(|meeting| meeting.item(self.item));
        item.map_or_else(BTreeSet::new, |item| item.disqualified.keys().copied().collect())
    }
}

/// The slip of the one who acts. It has no field for anybody else, and is never written out.
#[derive(Clone, Copy)]
pub struct Slip {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// For what; none is to abstain.
    pub choice: Option<ProposalId>,
}

impl fmt::Debug for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slip")
            .field("meeting", &self.meeting)
            .field("item", &self.item)
            .finish_non_exhaustive()
    }
}

impl Slip {
    /// The vote whose urn may take it now.
    ///
    /// # Errors
    /// The vote is not secret, not open, or not for the one who acts; or the choice is not among those voted on.
    pub fn fits(&self, state: &Association, ctx: &Ctx) -> Result<SecretVote, Refusal> {
        let meeting = state.the_meeting(self.meeting)?;
        let (item, _) = meeting.taken_up(self.item)?;
        let vote = the_vote(item)?;
        if !vote.secret {
            return Err(Refusal::order("Omröstningen är öppen.", "Lägg en öppen röst."));
        }
        meeting.running(ctx)?;
        ballot_fits(state, meeting, item, ctx.actor, self.choice)?;
        Ok(SecretVote { meeting: self.meeting, item: self.item, number: vote.number })
    }
}

/// What the slips of a secret vote came to: evidence that only the urn gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Of which vote.
    pub vote: SecretVote,
    /// How many slips each proposal got.
    pub counts: BTreeMap<ProposalId, u32>,
    /// How many abstained.
    pub abstained: u32,
    /// Who voted.
    pub voted: BTreeSet<PersonId>,
}

impl Tally {
    /// Closes the vote; a tie is an answer, and the lot is drawn after it.
    pub(crate) fn close(
        &self,
        state: &Association,
        ctx: &Ctx,
        meeting: &Meeting,
        item: &Item,
        vote: &Vote,
    ) -> Result<Decided, Refusal> {
        let about = SecretVote { meeting: meeting.id(), item: item.id, number: vote.number };
        let known = |p: &ProposalId| vote.between.contains(p);
        if self.vote != about || !self.counts.keys().all(known) {
            return Err(Refusal::Changed("En annan omröstning har öppnats under punkten.".to_owned()));
        }
        if self.voted.iter().any(|person| item.disqualified.contains_key(person)) {
            return Err(Refusal::Changed("En jävig har lämnat omröstningen. Räkna igen.".to_owned()));
        }
        if self.counts.values().all(|votes| *votes == 0) {
            return Err(nobody_voted());
        }
        let counts: Vec<Votes> = vote
            .between
            .iter()
            .map(|id| Votes { proposal: *id, votes: self.counts.get(id).copied().unwrap_or(0) })
            .collect();
        let most = counts.iter().map(|c| c.votes).max().unwrap_or(0);
        let leaders: Vec<ProposalId> =
            counts.iter().filter(|c| c.votes == most).map(|c| c.proposal).collect();
        let won = match leaders.as_slice() {
            [won] => Some(*won),
            _ => None,
        };
        let event = Fact::SlipsCounted {
            meeting: about.meeting,
            item: about.item,
            voted: self.voted.iter().copied().collect(),
            counts,
            abstained: self.abstained,
            won,
        };
        let rule = one_each(state, meeting, item, self.voted.iter().copied(), None);
        Guard::new(ctx).ask(rule.judge(meeting.day())).pass(
            Subject::Item(about.meeting, about.item),
            "close_vote",
            [Event::Meeting(event)],
        )
    }
}
