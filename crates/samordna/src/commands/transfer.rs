//! `samordna export` and `samordna import`: the journal as JSON lines.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use directory::{By, Directory, Note, SecurityAct, Settings};
use journal::Journal;

use crate::config::Place;
use crate::operator::Doer;
use crate::{clock, say};

/// Skriv ut journalen, en händelse per rad.
#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    doer: Doer,
    /// Vad som skrivs ut: journalen är det enda som behövs för att återskapa allt utom inloggningar.
    #[arg(long, default_value_t = true)]
    journal: bool,
    /// Filen att skriva till; standard ut om den utelämnas.
    #[arg(value_name = "FIL")]
    file: Option<PathBuf>,
}

/// Läs in en utskriven journal i en tom datamapp eller databas.
#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(flatten)]
    place: Place,
    /// Vad som läses in: journalen.
    #[arg(long, default_value_t = true)]
    journal: bool,
    /// Filen att läsa; standard in om den utelämnas.
    #[arg(value_name = "FIL")]
    file: Option<PathBuf>,
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn export(args: &Export) -> ExitCode {
    debug_assert!(args.journal);
    let journal = match args.place.journal() {
        Ok(place) => Journal::open_to_read(&place).await,
        Err(says) => return say::failed(2, says),
    };
    let journal = match journal {
        Ok(journal) => journal,
        Err(fault) => return say::failed(2, fault),
    };
    let out: Box<dyn Write> = match &args.file {
        None => Box::new(std::io::stdout().lock()),
        Some(file) => match File::create(file) {
            Ok(file) => Box::new(file),
            Err(why) => return say::failed(2, format_args!("{} går inte att skriva: {why}", file.display())),
        },
    };
    match journal.export(BufWriter::new(out)).await {
        Ok(_) => {
            if let Err(why) = noted(args).await {
                let _ =
                    say::failed(0, format_args!("Journalen är utskriven, men säkerhetsloggen säger: {why}"));
            }
            ExitCode::SUCCESS
        }
        Err(fault) => say::failed(1, fault),
    }
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn import(args: &Import) -> ExitCode {
    debug_assert!(args.journal);
    let journal = match args.place.journal() {
        Ok(place) => Journal::open(&place).await,
        Err(says) => return say::failed(2, says),
    };
    let journal = match journal {
        Ok(journal) => journal,
        Err(fault) => return say::failed(1, fault),
    };
    let imported = match &args.file {
        None => journal.import(BufReader::new(std::io::stdin())).await,
        Some(file) => match File::open(file) {
            Ok(file) => journal.import(BufReader::new(file)).await,
            Err(why) => return say::failed(2, format_args!("{} går inte att läsa: {why}", file.display())),
        },
    };
    match imported {
        Ok(report) => {
            say::line(format_args!(
                "{} händelser i {} strömmar inlästa.",
                report.events,
                report.streams.len()
            ));
            ExitCode::SUCCESS
        }
        Err(error) => say::failed(1, error),
    }
}

/// The whole record left the installation: that stands in the security log.
async fn noted(args: &Export) -> Result<(), String> {
    let place = args.place.directory()?;
    let directory = Directory::open(&place, Settings::default()).await.map_err(|fault| fault.to_string())?;
    let operator = args.doer.operator();
    let note = Note::of(SecurityAct::Exported, By::Operator(&operator));
    directory.note(&note, clock::now()).await.map_err(|fault| fault.to_string())
}
