//! A small made-up association with a person in every role, and a client for each of them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use desk::{App, Proxies, Settings};
use directory::{Client as From, Contact, Directory, Hashing, Pace, PersonId};
use domain::decision::Entered;
use domain::{Command, Ctx};
use engine::Engine;
use http_body_util::BodyExt as _;
use jiff::Timestamp;
use jiff::civil::date;
use journal::Journal;
use kit::Owner;
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt as _;
use uuid::Uuid;

pub(crate) const SLUG: &str = "sjobygden";
pub(crate) const PASSWORD: &str = "korrekt häst batteri klammer";

/// Who sits where: a name, the body, for which member, as what.
const SEATS: &[(&str, u32, Option<u32>, &str)] = &[
    ("maja", 2, None, "director"),
    ("birgitta", 1, Some(1), "member"),
    ("tomas", 1, Some(2), "member"),
    ("sven", 1, Some(2), "substitute"),
    ("petra", 3, Some(1), "member"),
    ("wilma", 4, Some(1), "member"),
];
/// Everybody with a login, the applicant, a stranger and one for a steering group among them.
pub(crate) const PEOPLE: &[&str] =
    &["maja", "birgitta", "tomas", "sven", "petra", "wilma", "arvid", "okand", "stina"];

/// The association with its web.
pub(crate) struct Town {
    pub(crate) web: Router,
    pub(crate) app: App,
    pub(crate) directory: Directory,
    pub(crate) engine: Engine,
    https: bool,
    clock: Arc<AtomicI64>,
    folder: TempDir,
}

/// The id of a person, the same every time.
pub(crate) fn person(name: &str) -> Uuid {
    let place = PEOPLE.iter().position(|p| *p == name).expect("one of the people");
    Uuid::from_u128(place as u128 + 1)
}

impl Town {
    pub(crate) async fn new() -> Self {
        Self::over(false).await
    }

    /// The same, reached over HTTPS when so.
    pub(crate) async fn over(https: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (engine, directory) = (open(folder.path()).await, people(folder.path()).await);
        let clock =
            Arc::new(AtomicI64::new("2026-11-02T08:00:00Z".parse::<Timestamp>().unwrap().as_second()));
        let hand = Arc::clone(&clock);
        let now = Arc::new(move || Timestamp::from_second(hand.load(Ordering::Relaxed)).unwrap());
        let settings = settings(https);
        let app = App::new(engine.clone(), directory.clone(), now, settings, web::fronts()).unwrap();
        Self { web: desk::router(app.clone(), web::WINGS), app, directory, engine, https, clock, folder }
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_second(self.clock.load(Ordering::Relaxed)).unwrap()
    }

    /// Everybody goes; the folder is what is left.
    pub(crate) fn leave(self) -> TempDir {
        self.folder
    }

    pub(crate) fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Somebody who is not logged in.
    pub(crate) fn visitor(&self) -> Browser<'_> {
        Browser { town: self, cookies: BTreeMap::new(), extra: Vec::new() }
    }

    /// Somebody who is logged in.
    pub(crate) async fn person(&self, name: &str) -> Browser<'_> {
        let client = From { address: "192.0.2.1", label: "Firefox, Linux", device: None };
        let token = self
            .directory
            .log_in(&format!("{name}@exempel.se"), PASSWORD, client, self.now())
            .await
            .unwrap()
            .token;
        let mut browser = self.visitor();
        let name = if self.https { "__Host-samordna" } else { "samordna" };
        browser.cookies.insert(name.into(), token.as_str().into());
        browser
    }

    /// Another association, in which a person is known.
    pub(crate) async fn neighbour(&self, name: &str, id: Uuid) {
        let founded = json!({ "slug": "grannbygden", "name": "Grannbygdens samordningsförbund",
            "short_name": "Grannbygden", "seat": "Grannstad", "county": "Jönköpings län", "on": "2020-01-01" });
        for command in [
            json!({ "command": "found_association", "founded": founded }),
            json!({ "command": "name_person", "person": id, "name": name }),
        ] {
            tell_in("grannbygden", &self.engine, "maja", Entered::Afterwards, command).await;
        }
    }

    /// Carries out a command as it happens.
    pub(crate) async fn does(&self, name: &str, command: Value) {
        tell(&self.engine, name, Entered::AsItHappens, command).await;
    }
}

