//! After the decision: informing those concerned, the steering group, the start.

use access::Action;
use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Act, Decision};
use crate::decision::{Ctx, Decided, Entered, Guard, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE};
use crate::ids::{BodyId, InitiativeId, MandateId, MemberId, PersonId};
use crate::initiative::events::{Event, Grant, Stage};
use crate::initiative::facts;
use crate::initiative::standing::{self, at, find};
use crate::initiative::state::Initiative;
use crate::mandate::events::{BodyKind, Event as MandateEvent, MandateGiven, Role};
use crate::state::Association;
use swedish::days::in_words;

#[cfg(test)]
mod tests;

/// A person in a steering group, for a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SteeringSeat {
    /// Who.
    pub person: PersonId,
    /// For which member.
    pub member: MemberId,
}

/// Those concerned are told once the board has decided.
fn decided(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    if !standing::about(state, about)?.decisions.is_empty() {
        return Ok(());
    }
    let instead = "Underrätta de berörda när beslutet är fattat.";
    Err(Refusal::order("Styrelsen har inte beslutat om ansökan.", instead))
}

/// The steering group is set up once, when the board has granted money.
fn without_group(state: &Association, about: Subject, _: &Ctx) -> Result<(), Refusal> {
    let initiative = standing::about(state, about)?;
    let instead = "Styrgruppen tillsätts när styrelsen har beviljat medel.";
    at(initiative, &[Stage::Granted, Stage::Running], instead)?;
    match initiative.steering_group.and_then(|id| state.mandates.bodies.get(&id)) {
        Some(there) => {
            Err(Refusal::Changed(format!("{} tillsattes den {}.", there.name, in_words(there.since))))
        }
        None => Ok(()),
    }
}

/// Notes who have been told of the board's decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InformConcerned {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Who.
    #[serde(default)]
    pub to: Vec<String>,
}

impl Decision for InformConcerned {
    const ACT: Act = Act {
        name: "inform_concerned",
        says: "anteckna vilka som fått veta beslutet",
        may: Action::InformConcerned,
        fits: decided,
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        Self::ACT.fits(state, self.about(), ctx)?;
        let to: Vec<String> =
            self.to.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
        let mut fields = Fields::new().hold(!to.is_empty(), "to", "Skriv vilka som har fått veta beslutet.");
        for name in &to {
            fields = fields.within("to", name, LINE);
        }
        fields.checked()?;
        let told = initiative.informed.as_ref().map(|(_, told)| told.as_slice()).unwrap_or_default();
        if to.iter().all(|name| told.contains(name)) {
            return Ok(Decided::already());
        }
        let on = ctx.today();
        let informed = Event::Informed { initiative: initiative.id, to, by: ctx.actor, on };
        let mut after = initiative.clone();
        after.informed.get_or_insert((on, Vec::new()));
        let mut guard = Guard::new(ctx);
        if let Some(told) = facts::told(&after, on) {
            guard = guard.note(told);
        }
        guard.pass(
            Subject::Initiative(initiative.id),
            "inform_concerned",
            [crate::Event::Initiative(informed)],
        )
    }
}

/// Sets up the steering group (sv. *styrgrupp*) of the parties.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SetUpSteeringGroup {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Its name.
    pub name: String,
    /// Who sits in it, for which member.
    #[serde(default)]
    pub people: Vec<SteeringSeat>,
}

impl Decision for SetUpSteeringGroup {
    const ACT: Act = Act {
        name: "set_up_steering_group",
        says: "tillsätta styrgruppen",
        may: Action::SetUpSteeringGroup,
        fits: without_group,
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if let Some(there) = initiative.steering_group.and_then(|id| state.mandates.bodies.get(&id)) {
            let seated = |seat: &SteeringSeat| {
                let mut mandates = state.mandates.mandates.values().filter(|m| m.given.body == there.id);
                mandates.any(|m| m.given.person == seat.person && m.given.member == Some(seat.member))
            };
            if there.name == self.name.trim() && self.people.iter().all(seated) {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!(
                "{} tillsattes den {}.",
                there.name,
                in_words(there.since)
            )));
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        self.check(state, ctx.today())?;
        Ok(Decided::of(self.set_up(state, ctx.today())))
    }
}

