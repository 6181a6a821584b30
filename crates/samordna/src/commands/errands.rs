//! `samordna errands`: what the clock should have done and did not, for whoever runs the installation.

use std::process::ExitCode;

use clap::Args;
use directory::{Directory, GivenUp, Settings};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{ToSpan, Unit};

use crate::config::Place;
use crate::say;

/// Läs vilka sysslor som har getts upp: vad, för vilken dag, när och varför.
#[derive(Debug, Args)]
pub(crate) struct Errands {
    #[command(flatten)]
    place: Place,
}

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn run(args: &Errands) -> ExitCode {
    match given_up(args).await {
        Ok(all) if all.is_empty() => {
            say::line("Ingen syssla har getts upp.");
            ExitCode::SUCCESS
        }
        Ok(all) => {
            let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
            all.iter().for_each(|one| say::line(line(one, &zone)));
            ExitCode::SUCCESS
        }
        Err(says) => say::failed(2, says),
    }
}

async fn given_up(args: &Errands) -> Result<Vec<GivenUp>, String> {
    let place = args.place.directory()?;
    let directory = Directory::open(&place, Settings::default()).await.map_err(|fault| fault.to_string())?;
    directory.errands_given_up().await.map_err(|fault| fault.to_string())
}

/// Day, errand, when it was given up and why, with tabs between.
fn line(one: &GivenUp, zone: &TimeZone) -> String {
    let day = Date::new(1970, 1, 1).ok().and_then(|first| first.checked_add(one.day.days()).ok());
    let day = day.map_or_else(|| one.day.to_string(), |day| day.to_string());
    let at = zone.to_datetime(one.at);
    let at = at.round(Unit::Second).unwrap_or(at);
    format!("{day}\t{}\t{at}\t{}", one.name, one.why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    #[test]
    fn an_errand_is_told_with_its_day_and_why() {
        let at = Timestamp::from_second(1_795_600_000).unwrap();
        let one =
            GivenUp { name: "minutes".to_owned(), day: 20_000, at, why: "Lagringen är full.".to_owned() };
        let told = line(&one, &TimeZone::UTC);
        assert_eq!(told, "2024-10-04\tminutes\t2026-11-25T09:46:40\tLagringen är full.");
    }
}
