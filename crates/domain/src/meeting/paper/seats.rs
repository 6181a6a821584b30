//! Who sat for whom, in which office, under which paragraphs.

use crate::Association;
use crate::ids::{MandateId, MemberId, PersonId};
use crate::mandate::events::Role;
use crate::mandate::state::Mandate;
use crate::meeting::events::{Attendance, Capacity};
use crate::meeting::state::Meeting;

use papers::{Attendee, Deciding, ParagrafRange, Person};

/// The member somebody sits for; one who fills a seat that several share still sits for their own.
pub(super) fn seat(association: &Association, member: Option<MemberId>) -> String {
    member.map_or_else(|| "förbundet".to_owned(), |m| association.profile.member_name(m).to_owned())
}

/// The office somebody holds in the body on the day of the meeting.
fn office(association: &Association, meeting: &Meeting, person: PersonId) -> Option<String> {
    let presidium = association.mandates.presidium(meeting.plan.body, meeting.plan.on);
    let office = match presidium {
        Some(p) if p.chair == person => Some("ordförande"),
        Some(p) if p.vice_chairs.contains(&person) => Some("vice ordförande"),
        Some(_) | None => None,
    };
    let presided = meeting.chair == Some(person);
    match (office, presided) {
        (Some("ordförande") | None, true) => Some("ordförande".to_owned()),
        (Some(office), true) => Some(format!("{office}, ordförande vid sammanträdet")),
        (office, false) => office.map(str::to_owned),
    }
}

fn mandate(association: &Association, id: MandateId) -> Option<&Mandate> {
    association.mandates.mandates.get(&id)
}

/// A person's name; who shares it with somebody else at the meeting is told apart by whom they sit for or come from.
pub(crate) fn called(association: &Association, meeting: &Meeting, person: PersonId) -> String {
    let name = association.profile.person_name(person);
    let officers =
        meeting.chair.into_iter().chain(meeting.secretary).chain(meeting.attesters.iter().copied());
    let mut there = meeting.attendance.iter().map(|a| a.person).chain(officers);
    let shared = there.any(|other| other != person && association.profile.person_name(other) == name);
    match beside(association, meeting, person).filter(|_| shared) {
        Some(beside) => format!("{name} ({beside})"),
        None => name.to_owned(),
    }
}

/// For whom somebody sits, from where they come, or what they do at the meeting.
fn beside(association: &Association, meeting: &Meeting, person: PersonId) -> Option<String> {
    let stay = meeting.attendance.iter().rev().find(|a| a.person == person);
    match stay.map(|a| &a.capacity) {
        Some(Capacity::Serving { mandate: own, .. } | Capacity::Substitute { mandate: own }) => {
            Some(seat(association, mandate(association, *own)?.given.member))
        }
        Some(Capacity::Other { from }) => Some(from.trim().to_owned()).filter(|from| !from.is_empty()),
        None if meeting.secretary == Some(person) => Some("sekreterare".to_owned()),
        None => None,
    }
}

/// Those who took the decisions: the chair first, then in the order of the mandates.
pub(super) fn deciding(association: &Association, meeting: &Meeting) -> Vec<Deciding> {
    let mut found: Vec<Served> = Vec::new();
    for one in &meeting.attendance {
        let Capacity::Serving { mandate: own, in_place_of } = one.capacity else { continue };
        let same = |s: &&mut Served| s.person == one.person && s.in_place_of == in_place_of;
        if let Some(there) = found.iter_mut().find(same) {
            there.row.at_distance |= one.remote.is_some();
            continue;
        }
        let absent = in_place_of.and_then(|id| mandate(association, id));
        let member = mandate(association, own).and_then(|m| m.given.member);
        let row = Deciding {
            name: association.profile.person_name(one.person).to_owned(),
            member: seat(association, member),
            role: office(association, meeting, one.person),
            substitute_for: absent.map(|m| association.profile.person_name(m.given.person).to_owned()),
            at_distance: one.remote.is_some(),
            present: present(
                meeting,
                one.person,
                |a| matches!(a.capacity, Capacity::Serving { in_place_of: p, .. } if p == in_place_of),
            ),
        };
        found.push(Served { person: one.person, own, in_place_of, row });
    }
    found.sort_by_key(|s| (meeting.chair != Some(s.person), s.in_place_of.unwrap_or(s.own)));
    found.into_iter().map(|s| s.row).collect()
}

/// Somebody who served in a seat: the person is the one, not the name, which another may have too.
struct Served {
    person: PersonId,
    own: MandateId,
    in_place_of: Option<MandateId>,
    row: Deciding,
}

