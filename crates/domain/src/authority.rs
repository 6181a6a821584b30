//! Who may: the roles and facts that an association's record gives about one person, and the one question that every
//! way in asks before a command.
//!
//! What the answer is stands in the policies of `access`, each with its source. Here is only what they are told.

use std::collections::BTreeSet;

use access::{Access, Action, Facts, Role, Roles};
use jiff::civil::Date;

use crate::Command;
use crate::act::ForWhom;
use crate::decision::{Ctx, Entered};
use crate::event::Subject;
use crate::ids::{MemberId, PersonId};
use crate::initiative::state::Initiative;
use crate::mandate::events::{BodyKind, Role as Seat};
use crate::meeting::state::Meeting;
use crate::state::Association;

#[cfg(test)]
mod tests;

/// Why somebody may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum No {
    /// What it would be done to does not exist.
    NotFound(&'static str),
    /// The policies do not allow this action.
    Denied(Action),
}

/// Whether the one who acts may take a decision, whichever way it came.
///
/// # Errors
/// [`No`], when the policies do not let them, or what it would be done to does not exist.
pub fn allow(access: &Access, association: &Association, ctx: &Ctx, command: &Command) -> Result<(), No> {
    let roles = roles(association, ctx.actor, ctx.today());
    let afterwards = ctx.entered == Entered::Afterwards;
    if afterwards && !access.allows(roles, Action::RecordAfterwards, Facts::default()) {
        return Err(No::Denied(Action::RecordAfterwards));
    }
    let about = facts(association, command.about(), Some(ctx.actor), ctx.today());
    let action = command.action();
    decide(about, action, |about| {
        let facts =
            Facts { afterwards, ..acting_for(association, ctx, command.for_whom(association), about) };
        access.allows(roles, action, facts)
    })
    .map(drop)
}

/// Decides on an action, by what is known of the thing it is done to, or by what is missing.
///
/// Whoever may not learns nothing of which numbers exist: what is missing is judged as a thing of which nothing speaks
/// for anybody, and only who might do it to some such thing is told that this one is not there.
///
/// # Errors
/// [`No`], when it is not allowed, or when it might be but the thing does not exist.
pub fn decide(
    facts: Result<Facts, &'static str>,
    action: Action,
    allows: impl FnOnce(Facts) -> bool,
) -> Result<Facts, No> {
    if !allows(facts.unwrap_or_default()) {
        return Err(No::Denied(action));
    }
    facts.map_err(No::NotFound)
}

/// The facts with those about for whom somebody acts.
fn acting_for(association: &Association, ctx: &Ctx, whom: ForWhom, facts: Facts) -> Facts {
    match whom {
        ForWhom::Oneself => facts,
        ForWhom::Person(person) => Facts { for_another: person != Some(ctx.actor), ..facts },
        ForWhom::Member(member) => {
            let own = speaks_for(association, ctx.actor, ctx.today()).contains(&member);
            Facts { for_other_member: !own, ..facts }
        }
    }
}

/// The member organisations that somebody speaks for in the preparatory group.
pub fn speaks_for(association: &Association, person: PersonId, day: Date) -> BTreeSet<MemberId> {
    let group = association.mandates.body_of(BodyKind::PreparatoryGroup).map(|body| body.id);
    let mandates = association.mandates.of_person(person, day);
    mandates.filter(|m| Some(m.given.body) == group).filter_map(|m| m.given.member).collect()
}

/// The roles of somebody who is logged in, from the mandates that hold on the day.
pub fn roles(association: &Association, person: PersonId, day: Date) -> Roles {
    let mut roles = Roles::of([Role::Person]);
    if association.profile.people.contains_key(&person) {
        roles = roles.with(Role::Applicant);
    }
    for mandate in association.mandates.of_person(person, day) {
        let Some(body) = association.mandates.bodies.get(&mandate.given.body) else { continue };
        roles = roles.with(match (body.kind, mandate.given.role) {
            (BodyKind::Office, _) | (_, Seat::Director | Seat::Officer) => Role::Office,
            (BodyKind::Board, Seat::Member) => Role::BoardMember,
            (BodyKind::Board, Seat::Substitute { .. }) => Role::Substitute,
            (BodyKind::WorkingCommittee, _) => Role::WorkingCommittee,
            (BodyKind::PreparatoryGroup, _) => Role::PreparatoryGroup,
            (BodyKind::SteeringGroup, _) => Role::SteeringGroup,
        });
        let leads =
            |p: &crate::mandate::state::Presidium| p.chair == person || p.vice_chairs.contains(&person);
        if body.kind == BodyKind::Board && association.mandates.presidium(body.id, day).is_some_and(leads) {
            roles = roles.with(Role::Chair);
        }
    }
    roles
}

/// What the policies may ask about the subject of a step; what is missing when there is no such thing.
///
/// # Errors
/// What does not exist, in Swedish.
pub fn facts(
    association: &Association,
    about: Subject,
    person: Option<PersonId>,
    day: Date,
) -> Result<Facts, &'static str> {
    match about {
        Subject::Association | Subject::Funding(_) => Ok(Facts::default()),
        Subject::Case(id) => association.register.cases.get(&id).map(|_| Facts::default()).ok_or("ärendet"),
        Subject::Body(id) => {
            let body = association.mandates.bodies.get(&id).ok_or("organet")?;
            Ok(Facts { of_board: body.kind == BodyKind::Board, ..Facts::default() })
        }
        Subject::Initiative(id) => {
            let initiative = association.initiatives.get(&id).ok_or("insatsen")?;
            Ok(of_initiative(association, initiative, person, day))
        }
        Subject::Assignment(id) => {
            association.assignments.assignments.get(&id).map(|_| Facts::default()).ok_or("uppdraget")
        }
        Subject::Meeting(id) | Subject::Item(id, _) => {
            let meeting = association.meetings.get(&id).ok_or("sammanträdet")?;
            Ok(of_meeting(association, meeting, person, day))
        }
    }
}

fn of_initiative(
    association: &Association,
    initiative: &Initiative,
    person: Option<PersonId>,
    day: Date,
) -> Facts {
    let sits = |body| association.mandates.holding(body, day).any(|m| Some(m.given.person) == person);
    Facts {
        own: person == Some(initiative.author),
        in_body: initiative.steering_group.is_some_and(sits),
        submitted: initiative.submitted.is_some(),
        ..Facts::default()
    }
}

/// What the policies may ask about a meeting.
///
/// Whoever led it, kept its minutes, served at it or was chosen to attest them goes on with that meeting until its
/// minutes are sealed, also when the term has ended; but only with a seat or a post that held on its day.
pub fn of_meeting(
    association: &Association,
    meeting: &Meeting,
    person: Option<PersonId>,
    day: Date,
) -> Facts {
    let body = association.mandates.bodies.get(&meeting.plan.body);
    let of_board = body.is_some_and(|b| b.kind == BodyKind::Board);
    let Some(person) = person else { return Facts { of_board, ..Facts::default() } };
    let sealed = meeting.attested_on().is_some();
    let held_then = association.mandates.of_person(person, meeting.day()).next().is_some();
    let serves = meeting.serving().any(|a| a.person == person);
    let secretary = held_then && meeting.secretary == Some(person);
    let attester = held_then && meeting.must_attest().contains(&person);
    let served = meeting.attendance.iter().any(|a| a.person == person && a.serves());
    Facts {
        in_body: association.mandates.holding(meeting.plan.body, day).any(|m| m.given.person == person),
        serves,
        secretary,
        attester,
        took_part: !sealed && held_then && (served || secretary || attester),
        of_board,
        ..Facts::default()
    }
}
