//! The association of the large measurement: founded, with a board of fifty that meets and votes.

use std::collections::BTreeMap;

use directory::{Contact, Directory};
use domain::decision::Entered;
use domain::ids::{BodyId, MemberId, PersonId};
use domain::mandate::events::BodyKind;
use domain::{Association, Command, Ctx};
use engine::Engine;
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::bench::said;
use crate::clock;
use crate::commands::demo;

pub(crate) const SLUG: &str = "matning";
pub(crate) const EMAIL: &str = "kansli@matning.example";
const SINCE: &str = "2024-01-01";
const VOTERS: u128 = 50;

/// Everybody who votes.
pub(crate) fn voters() -> impl Iterator<Item = u128> {
    1..=VOTERS
}

fn person(no: u128) -> Uuid {
    Uuid::from_u128(no)
}

/// Who runs the office.
const OFFICE: u128 = 1000;

/// The day of the meeting.
fn day() -> Date {
    date(2026, 11, 23)
}

async fn tell(
    engine: &Engine,
    id: Uuid,
    by: u128,
    entered: Entered,
    on: Date,
    command: Value,
) -> Result<u64, String> {
    let what = command.to_string();
    let ctx = Ctx { now: on.at(9, 0, 0, 0), actor: PersonId(person(by)), reasons: reasons(), entered };
    let command: Command = serde_json::from_value(command).map_err(said)?;
    let done = engine.execute(SLUG, id, clock::now(), ctx, command).await;
    done.map(|done| done.version).map_err(|why| format!("{what}: {why:?}"))
}

/// Whatever a *bör* asks a reason for has one here.
fn reasons() -> BTreeMap<String, String> {
    statute::catalogue::rules().iter().map(|rule| (rule.id.clone(), "Mätning.".to_owned())).collect()
}

/// Gives it a board of fifty, and an office that logs in.
pub(crate) async fn grown(engine: &Engine) -> Result<(), String> {
    let (members, board, office) = engine.read(SLUG, places).flatten().ok_or("förbundet finns inte")?;
    let seats: Vec<Value> = members
        .iter()
        .map(|member| json!({ "members": [member], "ordinary": 13, "substitutes": 1 }))
        .collect();
    let mut commands = vec![
        json!({ "command": "set_bylaws", "from": SINCE, "bylaws": { "seats": seats, "casting_vote": true,
            "notice_days": 7, "posting_members": [members[0], members[1]], "case_number": "MÄT {year}/{no}",
            "working_committee": false, "court": "Förvaltningsrätten", "kept_at": "kansliet" } }),
        json!({ "command": "name_person", "person": person(OFFICE), "name": "Kansliet Ek" }),
        json!({ "command": "give_mandate", "body": office, "person": person(OFFICE), "member": null, "role": "director", "from": SINCE }),
    ];
    for (no, member) in voters().zip(members.iter().cycle()) {
        commands
            .push(json!({ "command": "name_person", "person": person(no), "name": format!("Ledamot {no}") }));
        commands.push(json!({ "command": "give_mandate", "body": board, "person": person(no), "member": member, "role": "member",
            "from": SINCE, "eligibility": { "basis": "council_member", "seen_on": SINCE } }));
    }
    commands.push(json!({ "command": "elect_presidium", "body": board, "chair": person(1), "vice_chairs": [person(2)], "from": SINCE }));
    for command in commands {
        tell(engine, Uuid::new_v4(), OFFICE, Entered::Afterwards, day(), command).await?;
    }
    Ok(())
}

/// Four members, the board and the office.
fn places(state: &Association) -> Option<([MemberId; 4], BodyId, BodyId)> {
    let mut members = state.profile.members.keys().copied();
    let members = [members.next()?, members.next()?, members.next()?, members.next()?];
    let body = |kind| state.mandates.bodies.values().find(|body| body.kind == kind).map(|body| body.id);
    Some((members, body(BodyKind::Board)?, body(BodyKind::Office)?))
}

