//! An item of a meeting: what stands on the agenda, and what has happened under its paragraph.

use std::collections::BTreeMap;

use super::{Slips, Vote};
use crate::ids::{ItemId, PersonId, ProposalId};
use crate::initiative::events::BoardOutcome;
use crate::meeting::events::{Entry, Event, ItemContent, SubReport, Undecided};

/// An item of the agenda and, once taken up, a paragraph of the minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its number within the meeting.
    pub id: ItemId,
    /// Its content.
    pub content: ItemContent,
    /// Whether it was added when the agenda was approved.
    pub at_the_meeting: bool,
    /// Its paragraph (§), once taken up.
    pub paragraf: Option<u32>,
    /// What was said, for the minutes.
    pub note: String,
    /// Reports under it.
    pub reports: Vec<SubReport>,
    /// Who are disqualified, and on what ground.
    pub disqualified: BTreeMap<PersonId, String>,
    /// Proposals made.
    pub proposals: Vec<Proposal>,
    /// The vote, when there was one.
    pub vote: Option<Vote>,
    /// The decision in clauses, and whether it can be appealed.
    pub decision: Option<(Vec<String>, bool)>,
    /// How it was left without a decision, and more of it.
    pub undecided: Option<(Undecided, String)>,
    /// Reservations: by whom and the words.
    pub reservations: Vec<(PersonId, String)>,
    /// Votes that were taken back, the oldest first.
    pub earlier_votes: Vec<Vote>,
    /// The number of the proposal made last, which may have been taken back.
    pub last_proposal: Option<ProposalId>,
}

/// A proposal made under an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Its number.
    pub id: ProposalId,
    /// By whom.
    pub by: PersonId,
    /// In words.
    pub text: String,
    /// What it would mean for the initiative.
    pub outcome: Option<BoardOutcome>,
}

impl Item {
    pub(super) fn new(id: ItemId, content: ItemContent, at_the_meeting: bool) -> Self {
        Self {
            id,
            content,
            at_the_meeting,
            paragraf: None,
            note: String::new(),
            reports: Vec::new(),
            disqualified: BTreeMap::new(),
            proposals: Vec::new(),
            vote: None,
            decision: None,
            undecided: None,
            reservations: Vec::new(),
            earlier_votes: Vec::new(),
            last_proposal: None,
        }
    }

    pub(super) fn evolve(&mut self, event: &Event) {
        match event {
            Event::ItemChanged { content, .. } => self.content = content.clone(),
            Event::Disqualified { person, ground, .. } => {
                self.disqualified.insert(*person, ground.clone());
                if let Some(vote) = self.vote.as_mut().filter(|v| v.result.is_none()) {
                    vote.ballots.remove(person);
                    vote.noted.remove(person);
                }
            }
            Event::TakenUp { paragraf, .. } => self.paragraf = Some(*paragraf),
            Event::Noted { text, reports, .. } => {
                self.note.clone_from(text);
                self.reports.clone_from(reports);
            }
            Event::ProposalMade { proposal, by, text, outcome, .. } => {
                self.last_proposal = self.last_proposal.max(Some(*proposal));
                let made = Proposal { id: *proposal, by: *by, text: text.clone(), outcome: outcome.clone() };
                self.proposals.push(made);
            }
            Event::VoteOpened { between, secret, matter, .. } => {
                self.vote = Some(Vote {
                    between: between.clone(),
                    secret: *secret,
                    matter: *matter,
                    number: self.votes_held().saturating_add(1),
                    ballots: BTreeMap::new(),
                    noted: BTreeMap::new(),
                    slips: None,
                    result: None,
                });
            }
            Event::BallotCast { by, choice, noted_by, .. } => {
                if let Some(vote) = &mut self.vote {
                    vote.ballots.insert(*by, *choice);
                    vote.noted.remove(by);
                    vote.noted.extend(noted_by.map(|noted_by| (*by, noted_by)));
                }
            }
            Event::SlipsCounted { voted, counts, abstained, won, .. } => {
                if let Some(vote) = &mut self.vote {
                    let counts = counts.iter().map(|c| (c.proposal, c.votes)).collect();
                    let voted = voted.iter().copied().collect();
                    vote.slips = Some(Slips { voted, counts, abstained: *abstained });
                    vote.result = won.map(|won| (won, None));
                }
            }
            Event::VoteClosed { won, tie, .. } => {
                if let Some(vote) = &mut self.vote {
                    vote.result = Some((*won, *tie));
                }
            }
            Event::Decided { clauses, appealable, .. } => {
                self.decision = Some((clauses.clone(), *appealable));
                self.undecided = None;
            }
            Event::LeftUndecided { how, text, .. } => self.undecided = Some((*how, text.clone())),
            Event::Reserved { by, text, .. } => {
                self.reservations.retain(|(who, _)| who != by);
                self.reservations.push((*by, text.clone()));
            }
            Event::Planned(_)
            | Event::ItemAdded { .. }
            | Event::ItemMoved { .. }
            | Event::ItemRemoved { .. }
            | Event::NoticeSent { .. }
            | Event::Opened { .. }
            | Event::OfficersNamed { .. }
            | Event::Attended { .. }
            | Event::LeftMeeting { .. }
            | Event::Closed { .. }
            | Event::MinutesWritten { .. }
            | Event::Attested { .. }
            | Event::Posted { .. }
            | Event::TakenDown { .. }
            | Event::TakenBack { .. }
            | Event::AttesterReplaced { .. }
            | Event::AttestationRefused { .. }
            | Event::AttestedAtMeeting { .. }
            | Event::RecordedFrom { .. } => {}
        }
    }

    /// How many votes have been opened under it.
    pub(crate) fn votes_held(&self) -> u32 {
        self.vote.iter().chain(&self.earlier_votes).map(|vote| vote.number).max().unwrap_or(0)
    }

    pub(super) fn take_back(&mut self, entry: Entry) {
        match entry {
            Entry::TakenUp(_) => self.paragraf = None,
            Entry::Disqualification(_, person) => {
                self.disqualified.remove(&person);
            }
            Entry::Proposal(_, proposal) => self.proposals.retain(|p| p.id != proposal),
            Entry::Vote(_) => self.earlier_votes.extend(self.vote.take()),
            Entry::Decision(_) => self.decision = None,
            Entry::Undecided(_) => self.undecided = None,
            Entry::Reservation(_, by) => self.reservations.retain(|(who, _)| *who != by),
            Entry::Opening
            | Entry::Closing
            | Entry::Attendance(_)
            | Entry::Leaving(_)
            | Entry::Assignment(_) => {}
        }
    }
}
