//! The notice of a meeting, as it was sent or as it will be.

use crate::Association;
use crate::event::Subject;
use crate::ids::PersonId;
use crate::mandate::events::{BodyKind, Role};
use crate::mandate::state::Mandate;
use crate::meeting::events::Event;
use crate::meeting::state::Meeting;
use jiff::civil::Date;

use super::{body, matters, seats};
use crate::paper::{issuer, paragraphs};
use papers::{AgendaItem, Notice, Recipients, Signature, Signed, long_date};

/// The call to a meeting; dated the day it was sent, or today while it is being written.
pub fn notice(association: &Association, meeting: &Meeting, today: Date) -> Notice {
    let sent = meeting.notice.as_ref().map(|(on, _)| *on);
    Notice {
        association: issuer(association),
        body: body(association, meeting),
        occasion: meeting.plan.extra.as_ref().map(|_| "Extra sammanträde".to_owned()),
        dated: sent.unwrap_or(today),
        held_on: meeting.plan.on,
        from: meeting.plan.from,
        to: Some(meeting.plan.until),
        place: meeting.plan.place.clone(),
        at_distance: at_distance(association, meeting),
        recipients: recipients(association, meeting),
        absence: meeting.source.is_none().then(|| {
            "Kan du inte komma? Meddela kansliet så snart du kan, så kallas en ersättare att tjänstgöra."
                .to_owned()
        }),
        items: items(association, meeting),
        remarks: remarks(association, meeting),
        signatory: signatory(association, meeting, sent),
    }
}

fn at_distance(association: &Association, meeting: &Meeting) -> Option<String> {
    let (on, extent) = association.profile.remote.as_ref().filter(|(on, _)| *on <= meeting.plan.on)?;
    Some(format!("Styrelsen har den {} beslutat om deltagande på distans: {}", long_date(*on), extent.trim()))
}

/// Those it was sent to; while it is being written those who would be called.
fn recipients(association: &Association, meeting: &Meeting) -> Recipients {
    let called = meeting.notice.as_ref().map(|(_, to)| to);
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
            appendices: matters::appendices_of(meeting, item.id),
        })
        .collect()
}

/// Why the meeting is an extra one, and why the notice came late, where it did.
fn remarks(association: &Association, meeting: &Meeting) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(why) = &meeting.plan.extra {
        remarks.push(format!("Därför hålls ett extra sammanträde: {}", why.trim()));
    }
    let about = Subject::Meeting(meeting.id());
    let judged = association.judged.iter().map(|(_, judged)| judged);
    let findings = judged.filter(|j| j.about == about && j.step == "send_notice").flat_map(|j| &j.findings);
    for finding in findings {
        if let Some(reason) = &finding.reason {
            remarks.push(format!("{} Skäl: {}", finding.says, reason.trim()));
        }
    }
    remarks
}

fn signatory(association: &Association, meeting: &Meeting, sent: Option<Date>) -> Signature {
    let sender = meeting.history.iter().find_map(|(_, event)| {
        let Event::NoticeSent { by, .. } = event else { return None };
        Some(*by)
    });
    let presidium = association.mandates.presidium(meeting.plan.body, meeting.plan.on);
    let chair = presidium.map(|p| p.chair);
    let calls: Option<PersonId> = sender.or(chair);
    let by_director = director(association, meeting).is_some_and(|m| Some(m.given.person) == calls);
    let role = if calls.is_some() && calls == chair {
        "Ordförande"
    } else if by_director {
        "Förbundschef, på ordförandens uppdrag"
    } else {
        "Kansliet, på ordförandens uppdrag"
    };
    // A notice that is recorded long afterwards was signed by nobody who records it.
    let recorded = meeting.source.is_some();
    let name = calls.filter(|_| !recorded).map(|p| association.profile.person_name(p).to_owned());
    Signature {
        name: name.unwrap_or_else(|| association.name().to_owned()),
        role: if recorded { "Enligt den publicerade kallelsen".to_owned() } else { role.to_owned() },
        signed: sent.filter(|_| !recorded).map(|on| Signed { on, how: "elektroniskt".to_owned() }),
    }
}
