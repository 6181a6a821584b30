//! Errands: one node at a time, each day once, growing pauses, and an entry when one is given up.

use std::time::Duration;

use directory::{Failed, Reminder};
use jiff::Timestamp;
use jiff::civil::date;
use uuid::Uuid;

use crate::ground::{Ground, morning, on_both_stores};

on_both_stores!(
    one_node_has_the_turn_until_it_is_gone,
    who_was_gone_too_long_writes_nothing,
    a_node_whose_clock_was_wrong_holds_nobody,
    pauses_grow_until_it_is_given_up_and_written_down,
    a_reminder_is_kept_once_and_forgotten_with_the_person,
);

const NAME: &str = "prov";
const DAY: i64 = 20_000;
const ONE: Uuid = Uuid::from_u128(1);
const OTHER: Uuid = Uuid::from_u128(2);

fn later(minutes: u64) -> Timestamp {
    morning() + Duration::from_secs(60 * minutes)
}

async fn one_node_has_the_turn_until_it_is_gone(ground: Ground) {
    let other = ground.other_node().await;
    let turn = ground.directory.take_errand(NAME, ONE, morning()).await.unwrap().unwrap();
    assert_eq!(turn.done, 0);
    assert_eq!(other.take_errand(NAME, OTHER, morning()).await.unwrap(), None);
    let again = ground.directory.take_errand(NAME, ONE, morning()).await.unwrap().unwrap();
    assert!(ground.directory.errand_done(&again, DAY, &[], morning()).await.unwrap());
    assert!(other.take_errand("annat", OTHER, morning()).await.unwrap().is_some(), "another errand is free");
    let taken = other.take_errand(NAME, OTHER, later(2)).await.unwrap().unwrap();
    assert_eq!(taken.done, DAY, "what the first one did is done");
}

async fn who_was_gone_too_long_writes_nothing(ground: Ground) {
    let asa = ground.asa().await;
    let other = ground.other_node().await;
    let slow = ground.directory.take_errand(NAME, ONE, morning()).await.unwrap().unwrap();
    let quick = other.take_errand(NAME, OTHER, later(2)).await.unwrap().unwrap();
    let reminder = about(asa);
    assert!(
        !ground.directory.errand_done(&slow, DAY, std::slice::from_ref(&reminder), later(3)).await.unwrap()
    );
    assert_eq!(ground.directory.reminders(asa).await.unwrap(), []);
    assert_eq!(ground.directory.errand_failed(&slow, DAY, "sen", later(3)).await.unwrap(), Failed::NotOurs);
    assert!(other.errand_done(&quick, DAY, std::slice::from_ref(&reminder), later(3)).await.unwrap());
    assert_eq!(ground.directory.reminders(asa).await.unwrap(), [reminder]);
}

async fn a_node_whose_clock_was_wrong_holds_nobody(ground: Ground) {
    let other = ground.other_node().await;
    let ahead = later(60 * 24 * 400);
    let turn = ground.directory.take_errand(NAME, ONE, ahead).await.unwrap().unwrap();
    ground.directory.errand_failed(&turn, DAY, "fel", ahead).await.unwrap();
    assert!(other.take_errand(NAME, OTHER, morning()).await.unwrap().is_some());
}

async fn pauses_grow_until_it_is_given_up_and_written_down(ground: Ground) {
    let (mut now, mut pauses) = (morning(), Vec::new());
    loop {
        let turn = ground.directory.take_errand(NAME, ONE, now).await.unwrap().expect("the pause is over");
        match ground.directory.errand_failed(&turn, DAY, "Servern svarar inte.", now).await.unwrap() {
            Failed::AgainAt(next) => {
                let early = next - Duration::from_secs(1);
                assert_eq!(ground.directory.take_errand(NAME, ONE, early).await.unwrap(), None);
                pauses.push(next.duration_since(now).as_mins());
                now = next;
            }
            Failed::GivenUp => break,
            Failed::NotOurs => panic!("nobody else is here"),
        }
    }
    assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 64]);
    let given_up = ground.directory.errands_given_up().await.unwrap();
    let told: Vec<_> = given_up.iter().map(|g| (g.name.as_str(), g.day, g.at, g.why.as_str())).collect();
    assert_eq!(told, [(NAME, DAY, now, "Servern svarar inte.")]);
    let next = ground.directory.take_errand(NAME, ONE, now).await.unwrap().unwrap();
    assert_eq!(next.done, DAY, "the next day is tried anew");
}

fn about(person: directory::PersonId) -> Reminder {
    Reminder {
        person,
        place: "provet".to_owned(),
        about: "{\"meeting\":1}".to_owned(),
        what: "attest_minutes".to_owned(),
        by: date(2026, 4, 28),
    }
}

async fn a_reminder_is_kept_once_and_forgotten_with_the_person(ground: Ground) {
    let asa = ground.asa().await;
    for day in [DAY, DAY + 1] {
        let turn = ground.directory.take_errand(NAME, ONE, morning()).await.unwrap().unwrap();
        assert!(ground.directory.errand_done(&turn, day, &[about(asa)], morning()).await.unwrap());
    }
    assert_eq!(ground.directory.reminders(asa).await.unwrap(), [about(asa)]);
    ground.directory.erase_contact_details(asa, &crate::ground::OPERATOR, morning()).await.unwrap();
    assert_eq!(ground.directory.reminders(asa).await.unwrap(), []);
}
