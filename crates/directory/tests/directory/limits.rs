//! How often one may try to log in: pauses grow, nobody is locked, and nobody is locked out by others.

use directory::{Client, LoginRefused};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

use crate::ground::{ASA, CLIENT, Ground, OTHER_PASSWORD, PASSWORD, at, light, morning, on_both_stores};

on_both_stores!(
    after_too_many_attempts_even_the_right_password_waits,
    who_waits_as_long_as_told_is_let_in,
    pauses_grow_to_a_bound_and_a_rest_begins_anew,
    a_success_gives_the_attempts_back,
    a_stranger_who_guesses_does_not_lock_the_owner_out,
    one_device_behind_a_shared_address_does_not_lock_the_board_out,
    a_known_devices_own_failures_count,
    a_device_of_somebody_else_is_not_known,
    guessing_from_many_addresses_is_slowed_down,
    a_refused_attempt_costs_no_hash,
    many_who_log_in_right_from_one_office_are_all_let_in,
    who_came_a_moment_before_another_is_not_made_to_wait,
    all_nodes_count_together,
    attempts_at_the_same_moment_are_all_counted,
    whatever_is_tried_nobody_waits_longer_than_the_bound,
);

async fn wrong(ground: &Ground, email: &str, client: &str, times: u32) {
    for _ in 0..times {
        let refused = ground.directory.log_in(email, OTHER_PASSWORD, client, morning()).await;
        assert!(matches!(refused, Err(LoginRefused::Wrong)), "{refused:?}");
    }
}

fn wait(refused: Result<impl Sized, LoginRefused>) -> u64 {
    match refused {
        Err(LoginRefused::TooMany { wait_seconds }) => wait_seconds,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("let in"),
    }
}

/// Two log in at once from one office; the one whose request was taken last may have come first.
async fn who_came_a_moment_before_another_is_not_made_to_wait(ground: Ground) {
    ground.asa().await;
    ground.person("Bo Ek", "bo@exempel.se").await;
    for (email, when) in [(ASA, at(2)), ("bo@exempel.se", at(1)), (ASA, morning())] {
        let inside = ground.directory.log_in(email, PASSWORD, CLIENT, when).await;
        assert!(inside.is_ok(), "{email}: {inside:?}");
    }
    let wrong = ground.directory.log_in(ASA, OTHER_PASSWORD, CLIENT, at(2)).await;
    assert!(matches!(wrong, Err(LoginRefused::Wrong)));
    assert!(ground.directory.log_in("bo@exempel.se", PASSWORD, CLIENT, at(1)).await.is_ok());
}

/// A client at an address, with the device that logged in there before.
fn from<'a>(address: &'a str, device: Option<&'a str>) -> Client<'a> {
    Client { address, label: "Firefox, Linux", device }
}

async fn device_of(ground: &Ground, email: &str) -> String {
    let opened = ground.directory.log_in(email, PASSWORD, CLIENT, morning()).await.unwrap();
    opened.device.unwrap().as_str().to_owned()
}

async fn after_too_many_attempts_even_the_right_password_waits(ground: Ground) {
    ground.asa().await;
    wrong(&ground, ASA, CLIENT, light().pace_per_pair.free).await;
    assert_eq!(wait(ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await), 5);
    let refused = ground.directory.log_in("Asa@Exempel.SE", PASSWORD, CLIENT, at(4)).await.unwrap_err();
    assert_eq!(refused.to_string(), "Du har försökt för många gånger. Försök igen om 1 sekund.");
}

async fn who_waits_as_long_as_told_is_let_in(ground: Ground) {
    ground.asa().await;
    wrong(&ground, ASA, CLIENT, light().pace_per_pair.free).await;
    let told = wait(ground.directory.log_in(ASA, PASSWORD, CLIENT, at(2)).await);
    assert_eq!(told, 3);
    ground.directory.log_in(ASA, PASSWORD, CLIENT, at(2 + told)).await.unwrap();
}

