//! Where a meeting stands, and everything its notice and minutes are made from.

mod ballots;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use jiff::civil::{Date, DateTime};

use crate::ids::{ItemId, MeetingId, MemberId, PersonId, ProposalId};
use crate::initiative::events::BoardOutcome;
use crate::meeting::events::{Attendance, Capacity, Event, ItemContent, Planned, SubReport};
use crate::seal::Place;

pub use ballots::{Slips, Vote};

/// Where a meeting stands on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Planned (sv. *planerad*).
    Planned,
    /// Called by notice (sv. *kallad*).
    Noticed,
    /// Opened (sv. *öppnad*).
    Opened,
    /// Closed (sv. *avslutad*).
    Closed,
    /// Minutes written out (sv. *protokoll utskrivet*).
    Written,
    /// Attested (sv. *justerat*).
    Attested,
    /// Posted on every board (sv. *anslaget*).
    Posted,
    /// Taken down from every board (sv. *anslag nedtaget*).
    TakenDown,
}

/// A meeting.
#[doc(alias = "sammanträde")]
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// As it was planned.
    pub plan: Planned,
    /// Its agenda, in order.
    pub items: Vec<Item>,
    /// The notice, once sent.
    pub notice: Option<Sent>,
    /// When it was opened.
    pub opened: Option<DateTime>,
    /// When it was closed.
    pub closed: Option<DateTime>,
    /// Who chairs.
    pub chair: Option<PersonId>,
    /// Who keeps the minutes.
    pub secretary: Option<PersonId>,
    /// Who attests together with the chair.
    pub attesters: Vec<PersonId>,
    /// Who is or was present.
    pub attendance: Vec<Attendance>,
    /// Who left, after which paragraph.
    pub left: BTreeMap<PersonId, u32>,
    /// The minutes as they were last written out; nothing when something they tell of has happened since.
    pub written: Option<Written>,
    /// Who has attested, and when.
    pub attested: BTreeMap<PersonId, Date>,
    /// The postings by board: day up, planned down, day down.
    pub postings: BTreeMap<MemberId, Posting>,
    /// The published source, when it was recorded long afterwards.
    pub source: Option<String>,
    /// The boards it must be posted on, by the bylaws of its day.
    pub boards: Vec<MemberId>,
    /// The seq of the last event that touched it.
    pub version: u64,
    /// The number of the item added last, which may have been removed again.
    pub last_item: Option<ItemId>,
    /// Whether the minutes were ever written out, though they may not be now.
    pub was_written: bool,
}

/// A notice that was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// The day.
    pub on: Date,
    /// To whom.
    pub to: Vec<PersonId>,
    /// Where it stands, as it was sent.
    pub paper: Place,
}

/// Minutes that are written out.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The day.
    pub on: Date,
    /// Where they stand, as they were written out.
    pub paper: Place,
}

/// A posting on one board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The day it was put up.
    pub up: Date,
    /// The day it is planned to come down.
    pub planned_down: Date,
    /// The day it came down.
    pub down: Option<Date>,
}

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
    /// Reservations: by whom and the words.
    pub reservations: Vec<(PersonId, String)>,
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

impl Meeting {
    /// Begins with the plan; `None` for any other fact.
    pub fn begin(seq: u64, event: &Event, boards: Vec<MemberId>) -> Option<Self> {
        let Event::Planned(plan) = event else {
            return None;
        };
        Some(Self {
            plan: plan.clone(),
            items: Vec::new(),
            notice: None,
            opened: None,
            closed: None,
            chair: None,
            secretary: None,
            attesters: Vec::new(),
            attendance: Vec::new(),
            left: BTreeMap::new(),
            written: None,
            attested: BTreeMap::new(),
            postings: BTreeMap::new(),
            source: None,
            boards,
            version: seq,
            last_item: None,
            was_written: false,
        })
    }

