//! `…/narvaro`: the roll call, and who comes and goes.

use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Command;
use domain::association::establish::NamePerson;
use domain::ids::{MandateId, PersonId};
use domain::mandate::events::Role;
use domain::meeting::attendance::{NoteAttendance, NoteLeaving};
use domain::meeting::events::{Attendance, Capacity, Remote};
use uuid::Uuid;

use super::stage::{self, After, person};
use crate::pages::{Scene, attendance as page};

/// The names of the fields that the commands know by others.
const NAMES: &[(&str, &str)] =
    &[("mandate", "seat"), ("in_place_of", "seat"), ("paragrafer", "seat"), ("reason", "sound_reason")];

fn shown(scene: &Scene<'_>) -> (String, kit::Markup) {
    (scene.lang.t("meeting-attendance").to_owned(), page::show(scene, false))
}

/// `GET …/narvaro`; `?alla=ordinarie` fills in that every member is in the room.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let all = visitor.asked_typed().get("alla") == "ordinarie";
    stage::page(&visitor, |scene| (scene.lang.t("meeting-attendance").to_owned(), page::show(scene, all)))
}

/// How somebody takes part, as the form says it.
fn remote(mode: &str, reason: Option<&str>) -> Option<Remote> {
    match mode {
        "video" => Some(Remote { sound_only: false, reason: None }),
        "sound" => Some(Remote { sound_only: true, reason: reason.map(str::to_owned) }),
        _ => None,
    }
}

/// `POST …/narvaro`: every seat at once; only what differs from what is noted is noted.
pub(super) async fn roll(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let seats: Vec<u32> = read.numbers("seat_of");
    let filled = read.all("seat");
    let waiting: Vec<u32> = read.numbers("waiting");
    let reason = read.maybe_text("sound_reason");
    let mut wanted = Vec::new();
    for (seat, how) in seats.into_iter().zip(filled).filter(|(_, how)| !how.is_empty()) {
        match how.split_once(':').and_then(|(own, mode)| Some((own.parse().ok()?, mode.to_owned()))) {
            Some((own, mode)) => wanted.push((MandateId(seat), MandateId(own), mode)),
            None => read.wrong("seat", "Välj vem som tjänstgör på platsen bland alternativen."),
        }
    }
    let commands = stage::scene(&visitor, None, |scene| called(scene, &wanted, &waiting, reason.as_deref()))?;
    match visitor.submit_all(&sent, read.every(commands)).await? {
        Ok(done) => {
            let to = if stage::scene(&visitor, None, |s| s.meeting.chair.is_none())? {
                stage::home(&visitor, "/funktionarer")
            } else {
                stage::home(&visitor, "/narvaro")
            };
            After { to: &to, says: "meeting-said-roll" }.go(&visitor, &done)
        }
        Err(refused) => stage::again(&visitor, stage::renamed(refused, NAMES), shown),
    }
}

/// What the roll call changes: substitutes who wait first, then seats in the order their substitutes serve.
fn called(
    scene: &Scene<'_>,
    wanted: &[(MandateId, MandateId, String)],
    waiting: &[u32],
    reason: Option<&str>,
) -> Vec<Command> {
    let meeting = scene.meeting.id();
    let mandates = &scene.association.mandates.mandates;
    let person = |id: &MandateId| mandates.get(id).map(|m| m.given.person);
    let order = |id: &MandateId| match mandates.get(id).map(|m| m.given.role) {
        Some(Role::Substitute { order }) => order,
        Some(Role::Member | Role::Director | Role::Officer) | None => 0,
    };
    let there = |attendance: &Attendance| {
        let latest = scene.meeting.attendance.iter().rev().find(|a| a.person == attendance.person);
        let same = |a: &Attendance| a.capacity == attendance.capacity && a.remote == attendance.remote;
        latest.is_some_and(same) && !scene.meeting.left.contains_key(&attendance.person)
    };
    let serves = |own: &MandateId| wanted.iter().any(|(_, other, _)| other == own);
    let mut attend: Vec<Attendance> = Vec::new();
    for own in waiting.iter().map(|id| MandateId(*id)).filter(|own| !serves(own)) {
        let capacity = Capacity::Substitute { mandate: own };
        attend.extend(person(&own).map(|person| Attendance {
            person,
            capacity,
            remote: None,
            paragrafer: None,
        }));
    }
    let mut seats: Vec<&(MandateId, MandateId, String)> = wanted.iter().collect();
    seats.sort_by_key(|(_, own, _)| order(own));
    for (seat, own, mode) in seats {
        let in_place_of = (own != seat).then_some(*seat);
        let capacity = Capacity::Serving { mandate: *own, in_place_of };
        let remote = remote(mode, reason);
        attend.extend(person(own).map(|person| Attendance { person, capacity, remote, paragrafer: None }));
    }
    attend
        .into_iter()
        .filter(|a| !there(a))
        .map(|attendance| Command::from(NoteAttendance { meeting, attendance }))
        .collect()
}

