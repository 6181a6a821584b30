//! `samordna verify`: is the record whole?

use std::process::ExitCode;

use clap::Args;
use journal::{Journal, VerifyError};

use crate::config::Place;
use crate::say;

/// Kontrollera kedjan av händelser.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    place: Place,
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn run(args: &Verify) -> ExitCode {
    let place = match args.place.journal() {
        Ok(place) => place,
        Err(says) => return say::failed(2, says),
    };
    let journal = match Journal::open_to_read(&place).await {
        Ok(journal) => journal,
        Err(fault) => return say::failed(2, fault),
    };
    match journal.verify().await {
        Ok(report) => {
            say::line(format_args!("{} händelser i {} strömmar", report.events, report.streams.len()));
            for (stream, head) in &report.streams {
                say::line(format_args!("{stream}\t{}\t{}", head.seq, head.hash));
            }
            say::line("Kedjan är hel.");
            ExitCode::SUCCESS
        }
        Err(VerifyError::Broken(broken)) => say::failed(1, broken),
        Err(VerifyError::Fault(fault)) => say::failed(2, fault),
    }
}