/// Substitutes who were there without serving at any time.
pub(super) fn substitutes(association: &Association, meeting: &Meeting) -> Vec<Attendee> {
    let served = |person| meeting.attendance.iter().any(|a| a.person == person && a.serves());
    attendees(association, meeting, |a| match a.capacity {
        Capacity::Substitute { mandate: own } if !served(a.person) => {
            let member = mandate(association, own).and_then(|m| m.given.member);
            Some(seat(association, member))
        }
        Capacity::Substitute { .. } | Capacity::Serving { .. } | Capacity::Other { .. } => None,
    })
}

/// Everybody else who was there; whoever kept the minutes was, noted or not.
pub(super) fn others(association: &Association, meeting: &Meeting) -> Vec<Attendee> {
    let mut others = attendees(association, meeting, |a| match &a.capacity {
        Capacity::Other { from } => Some(from.trim().to_owned()),
        Capacity::Serving { .. } | Capacity::Substitute { .. } => None,
    });
    let unnoted = |person: &PersonId| meeting.attendance.iter().all(|a| a.person != *person);
    others.extend(meeting.secretary.filter(unnoted).map(|person| Attendee {
        name: association.profile.person_name(person).to_owned(),
        from: Some("sekreterare".to_owned()),
        at_distance: false,
        present: Vec::new(),
    }));
    others
}

fn attendees(
    association: &Association,
    meeting: &Meeting,
    from: impl Fn(&Attendance) -> Option<String>,
) -> Vec<Attendee> {
    let mut found: Vec<(PersonId, Attendee)> = Vec::new();
    for one in &meeting.attendance {
        let Some(from_where) = from(one) else { continue };
        if found.iter().any(|(person, _)| *person == one.person) {
            continue;
        }
        let row = Attendee {
            name: association.profile.person_name(one.person).to_owned(),
            from: Some(from_where).filter(|f| !f.is_empty()),
            at_distance: one.remote.is_some(),
            present: present(meeting, one.person, |a| from(a).is_some()),
        };
        found.push((one.person, row));
    }
    found.into_iter().map(|(_, row)| row).collect()
}

/// The paragraphs somebody was present at in a capacity; none when it was all of them.
fn present(meeting: &Meeting, person: PersonId, wanted: impl Fn(&Attendance) -> bool) -> Vec<ParagrafRange> {
    let mut all: Vec<u32> = meeting.items.iter().filter_map(|i| i.paragraf).collect();
    all.sort_unstable();
    let stays: Vec<&Attendance> = meeting.attendance.iter().filter(|a| a.person == person).collect();
    let there = |paragraf: u32| {
        stays.iter().enumerate().filter(|(_, a)| wanted(a)).any(|(at, a)| {
            let (first, last) = a.span().into_inner();
            let latest = at.saturating_add(1) == stays.len();
            let last = match meeting.left.get(&person).filter(|_| latest) {
                Some(after) => last.min(*after),
                None => last,
            };
            (first..=last).contains(&paragraf)
        })
    };
    let aside = |paragraf: u32| meeting.under(paragraf).is_some_and(|i| i.disqualified.contains_key(&person));
    let attended: Vec<u32> = all.iter().copied().filter(|p| there(*p) && !aside(*p)).collect();
    if attended.len() == all.len() { Vec::new() } else { runs(&all, &attended) }
}

/// Numbers as runs, where neighbours in `all` belong together.
fn runs(all: &[u32], some: &[u32]) -> Vec<ParagrafRange> {
    let mut runs: Vec<ParagrafRange> = Vec::new();
    let mut open = false;
    for number in all {
        if !some.contains(number) {
            open = false;
            continue;
        }
        match runs.last_mut().filter(|_| open) {
            Some(run) => run.to = *number,
            None => runs.push(ParagrafRange { from: *number, to: *number }),
        }
        open = true;
    }
    runs
}

/// Somebody named with whom they sit for.
pub(super) fn named(association: &Association, meeting: &Meeting, mandate: &Mandate) -> Person {
    let role = match mandate.given.role {
        Role::Director => Some("förbundschef".to_owned()),
        Role::Officer => Some("kansliet".to_owned()),
        Role::Member | Role::Substitute { .. } => {
            office_by_presidium(association, meeting, mandate.given.person)
        }
    };
    Person {
        name: association.profile.person_name(mandate.given.person).to_owned(),
        from: mandate.given.member.map(|m| seat(association, Some(m))),
        role,
    }
}

fn office_by_presidium(association: &Association, meeting: &Meeting, person: PersonId) -> Option<String> {
    let presidium = association.mandates.presidium(meeting.plan.body, meeting.plan.on)?;
    if presidium.chair == person {
        return Some("ordförande".to_owned());
    }
    presidium.vice_chairs.contains(&person).then(|| "vice ordförande".to_owned())
}
