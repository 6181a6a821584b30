//! Who is reminded on *Min översikt* of minutes that are not attested.

use errands::{Minutes, Outcome, World, once};
use uuid::Uuid;

use crate::hall::written;
use town::Town;

const DAY: i64 = 24 * 60 * 60;

async fn a_day_begins(town: &Town) -> Outcome {
    let world = World { engine: town.engine.clone(), directory: town.directory.clone() };
    let now = town.now();
    let day = town.app.in_sweden(now).date();
    once(&Minutes, &world, Uuid::from_u128(1), now, day).await.unwrap()
}

#[tokio::test]
async fn from_the_fourteenth_day_those_who_have_not_attested_are_reminded_until_they_have() {
    let town = written().await;
    let reminded = async |name: &str| {
        let page = town.person(name).await.get("/oversikt").await;
        page.is(200).text.contains("Det skulle ha varit klart senast den 30\u{a0}november 2026")
    };
    // The meeting was the day before.
    town.wait(12 * DAY);
    assert_eq!(a_day_begins(&town).await, Outcome::Done);
    assert!(!reminded("birgitta").await, "the day has not come");
    town.wait(DAY);
    assert!(!reminded("birgitta").await, "nothing is said before the clock has been asked");
    assert_eq!(a_day_begins(&town).await, Outcome::Done);
    assert_eq!(a_day_begins(&town).await, Outcome::Already);
    assert!(reminded("birgitta").await);
    assert!(!reminded("maja").await, "the office has done its part");
}
