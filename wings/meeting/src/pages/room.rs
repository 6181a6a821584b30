//! Who is in the room: the count while the meeting goes on, and who was there afterwards.

use domain::ids::PersonId;
use domain::mandate::events::Role;
use domain::mandate::state::Mandate;
use domain::meeting::events::{Attendance, Capacity};
use kit::parts;
use maud::{Markup, html};

use super::Scene;

/// How many serve, and whether they are enough.
pub(super) fn count(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let serving = u32::try_from(scene.meeting.serving().count()).unwrap_or(u32::MAX);
    let values = [("seats", scene.seats().into()), ("needed", scene.quorum().into())];
    let means = if serving >= scene.quorum() {
        lang.ta("meeting-quorate", &values)
    } else {
        lang.ta("meeting-inquorate", &values)
    };
    parts::counter(lang.t("meeting-serving"), &serving.to_string(), &means)
}

/// What stands under the box while the meeting goes on.
pub(super) fn summary(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    html! {
        section.room aria-labelledby="rummet" {
            h2 #rummet { (lang.t("meeting-room")) }
            (count(scene))
            (who(scene))
            p { a href=(scene.home()) { (lang.t("meeting-reload")) } }
        }
    }
}

/// Who was there, once it is over.
pub(super) fn record(scene: &Scene<'_>) -> Markup {
    html! {
        section aria-labelledby="rummet" {
            h2 #rummet { (scene.lang.t("meeting-present")) }
            (who(scene))
        }
    }
}

/// Everybody who is or was there, by what they were there as.
fn who(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let mut serving = Vec::new();
    let mut waiting = Vec::new();
    let mut others = Vec::new();
    for one in latest(scene) {
        match &one.capacity {
            Capacity::Serving { .. } => serving.push(one),
            Capacity::Substitute { .. } => waiting.push(one),
            Capacity::Other { .. } => others.push(one),
        }
    }
    let groups = [
        (lang.t("meeting-serve"), serving),
        (lang.t("meeting-substitutes"), waiting),
        (lang.t("meeting-others"), others),
    ];
    let facts: Vec<(&str, Markup)> = groups
        .into_iter()
        .filter(|(_, people)| !people.is_empty())
        .map(|(name, people)| {
            let list =
                html! { ul.plain-list lang="sv" { @for one in people { li { (present(scene, one)) } } } };
            (name, list)
        })
        .collect();
    html! { @if facts.is_empty() { p { (lang.t("meeting-nobody-yet")) } } @else { (parts::facts(&facts)) } }
}

/// The latest of what was noted about each person.
fn latest<'a>(scene: &Scene<'a>) -> Vec<&'a Attendance> {
    let all = &scene.meeting.attendance;
    let is_latest =
        |at: usize, person: PersonId| all.iter().skip(at.saturating_add(1)).all(|a| a.person != person);
    all.iter().enumerate().filter(|(at, a)| is_latest(*at, a.person)).map(|(_, a)| a).collect()
}

fn present(scene: &Scene<'_>, one: &Attendance) -> String {
    let mut says = scene.person(one.person).to_owned();
    let mut add = |text: String| {
        says.push_str(", ");
        says.push_str(&text);
    };
    match &one.capacity {
        Capacity::Serving { in_place_of, .. } => {
            if let Some(member) = scene.sits_for(one.person) {
                add(member.to_owned());
            }
            let absent = in_place_of.and_then(|id| scene.association.mandates.mandates.get(&id));
            if let Some(absent) = absent {
                add(format!("ersätter {}", scene.person(absent.given.person)));
            }
        }
        Capacity::Substitute { .. } => {
            if let Some(member) = scene.sits_for(one.person) {
                add(member.to_owned());
            }
        }
        Capacity::Other { from } if !from.is_empty() => add(from.clone()),
        Capacity::Other { .. } => {}
    }
    match &one.remote {
        Some(remote) if remote.sound_only => add("på distans med enbart ljud".to_owned()),
        Some(_) => add("på distans".to_owned()),
        None => {}
    }
    match one.paragrafer {
        Some((first, None)) => add(format!("från § {first}")),
        Some((first, Some(until))) => add(format!("§ {first}–{until}")),
        None => {}
    }
    if let Some(after) = scene.meeting.left.get(&one.person) {
        add(format!("lämnade efter § {after}"));
    }
    says
}

/// The ordinary mandates of the body on the day, in their order.
pub(super) fn ordinary<'a>(scene: &Scene<'a>) -> Vec<&'a Mandate> {
    let held = scene.association.mandates.holding(scene.meeting.plan.body, scene.meeting.plan.on);
    held.filter(|m| m.given.role == Role::Member).collect()
}

/// Every substitute of the body on the day, by member and order.
pub(super) fn substitutes<'a>(scene: &Scene<'a>) -> Vec<&'a Mandate> {
    let held = scene.association.mandates.holding(scene.meeting.plan.body, scene.meeting.plan.on);
    let mut all: Vec<(u32, &Mandate)> = held
        .filter_map(|m| match m.given.role {
            Role::Substitute { order } => Some((order, m)),
            Role::Member | Role::Director | Role::Officer => None,
        })
        .collect();
    all.sort_by_key(|(order, m)| (m.given.member, *order));
    all.into_iter().map(|(_, m)| m).collect()
}

/// The substitutes who may serve for a seat: of the same member, or of one that shares the seat.
pub(super) fn substitutes_of<'a>(scene: &Scene<'a>, seat: &Mandate) -> Vec<&'a Mandate> {
    let seats =
        scene.association.profile.bylaws_on(scene.meeting.plan.on).map_or(&[][..], |b| b.seats.as_slice());
    let shares = |a, b| a == b || seats.iter().any(|s| s.members.contains(&a) && s.members.contains(&b));
    let Some(member) = seat.given.member else { return Vec::new() };
    substitutes(scene)
        .into_iter()
        .filter(|m| m.given.member.is_some_and(|other| shares(member, other)))
        .collect()
}
