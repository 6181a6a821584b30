//! One association of 400,000 events and a board of fifty: start, memory, pages and commands, fifty ballots at once.

mod board;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use engine::Engine;
use journal::{Journal, Place};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use super::load::{load, log_in};
use super::record::Life;
use super::{Figure, Measured, folder, said, wait};
use crate::clock;
use crate::commands::demo;

const EVENTS: u64 = 400_000;
const COMMANDS: u32 = 300;
const ROUND: Duration = Duration::from_secs(2);

pub(crate) fn measure() -> Measured {
    wait(async {
        let before = super::process::resident_kib("self").unwrap_or(0);
        let place = folder()?;
        written(place.path()).await?;
        let start = Instant::now();
        let engine = opened(place.path()).await?;
        let took = start.elapsed();
        let after = super::process::resident_kib("self").unwrap_or(0);
        let mut figures = vec![
            Figure::new(
                "large.start_ms",
                took.as_millis(),
                format!("start, ett förbund med {EVENTS} händelser"),
            ),
            Figure::new(
                "large.memory_mib",
                after.saturating_sub(before) / 1024,
                "minne för tillståndet, och vad skrivningen före höll",
            ),
        ];
        let meeting = board::meets(&engine).await?;
        figures.push(Figure::new(
            "large.command_p99_us",
            alone(&engine).await?,
            "kommandon ett i taget; mål under 10000",
        ));
        figures.push(read_meanwhile(&engine).await?);
        figures.extend(ballots(&engine).await?);
        figures.extend(pages(engine, place.path(), meeting).await?);
        Ok(figures)
    })
}

/// A record of many years, and a board.
async fn written(folder: &Path) -> Result<(), String> {
    let journal = Journal::open(&Place::Folder(folder.to_owned())).await.map_err(said)?;
    Life::told().await?.write(&journal, board::SLUG, u64::MAX, EVENTS).await?;
    journal.close().await.map_err(said)?;
    let engine = opened(folder).await?;
    board::grown(&engine).await?;
    engine.journal().close().await.map_err(said)
}

async fn opened(folder: &Path) -> Result<Engine, String> {
    let journal = Journal::open(&Place::Folder(folder.to_owned())).await.map_err(said)?;
    Engine::open(journal).await.map_err(said)
}

/// Commands that nobody reads meanwhile.
async fn alone(engine: &Engine) -> Result<u128, String> {
    let mut took = Vec::new();
    for _ in 0..COMMANDS {
        let start = Instant::now();
        board::names_somebody(engine).await?;
        took.push(start.elapsed());
    }
    Ok(p99(took))
}

/// Commands while somebody holds each state: every one copies the outline of the association.
async fn read_meanwhile(engine: &Engine) -> Result<Figure, String> {
    let mut took = Vec::new();
    for _ in 0..COMMANDS {
        let held = engine.snapshot::<domain::Association>(board::SLUG);
        let start = Instant::now();
        board::names_somebody(engine).await?;
        took.push(start.elapsed());
        drop(held);
    }
    Ok(Figure::new(
        "large.command_read_p99_us",
        p99(took),
        "det samma medan en sida håller tillståndet; mål under 10000",
    ))
}

/// Everybody votes in the same moment.
async fn ballots(engine: &Engine) -> Measured {
    let mut voting = JoinSet::new();
    let counted = super::allocated::now();
    for voter in board::voters() {
        let engine = engine.clone();
        voting.spawn(async move {
            let start = Instant::now();
            board::votes(&engine, voter).await?;
            Ok::<_, String>(start.elapsed())
        });
    }
    let took: Vec<Duration> = voting.join_all().await.into_iter().collect::<Result<_, _>>()?;
    let many = u64::try_from(took.len()).unwrap_or(u64::MAX).max(1);
    let allocated = counted.zip(super::allocated::now()).map(|(then, now)| now.saturating_sub(then) / many);
    let mut figures = vec![Figure::new(
        "large.ballots_p99_us",
        p99(took),
        format!("{many} röster samtidigt; mål under 20000"),
    )];
    figures.extend(allocated.map(|bytes| {
        Figure::new("large.ballot_bytes", bytes, "minne som en röst tar i anspråk; mål under 65536")
    }));
    Ok(figures)
}

/// The meeting's page and the overview, as the office sees them.
async fn pages(engine: Engine, folder: &Path, meeting: u32) -> Measured {
    let place = directory::Place::Folder(folder.to_owned());
    let directory = directory::Directory::open(&place, directory::Settings::default()).await.map_err(said)?;
    board::logs_in(&directory).await?;
    let place = crate::config::Place { data: Some(folder.to_owned()), ..crate::config::Place::default() };
    let settings = crate::config::Server::default().settings(place, true)?;
    let app =
        desk::App::new(engine, directory, Arc::new(clock::now), settings.web, web::fronts()).map_err(said)?;
    let listener = TcpListener::bind("127.0.0.1:0").await.map_err(said)?;
    let at = listener.local_addr().map_err(said)?;
    tokio::spawn(desk::serve(listener, app, web::WINGS, settings.limits, std::future::pending()));
    let cookie = log_in(at, board::EMAIL, demo::PASSWORD).await?;
    let mut figures = Vec::new();
    for (name, path) in [
        ("large.meeting_p99_us", format!("/f/{}/sammantraden/{meeting}", board::SLUG)),
        ("large.register_p99_us", format!("/f/{}/diarium?q=M+100", board::SLUG)),
        ("large.overview_p99_us", "/oversikt".to_owned()),
    ] {
        let load = load(at, &path, &cookie, 2, ROUND).await?;
        figures.push(Figure::new(name, load.p99, format!("{path}, {}/s; mål under 10000", load.per_second)));
    }
    Ok(figures)
}

fn p99(mut took: Vec<Duration>) -> u128 {
    took.sort_unstable();
    took.get(took.len() * 99 / 100).or(took.last()).map_or(0, Duration::as_micros)
}
