//! Where a meeting stands, and everything its notice and minutes are made from.

mod ballots;
mod item;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use jiff::civil::{Date, DateTime};

use crate::event::Meta;

use crate::ids::{ItemId, MeetingId, MemberId, PersonId};
use crate::meeting::events::{Attendance, Capacity, Entry, Event, Planned};
use crate::seal::Place;

pub use ballots::{Slips, Vote};
pub use item::{Item, Proposal};

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
    /// Who attests in whose place.
    pub replaced: BTreeMap<PersonId, Replacement>,
    /// Who would not attest, and why; the latest last.
    pub refused: Vec<AttestationRefusal>,
    /// The later meeting that attested in their place: which, under which item, and the day.
    pub attested_at: Option<(MeetingId, ItemId, Date)>,
    /// What was entered and taken back, the oldest first.
    pub taken_back: Vec<TakenBack>,
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

/// Somebody who attests in another's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Who.
    pub by: PersonId,
    /// How it was decided, and why.
    pub decided: String,
}

/// That somebody would not attest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttestationRefusal {
    /// Who.
    pub by: PersonId,
    /// The day.
    pub on: Date,
    /// The paragraph that is wrong; the whole when left out.
    pub paragraf: Option<u32>,
    /// Why.
    pub why: String,
}

/// An entry that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// What.
    pub entry: Entry,
    /// What it was, in words.
    pub was: String,
    /// Why.
    pub why: String,
    /// By whom.
    pub by: PersonId,
    /// When, in Swedish civil time.
    pub at: DateTime,
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
            replaced: BTreeMap::new(),
            refused: Vec::new(),
            attested_at: None,
            taken_back: Vec::new(),
            postings: BTreeMap::new(),
            source: None,
            boards,
            version: seq,
            last_item: None,
            was_written: false,
        })
    }

    /// Folds one fact in.
    pub fn evolve(&mut self, meta: Meta, event: &Event) {
        let seq = meta.seq;
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
            Event::TakenBack { entry, was, at, why, .. } => {
                self.take_back(*entry);
                let (was, why) = (was.clone(), why.clone());
                self.taken_back.push(TakenBack { entry: *entry, was, why, by: meta.actor, at: *at });
            }
            Event::AttesterReplaced { instead_of, by, decided, .. } => {
                self.replaced.insert(*instead_of, Replacement { by: *by, decided: decided.clone() });
            }
            Event::AttestationRefused { by, on, paragraf, why, .. } => {
                let (by, on, paragraf) = (*by, *on, *paragraf);
                self.refused.push(AttestationRefusal { by, on, paragraf, why: why.clone() });
            }
            Event::AttestedAtMeeting { at, item, on, .. } => self.attested_at = Some((*at, *item, *on)),
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
            | Event::LeftUndecided { item, .. }
            | Event::Reserved { item, .. } => {
                if let Some(item) = self.items.iter_mut().find(|i| i.id == *item) {
                    item.evolve(event);
                }
            }
        }
    }

    /// There is more to tell than what was written out; what somebody has attested stands.
    pub(crate) fn tells_more(&mut self) {
        if !self.is_sealed() {
            self.written = None;
        }
    }

    /// Whether somebody has attested what was written out.
    pub fn is_sealed(&self) -> bool {
        !self.attested.is_empty() || self.attested_at.is_some()
    }

    /// Undoes an entry. What an item holds is the item's to undo.
    fn take_back(&mut self, entry: Entry) {
        match entry {
            Entry::Opening => self.opened = None,
            Entry::Closing => self.closed = None,
            Entry::Attendance(person) => {
                self.attendance.retain(|a| a.person != person);
                self.left.remove(&person);
            }
            Entry::Leaving(person) => {
                self.left.remove(&person);
            }
            Entry::Assignment(_) => {}
            Entry::TakenUp(_)
            | Entry::Disqualification(..)
            | Entry::Proposal(..)
            | Entry::Vote(_)
            | Entry::Decision(_)
            | Entry::Undecided(_)
            | Entry::Reservation(..) => {
                if let Some(item) = self.items.iter_mut().find(|i| entry.item() == Some(i.id)) {
                    item.take_back(entry);
                }
            }
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

    /// Those who must attest: the chair and the attesters, or who does it in their place.
    pub fn must_attest(&self) -> BTreeSet<PersonId> {
        self.chair.iter().chain(&self.attesters).map(|person| self.attests_for(*person)).collect()
    }

    /// Who attests where a person was to: the person, or the last who was put in that place.
    pub fn attests_for(&self, person: PersonId) -> PersonId {
        // Nobody who has been replaced is put in a place again, so that this ends.
        std::iter::successors(Some(person), |one| self.replaced.get(one).map(|r| r.by))
            .take(self.replaced.len().saturating_add(1))
            .last()
            .unwrap_or(person)
    }

    /// The day the last of those who must attest did so.
    pub fn attested_on(&self) -> Option<Date> {
        if let Some((_, _, on)) = self.attested_at {
            return self.attested.values().copied().chain([on]).max();
        }
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