impl SetUpSteeringGroup {
    fn check(&self, state: &Association, on: Date) -> Result<(), Refusal> {
        let people: BTreeSet<PersonId> = self.people.iter().map(|seat| seat.person).collect();
        let members: BTreeSet<MemberId> = self.people.iter().map(|seat| seat.member).collect();
        Fields::new()
            .said("name", &self.name, LINE, "Skriv styrgruppens namn.")
            .hold(members.len() >= 2, "people", "Välj personer från minst två medlemmar.")
            .hold(people.len() == self.people.len(), "people", "Välj varje person en gång.")
            .hold(
                people.iter().all(|id| state.profile.people.contains_key(id)),
                "people",
                "Välj personer som förbundet har namnet på.",
            )
            .hold(
                members.iter().all(|id| state.profile.is_member(*id, on)),
                "people",
                "Välj för varje person en av förbundets medlemmar.",
            )
            .checked()
    }

    fn set_up(&self, state: &Association, on: Date) -> Vec<crate::Event> {
        let body = BodyId::after(state.mandates.bodies.keys());
        let first = MandateId::after(state.mandates.mandates.keys());
        let set_up = MandateEvent::BodySetUp {
            body,
            kind: BodyKind::SteeringGroup,
            name: self.name.trim().to_owned(),
            initiative: Some(self.initiative),
            on,
        };
        let mandates = (first.0..).map(MandateId).zip(&self.people).map(|(mandate, seat)| {
            MandateEvent::MandateGiven(MandateGiven {
                mandate,
                body,
                person: seat.person,
                member: Some(seat.member),
                role: Role::Member,
                from: on,
                until: None,
                eligibility: None,
            })
        });
        let group = Event::SteeringGroupSet { initiative: self.initiative, body, on };
        let mut events = vec![crate::Event::Mandate(set_up)];
        events.extend(mandates.map(crate::Event::Mandate));
        events.push(crate::Event::Initiative(group));
        events
    }
}

/// Starts the initiative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StartInitiative {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The day.
    pub on: Date,
}

impl Decision for StartInitiative {
    const ACT: Act = Act {
        name: "start_initiative",
        says: "anteckna insatsens start",
        may: Action::StartInitiative,
        fits: |state, about, _| {
            standing::stands_at(
                state,
                about,
                &[Stage::Granted],
                "En insats startar när styrelsen har beviljat medel.",
            )
        },
    };

    fn about(&self) -> Subject {
        Subject::Initiative(self.initiative)
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let initiative = find(state, self.initiative)?;
        if let Some(on) = initiative.started {
            if on == self.on {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!("Insatsen startade den {}.", in_words(on))));
        }
        Self::ACT.fits(state, self.about(), ctx)?;
        if let (Some((says, instead)), Entered::AsItHappens) = (hindrance(initiative), ctx.entered) {
            return Err(Refusal::order(says, instead));
        }
        let grant = initiative.grant();
        let from = grant.and_then(|g| g.from);
        let until = grant.and_then(|g| g.until);
        Fields::new()
            .hold(
                from.is_none_or(|from| from <= self.on) && until.is_none_or(|until| self.on <= until),
                "on",
                format!("Ange en dag inom beslutets tid{}.", span(grant)),
            )
            .checked()?;
        let started = Event::Started { initiative: initiative.id, on: self.on };
        Ok(Decided::of([crate::Event::Initiative(started)]))
    }
}

/// What stands in the way of the start, and what to do about it.
pub(crate) fn hindrance(initiative: &Initiative) -> Option<(&'static str, &'static str)> {
    if initiative.informed.is_none() {
        return Some(("De berörda har inte fått veta beslutet.", "Underrätta chefer och teamledare först."));
    }
    if initiative.steering_group.is_none() {
        return Some(("Insatsen har ingen styrgrupp.", "Tillsätt styrgruppen först."));
    }
    None
}

fn span(grant: Option<&Grant>) -> String {
    match grant.and_then(|g| g.from.zip(g.until)) {
        Some((from, until)) => format!(", från den {} till den {}", in_words(from), in_words(until)),
        None => String::new(),
    }
}
