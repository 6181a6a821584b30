//! What can be found of what a visitor may read: asked by the page of search and by the API.

use std::sync::Arc;

use access::{Action, Facts};
use domain::case_register::state::Clearance;
use domain::event::Subject;
use domain::ids::PersonId;
use domain::mandate::state::Mandate;
use domain::{Association, authority};
use jiff::civil::Date;
use kit::format::day_text;
use kit::{Lang, at};
pub use search::{Found, Kind};
use search::{Search, Topic};

use crate::stop::Stop;
use crate::visitor::Visitor;

/// What was found in one association.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The association, as it stood.
    pub association: Arc<Association>,
    /// What was found, the best first.
    pub found: Vec<Found>,
}

/// What is found in an association of what the visitor may read.
///
/// # Errors
/// Nobody is logged in, or nothing is kept that could be searched.
pub fn find(visitor: &Visitor, association: Arc<Association>, words: &str) -> Result<Answered, Stop> {
    let person = visitor.actor()?;
    let (app, day) = (visitor.app(), visitor.today());
    let roles = authority::roles(&association, person, day);
    let may = |action, facts| app.access().allows(roles, action, facts);
    let clear = may(Action::ReadSecret, Facts::default());
    let clearance = if clear { Clearance::Secret } else { Clearance::Open };
    let facts = |subject| authority::facts(&association, subject, Some(person), day);
    let sees = |topic| match topic {
        Topic::Case(_) => may(Action::ReadRegister, Facts::default()),
        Topic::Initiative(id) => facts(Subject::Initiative(id))
            .is_ok_and(|facts| may(Action::ReadInitiative, facts) || may(Action::ReadDraft, facts)),
        Topic::Meeting(id) => facts(Subject::Meeting(id)).is_ok_and(|facts| may(Action::ReadMeeting, facts)),
        Topic::Person(_) => may(Action::ReadPeople, Facts::default()),
    };
    let search = app.engine().projection::<Search>().ok_or_else(|| Stop::fault("search is not kept"))?;
    let found = search.find(&association, words, clearance, sees);
    Ok(Answered { association, found })
}

/// What something is called, and what tells it from others.
pub fn named(association: &Association, topic: Topic) -> (String, String) {
    let found = match topic {
        Topic::Case(id) => association.register.cases.get(&id).map(|c| (c.subject.clone(), c.number.clone())),
        Topic::Initiative(id) => {
            association.initiatives.get(&id).map(|i| (i.title.clone(), i.applicant.clone()))
        }
        Topic::Meeting(id) => association.meetings.get(&id).map(|meeting| {
            let body = association.mandates.bodies.get(&meeting.plan.body);
            let day = day_text(Lang::Sv, meeting.plan.on);
            let name = body.map_or("Sammanträde", |body| body.name.as_str());
            (format!("{name}, {day}"), meeting.plan.place.clone())
        }),
        Topic::Person(id) => {
            association.profile.people.get(&id).map(|name| (name.clone(), seat(association, id)))
        }
    };
    found.unwrap_or_default()
}

/// Where somebody last had a seat, which tells namesakes apart.
fn seat(association: &Association, person: PersonId) -> String {
    let body =
        latest(association, person).and_then(|mandate| association.mandates.bodies.get(&mandate.given.body));
    body.map_or_else(String::new, |body| body.name.clone())
}

fn latest(association: &Association, person: PersonId) -> Option<&Mandate> {
    association.mandates.mandates.values().rev().find(|mandate| mandate.given.person == person)
}

/// Where it stands.
pub fn address(association: &Association, topic: Topic) -> String {
    let base = at::association(association.slug());
    match topic {
        Topic::Case(id) => at::case(&base, id),
        Topic::Initiative(id) => at::initiative(&base, id),
        Topic::Meeting(id) => at::meeting(&base, id),
        Topic::Person(_) => at::people(&base),
    }
}

/// What tells it from everything else, for ever: its address, and who it is where several stand at one.
pub fn identity(association: &Association, topic: Topic) -> String {
    let address = address(association, topic);
    match topic {
        Topic::Person(id) => format!("{address}#{id}"),
        Topic::Case(_) | Topic::Initiative(_) | Topic::Meeting(_) => address,
    }
}

/// The day it is told of: opened, come as far as it is, held, given the last mandate.
pub fn told(association: &Association, topic: Topic) -> Date {
    let day = match topic {
        Topic::Case(id) => association.register.cases.get(&id).map(|case| case.opened),
        Topic::Initiative(id) => association.initiatives.get(&id).map(|initiative| initiative.since),
        Topic::Meeting(id) => association.meetings.get(&id).map(|meeting| meeting.plan.on),
        Topic::Person(id) => latest(association, id).map(|mandate| mandate.given.from),
    };
    day.unwrap_or_default()
}