    /// Folds one fact in.
    pub fn evolve(&mut self, seq: u64, event: &Event) {
        self.version = seq;
        if event.told_in_minutes() {
            self.tells_more();
        }
        match event {
            Event::Planned(_) => {}
            Event::ItemAdded { item, content, at_the_meeting, .. } => {
                self.last_item = self.last_item.max(Some(*item));
                self.items.push(Item::new(*item, content.clone(), *at_the_meeting));
            }
            Event::ItemMoved { item, to, .. } => self.move_item(*item, *to),
            Event::ItemRemoved { item, .. } => self.items.retain(|i| i.id != *item),
            Event::NoticeSent { on, to, paper, .. } => {
                self.notice = Some(Sent { on: *on, to: to.clone(), paper: paper.at(seq) });
            }
            Event::Opened { at, .. } => self.opened = Some(*at),
            Event::OfficersNamed { chair, secretary, attesters, .. } => {
                self.chair = Some(*chair);
                self.secretary = Some(*secretary);
                self.attesters.clone_from(attesters);
            }
            Event::Attended { attendance, .. } => self.attend(attendance),
            Event::LeftMeeting { person, after, .. } => {
                self.left.insert(*person, *after);
            }
            Event::Closed { at, .. } => self.closed = Some(*at),
            Event::MinutesWritten { on, paper, .. } => {
                // What is written anew is attested anew.
                self.attested.clear();
                self.was_written = true;
                self.written = Some(Written { on: *on, paper: paper.at(seq) });
            }
            Event::Attested { by, on, .. } => {
                self.attested.insert(*by, *on);
            }
            Event::Posted { board, on, down, .. } => {
                self.postings.insert(*board, Posting { up: *on, planned_down: *down, down: None });
            }
            Event::TakenDown { board, on, .. } => {
                if let Some(posting) = self.postings.get_mut(board) {
                    posting.down = Some(*on);
                }
            }
            Event::RecordedFrom { source, .. } => self.source = Some(source.clone()),
            Event::ItemChanged { item, .. }
            | Event::Disqualified { item, .. }
            | Event::TakenUp { item, .. }
            | Event::Noted { item, .. }
            | Event::ProposalMade { item, .. }
            | Event::VoteOpened { item, .. }
            | Event::BallotCast { item, .. }
            | Event::SlipsCounted { item, .. }
            | Event::VoteClosed { item, .. }
            | Event::Decided { item, .. }
            | Event::Reserved { item, .. } => {
                if let Some(item) = self.items.iter_mut().find(|i| i.id == *item) {
                    item.evolve(event);
                }
            }
        }
    }

    /// There is more to tell than what was written out; what somebody has attested stands.
    pub(crate) fn tells_more(&mut self) {
        if self.attested.is_empty() {
            self.written = None;
        }
    }

    /// Who comes back is there a second time; anything else noted anew replaces what was noted.
    fn attend(&mut self, attendance: &Attendance) {
        let latest = self.attendance.iter().rposition(|a| a.person == attendance.person);
        let left = self.left.remove(&attendance.person);
        match (latest.and_then(|at| self.attendance.get_mut(at)), left) {
            (Some(stay), Some(after)) => {
                let first = stay.paragrafer.map_or(0, |(first, _)| first);
                stay.paragrafer = Some((first, Some(after)));
                self.attendance.push(attendance.clone());
            }
            (Some(stay), None) => *stay = attendance.clone(),
            (None, _) => self.attendance.push(attendance.clone()),
        }
    }

    fn move_item(&mut self, item: ItemId, to: u32) {
        let Some(from) = self.items.iter().position(|i| i.id == item) else {
            return;
        };
        let moved = self.items.remove(from);
        let to = usize::try_from(to.saturating_sub(1)).unwrap_or(usize::MAX).min(self.items.len());
        self.items.insert(to, moved);
    }

    /// Its number.
    pub fn id(&self) -> MeetingId {
        self.plan.meeting
    }

    /// Whether it is held just now, and not recorded long afterwards.
    pub fn is_held(&self) -> bool {
        self.opened.is_some() && self.closed.is_none() && self.source.is_none()
    }

    /// Where it stands.
    pub fn phase(&self) -> Phase {
        if !self.boards.is_empty()
            && self.boards.iter().all(|b| self.postings.get(b).is_some_and(|p| p.down.is_some()))
        {
            Phase::TakenDown
        } else if !self.boards.is_empty() && self.boards.iter().all(|b| self.postings.contains_key(b)) {
            Phase::Posted
        } else if self.attested_on().is_some() {
            Phase::Attested
        } else if self.written.is_some() {
            Phase::Written
        } else if self.closed.is_some() {
            Phase::Closed
        } else if self.opened.is_some() {
            Phase::Opened
        } else if self.notice.is_some() {
            Phase::Noticed
        } else {
            Phase::Planned
        }
    }