/// `POST …/narvaro/ankomst`: somebody comes later, comes back or takes over a seat.
pub(super) async fn arrive(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let typed = read.text("arriving");
    let chosen = match typed.split_once(':') {
        Some((own, seat)) => own.parse().ok().zip(seat.parse().ok().map(Some)),
        None => typed.parse().ok().map(|own| (own, None)),
    };
    if chosen.is_none() {
        read.wrong("arriving", "Välj vem som kommer.");
    }
    let (own, seat): (u32, Option<u32>) = chosen.unwrap_or_default();
    let first: u32 = read.number("first");
    let mode = if read.ticked("distance") { "video" } else { "here" };
    let own = MandateId(own);
    let person = visitor.read(|a| a.mandates.mandates.get(&own).map(|m| m.given.person))?;
    if person.is_none() && chosen.is_some() {
        return Err(Stop::NotFound(Some("mandatet")));
    }
    let attendance = Attendance {
        person: person.unwrap_or(PersonId(Uuid::nil())),
        capacity: Capacity::Serving { mandate: own, in_place_of: seat.map(MandateId) },
        remote: remote(mode, None),
        paragrafer: Some((first, None)),
    };
    let command = NoteAttendance { meeting: stage::meeting_id(&visitor)?, attendance };
    let names = &[("mandate", "arriving"), ("in_place_of", "arriving"), ("paragrafer", "first")];
    noted(&visitor, &sent, read.into(Command::from(command)), names).await
}

/// `POST …/narvaro/avgang`.
pub(super) async fn leave(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let command = NoteLeaving {
        meeting: stage::meeting_id(&visitor)?,
        person: person(&mut read, "leaving", "Välj vem som lämnar."),
        after: read.number("after"),
    };
    noted(&visitor, &sent, read.into(Command::from(command)), &[]).await
}

/// `POST …/narvaro/ovriga`: an official, a presenter or a guest; a new name is named in the record first.
pub(super) async fn other(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let name = read.text("other_name");
    let chosen = read.maybe_text("other").and_then(|id| id.parse().ok()).map(PersonId);
    // A name is not a person: who is meant is asked, also where there is only one of the name.
    let namesake = visitor.read(|a| a.profile.people.values().any(|known| *known == name))?;
    if chosen.is_none() && name.is_empty() {
        read.wrong("other_name", "Välj en person i listan, eller skriv ett namn.");
    }
    if chosen.is_none() && namesake && !read.ticked("other_namesake") {
        let says = "Välj personen i listan, där namnet redan finns. Är det någon annan, kryssa i det.";
        read.wrong("other_name", says);
    }
    let new = PersonId(sent.command_id(visitor.actor()?.0));
    let (first, last): (Option<u32>, Option<u32>) =
        (read.maybe_number("other_first"), read.maybe_number("other_last"));
    let paragrafer = (first.is_some() || last.is_some()).then(|| (first.unwrap_or(0), last));
    let attendance = Attendance {
        person: chosen.unwrap_or(new),
        capacity: Capacity::Other { from: read.text("other_from") },
        remote: read.ticked("other_distance").then_some(Remote { sound_only: false, reason: None }),
        paragrafer,
    };
    let command = NoteAttendance { meeting: stage::meeting_id(&visitor)?, attendance };
    let named = chosen.is_none().then(|| Command::from(NamePerson { person: new, name }));
    let commands = named.into_iter().chain([Command::from(command)]).collect();
    let names = &[("name", "other_name"), ("from", "other_from"), ("paragrafer", "other_first")];
    match visitor.submit_all(&sent, read.every(commands)).await? {
        Ok(done) => After { to: &stage::home(&visitor, "/narvaro"), says: "meeting-said-attendance" }
            .go(&visitor, &done),
        Err(refused) => stage::again(&visitor, stage::renamed(refused, names), shown),
    }
}

/// One note about somebody's presence, from a form on the page.
async fn noted(
    visitor: &Visitor,
    sent: &Sent,
    command: Result<Command, domain::Refusal>,
    names: &[(&str, &'static str)],
) -> Answer {
    match visitor.submit(sent, command).await? {
        Ok(done) => After { to: &stage::home(visitor, "/narvaro"), says: "meeting-said-attendance" }
            .go(visitor, &done),
        Err(refused) => stage::again(visitor, stage::renamed(refused, names), shown),
    }
}
