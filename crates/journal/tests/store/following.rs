//! Hearing that a stream has moved, on the node that moved it.

use journal::Moved;

use crate::home::{Home, batch, written};

on_both!(an_append_is_told_once, what_was_not_written_is_not_told);

async fn an_append_is_told_once(home: Home) {
    let journal = home.open().await;
    let mut moves = journal.follow();
    written(&journal, batch("s", 0, 2)).await;
    written(&journal, batch("t", 0, 1)).await;
    written(&journal, batch("s", 2, 1)).await;
    for (stream, seq) in [("s", 2), ("t", 1), ("s", 3)] {
        assert_eq!(moves.recv().await.unwrap(), Moved { stream: stream.to_owned(), seq });
    }
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(moves.is_empty());
}

async fn what_was_not_written_is_not_told(home: Home) {
    let journal = home.open().await;
    let sent = batch("s", 0, 1);
    written(&journal, sent.clone()).await;
    let mut moves = journal.follow();
    journal.append(sent).await.unwrap();
    journal.append(batch("s", 0, 1)).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert!(moves.try_recv().is_err());
}
