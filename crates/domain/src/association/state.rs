//! What the decisions need to know of the association.

use std::collections::BTreeMap;

use jiff::civil::Date;
use statute::rules::members;

use crate::association::events::{Bylaws, Event, Founded, MemberKind};
use crate::ids::{MemberId, PersonId};
use swedish::money::Ore;

/// A member of the association (sv. *förbundsmedlem*).
#[doc(alias = "förbundsmedlem")]
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its number.
    pub id: MemberId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: MemberKind,
    /// From this day.
    pub joined: Date,
    /// Until this day, when it has left.
    pub left: Option<Date>,
}

/// The association's own facts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// How it began; `None` before it is founded.
    pub founded: Option<Founded>,
    /// Its members.
    pub members: BTreeMap<MemberId, Member>,
    /// The bylaws parameters by the day they apply from.
    pub bylaws: BTreeMap<Date, Bylaws>,
    /// The names under which people stand in the record.
    pub people: BTreeMap<PersonId, String>,
    /// Budgeted income by year, with its source.
    pub budgets: BTreeMap<i16, (Ore, String)>,
    /// The board's decisions on participation at a distance, by their day.
    pub remote: BTreeMap<Date, AtADistance>,
    /// Associations that share the office.
    pub shares_office_with: Vec<String>,
}

/// What the board has decided on participation at a distance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtADistance {
    /// How far it goes.
    pub extent: String,
    /// Whether sound only is allowed too, and for which special reasons.
    pub sound: Option<String>,
}

impl Member {
    /// The party the member is, as the rules name it: `fk`, `af`, `region:…` or `municipality:…`.
    pub fn party(&self) -> String {
        match self.kind {
            MemberKind::Fk => "fk".to_owned(),
            MemberKind::Af => "af".to_owned(),
            MemberKind::Region => format!("region:{}", self.name),
            MemberKind::Municipality => format!("municipality:{}", self.name),
        }
    }
}

impl From<MemberKind> for members::MemberKind {
    fn from(kind: MemberKind) -> Self {
        match kind {
            MemberKind::Fk => Self::Fk,
            MemberKind::Af => Self::Af,
            MemberKind::Region => Self::Region,
            MemberKind::Municipality => Self::Municipality,
        }
    }
}

impl State {
    /// Folds one fact in.
    pub fn evolve(&mut self, event: &Event) {
        match event {
            Event::Founded(founded) => self.founded = Some(founded.clone()),
            Event::MemberJoined(j) => {
                let member =
                    Member { id: j.member, name: j.name.clone(), kind: j.kind, joined: j.on, left: None };
                self.members.insert(j.member, member);
            }
            Event::MemberLeft { member, on } => {
                if let Some(member) = self.members.get_mut(member) {
                    member.left = Some(*on);
                }
            }
            Event::BylawsSet { from, bylaws, .. } => {
                self.bylaws.insert(*from, bylaws.clone());
            }
            Event::PersonNamed { person, name } => {
                self.people.insert(*person, name.clone());
            }
            Event::BudgetNoted { year, income, source } => {
                self.budgets.insert(*year, (*income, source.clone()));
            }
            Event::RemoteParticipationDecided { on, extent, sound } => {
                self.remote.insert(*on, AtADistance { extent: extent.clone(), sound: sound.clone() });
            }
            Event::OfficeShared { with } => self.shares_office_with.clone_from(with),
        }
    }

    /// The board's decision on participation at a distance that was in force on a day, with its own.
    pub fn remote_on(&self, day: Date) -> Option<(Date, &AtADistance)> {
        self.remote.range(..=day).next_back().map(|(on, decided)| (*on, decided))
    }

    /// The bylaws parameters that applied on a day.
    pub fn bylaws_on(&self, day: Date) -> Option<&Bylaws> {
        self.bylaws.range(..=day).next_back().map(|(_, bylaws)| bylaws)
    }

    /// The members on a day.
    pub fn members_on(&self, day: Date) -> impl Iterator<Item = &Member> {
        self.members.values().filter(move |m| m.joined <= day && m.left.is_none_or(|left| day <= left))
    }

    /// Whether an organisation is a member on a day.
    pub fn is_member(&self, member: MemberId, day: Date) -> bool {
        self.members_on(day).any(|m| m.id == member)
    }

    /// A member's name, or a dash when there is no such member.
    pub fn member_name(&self, member: MemberId) -> &str {
        self.members.get(&member).map_or("–", |m| m.name.as_str())
    }

    /// The name under which a person stands in the record.
    pub fn person_name(&self, person: PersonId) -> &str {
        self.people.get(&person).map_or("okänd person", String::as_str)
    }

    /// The seats of the board on a day.
    pub fn board_seats(&self, day: Date) -> u32 {
        self.bylaws_on(day).map_or(0, |b| b.seats.iter().map(|s| s.ordinary).sum())
    }
}
