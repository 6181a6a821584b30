//! What is sent as the notice of a meeting.

use crate::Association;
use crate::ids::PersonId;
use crate::mandate::events::{BodyKind, Role};
use crate::mandate::state::Mandate;
use crate::meeting::state::Meeting;
use jiff::civil::Date;
use statute::Finding;

use super::{body, matters, seats};
use crate::paper::{issuer, paragraphs};
use papers::{AgendaItem, Notice, Recipients, Signature, Signed, long_date};

/// What a notice is made for: to be looked at on a day, or to be sent.
#[derive(Clone, Copy)]
pub(crate) enum Sending<'a> {
    /// It is being written.
    Draft(Date),
    /// It is sent.
    Sent {
        /// The day.
        on: Date,
        /// By whom.
        by: PersonId,
        /// To whom.
        to: &'a [PersonId],
        /// What the rules said of it, with the reasons that were given.
        findings: &'a [Finding],
        /// Whether it was sent long ago, and is only recorded now.
        recorded: bool,
    },
}

/// The call to a meeting.
pub(crate) fn content(association: &Association, meeting: &Meeting, sending: &Sending<'_>) -> Notice {
    let (dated, recorded) = match sending {
        Sending::Draft(today) => (*today, meeting.source.is_some()),
        Sending::Sent { on, recorded, .. } => (*on, *recorded),
    };
    Notice {
        association: issuer(association),
        body: body(association, meeting),
        occasion: meeting.plan.extra.as_ref().map(|_| "Extra sammanträde".to_owned()),
        dated,
        held_on: meeting.plan.on,
        from: meeting.plan.from,
        to: Some(meeting.plan.until),
        place: meeting.plan.place.clone(),
        at_distance: at_distance(association, meeting),
        recipients: recipients(association, meeting, sending),
        absence: (!recorded).then(|| {
            "Kan du inte komma? Meddela kansliet så snart du kan, så kallas en ersättare att tjänstgöra."
                .to_owned()
        }),
        items: items(association, meeting),
        remarks: remarks(meeting, sending),
        signatory: signatory(association, meeting, sending, recorded),
    }
}

fn at_distance(association: &Association, meeting: &Meeting) -> Option<String> {
    let (on, decided) = association.profile.remote_on(meeting.plan.on)?;
    let extent = decided.extent.trim();
    Some(format!("Styrelsen har den {} beslutat om deltagande på distans: {extent}", long_date(on)))
}

/// Those it was sent to; while it is being written those who would be called.
fn recipients(association: &Association, meeting: &Meeting, sending: &Sending<'_>) -> Recipients {
    let called = match sending {
        Sending::Draft(_) => None,
        Sending::Sent { to, .. } => Some(*to),
    };
    let holding: Vec<&Mandate> = association
        .mandates
        .holding(meeting.plan.body, meeting.plan.on)
        .filter(|m| called.is_none_or(|to| to.contains(&m.given.person)))
        .collect();
    let named = |m: &&Mandate| seats::named(association, meeting, m);
    let members = holding.iter().filter(|m| m.given.role == Role::Member).map(named).collect();
    let mut waiting: Vec<(u32, &Mandate)> = holding
        .iter()
        .filter_map(|m| match m.given.role {
            Role::Substitute { order } => Some((order, *m)),
            Role::Member | Role::Director | Role::Officer => None,
        })
        .collect();
    waiting.sort_by_key(|(order, m)| (m.given.member, *order));
    let substitutes = waiting.iter().map(|(_, m)| named(m)).collect();
    let others = director(association, meeting).iter().map(named).collect();
    Recipients { members, substitutes, others }
}

/// The director, who comes to every meeting.
fn director<'a>(association: &'a Association, meeting: &Meeting) -> Option<&'a Mandate> {
    let office = association.mandates.body_of(BodyKind::Office)?;
    association.mandates.holding(office.id, meeting.plan.on).find(|m| m.given.role == Role::Director)
}

fn items(association: &Association, meeting: &Meeting) -> Vec<AgendaItem> {
    let called = meeting.items.iter().filter(|i| !i.at_the_meeting);
    (1..)
        .zip(called)
        .map(|(number, item)| AgendaItem {
            number,
            title: item.content.title.clone(),
            kind: matters::kind(item.content.kind),
            case_number: matters::case_number(association, item),
            text: paragraphs(&item.content.text),
            presenters: item.content.presenter.iter().cloned().collect(),
            proposal: item.content.proposed.clone(),
            terms: matters::proposed(association, item),
            appendices: matters::appendices_of(meeting, item.id),
        })
        .collect()
}

/// Why the meeting is an extra one, and why the notice came late, where it did.
fn remarks(meeting: &Meeting, sending: &Sending<'_>) -> Vec<String> {
    let extra = meeting.plan.extra.iter();
    let mut remarks: Vec<String> =
        extra.map(|why| format!("Därför hålls ett extra sammanträde: {}", why.trim())).collect();
    if let Sending::Sent { findings, .. } = sending {
        let explained = findings.iter().filter_map(|f| Some((&f.says, f.reason.as_ref()?)));
        remarks.extend(explained.map(|(says, reason)| format!("{says} Skäl: {}", reason.trim())));
    }
    remarks
}

fn signatory(
    association: &Association,
    meeting: &Meeting,
    sending: &Sending<'_>,
    recorded: bool,
) -> Signature {
    // A notice that is recorded long afterwards was signed by nobody who records it.
    if recorded {
        let role = "Enligt den publicerade kallelsen".to_owned();
        return Signature { name: association.name().to_owned(), role, signed: None };
    }
    let presidium = association.mandates.presidium(meeting.plan.body, meeting.plan.on);
    let chair = presidium.map(|p| p.chair);
    let (calls, sent): (Option<PersonId>, Option<Date>) = match sending {
        Sending::Draft(_) => (chair, None),
        Sending::Sent { by, on, .. } => (Some(*by), Some(*on)),
    };
    let by_director = director(association, meeting).is_some_and(|m| Some(m.given.person) == calls);
    let role = if calls.is_some() && calls == chair {
        "Ordförande"
    } else if by_director {
        "Förbundschef, på ordförandens uppdrag"
    } else {
        "Kansliet, på ordförandens uppdrag"
    };
    Signature {
        name: calls.map_or(association.name(), |p| association.profile.person_name(p)).to_owned(),
        role: role.to_owned(),
        signed: sent.map(|on| Signed { on, how: "elektroniskt".to_owned() }),
    }
}