async fn pauses_grow_to_a_bound_and_a_rest_begins_anew(ground: Ground) {
    ground.asa().await;
    wrong(&ground, ASA, CLIENT, light().pace_per_pair.free).await;
    let (mut now, mut pauses) = (0, Vec::new());
    for _ in 0..10 {
        let told = wait(ground.directory.log_in(ASA, OTHER_PASSWORD, CLIENT, at(now)).await);
        pauses.push(told);
        now += told;
        let refused = ground.directory.log_in(ASA, OTHER_PASSWORD, CLIENT, at(now)).await;
        assert!(matches!(refused, Err(LoginRefused::Wrong)));
    }
    assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
    let rested = at(now + light().pace_per_pair.rest.as_secs());
    for _ in 0..light().pace_per_pair.free {
        let refused = ground.directory.log_in(ASA, OTHER_PASSWORD, CLIENT, rested).await;
        assert!(matches!(refused, Err(LoginRefused::Wrong)));
    }
}

async fn a_success_gives_the_attempts_back(ground: Ground) {
    ground.asa().await;
    for _ in 0..3 {
        wrong(&ground, ASA, CLIENT, light().pace_per_pair.free - 1).await;
        ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap();
    }
}

async fn a_stranger_who_guesses_does_not_lock_the_owner_out(ground: Ground) {
    ground.asa().await;
    for round in 0..20 {
        let _ = ground.directory.log_in(ASA, OTHER_PASSWORD, "203.0.113.7", at(round)).await;
    }
    ground.directory.log_in(ASA, PASSWORD, CLIENT, at(20)).await.unwrap();
}

async fn one_device_behind_a_shared_address_does_not_lock_the_board_out(ground: Ground) {
    let board: Vec<String> = (0..6).map(|seat| format!("ledamot{seat}@exempel.se")).collect();
    let mut devices = Vec::new();
    for email in &board {
        ground.person("Ledamot", email).await;
        devices.push(device_of(&ground, email).await);
    }
    ground.person("Ny Ledamot", "ny@exempel.se").await;
    for round in 0..400 {
        let email = &board[round % board.len()];
        let _ = ground.directory.log_in(email, OTHER_PASSWORD, CLIENT, morning()).await;
        let _ =
            ground.directory.log_in(&format!("{round}@exempel.se"), OTHER_PASSWORD, CLIENT, morning()).await;
    }
    for (email, device) in board.iter().zip(&devices) {
        ground.directory.log_in(email, PASSWORD, from(CLIENT, Some(device)), morning()).await.unwrap();
    }
    let told = wait(ground.directory.log_in("ny@exempel.se", PASSWORD, CLIENT, morning()).await);
    assert!(told <= light().pace_per_client.longest.as_secs(), "{told}");
    ground.directory.log_in("ny@exempel.se", PASSWORD, CLIENT, at(told)).await.unwrap();
}

async fn a_known_devices_own_failures_count(ground: Ground) {
    ground.asa().await;
    let device = device_of(&ground, ASA).await;
    let client = from(CLIENT, Some(&device));
    for _ in 0..light().pace_when_known.free {
        let refused = ground.directory.log_in(ASA, OTHER_PASSWORD, client, morning()).await;
        assert!(matches!(refused, Err(LoginRefused::Wrong)));
    }
    assert_eq!(wait(ground.directory.log_in(ASA, PASSWORD, client, morning()).await), 5);
    ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap();
}

async fn a_device_of_somebody_else_is_not_known(ground: Ground) {
    ground.asa().await;
    ground.person("Bo Ek", "bo@exempel.se").await;
    let device = device_of(&ground, "bo@exempel.se").await;
    wrong(&ground, ASA, CLIENT, light().pace_per_pair.free).await;
    let forged = "A".repeat(43);
    for shown in [device.as_str(), forged.as_str(), "kaka"] {
        wait(ground.directory.log_in(ASA, PASSWORD, from(CLIENT, Some(shown)), morning()).await);
    }
    // Who shares a computer shares the cookie: from now on it is known to both.
    let both =
        ground.directory.log_in(ASA, PASSWORD, from("192.0.2.9", Some(&device)), morning()).await.unwrap();
    assert_eq!(both.device, None);
    ground.directory.log_in(ASA, PASSWORD, from(CLIENT, Some(&device)), morning()).await.unwrap();
}

