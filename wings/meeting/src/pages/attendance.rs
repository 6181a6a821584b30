//! The roll call, and who comes and goes while the meeting lasts.

use domain::ids::{MandateId, PersonId};
use domain::mandate::events::BodyKind;
use domain::mandate::state::Mandate;
use domain::meeting::events::{Attendance, Capacity};
use kit::form::{Choice, Form};
use kit::parts;
use maud::{Markup, html};
use swedish::order::by_name;

use super::{Scene, room};

/// The page: the roll call first, then the changes; `all` fills in that every member is in the room.
pub fn show(scene: &Scene<'_>, all: bool) -> Markup {
    let lang = scene.lang;
    html! {
        @if let Some(sent) = scene.sent { (sent.head()) }
        h1 { (lang.t("meeting-attendance")) }
        p.lead lang="sv" { (scene.title()) }
        (room::count(scene))
        (roll(scene, all))
        @if scene.meeting.serving().next().is_some() {
            (arrival(scene))
            @if scene.latest_item().is_some() { (leaving(scene)) }
        }
        (other(scene))
        p { a href=(scene.home()) { (lang.t("meeting-back")) } }
    }
}

/// A way to be there: which mandate, and how.
fn choice(mandate: MandateId, mode: &str) -> String {
    format!("{mandate}:{mode}")
}

/// The ways to fill a seat: its member or one of the substitutes, in the room or at a distance.
fn ways(scene: &Scene<'_>, seat: &Mandate) -> Vec<Choice> {
    let lang = scene.lang;
    let modes = [
        ("here", lang.t("meeting-mode-here")),
        ("video", lang.t("meeting-mode-video")),
        ("sound", lang.t("meeting-mode-sound")),
    ];
    let mut ways = vec![Choice::new("", lang.t("meeting-seat-empty"))];
    let own = |mandate: &Mandate, name: String| {
        modes
            .map(|(mode, words)| Choice::new(choice(mandate.given.mandate, mode), format!("{name}, {words}")))
    };
    ways.extend(own(seat, scene.person(seat.given.person).to_owned()));
    for substitute in room::substitutes_of(scene, seat) {
        let name = scene.person(substitute.given.person);
        ways.extend(own(substitute, lang.ta("meeting-substitute-serves", &[("name", name.into())])));
    }
    ways
}

/// How a seat is filled now.
fn filled(scene: &Scene<'_>, seat: &Mandate) -> String {
    let there = scene.meeting.serving().find_map(|a| match a.capacity {
        Capacity::Serving { mandate, in_place_of }
            if in_place_of.unwrap_or(mandate) == seat.given.mandate =>
        {
            Some(choice(mandate, mode(a)))
        }
        Capacity::Serving { .. } | Capacity::Substitute { .. } | Capacity::Other { .. } => None,
    });
    there.unwrap_or_default()
}

fn mode(attendance: &Attendance) -> &'static str {
    match &attendance.remote {
        Some(remote) if remote.sound_only => "sound",
        Some(_) => "video",
        None => "here",
    }
}

/// Every seat on one form: it is called once, when the meeting begins, and can be sent again.
fn roll(scene: &Scene<'_>, all: bool) -> Markup {
    let lang = scene.lang;
    let action = scene.under("narvaro");
    let mut form = scene.form(&action);
    let seats = room::ordinary(scene);
    let substitutes = room::substitutes(scene);
    if !scene.came_back(&action) {
        for seat in &seats {
            let known = filled(scene, seat);
            let here = all && known.is_empty();
            form.typed.add("seat", if here { choice(seat.given.mandate, "here") } else { known });
        }
        for one in substitutes.iter().filter(|m| waits(scene, m.given.person)) {
            form.typed.add("waiting", one.given.mandate);
        }
    }
    let waiting: Vec<Choice> = substitutes
        .iter()
        .map(|m| {
            let member = m.given.member.map_or("", |id| scene.member(id));
            Choice::new(m.given.mandate, format!("{}, {member}", scene.person(m.given.person)))
        })
        .collect();
    html! {
        section aria-labelledby="upprop" {
            h2 #upprop { (lang.t("meeting-roll")) }
            p { (lang.t("meeting-roll-says")) }
            @if !all && seats.iter().any(|seat| filled(scene, seat).is_empty()) {
                p { a href={ (action) "?alla=ordinarie" } { (lang.t("meeting-roll-all")) } }
            }
            (form.around(lang.t("meeting-roll-do"), &html! {
                @for (row, seat) in seats.iter().enumerate() {
                    @let member = seat.given.member.map_or("", |id| scene.member(id));
                    @let label = format!("{} ({member})", scene.person(seat.given.person));
                    input type="hidden" name="seat_of" value=(seat.given.mandate);
                    (form.select("seat", &label, ways(scene, seat)).row(row))
                }
                @if !waiting.is_empty() {
                    (form.ticks("waiting", lang.t("meeting-waiting-substitutes"), waiting).optional())
                }
                (form.text("sound_reason", lang.t("meeting-sound-reason")).hint(lang.t("meeting-sound-reason-hint")).optional())
            }))
        }
    }
}

/// Whether somebody is there as a substitute who does not serve.
fn waits(scene: &Scene<'_>, person: PersonId) -> bool {
    let latest = scene.meeting.attendance.iter().rev().find(|a| a.person == person);
    latest.is_some_and(|a| matches!(a.capacity, Capacity::Substitute { .. }))
        && !scene.meeting.left.contains_key(&person)
}

