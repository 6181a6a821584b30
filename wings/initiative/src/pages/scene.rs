//! Who reads which initiative, on what day, with which rights.

use std::collections::BTreeSet;

use domain::Association;
use domain::ids::{ItemId, MeetingId, MemberId, PersonId};
use domain::initiative::draft::Written;
use domain::initiative::events::Application;
use domain::initiative::state::Initiative;
use jiff::civil::{Date, DateTime};
use kit::{Lang, at};
use maud::{Markup, html};

use super::Act;

/// What the reader may do and see besides the page itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// What they may do with the initiative.
    pub acts: BTreeSet<Act>,
    /// The meetings whose pages they may read.
    pub meetings: BTreeSet<MeetingId>,
    /// Whether they may plan the board's meetings.
    pub plans: bool,
    /// Whether they may read the case register.
    pub register: bool,
    /// Whether they may read how the draft has changed.
    pub drafts: bool,
    /// The members they speak for in the preparatory group.
    pub speaks_for: BTreeSet<MemberId>,
}

/// What is being written, for who may read it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Writing<'a> {
    /// The version of the working copy, also when there is nothing in it.
    pub version: u64,
    /// What it says.
    pub written: Option<&'a Written>,
    /// When it was saved last.
    pub at: Option<DateTime>,
}

/// One initiative as somebody meets it.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The language.
    pub lang: Lang,
    /// The day.
    pub today: Date,
    /// The association's address: `/f/finnveden`.
    pub base: &'a str,
    /// The association.
    pub association: &'a Association,
    /// The initiative.
    pub initiative: &'a Initiative,
    /// What the reader may.
    pub rights: &'a Rights,
    /// What is being written.
    pub writing: Writing<'a>,
}

impl Scene<'_> {
    /// The address of the initiative.
    pub fn home(&self) -> String {
        format!("{}/insatser/{}", self.base, self.initiative.id)
    }

    /// An address under the initiative's.
    pub fn under(&self, noun: &str) -> String {
        format!("{}/{noun}", self.home())
    }

    /// Whether the reader may do this, and it fits where the initiative stands.
    pub fn offers(&self, act: Act) -> bool {
        let there = act != Act::Discard || self.writing.written.is_some();
        there && self.rights.acts.contains(&act) && act.fits(self.association, self.initiative, self.today)
    }

    /// The application the reader may see: what is being written is the writer's until it is handed in.
    pub(super) fn application(&self) -> Option<&Application> {
        let written = self.writing.written.map(|written| &written.application);
        written.or_else(|| self.initiative.application())
    }

    /// A member's name.
    pub(super) fn member(&self, id: MemberId) -> &str {
        self.association.profile.member_name(id)
    }

    /// A person's name.
    pub(super) fn person(&self, id: PersonId) -> &str {
        self.association.profile.person_name(id)
    }

    /// The names of several members.
    pub(super) fn members(&self, ids: &[MemberId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.member(*id)).collect();
        self.lang.listed(&names)
    }

    /// The case number, once it has one.
    pub(super) fn case_number(&self) -> Option<&str> {
        self.association.register.cases.get(&self.initiative.case?).map(|case| case.number.as_str())
    }

    /// The case number, with a link to the register for those who may read it.
    pub(super) fn case_link(&self) -> Option<Markup> {
        let case = self.initiative.case?;
        let number = self.case_number()?;
        Some(if self.rights.register {
            html! { a href=(at::case(self.base, case)) { (number) } }
        } else {
            html! { (number) }
        })
    }

    /// The address of a paragraph of a meeting, for those who may read it.
    pub(super) fn paragraf(&self, meeting: MeetingId, item: ItemId) -> Option<String> {
        let may_read = self.rights.meetings.contains(&meeting);
        may_read.then(|| at::item(self.base, meeting, item))
    }

    /// A day after a verb.
    pub(super) fn on(&self, day: Date) -> String {
        super::words::on_day(self.lang, day)
    }
}
