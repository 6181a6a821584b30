//! Who meets which meeting, at what moment, with which rights.

use std::collections::{BTreeMap, BTreeSet};

use domain::Association;
use domain::ids::{ItemId, MemberId, PersonId};
use domain::mandate::events::BodyKind;
use domain::meeting::events::Capacity;
use domain::meeting::paragraf::WriteNote;
use domain::meeting::state::{Item, Meeting, Phase};
use jiff::civil::{Date, DateTime};
use kit::Lang;
use kit::form::Form;
use kit::format::day_text;

/// What the reader may do with the meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a right of its own, asked for by its name")]
pub struct Rights {
    /// Plan it and set its agenda.
    pub plan: bool,
    /// Send the notice.
    pub notice: bool,
    /// Open, close, note attendance, take up items, note decisions.
    pub keep: bool,
    /// Make proposals.
    pub propose: bool,
    /// Cast one's own ballot.
    pub vote: bool,
    /// Notify one's own reservation.
    pub reserve: bool,
    /// Attest the minutes.
    pub attest: bool,
    /// Post and take down the announcement.
    pub post: bool,
    /// Register documents.
    pub register: bool,
    /// Read the case register.
    pub read_register: bool,
    /// Read the initiatives that have been handed in.
    pub initiatives: bool,
}

/// What is being written in the note of an item and is not saved in the minutes, for who keeps them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Noting<'a> {
    /// The version of the working copy, also when there is nothing in it.
    pub version: u64,
    /// What it says.
    pub written: Option<&'a WriteNote>,
    /// Who saved it last, and when.
    pub last: Option<(PersonId, DateTime)>,
}

impl<'a> Noting<'a> {
    /// What it says, where that is something else than the minutes do.
    pub fn beside(&self, item: &Item) -> Option<&'a WriteNote> {
        self.written.filter(|it| it.item == item.id && (it.text != item.note || it.reports != item.reports))
    }
}

/// One meeting as somebody meets it.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The language.
    pub lang: Lang,
    /// The moment.
    pub now: DateTime,
    /// The association's address: `/f/finnveden`.
    pub base: &'a str,
    /// The association.
    pub association: &'a Association,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Who reads.
    pub reader: Option<PersonId>,
    /// Who has voted in secret, by item, while the vote is open; nobody knows how.
    pub voted: &'a BTreeMap<ItemId, BTreeSet<PersonId>>,
    /// What is being written in the note of the item, on the page of one.
    pub noting: Noting<'a>,
    /// What the reader may.
    pub rights: Rights,
    /// What makes the page's forms safe to send twice.
    pub seed: &'a str,
    /// A form that was sent from the page and not carried out.
    pub sent: Option<&'a Form>,
}

