//! `samordna demo`: the demo county, ready to log in to.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use desk::draft::Drawer;
use directory::{Contact, Directory, PersonId, Workroom};
use engine::Engine;
use jiff::tz::TimeZone;
use tempfile::TempDir;

use crate::config::{Place, Server, Settings};
use crate::demo::people::{LOGINS, person};
use crate::{clock, demo, logging, say, server};

/// The password of everybody in the demo; printed, and worth nothing elsewhere.
pub(crate) const PASSWORD: &str = "vattenfall-i-granskog";

/// Starta demon.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Mapp där demon sparas och öppnas igen; utelämnad används en ny mapp som tas bort efteråt.
    #[arg(long, value_name = "MAPP")]
    data: Option<PathBuf>,
    #[command(flatten)]
    server: Server,
}

pub(crate) fn run(args: Demo) -> ExitCode {
    server::on_threads(start(args))
}

async fn start(args: Demo) -> ExitCode {
    // Held until the server has stopped: dropping it removes the folder.
    let fresh = match args.data {
        Some(_) => None,
        None => match for_its_owner() {
            Ok(folder) => Some(folder),
            Err(why) => {
                return say::failed(1, format_args!("Det går inte att skapa en tillfällig mapp: {why}"));
            }
        },
    };
    let data = args.data.or_else(|| fresh.as_ref().map(|folder| folder.path().to_path_buf()));
    let place = Place { data, ..Place::default() };
    let settings = match args.server.settings(place, true) {
        Ok(settings) => settings,
        Err(says) => return say::failed(2, says),
    };
    logging::begin(&settings.log);
    match served(settings).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(says) => say::failed(1, says),
    }
}

/// A new folder that nobody else on the machine reads.
fn for_its_owner() -> std::io::Result<TempDir> {
    tempfile::Builder::new().prefix("samordna-demo-").permissions(Permissions::from_mode(0o700)).tempdir()
}

async fn served(settings: Settings) -> Result<(), String> {
    let ready = server::listen(&settings).await?;
    let (engine, directory) = super::serve::open(&settings.place, settings.people.clone()).await?;
    build(&engine, &directory).await?;
    say::line(format_args!("Samordna svarar på http://{}/", ready.address));
    table();
    server::run(ready, engine, directory, settings).await
}

/// Tells the demo's history and lets its people log in.
///
/// # Errors
/// A Swedish sentence: a command of the demo was refused, or the store failed.
pub(crate) async fn build(engine: &Engine, directory: &Directory) -> Result<(), String> {
    let people = async {
        // The same password for all, so that it is hashed once.
        let hash = directory.hash_password(PASSWORD).await.map_err(|why| why.to_string())?;
        let contact = |login: &demo::people::Login| {
            let contact =
                Contact { name: login.name.to_owned(), email: Some(login.email.to_owned()), phone: None };
            (PersonId(person(login.name).0), contact)
        };
        let people: Vec<_> = LOGINS.iter().map(contact).collect();
        directory.create_people_with_hash(&people, &hash).await.map_err(|why| why.to_string())
    };
    let (told, people) = tokio::join!(tell(engine, directory.workroom()), people);
    told.and(people)
}

/// Tells the demo's history, as of today.
///
/// # Errors
/// A Swedish sentence: a command of the demo was refused, or the store failed.
pub(crate) async fn tell(engine: &Engine, workroom: &Workroom) -> Result<(), String> {
    let zone = TimeZone::get("Europe/Stockholm").map_err(|why| why.to_string())?;
    let today = zone.to_datetime(clock::now()).date();
    demo::tell(Drawer { engine, workroom, zone: &zone }, today).await.map_err(|trouble| trouble.to_string())
}

fn table() {
    say::line("");
    say::line(format_args!("Logga in med lösenordet {PASSWORD} och en av adresserna:"));
    say::line("");
    for login in LOGINS {
        say::line(format_args!(
            "  {:28} {:20} {} ({})",
            login.email, login.name, login.role, login.association
        ));
    }
    say::line("");
    say::line("Personerna är påhittade. Avsluta med Ctrl+C.");
}
