//! What the chain proves by itself, and what only heads prove that were saved elsewhere.

use journal::{Appended, Broken, Difference, Journal, Saved, VerifyError};

use crate::home::{Home, batch, written};

on_both!(
    a_stream_that_is_gone_is_pointed_out_by_what_was_written_after_it,
    an_end_that_is_cut_off_is_pointed_out_by_what_was_written_after_it,
    a_stream_written_anew_is_contradicted_by_the_others,
    a_journal_cut_back_to_an_earlier_day_differs_from_its_saved_heads,
    a_journal_written_anew_differs_from_its_saved_heads,
    a_journal_that_has_grown_agrees_with_its_saved_heads,
    after_a_start_the_first_command_points_out_every_end,
);

/// Two streams, turn about: `a` has 1, 2 and 5, `b` has 1 and 2.
async fn two_streams(journal: &Journal) {
    written(journal, batch("a", 0, 1)).await;
    written(journal, batch("b", 0, 1)).await;
    written(journal, batch("a", 1, 3)).await;
    written(journal, batch("b", 1, 1)).await;
}

fn saved(text: &str) -> Saved {
    text.parse().unwrap()
}

async fn broken(journal: &Journal) -> Broken {
    match journal.verify().await {
        Err(VerifyError::Broken(broken)) => broken,
        other => panic!("{other:?}"),
    }
}

async fn a_stream_that_is_gone_is_pointed_out_by_what_was_written_after_it(home: Home) {
    let journal = home.open().await;
    two_streams(&journal).await;
    home.sql("DELETE FROM events WHERE stream = 'a'; DELETE FROM heads WHERE stream = 'a'").await;
    assert_eq!(
        broken(&journal).await.to_string(),
        "Kedjan bryts i strömmen a vid händelse 1: händelsen saknas, fast händelse 1 i b skrevs efter den."
    );
}

async fn an_end_that_is_cut_off_is_pointed_out_by_what_was_written_after_it(home: Home) {
    let journal = home.open().await;
    two_streams(&journal).await;
    home.sql(
        "DELETE FROM events WHERE stream = 'a' AND seq > 2; DELETE FROM heads WHERE stream = 'a';
         INSERT INTO heads SELECT stream, seq, hash FROM events WHERE stream = 'a' AND seq = 2",
    )
    .await;
    assert_eq!(
        broken(&journal).await.to_string(),
        "Kedjan bryts i strömmen a vid händelse 3: händelsen saknas, fast händelse 2 i b skrevs efter den."
    );
}

/// The rows of another journal with the same streams in the place of one stream's own: a chain that adds up.
async fn a_stream_written_anew_is_contradicted_by_the_others(home: Home) {
    let journal = home.open().await;
    two_streams(&journal).await;
    let elsewhere = home.another();
    let other = elsewhere.open().await;
    written(&other, batch("a", 0, 1)).await;
    written(&other, batch("a", 1, 3)).await;
    home.sql("DELETE FROM events WHERE stream = 'a'; DELETE FROM heads WHERE stream = 'a'").await;
    let mut anew = Vec::new();
    other.export(&mut anew).await.unwrap();
    journal.import(anew.as_slice()).await.unwrap();
    assert_eq!(
        broken(&journal).await.to_string(),
        "Kedjan bryts i strömmen a vid händelse 1: händelse 1 i b skrevs efter en annan händelse än den som står här."
    );
}

async fn a_journal_cut_back_to_an_earlier_day_differs_from_its_saved_heads(home: Home) {
    let journal = home.open().await;
    two_streams(&journal).await;
    let heads = journal.verify().await.unwrap().to_string();
    written(&journal, batch("c", 0, 2)).await;
    let later = journal.verify().await.unwrap().to_string();
    // The last commands of all streams, and their heads: nothing is left that knew of them.
    home.sql(
        "DELETE FROM events WHERE stream = 'c' OR (stream = 'b' AND seq = 2);
         DELETE FROM heads WHERE stream IN ('b', 'c');
         INSERT INTO heads SELECT stream, seq, hash FROM events WHERE stream = 'b' AND seq = 1",
    )
    .await;
    journal.verify().await.unwrap();
    let short = Difference::Shorter { stream: "b".to_owned(), ends: 1, saved: 2 };
    let (report, differences) = journal.verify_against(&saved(&heads)).await.unwrap();
    assert_eq!((report.events, differences), (5, vec![short.clone()]));
    let (_, differences) = journal.verify_against(&saved(&later)).await.unwrap();
    let gone = Difference::Gone { stream: "c".to_owned(), saved: 2 };
    assert_eq!(gone.to_string(), "Strömmen c saknas. Den slutade vid händelse 2.");
    assert_eq!(differences, [short, gone]);
}

async fn a_journal_written_anew_differs_from_its_saved_heads(home: Home) {
    let journal = home.open().await;
    two_streams(&journal).await;
    let heads = journal.verify().await.unwrap().to_string();
    let elsewhere = home.another();
    let forged = elsewhere.open().await;
    two_streams(&forged).await;
    forged.verify().await.unwrap();
    let (_, differences) = forged.verify_against(&saved(&heads)).await.unwrap();
    let other = |stream: &str, seq| Difference::Other { stream: stream.to_owned(), seq };
    assert_eq!(differences, [other("a", 4), other("b", 2)]);
}

async fn a_journal_that_has_grown_agrees_with_its_saved_heads(home: Home) {
    let journal = home.open().await;
    two_streams(&journal).await;
    let heads = journal.verify().await.unwrap().to_string();
    written(&journal, batch("a", 4, 1)).await;
    written(&journal, batch("c", 0, 1)).await;
    assert_eq!(journal.verify_against(&saved(&heads)).await.unwrap().1, []);
}

async fn after_a_start_the_first_command_points_out_every_end(home: Home) {
    let journal = home.open().await;
    two_streams(&journal).await;
    journal.close().await.unwrap();
    let journal = home.open().await;
    written(&journal, batch("c", 0, 1)).await;
    let seen = journal.read("c", 0, 1).await.unwrap().remove(0).seen;
    assert!(seen.contains(r#"["a",4,"#) && seen.contains(r#"["b",2,"#), "{seen}");
    home.sql("DELETE FROM events WHERE stream = 'b' AND seq = 2; DELETE FROM heads WHERE stream = 'b'").await;
    home.sql("INSERT INTO heads SELECT stream, seq, hash FROM events WHERE stream = 'b'").await;
    assert_eq!((broken(&journal).await.stream, broken(&journal).await.seq), ("b".to_owned(), 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn nodes_point_out_what_they_hear_of_each_other() {
    let home = Home::postgres();
    let (one, two) = (home.open().await, home.open().await);
    let mut moves = two.follow();
    written(&one, batch("a", 0, 2)).await;
    moves.recv().await.unwrap();
    assert!(matches!(two.append(batch("b", 0, 1)).await, Ok(Appended::Written(_))));
    let seen = two.read("b", 0, 1).await.unwrap().remove(0).seen;
    assert!(seen.starts_with(r#"[["a",2,""#), "{seen}");
    home.sql("DELETE FROM events WHERE stream = 'a'; DELETE FROM heads WHERE stream = 'a'").await;
    assert_eq!(broken(&one).await.stream, "a");
}