    /// Those who must attest: the chair and the attesters.
    pub fn must_attest(&self) -> BTreeSet<PersonId> {
        self.chair.iter().chain(&self.attesters).copied().collect()
    }

    /// The day the last of those who must attest did so.
    pub fn attested_on(&self) -> Option<Date> {
        let must = self.must_attest();
        let all = !must.is_empty() && must.iter().all(|p| self.attested.contains_key(p));
        if all { self.attested.values().max().copied() } else { None }
    }

    /// An item.
    pub fn item(&self, item: ItemId) -> Option<&Item> {
        self.items.iter().find(|i| i.id == item)
    }

    /// The item under a paragraph.
    pub fn under(&self, paragraf: u32) -> Option<&Item> {
        self.items.iter().find(|i| i.paragraf == Some(paragraf))
    }

    /// Those who serve and have not left.
    pub fn serving(&self) -> impl Iterator<Item = &Attendance> {
        let latest = |at: usize, a: &Attendance| {
            self.attendance.iter().skip(at.saturating_add(1)).all(|later| later.person != a.person)
        };
        self.attendance
            .iter()
            .enumerate()
            .filter(move |(at, a)| a.serves() && !self.left.contains_key(&a.person) && latest(*at, a))
            .map(|(_, a)| a)
    }

    /// Those who serve in one item: there under its paragraph and not disqualified in it.
    pub fn serving_in<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Attendance> {
        self.attendance
            .iter()
            .filter(|a| a.serves())
            .filter(move |a| !item.disqualified.contains_key(&a.person))
            .filter(move |a| match item.paragraf {
                Some(paragraf) => self.stay(a).contains(&paragraf),
                None => self.serving().any(|there| there == *a),
            })
    }

    /// The last paragraph of a person's stays that have ended.
    pub(crate) fn gone_after(&self, person: PersonId) -> Option<u32> {
        let stays: Vec<&Attendance> = self.attendance.iter().filter(|a| a.person == person).collect();
        let earlier = stays.iter().rev().skip(1).filter_map(|a| a.paragrafer?.1);
        self.left.get(&person).copied().or_else(|| earlier.max())
    }

    /// The paragraphs under which somebody is there, from 0 where from the beginning.
    pub(crate) fn stay(&self, attendance: &Attendance) -> RangeInclusive<u32> {
        let (first, last) = attendance.span().into_inner();
        first..=self.left.get(&attendance.person).map_or(last, |after| last.min(*after))
    }

    /// The first and last paragraph of its minutes.
    pub fn paragrafer(&self) -> Option<(u32, u32)> {
        let taken = || self.items.iter().filter_map(|i| i.paragraf);
        Some((taken().min()?, taken().max()?))
    }
}

impl Attendance {
    /// The paragraphs it is noted for, from 0 where from the beginning, without an end where to the end.
    pub(crate) fn span(&self) -> RangeInclusive<u32> {
        let (first, last) = self.paragrafer.unwrap_or_default();
        first..=last.unwrap_or(u32::MAX)
    }

    /// Whether it is as a serving member of the body or a serving substitute.
    pub fn serves(&self) -> bool {
        matches!(self.capacity, Capacity::Serving { .. })
    }
}

impl Item {
    fn new(id: ItemId, content: ItemContent, at_the_meeting: bool) -> Self {
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
            reservations: Vec::new(),
        }
    }

    fn evolve(&mut self, event: &Event) {
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
                let made = Proposal { id: *proposal, by: *by, text: text.clone(), outcome: outcome.clone() };
                self.proposals.push(made);
            }
            Event::VoteOpened { between, secret, matter, .. } => {
                self.vote = Some(Vote {
                    between: between.clone(),
                    secret: *secret,
                    matter: *matter,
                    number: self.vote.as_ref().map_or(0, |vote| vote.number).saturating_add(1),
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
            }
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
            | Event::RecordedFrom { .. } => {}
        }
    }
}