impl Scene<'_> {
    /// Whether somebody has voted under an item.
    pub fn has_voted(&self, item: &Item, person: PersonId) -> bool {
        let in_urn = || self.voted.get(&item.id).is_some_and(|voted| voted.contains(&person));
        item.vote.as_ref().is_some_and(|vote| vote.voted().contains(&person)) || in_urn()
    }

    /// The address of the meeting.
    pub fn home(&self) -> String {
        format!("{}/sammantraden/{}", self.base, self.meeting.id())
    }

    /// An address under the meeting's.
    pub fn under(&self, noun: &str) -> String {
        format!("{}/{noun}", self.home())
    }

    /// An address under an item's.
    pub fn item_at(&self, item: ItemId, noun: &str) -> String {
        self.under(&format!("punkter/{item}/{noun}"))
    }

    /// The day.
    pub fn today(&self) -> Date {
        self.now.date()
    }

    /// The form that is sent to an address: the one that came back, or an empty one.
    pub fn form(&self, action: &str) -> Form {
        match self.sent {
            Some(sent) if sent.action == action => sent.clone(),
            // Forms with the same content and different addresses are different commands.
            Some(_) | None => Form::new(self.lang, action, format!("{}{action}", self.seed)),
        }
    }

    /// Whether the form of this address came back.
    pub fn came_back(&self, action: &str) -> bool {
        self.sent.is_some_and(|sent| sent.action == action)
    }

    /// Whether it is an old record: nothing is done with it any more.
    pub fn recorded(&self) -> bool {
        self.meeting.source.is_some()
    }

    /// Where the meeting stands.
    pub fn phase(&self) -> Phase {
        self.meeting.phase()
    }

    /// Whether the meeting is going on.
    pub fn running(&self) -> bool {
        self.meeting.is_held()
    }

    /// Whether the reader keeps the minutes of a meeting that is going on.
    pub fn keeps(&self) -> bool {
        self.rights.keep && self.running()
    }

    /// Whether the reader keeps the minutes, and what happened can still be completed: until somebody has attested.
    pub fn completes(&self) -> bool {
        self.rights.keep && self.meeting.opened.is_some() && !self.meeting.is_sealed() && !self.recorded()
    }

    /// Whether the agenda can be set.
    pub fn sets_agenda(&self) -> bool {
        self.rights.plan && self.meeting.notice.is_none() && self.meeting.opened.is_none() && !self.recorded()
    }

    /// Whether the board meets.
    pub fn is_board(&self) -> bool {
        self.association
            .mandates
            .bodies
            .get(&self.meeting.plan.body)
            .is_some_and(|b| b.kind == BodyKind::Board)
    }

    /// The name of the body.
    pub fn body(&self) -> &str {
        self.association.mandates.bodies.get(&self.meeting.plan.body).map_or("–", |b| b.name.as_str())
    }

    /// What the meeting is called: *Styrelsen, 20 mars 2026*.
    pub fn title(&self) -> String {
        format!("{} {}", self.body(), day_text(self.lang, self.meeting.plan.on))
    }

    /// A person's name.
    pub fn person(&self, id: PersonId) -> &str {
        self.association.profile.person_name(id)
    }

    /// A person's name, and beside it for whom the person sits or from where they come: what tells namesakes apart.
    pub fn who(&self, id: PersonId) -> String {
        let name = self.person(id);
        let from = || {
            self.meeting.attendance.iter().rev().find(|a| a.person == id).and_then(|a| match &a.capacity {
                Capacity::Other { from } => Some(from.trim()).filter(|from| !from.is_empty()),
                Capacity::Serving { .. } | Capacity::Substitute { .. } => None,
            })
        };
        let sits = || {
            let mut held = self.association.mandates.of_person(id, self.meeting.plan.on);
            let given = &held.next()?.given;
            match given.member {
                Some(member) => Some(self.member(member)),
                None => self.association.mandates.bodies.get(&given.body).map(|body| body.name.as_str()),
            }
        };
        match self.sits_for(id).or_else(from).or_else(sits) {
            Some(beside) => format!("{name}, {beside}"),
            None => name.to_owned(),
        }
    }

    /// A member's name.
    pub fn member(&self, id: MemberId) -> &str {
        self.association.profile.member_name(id)
    }

    /// For whom somebody sits in the body on the day.
    pub fn sits_for(&self, person: PersonId) -> Option<&str> {
        let mut held = self.association.mandates.holding(self.meeting.plan.body, self.meeting.plan.on);
        let member = held.find(|m| m.given.person == person)?.given.member?;
        Some(self.member(member))
    }

    /// The names of several people.
    pub fn people(&self, people: impl IntoIterator<Item = PersonId>) -> String {
        let names: Vec<&str> = people.into_iter().map(|p| self.person(p)).collect();
        self.lang.listed(&names)
    }

    /// The number of an item on the agenda.
    pub fn place(&self, item: ItemId) -> usize {
        self.meeting.items.iter().position(|i| i.id == item).map_or(0, |at| at.saturating_add(1))
    }

    /// The first item that has not been taken up.
    pub fn next_item(&self) -> Option<&Item> {
        self.meeting.items.iter().find(|i| i.paragraf.is_none())
    }

    /// The item taken up last.
    pub fn latest_item(&self) -> Option<&Item> {
        self.meeting.items.iter().filter(|i| i.paragraf.is_some()).max_by_key(|i| i.paragraf)
    }

    /// The paragraph that the next item gets.
    pub fn next_paragraf(&self) -> u32 {
        let plan = &self.meeting.plan;
        self.association.last_paragraf(plan.body, plan.on.year()).unwrap_or(0).saturating_add(1)
    }

    /// The items with a vote going on.
    pub fn votes(&self) -> impl Iterator<Item = &Item> {
        let open = |i: &&Item| self.running() && i.vote.as_ref().is_some_and(|v| v.result.is_none());
        self.meeting.items.iter().filter(open)
    }

    /// Whether the reader takes part in deciding an item.
    pub fn takes_part(&self, item: &Item) -> bool {
        self.running() && self.reader.is_some_and(|me| self.meeting.serving_in(item).any(|a| a.person == me))
    }

    /// Those who hold a mandate in the body on the day.
    pub fn seats(&self) -> u32 {
        if self.is_board() {
            self.association.profile.board_seats(self.meeting.plan.on)
        } else {
            let member =
                |m: &&domain::mandate::state::Mandate| m.given.role == domain::mandate::events::Role::Member;
            let held = self.association.mandates.holding(self.meeting.plan.body, self.meeting.plan.on);
            u32::try_from(held.filter(member).count()).unwrap_or(u32::MAX)
        }
    }

    /// How many must serve for a decision: more than half.
    pub fn quorum(&self) -> u32 {
        self.seats().div_euclid(2).saturating_add(1)
    }
}
