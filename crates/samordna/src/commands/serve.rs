//! `samordna serve`: the server on a data folder or a database.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use directory::Directory;
use engine::{Engine, Projection};
use journal::Journal;
use search::Search;

use crate::config::{Place, Server, Settings};
use crate::{logging, say, server};

/// Starta servern.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    server: Server,
}

pub(crate) fn run(args: Serve) -> ExitCode {
    server::on_threads(start(args))
}

async fn start(args: Serve) -> ExitCode {
    let settings = match args.server.settings(args.place, false) {
        Ok(settings) => settings,
        Err(says) => return say::failed(2, says),
    };
    logging::begin(&settings.log);
    match served(settings).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(says) => say::failed(1, says),
    }
}

async fn served(settings: Settings) -> Result<(), String> {
    let (engine, directory) = open(&settings.place, settings.people.clone()).await?;
    let ready = server::listen(&settings).await?;
    say::line(format_args!("Samordna svarar på http://{}/", ready.address));
    server::run(ready, engine, directory, settings).await
}

/// Opens the record and the people.
///
/// # Errors
/// A Swedish sentence that says what to do.
pub(crate) async fn open(place: &Place, people: directory::Settings) -> Result<(Engine, Directory), String> {
    let journal = Journal::open(&place.journal()?).await.map_err(|fault| fault.to_string())?;
    let follows = [Arc::new(Search::default()) as Arc<dyn Projection>];
    let engine = Engine::open_with(journal, follows).await.map_err(|fault| fault.to_string())?;
    let directory = Directory::open(&place.directory()?, people).await.map_err(|fault| fault.to_string())?;
    Ok((engine, directory))
}