fn settings(https: bool) -> Settings {
    let owner = Owner { name: "Sjöbygdens samordningsförbund".into(), email: "kansli@exempel.se".into() };
    Settings { https, proxies: Proxies::default(), demo: false, owner }
}

/// The town that lies in a folder, at a moment that stands still.
pub(crate) async fn again(folder: &Path, clock: i64) -> App {
    let directory = open_people(folder).await;
    let now = Arc::new(move || Timestamp::from_second(clock).unwrap());
    App::new(record(folder).await, directory, now, settings(false), web::fronts()).unwrap()
}

/// The record that lies in a folder.
pub(crate) async fn record(folder: &Path) -> Engine {
    Engine::open(Journal::open(&journal::Place::Folder(folder.into())).await.unwrap()).await.unwrap()
}

async fn open(folder: &Path) -> Engine {
    let engine = record(folder).await;
    for command in founding() {
        tell(&engine, "maja", Entered::Afterwards, command).await;
    }
    engine
}

async fn tell(engine: &Engine, name: &str, entered: Entered, command: Value) {
    tell_in(SLUG, engine, name, entered, command).await;
}

async fn tell_in(slug: &str, engine: &Engine, name: &str, entered: Entered, command: Value) {
    let ctx = Ctx {
        now: date(2026, 11, 2).at(9, 0, 0, 0),
        actor: domain::ids::PersonId(person(name)),
        reasons: BTreeMap::new(),
        entered,
    };
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
pub(crate) fn shown(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

async fn people(folder: &Path) -> Directory {
    let directory = open_people(folder).await;
    let hash = directory.hash_password(PASSWORD).await.unwrap();
    let contact =
        |name: &str| Contact { name: shown(name), email: Some(format!("{name}@exempel.se")), phone: None };
    let people: Vec<_> = PEOPLE.iter().map(|name| (PersonId(person(name)), contact(name))).collect();
    directory.create_people_with_hash(&people, &hash).await.unwrap();
    directory
}

async fn open_people(folder: &Path) -> Directory {
    let settings = directory::Settings {
        hashing: Hashing { memory_kib: 8, passes: 1, lanes: 1 },
        pace_per_client: Pace::new(1000, 1, 60, 600),
        ..directory::Settings::default()
    };
    Directory::open(&directory::Place::Folder(folder.into()), settings).await.unwrap()
}

/// A browser that keeps its cookies.
#[derive(Clone)]
pub(crate) struct Browser<'a> {
    town: &'a Town,
    pub(crate) cookies: BTreeMap<String, String>,
    extra: Vec<(&'static str, String)>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) text: String,
}

impl Browser<'_> {
    /// Sends another header with everything.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.extra.push((name, value.to_owned()));
        self
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, None, Body::empty()).await
    }

    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(fields).unwrap();
        self.send("POST", path, Some("application/x-www-form-urlencoded"), body.into()).await
    }

    pub(crate) async fn send(&mut self, method: &str, path: &str, kind: Option<&str>, body: Body) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "exempel.se");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        for (name, value) in &self.extra {
            request = request.header(*name, value);
        }
        let response: Response = self.town.web.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        self.keep(&response);
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    fn keep(&mut self, response: &Response) {
        for line in response.headers().get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

impl Answer {
    /// Where it leads.
    pub(crate) fn to(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |v| v.to_str().unwrap())
    }

    /// Holds the status.
    #[track_caller]
    pub(crate) fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }

    /// Holds that words stand on the page.
    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Self {
        assert!(self.text.contains(words), "no “{words}” in: {}", self.text);
        self
    }

    /// Holds that words do not stand on the page.
    #[track_caller]
    pub(crate) fn says_not(&self, words: &str) -> &Self {
        assert!(!self.text.contains(words), "“{words}” in: {}", self.text);
        self
    }

    /// The value of a hidden field.
    #[track_caller]
    pub(crate) fn hidden(&self, name: &str) -> &str {
        let begins = format!("<input type=\"hidden\" name=\"{name}\" value=\"");
        let after =
            self.text.rsplit_once(&begins).unwrap_or_else(|| panic!("no hidden {name}: {}", self.text)).1;
        after.split('"').next().unwrap()
    }
}
