//! A durable command held against a bare insert of about the same bytes, and many writers against one.

use std::time::Instant;

use directory::Workroom;
use domain::association::establish::NamePerson;
use domain::decision::Entered;
use domain::ids::PersonId;
use domain::{Command, Ctx};
use engine::Engine;
use journal::{Journal, Place};
use tokio::task::JoinSet;
use uuid::Uuid;

use super::{Figure, Measured, folder, per_second, said, wait};
use crate::clock;
use crate::commands::demo;

const EACH: u64 = 100;
const WRITERS: u64 = 32;
const SLUG: &str = "finnveden";

pub(crate) fn measure() -> Measured {
    wait(async {
        let place = folder()?;
        let durable = journal::bench::durable(place.path(), EACH).await.map_err(said)?;
        let told = folder()?;
        let journal = Journal::open(&Place::Folder(told.path().to_owned())).await.map_err(said)?;
        let engine = Engine::open(journal).await.map_err(said)?;
        let workroom =
            Workroom::open(&directory::Place::Folder(told.path().to_owned()), 1).await.map_err(said)?;
        demo::tell(&engine, &workroom).await?;
        let (one, many) = rates(&engine).await?;
        Ok(vec![
            Figure::ratio(
                "journal.append",
                durable.one_writer,
                durable.bare,
                format!("mot ren insert ({}/s)", durable.bare),
            ),
            Figure::ratio("journal.append.32", durable.many_writers, durable.one_writer, "mot en skrivare"),
            Figure::ratio(
                "command",
                one,
                durable.bare,
                format!("{one}/s, mot ren insert ({}/s)", durable.bare),
            ),
            Figure::ratio(
                "command.32",
                many,
                one,
                format!("{many}/s med 32 samtidiga i ett förbund, mot en"),
            ),
        ])
    })
}

async fn rates(engine: &Engine) -> Result<(u64, u64), String> {
    let start = Instant::now();
    for _ in 0..EACH * 5 {
        name_somebody(engine).await?;
    }
    let one = per_second(EACH * 5, start);
    let start = Instant::now();
    let mut writers = JoinSet::new();
    for _ in 0..WRITERS {
        let engine = engine.clone();
        writers.spawn(async move {
            for _ in 0..EACH {
                name_somebody(&engine).await?;
            }
            Ok::<(), String>(())
        });
    }
    for outcome in writers.join_all().await {
        outcome?;
    }
    Ok((one, per_second(EACH * WRITERS, start)))
}

async fn name_somebody(engine: &Engine) -> Result<(), String> {
    let id = Uuid::now_v7();
    let now = jiff::civil::date(2026, 11, 23).at(9, 0, 0, 0);
    let ctx = Ctx { now, actor: PersonId(id), reasons: Default::default(), entered: Entered::AsItHappens };
    let command = Command::from(NamePerson { person: PersonId(id), name: format!("Person {id}") });
    engine.execute(SLUG, id, clock::now(), ctx, command).await.map(|_| ()).map_err(|why| format!("{why:?}"))
}
