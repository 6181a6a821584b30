//! A country: eighty associations with ten years each, on one server.

use std::sync::Arc;
use std::time::{Duration, Instant};

use journal::{Journal, Place};

use super::load::load;
use super::record::Life;
use super::{Figure, Measured, folder, process, said, wait};
use crate::clock;

const ASSOCIATIONS: u64 = 80;
const YEARS: u64 = 10;
const ROUND: Duration = Duration::from_secs(2);

pub(crate) fn measure() -> Measured {
    wait(async {
        let before = process::resident_kib("self").unwrap_or(0);
        let place = folder()?;
        let journal = Journal::open(&Place::Folder(place.path().to_owned())).await.map_err(said)?;
        let life = Life::told().await?;
        let mut events = 0;
        for no in 1..=ASSOCIATIONS {
            events += life.write(&journal, &format!("forbund-{no}"), YEARS - 1, u64::MAX).await?;
        }
        journal.close().await.map_err(said)?;
        drop(life);
        let of = format!("{ASSOCIATIONS} förbund × {YEARS} år, {events} händelser");
        let mut figures = started(place.path(), before, &of).await?;
        figures.push(whole(place.path()).await?);
        Ok(figures)
    })
}

/// A start with everything that a server keeps: the state and what can be found in it.
async fn started(folder: &std::path::Path, before: u64, of: &str) -> Measured {
    let start = Instant::now();
    let place = crate::config::Place { data: Some(folder.to_owned()), ..crate::config::Place::default() };
    let (engine, directory) = crate::commands::serve::open(&place, directory::Settings::default()).await?;
    let took = start.elapsed();
    let after = process::resident_kib("self").unwrap_or(0);
    let mut figures = vec![
        Figure::new("country.start_ms", took.as_millis(), format!("start, {of}; mål under 10000")),
        Figure::new(
            "country.memory_mib",
            after.saturating_sub(before) / 1024,
            "minne för tillstånd och sökning; mål under 3000",
        ),
    ];
    let settings = crate::config::Server::default().settings(place, true)?;
    let app =
        desk::App::new(engine, directory, Arc::new(clock::now), settings.web, web::fronts()).map_err(said)?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.map_err(said)?;
    let at = listener.local_addr().map_err(said)?;
    tokio::spawn(desk::serve(listener, app, web::WINGS, settings.limits, std::future::pending()));
    for (name, path) in [("country.home_p99_us", "/"), ("country.board_p99_us", "/anslagstavla/forbund-40")] {
        let load = load(at, path, "", 2, ROUND).await?;
        figures.push(Figure::new(name, load.p99, format!("{path}, {}/s; mål under 10000", load.per_second)));
    }
    Ok(figures)
}

/// That the record of the country is whole, as `verify` sees it.
async fn whole(folder: &std::path::Path) -> Result<Figure, String> {
    let journal = Journal::open_to_read(&Place::Folder(folder.to_owned())).await.map_err(said)?;
    let start = Instant::now();
    journal.verify().await.map_err(said)?;
    Ok(Figure::new("country.verify_ms", start.elapsed().as_millis(), "hela kedjan kontrollerad"))
}
