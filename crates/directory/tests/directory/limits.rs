//! How often one may try to log in.

use directory::LoginRefused;

use crate::ground::{ASA, CLIENT, Ground, OTHER_PASSWORD, PASSWORD, at, light, morning, on_both_stores};

on_both_stores!(
    after_too_many_attempts_even_the_right_password_waits,
    who_waits_as_long_as_told_is_let_in,
    a_success_gives_the_attempts_back,
    one_client_cannot_try_many_addresses,
    one_address_is_counted_over_all_clients,
    a_refused_attempt_costs_no_hash,
    many_who_log_in_right_from_one_office_are_all_let_in,
    all_nodes_count_together,
    attempts_at_the_same_moment_are_all_counted,
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

async fn after_too_many_attempts_even_the_right_password_waits(ground: Ground) {
    ground.asa().await;
    wrong(&ground, ASA, CLIENT, light().pace_per_email.at_once).await;
    let refused = ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await;
    assert_eq!(wait(refused), 60);
    let refused = ground.directory.log_in("Asa@Exempel.SE", PASSWORD, CLIENT, at(59)).await.unwrap_err();
    assert_eq!(refused.to_string(), "Du har försökt för många gånger. Försök igen om 1 sekund.");
}

async fn who_waits_as_long_as_told_is_let_in(ground: Ground) {
    ground.asa().await;
    wrong(&ground, ASA, CLIENT, light().pace_per_email.at_once).await;
    let told = wait(ground.directory.log_in(ASA, PASSWORD, CLIENT, at(7)).await);
    assert_eq!(told, 53);
    ground.directory.log_in(ASA, PASSWORD, CLIENT, at(7 + told)).await.unwrap();
}

async fn a_success_gives_the_attempts_back(ground: Ground) {
    ground.asa().await;
    for _ in 0..3 {
        wrong(&ground, ASA, CLIENT, light().pace_per_email.at_once - 1).await;
        ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap();
    }
}

async fn one_client_cannot_try_many_addresses(ground: Ground) {
    ground.asa().await;
    for number in 0..light().pace_per_client.at_once {
        wrong(&ground, &format!("nummer{number}@exempel.se"), "2001:db8::1", 1).await;
    }
    let neighbour = ground.directory.log_in(ASA, PASSWORD, "2001:db8::2", morning()).await;
    assert_eq!(wait(neighbour), 10, "the same /64");
    ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap();
}

async fn one_address_is_counted_over_all_clients(ground: Ground) {
    ground.asa().await;
    for number in 0..light().pace_per_email.at_once {
        wrong(&ground, ASA, &format!("198.51.100.{number}"), 1).await;
    }
    assert_eq!(wait(ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await), 60);
}

async fn a_refused_attempt_costs_no_hash(ground: Ground) {
    ground.asa().await;
    wrong(&ground, ASA, CLIENT, light().pace_per_email.at_once).await;
    let before = ground.directory.passwords_compared();
    for _ in 0..5 {
        wait(ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await);
    }
    assert_eq!(ground.directory.passwords_compared(), before);
}

async fn many_who_log_in_right_from_one_office_are_all_let_in(ground: Ground) {
    ground.asa().await;
    for _ in 0..(2 * light().pace_per_client.at_once) {
        ground.directory.log_in(ASA, PASSWORD, CLIENT, morning()).await.unwrap();
    }
}

async fn all_nodes_count_together(ground: Ground) {
    ground.asa().await;
    wrong(&ground, ASA, CLIENT, light().pace_per_email.at_once).await;
    let other = ground.other_node().await;
    assert_eq!(wait(other.log_in(ASA, PASSWORD, CLIENT, morning()).await), 60);
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
    assert_eq!(tried, light().pace_per_email.at_once);
}