/// Somebody comes later, comes back, or takes over a seat.
fn arrival(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let action = scene.under("narvaro/ankomst");
    let mut form = scene.form(&action);
    if !scene.came_back(&action) {
        form = form.with("first", scene.next_paragraf());
    }
    let mut ways = Vec::new();
    for seat in room::ordinary(scene) {
        let name = scene.person(seat.given.person);
        ways.push(Choice::new(format!("{}", seat.given.mandate), name));
        for one in room::substitutes_of(scene, seat) {
            let for_whom = [("name", scene.person(one.given.person).into()), ("absent", name.into())];
            ways.push(Choice::new(
                format!("{}:{}", one.given.mandate, seat.given.mandate),
                lang.ta("meeting-serves-for", &for_whom),
            ));
        }
    }
    html! {
        details open[scene.came_back(&action)] {
            summary { (lang.t("meeting-arrival")) }
            (form.around(lang.t("meeting-arrival-do"), &html! {
                (form.select("arriving", lang.t("meeting-arriving"), ways))
                (form.number("first", lang.t("meeting-arriving-from")).short())
                (form.tick("distance", lang.t("meeting-arriving-distance")))
            }))
        }
    }
}

/// Somebody leaves.
fn leaving(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let action = scene.under("narvaro/avgang");
    let mut form = scene.form(&action);
    if !scene.came_back(&action) {
        form = form.with("after", scene.latest_item().and_then(|i| i.paragraf).unwrap_or_default());
    }
    html! {
        details open[scene.came_back(&action)] {
            summary { (lang.t("meeting-leaving")) }
            (form.around(lang.t("meeting-leaving-do"), &html! {
                (form.select("leaving", lang.t("meeting-leaves"), there(scene)))
                (form.number("after", lang.t("meeting-leaving-after")).short())
            }))
        }
    }
}

/// Those who are there now.
fn there(scene: &Scene<'_>) -> Vec<Choice> {
    let mut people: Vec<PersonId> = Vec::new();
    for one in &scene.meeting.attendance {
        if !people.contains(&one.person) && !scene.meeting.left.contains_key(&one.person) {
            people.push(one.person);
        }
    }
    people.into_iter().map(|p| Choice::new(p, scene.who(p))).collect()
}

/// Officials, presenters, guests.
fn other(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let action = scene.under("narvaro/ovriga");
    let form = scene.form(&action);
    html! {
        details open[scene.came_back(&action)] {
            summary { (lang.t("meeting-other")) }
            p { (lang.t("meeting-other-says")) }
            (form.around(lang.t("meeting-other-do"), &html! {
                (form.select("other", lang.t("meeting-other-who"), known(scene)).optional())
                (form.text("other_name", lang.t("meeting-other-name")).hint(lang.t("meeting-other-name-hint")).optional())
                (form.tick("other_namesake", lang.t("attendance-namesake")))
                (form.text("other_from", lang.t("meeting-other-from")).hint(lang.t("meeting-other-from-hint")).optional())
                div.field-row {
                    (form.number("other_first", lang.t("meeting-other-first")).optional())
                    (form.number("other_last", lang.t("meeting-other-last")).optional())
                }
                (form.tick("other_distance", lang.t("meeting-arriving-distance")))
            }))
        }
    }
}

/// The people whose names the association has, without those who sit in the body.
fn known(scene: &Scene<'_>) -> Vec<Choice> {
    let sits = |p: &PersonId| {
        let mut held = scene.association.mandates.holding(scene.meeting.plan.body, scene.meeting.plan.on);
        held.any(|m| m.given.person == *p)
    };
    let people = scene.association.profile.people.iter().filter(|(p, _)| !sits(p));
    let mut choices: Vec<Choice> = people.map(|(p, _)| Choice::new(p, scene.who(*p))).collect();
    by_name(&mut choices, |choice| &choice.label);
    choices.insert(0, Choice::new("", lang_none(scene)));
    choices
}

fn lang_none(scene: &Scene<'_>) -> &'static str {
    scene.lang.t("meeting-other-new")
}

/// Who chairs, keeps the minutes and attests.
pub fn officers(scene: &Scene<'_>, form: &Form) -> Markup {
    let lang = scene.lang;
    let serving: Vec<PersonId> = {
        let mut people: Vec<PersonId> = scene.meeting.serving().map(|a| a.person).collect();
        people.dedup();
        people
    };
    let person = |p: &PersonId| Choice::new(p, scene.who(*p));
    html! {
        (form.head())
        h1 { (lang.t("meeting-officers")) }
        p.lead lang="sv" { (scene.title()) }
        @if serving.is_empty() {
            (parts::empty(lang.t("meeting-officers-nobody"), Some(&html! {
                p { a href=(scene.under("narvaro")) { (lang.t("meeting-attendance-note")) } }
            })))
        } @else {
            (form.around(lang.t("meeting-officers-do"), &html! {
                (form.select("chair", lang.t("meeting-chair"), serving.iter().map(person).collect()).hint(lang.t("meeting-chair-hint")))
                (form.select("secretary", lang.t("meeting-secretary"), secretaries(scene)))
                (form.ticks("attesters", lang.t("meeting-attesters-with"), serving.iter().map(person).collect()).hint(lang.t("meeting-attesters-hint")))
            }))
        }
        p { a href=(scene.home()) { (lang.t("meeting-back")) } }
    }
}

/// Who may keep the minutes: the office, and everybody who is there.
fn secretaries(scene: &Scene<'_>) -> Vec<Choice> {
    let mandates = &scene.association.mandates;
    let office = mandates.body_of(BodyKind::Office).map(|b| b.id);
    let officials = office.into_iter().flat_map(|id| mandates.holding(id, scene.meeting.plan.on));
    let mut people: Vec<PersonId> = officials.map(|m| m.given.person).collect();
    for one in &scene.meeting.attendance {
        if !people.contains(&one.person) {
            people.push(one.person);
        }
    }
    people.into_iter().map(|p| Choice::new(p, scene.who(p))).collect()
}
