//! Setting up bodies, giving and ending mandates.

use access::Action;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{self, Act, Decision};
use crate::decision::{Ctx, Decided, Entered, Guard, Refusal};
use crate::event::Subject;
use crate::fields::{Fields, LINE};
use crate::ids::{BodyId, InitiativeId, MandateId, MemberId, PersonId};
use crate::mandate::events::{BodyKind, Eligibility, Event, MandateGiven, Role};
use crate::mandate::facts;
use crate::mandate::state::{Body, Mandate};
use crate::state::Association;
use swedish::days::in_words;

#[cfg(test)]
mod tests;

/// Sets up a body (sv. *organ*): one of each kind, and one steering group for each initiative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SetUpBody {
    /// What kind.
    pub kind: BodyKind,
    /// Its name.
    pub name: String,
    /// The initiative that a steering group steers.
    #[serde(default)]
    pub initiative: Option<InitiativeId>,
    /// From this day.
    pub on: Date,
}

impl Decision for SetUpBody {
    const ACT: Act = Act {
        name: "set_up_body",
        says: "inrätta ett organ",
        may: Action::ManageMandates,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, _ctx: &Ctx) -> Result<Decided, Refusal> {
        if state.profile.founded.is_none() {
            return Err(Refusal::order("Förbundet är inte bildat ännu.", "Bilda förbundet först."));
        }
        let name = self.name.trim();
        let steers = self.kind == BodyKind::SteeringGroup;
        Fields::new()
            .said("name", name, LINE, "Skriv organets namn.")
            .hold(
                steers == self.initiative.is_some(),
                "initiative",
                if steers {
                    "Välj vilken insats styrgruppen styr."
                } else {
                    "Ange insats bara för en styrgrupp."
                },
            )
            .checked()?;
        if self.initiative.is_some_and(|id| !state.initiatives.contains_key(&id)) {
            return Err(Refusal::NotFound("insatsen"));
        }
        let mut bodies = state.mandates.bodies.values();
        if let Some(there) = bodies.find(|b| b.kind == self.kind && b.initiative == self.initiative) {
            if there.name == name {
                return Ok(Decided::already());
            }
            return Err(Refusal::order(
                format!("{} finns redan, sedan den {}.", there.name, in_words(there.since)),
                "Ge mandat i det organ som finns.",
            ));
        }
        let set_up = Event::BodySetUp {
            body: BodyId::after(state.mandates.bodies.keys()),
            kind: self.kind,
            name: name.to_owned(),
            initiative: self.initiative,
            on: self.on,
        };
        Ok(Decided::of([crate::Event::Mandate(set_up)]))
    }
}

/// Gives a person a mandate in a body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GiveMandate {
    /// The body.
    pub body: BodyId,
    /// Who.
    pub person: PersonId,
    /// For which member; none in the office.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// As what.
    pub role: Role,
    /// From this day.
    pub from: Date,
    /// Until and including this day.
    #[serde(default)]
    pub until: Option<Date>,
    /// What makes the person eligible for the board.
    #[serde(default)]
    pub eligibility: Option<Eligibility>,
}

impl Decision for GiveMandate {
    const ACT: Act = Act {
        name: "give_mandate",
        says: "ge ett uppdrag i ett organ",
        may: Action::ManageMandates,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, ctx: &Ctx) -> Result<Decided, Refusal> {
        let Some(body) = state.mandates.bodies.get(&self.body) else {
            return Err(Refusal::NotFound("organet"));
        };
        if self.member.is_some_and(|id| !state.profile.members.contains_key(&id)) {
            return Err(Refusal::NotFound("medlemmen"));
        }
        let new = self.as_given(MandateId::after(state.mandates.mandates.keys()));
        let same = |m: &Mandate| MandateGiven { mandate: new.mandate, ..m.given.clone() } == new;
        if state.mandates.mandates.values().any(same) {
            return Ok(Decided::already());
        }
        self.check(state, body)?;
        self.sits_once(state, body)?;
        if ctx.entered == Entered::AsItHappens && body.kind == BodyKind::Board {
            self.has_a_seat(state)?;
            self.has_a_place_in_order(state)?;
        }
        let mut guard = Guard::new(ctx);
        if let (BodyKind::Board, Some(member)) = (body.kind, self.member) {
            let (evidence, from_source) = (self.eligibility.as_ref(), ctx.records());
            if let Some(eligible) = facts::eligibility(state, member, evidence, self.from, from_source) {
                guard = guard.ask(eligible);
            }
            if let Role::Substitute { order } = self.role {
                guard = guard.note(facts::order_of_substitutes(state, self.body, member, order, self.from));
            }
            if let Some(until) = self.until {
                guard = guard.ask(facts::period(state, self.from, until, ctx.records()));
            }
        }
        guard.pass(Subject::Association, "give_mandate", [crate::Event::Mandate(Event::MandateGiven(new))])
    }
}

impl GiveMandate {
    fn as_given(&self, mandate: MandateId) -> MandateGiven {
        MandateGiven {
            mandate,
            body: self.body,
            person: self.person,
            member: self.member,
            role: self.role,
            from: self.from,
            until: self.until,
            eligibility: self.eligibility.clone(),
        }
    }

