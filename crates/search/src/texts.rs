//! What is written about a thing, as its pages show it: what anybody reads who may see it, and what is secret beside it.

use domain::Association;
use domain::case_register::state::{Case, Clearance};
use domain::initiative::state::Initiative;
use domain::meeting::state::Meeting;

use crate::topic::Topic;

/// How much a text says of what the thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// What it is called.
    Name,
    /// What stands under it.
    Body,
}

/// Takes each text: how much it says, who may read it, and the text.
type Take<'t> = dyn FnMut(Weight, Clearance, &str) + 't;

/// The texts of a thing; none when it is not there.
pub(crate) fn of(association: &Association, topic: Topic, take: &mut Take<'_>) {
    match topic {
        Topic::Case(id) => association.register.cases.get(&id).into_iter().for_each(|c| case(c, take)),
        Topic::Initiative(id) => {
            association.initiatives.get(&id).into_iter().for_each(|i| initiative(i, take));
        }
        Topic::Meeting(id) => {
            association.meetings.get(&id).into_iter().for_each(|m| meeting(association, m, take));
        }
        Topic::Person(id) => {
            let name = association.profile.people.get(&id);
            name.into_iter().for_each(|name| take(Weight::Name, Clearance::Open, name));
        }
    }
}

fn case(case: &Case, take: &mut Take<'_>) {
    take(Weight::Name, Clearance::Open, &case.number);
    take(Weight::Name, Clearance::Open, &case.subject);
    // What one who is not cleared reads is open; what more there is to one who is, is secret.
    for (open, all) in case.read_by(Clearance::Open).zip(case.read_by(Clearance::Secret)) {
        for (open, all) in [(open.title, all.title), (open.counterpart, all.counterpart)] {
            let clearance = if open.is_some() { Clearance::Open } else { Clearance::Secret };
            all.into_iter().for_each(|text| take(Weight::Body, clearance, text));
        }
    }
}

fn initiative(initiative: &Initiative, take: &mut Take<'_>) {
    let mut open = |weight, text: &str| take(weight, Clearance::Open, text);
    open(Weight::Name, &initiative.title);
    open(Weight::Body, &initiative.applicant);
    open(Weight::Body, &initiative.idea);
    // What is being written is nobody else's yet, and does not stand in the record.
    if let Some(application) = initiative.application() {
        for text in [
            &application.need,
            &application.target_group,
            &application.method,
            &application.goals,
            &application.indicators,
            &application.follow_up,
            &application.evaluation,
            &application.implementation,
        ] {
            open(Weight::Body, text);
        }
    }
}

fn meeting(association: &Association, meeting: &Meeting, take: &mut Take<'_>) {
    let mut open = |weight, text: &str| take(weight, Clearance::Open, text);
    let body = association.mandates.bodies.get(&meeting.plan.body);
    body.into_iter().for_each(|body| open(Weight::Name, &body.name));
    open(Weight::Name, &meeting.plan.on.to_string());
    open(Weight::Body, &meeting.plan.place);
    for item in &meeting.items {
        open(Weight::Name, &item.content.title);
        open(Weight::Body, &item.content.text);
        open(Weight::Body, &item.note);
        for report in &item.reports {
            open(Weight::Body, &report.title);
            open(Weight::Body, &report.text);
        }
        item.content.proposed.iter().for_each(|clause| open(Weight::Body, clause));
        item.proposals.iter().for_each(|proposal| open(Weight::Body, &proposal.text));
        item.decision.iter().flat_map(|(clauses, _)| clauses).for_each(|clause| open(Weight::Body, clause));
        item.reservations.iter().for_each(|(_, text)| open(Weight::Body, text));
    }
}
