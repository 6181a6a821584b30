//! Who sits where, for whom, on a given day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::ids::{BodyId, InitiativeId, MandateId, MemberId, PersonId};
use crate::mandate::events::{BodyKind, Event, MandateGiven, Role};
use crate::shared::Map;

/// A body that meets.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its number.
    pub id: BodyId,
    /// What kind.
    pub kind: BodyKind,
    /// Its name.
    pub name: String,
    /// The initiative it steers.
    pub initiative: Option<InitiativeId>,
    /// From this day.
    pub since: Date,
    /// Presidia, oldest first.
    pub presidia: Vec<Presidium>,
}

/// A chair and vice chairs for a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Presidium {
    /// The chair.
    pub chair: PersonId,
    /// The vice chairs.
    pub vice_chairs: Vec<PersonId>,
    /// From this day.
    pub from: Date,
    /// Until this day.
    pub until: Option<Date>,
}

/// A mandate and how it ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Mandate {
    /// As it was given.
    pub given: MandateGiven,
    /// When and why it ended before its time.
    pub ended: Option<(Date, String)>,
}

impl Mandate {
    /// The last day, when one is known.
    pub fn last_day(&self) -> Option<Date> {
        let ended = self.ended.as_ref().map(|(on, _)| *on);
        self.given.until.into_iter().chain(ended).min()
    }

    /// Whether the mandate holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.given.from <= day
            && self.given.until.is_none_or(|until| day <= until)
            && self.ended.as_ref().is_none_or(|(on, _)| day <= *on)
    }
}

/// Bodies and mandates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The bodies.
    pub bodies: BTreeMap<BodyId, Body>,
    /// The mandates.
    pub mandates: Map<MandateId, Mandate>,
    /// Whose they are, each person's in the order they were given: asked for every page.
    by_person: Map<PersonId, Vec<MandateId>>,
}

impl State {
    /// Folds one fact in.
    pub fn evolve(&mut self, event: &Event) {
        match event {
            Event::BodySetUp { body, kind, name, initiative, on } => {
                let set_up = Body {
                    id: *body,
                    kind: *kind,
                    name: name.clone(),
                    initiative: *initiative,
                    since: *on,
                    presidia: Vec::new(),
                };
                self.bodies.insert(*body, set_up);
            }
            Event::MandateGiven(given) => {
                self.mandates.insert(given.mandate, Mandate { given: given.clone(), ended: None });
                self.by_person.or_default(given.person).push(given.mandate);
            }
            Event::MandateEnded { mandate, on, why, .. } => {
                if let Some(mandate) = self.mandates.get_mut(mandate) {
                    mandate.ended = Some((*on, why.clone()));
                }
            }
            Event::PresidiumElected { body, chair, vice_chairs, from, until } => {
                if let Some(body) = self.bodies.get_mut(body) {
                    let presidium = Presidium {
                        chair: *chair,
                        vice_chairs: vice_chairs.clone(),
                        from: *from,
                        until: *until,
                    };
                    body.presidia.push(presidium);
                }
            }
        }
    }

    /// The first body of a kind.
    pub fn body_of(&self, kind: BodyKind) -> Option<&Body> {
        self.bodies.values().find(|b| b.kind == kind)
    }

    /// The mandates that hold in a body on a day.
    pub fn holding(&self, body: BodyId, day: Date) -> impl Iterator<Item = &Mandate> {
        self.mandates.values().filter(move |m| m.given.body == body && m.holds_on(day))
    }

    /// A person's mandates that hold on a day.
    pub fn of_person(&self, person: PersonId, day: Date) -> impl Iterator<Item = &Mandate> {
        let own = self.by_person.get(&person).into_iter().flatten();
        own.filter_map(|mandate| self.mandates.get(mandate)).filter(move |m| m.holds_on(day))
    }

    /// The presidium of a body on a day.
    pub fn presidium(&self, body: BodyId, day: Date) -> Option<&Presidium> {
        let presidia = &self.bodies.get(&body)?.presidia;
        presidia.iter().rev().find(|p| p.from <= day && p.until.is_none_or(|until| day <= until))
    }

    /// The substitutes of one member in a body on a day, in the order they serve.
    pub fn substitutes(&self, body: BodyId, member: MemberId, day: Date) -> Vec<&Mandate> {
        let mut found: Vec<(u32, &Mandate)> = self
            .holding(body, day)
            .filter(|m| m.given.member == Some(member))
            .filter_map(|m| match m.given.role {
                Role::Substitute { order } => Some((order, m)),
                Role::Member | Role::Director | Role::Officer => None,
            })
            .collect();
        found.sort_by_key(|(order, _)| *order);
        found.into_iter().map(|(_, m)| m).collect()
    }

    /// Whether a person sits in a body of the kind on a day.
    pub fn sits_in(&self, person: PersonId, kind: BodyKind, day: Date) -> bool {
        self.of_person(person, day).any(|m| self.bodies.get(&m.given.body).is_some_and(|b| b.kind == kind))
    }
}
