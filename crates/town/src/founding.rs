//! What the association and its people are made of.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use directory::{Contact, Directory, Hashing, Pace, PersonId};
use domain::decision::Entered;
use domain::{Command, Ctx};
use engine::{Engine, Projection};
use jiff::Timestamp;
use jiff::civil::date;
use journal::Journal;
use search::Search;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{PASSWORD, PEOPLE, SLUG, person};

/// Who sits where: a name, the body, for which member, as what.
const SEATS: &[(&str, u32, Option<u32>, &str)] = &[
    ("maja", 2, None, "director"),
    ("birgitta", 1, Some(1), "member"),
    ("tomas", 1, Some(2), "member"),
    ("sven", 1, Some(2), "substitute"),
    ("petra", 3, Some(1), "member"),
    ("wilma", 4, Some(1), "member"),
];
/// The record that lies in a folder.
pub async fn record(folder: &Path) -> Engine {
    let journal = Journal::open(&journal::Place::Folder(folder.into())).await.unwrap();
    Engine::open_with(journal, [Arc::new(Search::default()) as Arc<dyn Projection>]).await.unwrap()
}

pub(crate) async fn open(folder: &Path) -> Engine {
    let engine = record(folder).await;
    for command in founding() {
        tell(&engine, "maja", Entered::Afterwards, command).await;
    }
    engine
}

pub(crate) async fn tell(engine: &Engine, name: &str, entered: Entered, command: Value) {
    tell_in(SLUG, engine, name, entered, command).await;
}

/// The morning of the town, and who acts.
pub(crate) fn moment(name: &str, entered: Entered) -> Ctx {
    Ctx {
        now: date(2026, 11, 2).at(9, 0, 0, 0),
        actor: domain::ids::PersonId(person(name)),
        reasons: BTreeMap::new(),
        entered,
    }
}

pub(crate) async fn tell_in(slug: &str, engine: &Engine, name: &str, entered: Entered, command: Value) {
    let ctx = moment(name, entered);
    let read: Command = serde_json::from_value(command.clone()).unwrap_or_else(|e| panic!("{command}: {e}"));
    let at = Timestamp::UNIX_EPOCH;
    engine.execute(slug, Uuid::new_v4(), at, ctx, read).await.unwrap_or_else(|e| panic!("{command}: {e:?}"));
}

fn founding() -> Vec<Value> {
    let since = "2020-01-01";
    let seat = |member: u32| json!({ "members": [member], "ordinary": 1, "substitutes": 1 });
    let mut told = vec![
        json!({ "command": "found_association", "founded": {
            "slug": SLUG, "name": "Sjöbygdens samordningsförbund", "short_name": "Sjöbygden", "seat": "Sjöstad",
            "county": "Jönköpings län", "on": since } }),
        json!({ "command": "take_in_member", "name": "Sjöstads kommun", "kind": "municipality", "on": since }),
        json!({ "command": "take_in_member", "name": "Region Sjölän", "kind": "region", "on": since }),
        json!({ "command": "take_in_member", "name": "Försäkringskassan", "kind": "fk", "on": since }),
        json!({ "command": "take_in_member", "name": "Arbetsförmedlingen", "kind": "af", "on": since }),
        json!({ "command": "set_bylaws", "from": since, "bylaws": {
            "seats": [seat(1), seat(2), seat(3), seat(4)], "casting_vote": true, "notice_days": 7,
            "posting_members": [1, 2], "case_number": "SJÖ {year}/{no}", "working_committee": true,
            "court": "Förvaltningsrätten i Sjöstad", "kept_at": "kansliet" } }),
    ];
    for (kind, name) in [
        ("board", "Styrelsen"),
        ("office", "Kansliet"),
        ("preparatory_group", "Beredningsgruppen"),
        ("working_committee", "Arbetsutskottet"),
    ] {
        told.push(json!({ "command": "set_up_body", "kind": kind, "name": name, "on": since }));
    }
    for name in PEOPLE.iter().filter(|p| **p != "okand") {
        told.push(json!({ "command": "name_person", "person": person(name), "name": shown(name) }));
    }
    for (name, body, member, role) in SEATS {
        let role = if *role == "substitute" { json!({ "substitute": { "order": 1 } }) } else { json!(role) };
        told.push(json!({ "command": "give_mandate", "body": body, "person": person(name), "member": member,
            "role": role, "from": since, "eligibility": { "basis": "council_member", "seen_on": since } }));
    }
    told.push(json!({ "command": "elect_presidium", "body": 1, "chair": person("birgitta"),
        "vice_chairs": [person("tomas")], "from": since }));
    told
}

/// The name as the pages show it.
pub fn shown(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

pub(crate) async fn people(folder: &Path) -> Directory {
    let directory = open_people(folder).await;
    let hash = directory.hash_password(PASSWORD).await.unwrap();
    let contact =
        |name: &str| Contact { name: shown(name), email: Some(format!("{name}@exempel.se")), phone: None };
    let people: Vec<_> = PEOPLE.iter().map(|name| (PersonId(person(name)), contact(name))).collect();
    directory.create_people_with_hash(&people, &hash).await.unwrap();
    directory
}

pub(crate) async fn open_people(folder: &Path) -> Directory {
    let settings = directory::Settings {
        hashing: Hashing { memory_kib: 8, passes: 1, lanes: 1 },
        pace_per_client: Pace::new(1000, 1, 60, 600),
        ..directory::Settings::default()
    };
    Directory::open(&directory::Place::Folder(folder.into()), settings).await.unwrap()
}