    fn check(&self, state: &Association, body: &Body) -> Result<(), Refusal> {
        let staff = matches!(self.role, Role::Director | Role::Officer);
        let office = body.kind == BodyKind::Office;
        Fields::new()
            .hold(
                state.profile.people.contains_key(&self.person),
                "person",
                "Välj en person som förbundet har namnet på.",
            )
            .hold(
                staff == office,
                "role",
                if office {
                    "Välj förbundschef eller tjänsteman."
                } else {
                    "Välj ledamot eller ersättare."
                },
            )
            .hold(
                !matches!(self.role, Role::Substitute { order: 0 }),
                "role",
                "Ange ersättarens plats i ordningen, räknat från 1.",
            )
            .hold(
                office || self.member.is_some_and(|id| state.profile.is_member(id, self.from)),
                "member",
                "Välj en medlem som är med i förbundet när mandatet börjar.",
            )
            .hold(
                self.until.is_none_or(|until| self.from <= until),
                "until",
                "Ange en sista dag som inte är före den första.",
            )
            .checked()
    }

    /// The mandates of the same body that hold during some day of the new one.
    fn beside<'a>(&'a self, state: &'a Association) -> impl Iterator<Item = &'a Mandate> {
        let meets = |m: &&Mandate| {
            m.given.body == self.body
                && self.until.is_none_or(|until| m.given.from <= until)
                && m.last_day().is_none_or(|last| self.from <= last)
        };
        state.mandates.mandates.values().filter(meets)
    }

    fn sits_once(&self, state: &Association, body: &Body) -> Result<(), Refusal> {
        let Some(there) = self.beside(state).find(|m| m.given.person == self.person) else {
            return Ok(());
        };
        let until = there
            .last_day()
            .map_or_else(|| "tills vidare".to_owned(), |last| format!("till den {}", in_words(last)));
        Err(Refusal::order(
            format!(
                "{} har redan mandat i {} från den {} {until}.",
                state.profile.person_name(self.person),
                body.name,
                in_words(there.given.from)
            ),
            "Avsluta det mandatet först, eller låt det nya börja efter det.",
        ))
    }

    /// The bylaws say how many members and substitutes each member of the association has on the board.
    fn has_a_seat(&self, state: &Association) -> Result<(), Refusal> {
        let (Some(bylaws), Some(member)) = (state.profile.bylaws_on(self.from), self.member) else {
            return Ok(());
        };
        let seats = || bylaws.seats.iter().filter(|s| s.members.contains(&member));
        let filled_by: Vec<MemberId> = seats().flat_map(|s| s.members.iter().copied()).collect();
        let ordinary = self.role == Role::Member;
        let allowed =
            seats().map(|s| if ordinary { s.ordinary } else { s.substitutes }).fold(0, u32::saturating_add);
        let alike = |m: &&Mandate| {
            (m.given.role == Role::Member) == ordinary
                && m.given.member.is_some_and(|id| filled_by.contains(&id))
        };
        let taken_on = |on: Date| self.beside(state).filter(alike).filter(|m| m.holds_on(on)).count();
        let starts = self.beside(state).map(|m| m.given.from).filter(|from| *from > self.from);
        let most = starts.chain([self.from]).map(taken_on).max().unwrap_or(0);
        if u32::try_from(most).unwrap_or(u32::MAX) < allowed {
            return Ok(());
        }
        let what = match (ordinary, allowed) {
            (true, 1) => "ledamot",
            (true, _) => "ledamöter",
            (false, _) => "ersättare",
        };
        Err(Refusal::order(
            format!(
                "Enligt förbundsordningen har {} {allowed} {what} i styrelsen, och {most} är redan utsedda.",
                state.profile.member_name(member)
            ),
            "Avsluta ett mandat först, eller ändra förbundsordningen.",
        ))
    }

    /// Two substitutes of one member cannot be first to serve.
    fn has_a_place_in_order(&self, state: &Association) -> Result<(), Refusal> {
        if !matches!(self.role, Role::Substitute { .. }) {
            return Ok(());
        }
        let taken = self.beside(state).find(|m| m.given.member == self.member && m.given.role == self.role);
        let Some(there) = taken else { return Ok(()) };
        Err(Refusal::field(
            "role",
            format!(
                "Ange en ledig plats i ordningen; {} har den.",
                state.profile.person_name(there.given.person)
            ),
        ))
    }
}

/// Ends a mandate before its time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EndMandate {
    /// The mandate.
    pub mandate: MandateId,
    /// The last day.
    pub on: Date,
    /// Why.
    pub why: String,
}

impl Decision for EndMandate {
    const ACT: Act = Act {
        name: "end_mandate",
        says: "avsluta ett uppdrag i ett organ",
        may: Action::ManageMandates,
        fits: act::founded,
    };

    fn about(&self) -> Subject {
        Subject::Association
    }

    fn decide(&self, state: &Association, _ctx: &Ctx) -> Result<Decided, Refusal> {
        let Some(mandate) = state.mandates.mandates.get(&self.mandate) else {
            return Err(Refusal::NotFound("mandatet"));
        };
        if let Some((on, why)) = &mandate.ended {
            if *on == self.on && *why == self.why {
                return Ok(Decided::already());
            }
            return Err(Refusal::Changed(format!("Mandatet avslutades den {}: {why}", in_words(*on))));
        }
        let given = &mandate.given;
        Fields::new()
            .hold(
                given.from <= self.on && given.until.is_none_or(|until| self.on <= until),
                "on",
                "Ange en dag under mandatets tid.",
            )
            .said("why", &self.why, LINE, "Skriv varför mandatet avslutas.")
            .checked()?;
        let ended = Event::MandateEnded {
            body: given.body,
            mandate: self.mandate,
            on: self.on,
            why: self.why.clone(),
        };
        Ok(Decided::of([crate::Event::Mandate(ended)]))
    }
}
