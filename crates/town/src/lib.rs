//! A small made-up association with a person in every role, and a client for each of them: the whole server in one
//! process, with real stores in a temporary folder and requests without a network. Only tests stand on it.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "only tests call it, and whatever is not as they expect must stop them"
)]

mod browser;
pub mod faces;
mod founding;
pub mod killed;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use desk::draft::Saving;
use desk::{App, Proxies, Settings};
use directory::{Client as From, Directory};
use domain::Command;
use domain::decision::Entered;
use domain::ids::InitiativeId;
use domain::initiative::submit::SubmitApplication;
use engine::Engine;
use jiff::Timestamp;
use kit::Owner;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

pub use browser::{Answer, Browser};
use founding::{moment, open, open_people, people, tell, tell_in};
pub use founding::{record, shown};

/// The association's address.
pub const SLUG: &str = "sjobygden";
/// Everybody's password.
pub const PASSWORD: &str = "korrekt häst batteri klammer";

/// Everybody with a login, the applicant, a stranger and one for a steering group among them.
pub const PEOPLE: &[&str] =
    &["maja", "birgitta", "tomas", "sven", "petra", "wilma", "arvid", "okand", "stina"];

/// The association with all that answers for it.
#[derive(Debug)]
pub struct Town {
    /// What answers.
    pub web: Router,
    /// What every request can reach.
    pub app: App,
    /// The people.
    pub directory: Directory,
    /// The association.
    pub engine: Engine,
    https: bool,
    clock: Arc<AtomicI64>,
    folder: TempDir,
}

/// The id of a person, the same every time.
pub fn person(name: &str) -> Uuid {
    let place = PEOPLE.iter().position(|p| *p == name).expect("one of the people");
    Uuid::from_u128(place as u128 + 1)
}

impl Town {
    /// The town, just founded.
    pub async fn new() -> Self {
        Self::over(false).await
    }

    /// The same, reached over HTTPS when so.
    pub async fn over(https: bool) -> Self {
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

    /// What time it is there.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_second(self.clock.load(Ordering::Relaxed)).unwrap()
    }

    /// Everybody goes; the folder is what is left.
    pub fn leave(self) -> TempDir {
        self.folder
    }

    /// Lets time pass.
    pub fn wait(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Somebody who is not logged in.
    pub fn visitor(&self) -> Browser<'_> {
        Browser { web: &self.web, cookies: BTreeMap::new(), extra: Vec::new() }
    }

    /// Somebody who is logged in.
    pub async fn person(&self, name: &str) -> Browser<'_> {
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
    pub async fn neighbour(&self, name: &str, id: Uuid) {
        let founded = json!({ "slug": "grannbygden", "name": "Grannbygdens samordningsförbund",
            "short_name": "Grannbygden", "seat": "Grannstad", "county": "Jönköpings län", "on": "2020-01-01" });
        for command in [
            json!({ "command": "found_association", "founded": founded }),
            json!({ "command": "name_person", "person": id, "name": name }),
        ] {
            tell_in("grannbygden", &self.engine, "maja", Entered::Afterwards, command).await;
        }
    }

    /// Writes the application of an initiative and hands it in, as its writer does.
    pub async fn hands_in(&self, name: &str, initiative: u32, application: Value) {
        let (drawer, initiative) = (self.app.drawer(), InitiativeId(initiative));
        let saving = Saving { slug: SLUG, initiative, seen: 0, at: self.now() };
        let application = serde_json::from_value(application).unwrap();
        let ctx = moment(name, Entered::AsItHappens);
        let draft = drawer.save(ctx.clone(), saving, application).await.unwrap().unwrap();
        let submit = Command::from(SubmitApplication::draft(initiative, draft.version));
        drawer.take(SLUG, Uuid::new_v4(), self.now(), ctx, submit).await.unwrap().unwrap();
    }

    /// A program that acts for somebody, and its token.
    pub async fn program(&self, name: &str) -> (Browser<'_>, String) {
        let body = json!({ "email": format!("{name}@exempel.se"), "password": PASSWORD });
        let mut visitor = self.visitor();
        let opened =
            visitor.send("POST", "/api/v1/sessions", Some("application/json"), body.to_string().into());
        let opened: Value = serde_json::from_str(&opened.await.is(201).text).unwrap();
        let token = opened.get("token").and_then(Value::as_str).unwrap().to_owned();
        (self.visitor().with("authorization", &format!("Bearer {token}")), token)
    }

    /// Carries out a command as it happens.
    pub async fn does(&self, name: &str, command: Value) {
        tell(&self.engine, name, Entered::AsItHappens, command).await;
    }
}

fn settings(https: bool) -> Settings {
    let owner = Owner { name: "Sjöbygdens samordningsförbund".into(), email: "kansli@exempel.se".into() };
    Settings { https, proxies: Proxies::default(), demo: false, owner }
}

/// The town that lies in a folder, at a moment that stands still.
pub async fn again(folder: &Path, clock: i64) -> App {
    let directory = open_people(folder).await;
    let now = Arc::new(move || Timestamp::from_second(clock).unwrap());
    App::new(record(folder).await, directory, now, settings(false), web::fronts()).unwrap()
}
