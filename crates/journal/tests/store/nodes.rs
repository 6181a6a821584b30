//! Several nodes on one PostgreSQL: each handle has its own writer, pool and listener.

use std::time::Duration;

use journal::{Appended, Batch, Journal, Moved};
use tokio::time::timeout;

use crate::home::{Home, batch, written};

#[tokio::test(flavor = "multi_thread")]
async fn nodes_may_be_started_at_once() {
    let home = Home::postgres();
    let (one, two, three) = tokio::join!(home.open(), home.open(), home.open());
    written(&one, batch("s", 0, 1)).await;
    written(&two, batch("s", 1, 1)).await;
    written(&three, batch("s", 2, 1)).await;
    assert_eq!(one.verify().await.unwrap().events, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_hears_of_a_conflict_with_another() {
    let home = Home::postgres();
    let (one, two) = (home.open().await, home.open().await);
    written(&one, batch("s", 0, 1)).await;
    let head = written(&two, batch("s", 1, 1)).await;
    // The first node still remembers that the stream ends at 1.
    assert_eq!(one.append(batch("s", 1, 1)).await.unwrap(), Appended::Conflict { head });
    written(&one, batch("s", 2, 1)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_tried_again_on_another_node_is_recognised() {
    let home = Home::postgres();
    let (one, two) = (home.open().await, home.open().await);
    let sent = batch("s", 0, 2);
    written(&one, sent.clone()).await;
    let again = Appended::AlreadyWritten { first: 1, last: 2 };
    assert_eq!(two.append(sent.clone()).await.unwrap(), again);
    // Also when the node has followed and believes that it can write at once.
    written(&two, batch("s", 2, 1)).await;
    assert_eq!(two.append(Batch { expected: 3, ..sent }).await.unwrap(), again);
}

#[tokio::test(flavor = "multi_thread")]
async fn crowds_on_two_nodes_lose_nothing() {
    let home = Home::postgres();
    let nodes = [home.open().await, home.open().await];
    let mut writers = tokio::task::JoinSet::new();
    for n in 0..32 {
        let journal = nodes[n % 2].clone();
        writers.spawn(async move {
            for round in 0..4 {
                insist(&journal, batch(&format!("shared/{}", (n + round) % 5), 0, 2)).await;
            }
        });
    }
    writers.join_all().await;
    let report = nodes[0].verify().await.unwrap();
    assert_eq!((report.events, report.streams.len()), (256, 5));
}

async fn insist(journal: &Journal, mut batch: Batch) {
    loop {
        match journal.append(batch.clone()).await.unwrap() {
            Appended::Written(_) => return,
            Appended::Conflict { head } => batch.expected = head.seq,
            Appended::AlreadyWritten { .. } => panic!("written twice"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follower_hears_of_another_nodes_append_well_before_the_poll() {
    let home = Home::postgres();
    let (one, two) = (home.open().await, home.open().await);
    let mut moves = two.follow();
    written(&one, batch("en ström med mellanslag", 0, 2)).await;
    let heard = timeout(Duration::from_secs(2), moves.recv()).await.unwrap().unwrap();
    assert_eq!(heard, Moved { stream: "en ström med mellanslag".to_owned(), seq: 2 });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follower_catches_up_on_what_it_missed_while_cut_off() {
    let home = Home::postgres();
    let (one, two) = (home.open().await, home.open().await);
    let mut moves = two.follow();
    // Every listener is cut off, and in the same breath something is written that nobody can have heard of.
    home.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE query LIKE 'LISTEN%' AND datname = current_database();
         INSERT INTO heads (stream, seq, hash) VALUES ('missed', 5, '\\x00')",
    )
    .await;
    let heard = timeout(Duration::from_secs(4), moves.recv()).await.unwrap().unwrap();
    assert_eq!(heard, Moved { stream: "missed".to_owned(), seq: 5 });
    // And it listens again.
    written(&one, batch("s", 0, 1)).await;
    let heard = timeout(Duration::from_secs(2), moves.recv()).await.unwrap().unwrap();
    assert_eq!(heard, Moved { stream: "s".to_owned(), seq: 1 });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follower_notices_by_itself_what_no_hint_was_given_of() {
    let home = Home::postgres();
    let journal = home.open().await;
    let mut moves = journal.follow();
    home.sql("INSERT INTO heads (stream, seq, hash) VALUES ('silent', 3, '\\x00')").await;
    let heard = timeout(Duration::from_secs(8), moves.recv()).await.unwrap().unwrap();
    assert_eq!(heard, Moved { stream: "silent".to_owned(), seq: 3 });
}