/// The board meets, and a vote is opened; the number of the meeting.
pub(crate) async fn meets(engine: &Engine) -> Result<u32, String> {
    let (_, body, _) = engine.read(SLUG, places).flatten().ok_or("förbundet finns inte")?;
    let plan = json!({ "command": "plan_meeting", "body": body, "on": day(), "from": "09:00:00", "until": "12:00:00", "place": "Orten" });
    let before = date(2026, 11, 2);
    tell(engine, Uuid::new_v4(), OFFICE, Entered::AsItHappens, before, plan).await?;
    let latest = |a: &Association| a.meetings.keys().next_back().map(|id| id.0);
    let meeting = engine.read(SLUG, latest).flatten().ok_or("sammanträdet finns inte")?;
    let content = json!({ "kind": "decision", "title": "Budget", "text": "" });
    let seats = engine.read(SLUG, |a| {
        let board = a.mandates.mandates.values().filter(|m| m.given.body == body);
        let seated = board.filter(|m| voters().any(|no| m.given.person == PersonId(person(no))));
        seated.map(|m| (m.given.mandate, m.given.person)).collect::<Vec<_>>()
    });
    let mut commands = vec![
        (before, json!({ "command": "add_item", "meeting": meeting, "content": content })),
        (before, json!({ "command": "send_notice", "meeting": meeting })),
        (day(), json!({ "command": "open_meeting", "meeting": meeting })),
    ];
    for (mandate, person) in seats.unwrap_or_default() {
        let attendance = json!({ "person": person, "capacity": { "serving": { "mandate": mandate } } });
        commands.push((
            day(),
            json!({ "command": "note_attendance", "meeting": meeting, "attendance": attendance }),
        ));
    }
    commands.push((day(), json!({ "command": "name_officers", "meeting": meeting, "chair": person(1), "secretary": person(OFFICE), "attesters": [person(2)] })));
    for (on, command) in commands {
        tell(engine, Uuid::new_v4(), OFFICE, Entered::AsItHappens, on, command).await?;
    }
    let item = engine.read(SLUG, |a| {
        a.meetings
            .values()
            .next_back()
            .and_then(|m| m.items.iter().find(|i| i.content.title == "Budget"))
            .map(|i| i.id.0)
    });
    let item = item.flatten().ok_or("punkten finns inte")?;
    let mut commands = vec![json!({ "command": "take_up_item", "meeting": meeting, "item": item })];
    for (by, text) in [(1, "att anta budgeten"), (2, "att avslå budgeten")] {
        commands.push(json!({ "command": "make_proposal", "meeting": meeting, "item": item, "by": person(by), "text": text }));
    }
    commands.push(json!({ "command": "open_vote", "meeting": meeting, "item": item, "between": [1, 2], "secret": false, "matter": "ordinary" }));
    for command in commands {
        tell(engine, Uuid::new_v4(), OFFICE, Entered::AsItHappens, day(), command).await?;
    }
    Ok(meeting)
}

/// One votes.
pub(crate) async fn votes(engine: &Engine, voter: u128) -> Result<(), String> {
    let place = engine.read(SLUG, |a| {
        let meeting = a.meetings.values().next_back()?;
        Some((meeting.id().0, meeting.items.iter().find(|item| item.vote.is_some())?.id.0))
    });
    let (meeting, item) = place.flatten().ok_or("ingen omröstning pågår")?;
    let ballot = json!({ "command": "cast_ballot", "meeting": meeting, "item": item, "by": person(voter), "choice": voter % 2 + 1 });
    tell(engine, Uuid::new_v4(), voter, Entered::AsItHappens, day(), ballot).await.map(drop)
}

/// A small command.
pub(crate) async fn names_somebody(engine: &Engine) -> Result<(), String> {
    let id = Uuid::now_v7();
    let command = json!({ "command": "name_person", "person": id, "name": format!("Person {id}") });
    tell(engine, id, OFFICE, Entered::AsItHappens, day(), command).await.map(drop)
}

/// Lets the office log in.
pub(crate) async fn logs_in(directory: &Directory) -> Result<(), String> {
    let hash = directory.hash_password(demo::PASSWORD).await.map_err(said)?;
    let contact = Contact { name: "Kansliet Ek".to_owned(), email: Some(EMAIL.to_owned()), phone: None };
    directory
        .create_people_with_hash(&[(directory::PersonId(person(OFFICE)), contact)], &hash)
        .await
        .map_err(said)
}
