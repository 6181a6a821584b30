//! What the clock sets going: each day once, by one node, also after days when nobody was there.
#![cfg(test)]

use std::sync::Mutex;

use directory::{Directory, Reminder};
use engine::Engine;
use errands::{Again, Errand, Outcome, World, once};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use journal::Journal;
use uuid::Uuid;

const ONE: Uuid = Uuid::from_u128(1);
const OTHER: Uuid = Uuid::from_u128(2);

/// Writes down the days it was asked for.
#[derive(Default)]
struct Days(Mutex<Vec<Date>>);

impl Errand for Days {
    const NAME: &'static str = "days";

    async fn of_day(&self, _: &World, day: Date) -> Result<Vec<Reminder>, Again> {
        self.0.lock().unwrap().push(day);
        Ok(Vec::new())
    }
}

struct Hopeless;

impl Errand for Hopeless {
    const NAME: &'static str = "hopeless";

    async fn of_day(&self, _: &World, _: Date) -> Result<Vec<Reminder>, Again> {
        Err(Again("Det går inte.".to_owned()))
    }
}

async fn world(folder: &std::path::Path) -> World {
    let journal = Journal::open(&journal::Place::Folder(folder.to_owned())).await.unwrap();
    let place = directory::Place::Folder(folder.to_owned());
    let directory = Directory::open(&place, directory::Settings::default()).await.unwrap();
    World { engine: Engine::open(journal).await.unwrap(), directory }
}

fn at(text: &str) -> (Timestamp, Date) {
    let moment: Timestamp = text.parse().unwrap();
    let zone = jiff::tz::TimeZone::get("Europe/Stockholm").unwrap();
    (moment, zone.to_datetime(moment).date())
}

#[tokio::test]
async fn each_day_is_done_once_whatever_the_clock_does() {
    let folder = tempfile::tempdir().unwrap();
    let world = world(folder.path()).await;
    let days = Days::default();
    let mut outcomes = Vec::new();
    for moment in [
        "2026-10-24T21:30:00Z",
        "2026-10-24T22:30:00Z",
        // The night on which the clock goes back, and an hour that comes twice.
        "2026-10-25T00:30:00Z",
        "2026-10-25T01:30:00Z",
        "2026-10-25T22:59:00Z",
        "2026-10-25T23:01:00Z",
        // Set back a day, and then nine days down.
        "2026-10-24T12:00:00Z",
        "2026-11-04T07:00:00Z",
    ] {
        let (now, day) = at(moment);
        outcomes.push(once(&days, &world, ONE, now, day).await.unwrap());
    }
    use Outcome::{Already, Done};
    assert_eq!(outcomes, [Done, Done, Already, Already, Already, Done, Already, Done]);
    let on = |day| date(2026, 10, day);
    assert_eq!(*days.0.lock().unwrap(), [on(24), on(25), on(26), date(2026, 11, 4)]);
}

#[tokio::test]
async fn of_two_nodes_one_does_it_and_a_failure_makes_both_wait() {
    let folder = tempfile::tempdir().unwrap();
    let world = world(folder.path()).await;
    let days = Days::default();
    let (now, day) = at("2026-11-30T08:00:00Z");
    let both = [
        once(&days, &world, ONE, now, day).await.unwrap(),
        once(&days, &world, OTHER, now, day).await.unwrap(),
    ];
    assert_eq!(both, [Outcome::Done, Outcome::NotNow]);
    let again = now + std::time::Duration::from_secs(60);
    assert_eq!(once(&Hopeless, &world, ONE, now, day).await.unwrap(), Outcome::AgainAt(again));
    assert_eq!(once(&Hopeless, &world, ONE, now, day).await.unwrap(), Outcome::NotNow);
    let mut moment = now;
    let last = loop {
        match once(&Hopeless, &world, ONE, moment, day).await.unwrap() {
            Outcome::AgainAt(next) => moment = next,
            Outcome::NotNow => moment = again,
            outcome @ (Outcome::Done | Outcome::Already | Outcome::GivenUp) => break outcome,
        }
    };
    assert_eq!(last, Outcome::GivenUp);
    assert_eq!(world.directory.errands_given_up().await.unwrap()[0].why, "Det går inte.");
    assert_eq!(once(&Hopeless, &world, ONE, moment, day).await.unwrap(), Outcome::Already);
}
