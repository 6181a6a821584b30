//! Whether it can be written, what is copied while it is, and what is not let in at all.

use std::time::{Duration, Instant};

use journal::{Journal, Place, Why};

use crate::home::{Home, batch, written};

on_both!(
    a_journal_that_can_be_written_says_so_and_changes_nothing,
    names_that_nothing_can_be_stored_under_have_no_events,
);

async fn a_journal_that_can_be_written_says_so_and_changes_nothing(home: Home) {
    let journal = home.open().await;
    written(&journal, batch("s", 0, 1)).await;
    journal.writable().await.unwrap();
    assert_eq!(journal.verify().await.unwrap().events, 1);
    let reader = Journal::open_to_read(&home.place).await.unwrap();
    assert!(reader.writable().await.is_err());
    journal.close().await.unwrap();
    home.open().await;
}

async fn names_that_nothing_can_be_stored_under_have_no_events(home: Home) {
    let journal = home.open().await;
    written(&journal, batch("s", 0, 1)).await;
    for name in ["", "s\0", "\u{1}", &"å".repeat(101)] {
        assert_eq!(journal.head(name).await.unwrap(), None);
        assert_eq!(journal.read(name, 0, 1).await.unwrap(), []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_taken_while_others_write_is_whole_and_holds_what_was_acknowledged() {
    let home = Home::sqlite();
    let journal = home.open().await;
    let mut writers = tokio::task::JoinSet::new();
    for n in 0..8 {
        let journal = journal.clone();
        writers.spawn(async move {
            for seq in 0..40 {
                written(&journal, batch(&format!("s/{n}"), seq, 1)).await;
            }
        });
    }
    for round in 0..5 {
        let acknowledged = journal.streams().await.unwrap();
        let copy = tempfile::tempdir().unwrap();
        journal.copy_to(copy.path()).await.unwrap();
        let copied = Journal::open_to_read(&Place::Folder(copy.path().to_owned())).await.unwrap();
        copied.verify().await.unwrap();
        for (stream, head) in acknowledged {
            let found = copied.head(&stream).await.unwrap().map_or(0, |head| head.seq);
            assert!(found >= head.seq, "{stream} in round {round}");
        }
        // It is a journal like any other: it can be written.
        copied.close().await.unwrap();
        let again = Journal::open(&Place::Folder(copy.path().to_owned())).await.unwrap();
        written(&again, batch("after", 0, 1)).await;
        again.verify().await.unwrap();
    }
    writers.join_all().await;
    assert_eq!(journal.verify().await.unwrap().events, 320);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_gone_answers_within_seconds() {
    let cluster = testkit::postgres::Cluster::start();
    let journal = Journal::open(&Place::Url(cluster.database())).await.unwrap();
    written(&journal, batch("s", 0, 1)).await;
    cluster.kill();
    // What was connected is told by the system, a moment later.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let begun = Instant::now();
    let (appended, head, writable) =
        tokio::join!(journal.append(batch("s", 1, 1)), journal.head("s"), journal.writable());
    for fault in [appended.unwrap_err(), head.unwrap_err(), writable.unwrap_err()] {
        assert_eq!(fault.why(), Why::Away, "{fault}");
        assert!(fault.to_string().starts_with("Databasen svarar inte."), "{fault}");
    }
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    cluster.restart();
    written(&journal, batch("s", 1, 1)).await;
    journal.writable().await.unwrap();
}
