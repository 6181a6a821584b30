//! What an append promises.

use std::collections::BTreeSet;

use journal::{Appended, Batch, Fault, Hash, Head, Journal};
use uuid::Uuid;

use crate::home::{Home, batch, written};

on_both!(
    what_was_written_is_read_back,
    the_same_command_again_appends_nothing,
    whoever_comes_second_hears_where_the_stream_ends,
    an_empty_batch_changes_nothing,
    thirty_two_writers_lose_nothing,
    a_bad_batch_does_not_spoil_the_commit_it_shares,
    long_streams_come_in_pages_without_a_gap,
    a_closed_journal_is_found_again_as_it_was,
    what_cannot_be_stored_exactly_is_refused_at_the_door,
);

async fn what_was_written_is_read_back(home: Home) {
    let journal = home.open().await;
    let sent = batch("association/1", 0, 3);
    let head = written(&journal, sent.clone()).await;
    let read = journal.read("association/1", 0, 10).await.unwrap();
    assert_eq!(read.iter().map(|e| e.seq).collect::<Vec<_>>(), [1, 2, 3]);
    for (event, new) in read.iter().zip(&sent.events) {
        assert_eq!((&event.id, &event.kind, event.version, &event.body), (&new.id, &new.kind, 1, &new.body));
        assert_eq!((event.command_id, &event.actor), (sent.command_id, &sent.actor));
        assert_eq!(event.recorded_at, sent.recorded_at);
    }
    assert_eq!(read[0].prev_hash, Hash::ZERO);
    assert_eq!(read[2].prev_hash, read[1].hash);
    assert_eq!(head, Head { seq: 3, hash: read[2].hash });
    assert_eq!(journal.head("association/1").await.unwrap(), Some(head));
    assert_eq!(journal.head("association/2").await.unwrap(), None);
    assert_eq!(journal.streams().await.unwrap(), [("association/1".to_owned(), head)]);
    assert_eq!(journal.read("association/1", 1, 1).await.unwrap(), read[1..2]);
    assert_eq!(journal.read("association/1", 3, 10).await.unwrap(), []);
}

async fn the_same_command_again_appends_nothing(home: Home) {
    let journal = home.open().await;
    written(&journal, batch("s", 0, 1)).await;
    let sent = batch("s", 1, 2);
    let head = written(&journal, sent.clone()).await;
    let again = Appended::AlreadyWritten { first: 2, last: 3 };
    assert_eq!(journal.append(sent.clone()).await.unwrap(), again);
    // Whoever has seen the events meanwhile and tries again knows a later head.
    assert_eq!(journal.append(Batch { expected: 3, ..sent.clone() }).await.unwrap(), again);
    assert_eq!(journal.head("s").await.unwrap(), Some(head));
    // The same command may mean something in another stream too.
    written(&journal, Batch { stream: "t".to_owned(), expected: 0, ..sent.clone() }).await;
    journal.close().await.unwrap();
    assert_eq!(home.open().await.append(sent).await.unwrap(), again);
}

async fn whoever_comes_second_hears_where_the_stream_ends(home: Home) {
    let journal = home.open().await;
    let (one, two) = (batch("s", 0, 1), batch("s", 0, 2));
    let (one, two) = tokio::join!(journal.append(one), journal.append(two));
    let (first, second) = match (one.unwrap(), two.unwrap()) {
        (Appended::Written(head), other) | (other, Appended::Written(head)) => (head, other),
        neither => panic!("nobody was first: {neither:?}"),
    };
    assert_eq!(second, Appended::Conflict { head: first });
    let early = journal.append(batch("s", 99, 1)).await.unwrap();
    assert_eq!(early, Appended::Conflict { head: first });
    assert_eq!(journal.append(batch("t", 7, 1)).await.unwrap(), Appended::Conflict { head: Head::EMPTY });
}

async fn an_empty_batch_changes_nothing(home: Home) {
    let journal = home.open().await;
    assert_eq!(written(&journal, batch("s", 0, 0)).await, Head::EMPTY);
    assert_eq!(journal.streams().await.unwrap(), []);
    let head = written(&journal, batch("s", 0, 1)).await;
    assert_eq!(journal.append(batch("s", 0, 0)).await.unwrap(), Appended::Conflict { head });
}

async fn thirty_two_writers_lose_nothing(home: Home) {
    let journal = home.open().await;
    let mut writers = tokio::task::JoinSet::new();
    for n in 0..32 {
        let journal = journal.clone();
        writers.spawn(async move {
            let mut commands = BTreeSet::new();
            for count in 1..=4 {
                commands.insert(insist(&journal, batch("shared", 0, count)).await);
                commands.insert(insist(&journal, batch(&format!("own/{n}"), 0, count)).await);
            }
            commands
        });
    }
    let commands: BTreeSet<Uuid> = writers.join_all().await.into_iter().flatten().collect();
    let events = journal.read("shared", 0, 10_000).await.unwrap();
    assert_eq!(events.iter().map(|e| e.seq).collect::<Vec<_>>(), (1..=320).collect::<Vec<u64>>());
    let found: BTreeSet<Uuid> = events.iter().map(|e| e.command_id).collect();
    assert_eq!(found.len(), 128);
    assert!(found.is_subset(&commands));
    let report = journal.verify().await.unwrap();
    assert_eq!((report.events, report.streams.len()), (640, 33));
}

