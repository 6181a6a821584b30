//! `samordna verify`: is the record whole, and is it the one it was when its heads were saved?

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use journal::{Head, Journal, Saved, VerifyError, WHOLE};

use crate::config::Place;
use crate::say;

/// Kontrollera kedjan av händelser.
#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    place: Place,
    /// Jämför med huvuden som sparats tidigare: det som samordna verify skrev ut då.
    #[arg(long, value_name = "FIL")]
    against: Option<PathBuf>,
    /// Jämför med det som står under I journalen i ett utskrivet protokoll.
    #[arg(long, num_args = 3, value_names = ["STRÖM", "HÄNDELSE", "SUMMA"], conflicts_with = "against")]
    printed: Vec<String>,
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn run(args: &Verify) -> ExitCode {
    let place = match args.place.journal() {
        Ok(place) => place,
        Err(says) => return say::failed(2, says),
    };
    let saved = match printed(&args.printed).or_else(|| args.against.as_deref().map(read)).transpose() {
        Ok(saved) => saved,
        Err(says) => return say::failed(2, says),
    };
    let journal = match Journal::open_to_read(&place).await {
        Ok(journal) => journal,
        Err(fault) => return say::failed(2, fault),
    };
    let verified = match &saved {
        None => journal.verify().await.map(|report| (report, Vec::new())),
        Some(saved) => journal.verify_against(saved).await,
    };
    match verified {
        Ok((report, differences)) if differences.is_empty() => {
            say::text(report);
            say::line(WHOLE);
            ExitCode::SUCCESS
        }
        Ok((_, differences)) => {
            let all: Vec<String> = differences.iter().map(ToString::to_string).collect();
            say::failed(1, all.join("\n"))
        }
        Err(VerifyError::Broken(broken)) => say::failed(1, broken),
        Err(VerifyError::Fault(fault)) => say::failed(2, fault),
    }
}

/// The head that somebody has read on a paper; nothing when none was told.
fn printed(told: &[String]) -> Option<Result<Saved, String>> {
    let [stream, seq, hash] = told else { return None };
    let sum: String = hash.chars().filter(|sign| !sign.is_whitespace()).collect();
    Some(match (seq.parse(), sum.parse()) {
        (Ok(seq), Ok(hash)) => Ok(Saved::one(stream.clone(), Head { seq, hash })),
        (Err(_), _) => {
            Err(format!("{seq} är inget nummer. Skriv händelsens nummer som det står i protokollet."))
        }
        (_, Err(_)) => {
            Err("Summan är 64 tecken, 0–9 och a–f. Skriv den som den står i protokollet.".to_owned())
        }
    })
}

fn read(file: &Path) -> Result<Saved, String> {
    let text = std::fs::read_to_string(file)
        .map_err(|why| format!("{} går inte att läsa: {why}", file.display()))?;
    text.parse().map_err(|why| format!("{}: {why}", file.display()))
}