async fn guessing_from_many_addresses_is_slowed_down(ground: Ground) {
    ground.asa().await;
    let free = light().pace_per_account.free;
    for number in 0..free {
        wrong(&ground, ASA, &format!("2001:db8:{number:x}::1"), 1).await;
    }
    let told = wait(ground.directory.log_in(ASA, PASSWORD, "2001:db8:ffff::1", morning()).await);
    assert!(told <= light().pace_per_account.longest.as_secs());
}

async fn a_refused_attempt_costs_no_hash(ground: Ground) {
    ground.asa().await;
    wrong(&ground, ASA, CLIENT, light().pace_per_pair.free).await;
    let before = ground.directory.passwords_compared();
    for _ in 0..5 {
        wait(ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await);
    }
    assert_eq!(ground.directory.passwords_compared(), before);
}

async fn many_who_log_in_right_from_one_office_are_all_let_in(ground: Ground) {
    ground.asa().await;
    for _ in 0..(light().pace_per_client.free + 20) {
        ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap();
    }
}

async fn all_nodes_count_together(ground: Ground) {
    ground.asa().await;
    wrong(&ground, ASA, CLIENT, light().pace_per_pair.free).await;
    let other = ground.other_node().await;
    assert_eq!(wait(other.log_in(ASA, PASSWORD, CLIENT, morning()).await), 5);
}

async fn attempts_at_the_same_moment_are_all_counted(ground: Ground) {
    ground.asa().await;
    let attempts: Vec<_> = (0..25)
        .map(|_| {
            let directory = ground.directory.clone();
            tokio::spawn(async move { directory.log_in(ASA, OTHER_PASSWORD, CLIENT, morning()).await })
        })
        .collect();
    let mut tried = 0;
    for attempt in attempts {
        match attempt.await.unwrap() {
            Err(LoginRefused::Wrong) => tried += 1,
            Err(LoginRefused::TooMany { .. }) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(tried, light().pace_per_pair.free);
}

/// Where from, at which account, how long after the one before (or before it: clocks are put right).
fn tries() -> impl Strategy<Value = Vec<(u8, bool, i64)>> {
    prop::collection::vec((0_u8..4, any::<bool>(), -900_000_i64..4000), 1..40)
}

async fn whatever_is_tried_nobody_waits_longer_than_the_bound(ground: Ground) {
    ground.asa().await;
    let longest = light().pace_per_pair.longest.as_secs();
    let mut runner = TestRunner::new(Config::default());
    let (mut now, mut last) = (at(2_000_000), 0);
    for _ in 0..12 {
        for (client, known, after) in tries().new_tree(&mut runner).unwrap().current() {
            now = now.checked_add(jiff::SignedDuration::from_secs(after)).unwrap();
            let email = if known { ASA } else { "ingen@exempel.se" };
            match ground
                .directory
                .log_in(email, OTHER_PASSWORD, format!("192.0.2.{client}").as_str(), now)
                .await
            {
                Err(LoginRefused::TooMany { wait_seconds }) => last = wait_seconds.max(last),
                Err(LoginRefused::Wrong) => {}
                other => panic!("{other:?}"),
            }
        }
        let told = match ground.directory.log_in(ASA, PASSWORD, "192.0.2.0", now).await {
            Err(LoginRefused::TooMany { wait_seconds }) => wait_seconds,
            other => other.map(|_| 0).unwrap(),
        };
        let then = now.checked_add(std::time::Duration::from_secs(told)).unwrap();
        ground.directory.log_in(ASA, PASSWORD, "192.0.2.0", then).await.unwrap();
    }
    assert!(last <= longest, "{last}");
}