/// Decides again until it is first.
async fn insist(journal: &Journal, mut batch: Batch) -> Uuid {
    loop {
        match journal.append(batch.clone()).await.unwrap() {
            Appended::Written(_) => return batch.command_id,
            Appended::Conflict { head } => batch.expected = head.seq,
            Appended::AlreadyWritten { .. } => panic!("written twice"),
        }
    }
}

async fn a_bad_batch_does_not_spoil_the_commit_it_shares(home: Home) {
    let journal = home.open().await;
    let known = batch("known", 0, 1);
    written(&journal, known.clone()).await;
    // A stream whose head somebody has removed: its next event cannot be written.
    written(&journal, batch("damaged", 0, 2)).await;
    home.sql("DELETE FROM heads WHERE stream = 'damaged'").await;
    let journal = {
        journal.close().await.unwrap();
        home.open().await
    };
    let mut group = tokio::task::JoinSet::new();
    for n in 0..40 {
        let (journal, known) = (journal.clone(), known.clone());
        group.spawn(async move {
            match n % 4 {
                0 => matches!(
                    journal.append(batch(&format!("good/{n}"), 0, 2)).await,
                    Ok(Appended::Written(_))
                ),
                1 => matches!(journal.append(batch("known", 9, 1)).await, Ok(Appended::Conflict { .. })),
                2 => {
                    matches!(journal.append(known).await, Ok(Appended::AlreadyWritten { first: 1, last: 1 }))
                }
                _ => refuses_as_damaged(journal.append(batch("damaged", 0, 1)).await),
            }
        });
    }
    assert!(group.join_all().await.into_iter().all(|as_it_should| as_it_should));
    for n in (0..40).step_by(4) {
        assert_eq!(journal.read(&format!("good/{n}"), 0, 9).await.unwrap().len(), 2);
    }
}

fn refuses_as_damaged(outcome: Result<Appended, Fault>) -> bool {
    outcome.is_err_and(|fault| fault.to_string().contains("strömmen damaged vid händelse 1"))
}

async fn long_streams_come_in_pages_without_a_gap(home: Home) {
    let journal = home.open().await;
    for n in 0..5 {
        written(&journal, batch("long", n * 500, 500)).await;
        written(&journal, batch("other", n * 5, 5)).await;
    }
    assert_eq!(journal.read("long", 0, 1500).await.unwrap().len(), 1500);
    let mut seen = Vec::new();
    let last = journal.replay("long", 100, |event| {
        seen.push(event.seq);
        assert_eq!((event.stream, event.kind), ("long", "noted"));
        Ok::<(), Fault>(())
    });
    assert_eq!(last.await.unwrap(), 2500);
    assert_eq!(seen, (101..=2500).collect::<Vec<u64>>());
    let stopped = journal.replay("long", 0, |event| match event.seq {
        7 => Err(Stopped::Here),
        _ => Ok(()),
    });
    assert!(matches!(stopped.await, Err(Stopped::Here)));
    assert_eq!(journal.replay("long", 2500, |_| Err(Stopped::Here)).await.ok(), Some(2500));
}

enum Stopped {
    Here,
    Fault,
}

impl From<Fault> for Stopped {
    fn from(_: Fault) -> Self {
        Self::Fault
    }
}

async fn a_closed_journal_is_found_again_as_it_was(home: Home) {
    let journal = home.open().await;
    let head = written(&journal, batch("s", 0, 3)).await;
    journal.close().await.unwrap();
    assert!(journal.append(batch("s", 3, 1)).await.is_err());
    let journal = home.open().await;
    assert_eq!(journal.head("s").await.unwrap(), Some(head));
    written(&journal, batch("s", 3, 1)).await;
    assert_eq!(journal.verify().await.unwrap().events, 4);
}

async fn what_cannot_be_stored_exactly_is_refused_at_the_door(home: Home) {
    let journal = home.open().await;
    let with_body = |body: &str| {
        let mut batch = batch("s", 0, 1);
        batch.events[0].body = body.to_owned();
        batch
    };
    for body in ["", "{", "{}{}", " {}", "{}\n", "{\n}", "{\"a\":\"\u{1}\"}"] {
        assert!(journal.append(with_body(body)).await.is_err(), "{body:?} was let in");
    }
    for name in ["", "a\nb", "a\0", &"å".repeat(101)] {
        assert!(journal.append(batch(name, 0, 1)).await.is_err(), "{name:?} was let in");
        assert!(journal.append(Batch { actor: name.to_owned(), ..batch("s", 0, 1) }).await.is_err());
    }
    assert_eq!(journal.streams().await.unwrap(), []);
    for (seq, body) in (0..).zip(["null", "[1, 2]", r#"{"a": "\u0000 é\n"}"#, "1e999"]) {
        written(&journal, Batch { expected: seq, ..with_body(body) }).await;
        assert_eq!(journal.read("s", seq, 1).await.unwrap()[0].body, body);
    }
}
