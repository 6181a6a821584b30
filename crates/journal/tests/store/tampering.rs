//! Whatever somebody changes behind the journal's back, `verify` names the place.

use journal::{Broken, Journal, VerifyError};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::home::{Home, batch, written};

/// One way to cheat, and where it must be found.
#[derive(Debug, Clone, Copy)]
enum Tamper {
    Delete,
    Set(Column),
    Swap,
    RenumberLast,
    MoveToAnotherStream,
    AddAfterTheEnd,
    CutOffTheEnd,
    CutOffTheEndAndItsHead,
    RemoveTheStream,
    Head(HeadLie),
}

#[derive(Debug, Clone, Copy)]
enum Column {
    Id,
    RecordedAt,
    Actor,
    CommandId,
    Position,
    Kind,
    Version,
    Body,
    PrevHash,
    Hash,
    Seen,
}

#[derive(Debug, Clone, Copy)]
enum HeadLie {
    Removed,
    Further,
    Nearer,
    OtherHash,
    Invented,
}

/// Streams of these many commands with these many events, and a place in one of them.
#[derive(Debug, Clone)]
struct Case {
    streams: Vec<Vec<usize>>,
    which: prop::sample::Index,
    event: prop::sample::Index,
    tamper: Tamper,
}

fn cases() -> impl Strategy<Value = Case> {
    use Column::{Actor, Body, CommandId, Hash, Id, Kind, Position, PrevHash, RecordedAt, Seen, Version};
    let tamper = prop_oneof![
        3 => Just(Tamper::Delete),
        6 => prop::sample::select(vec![
            Id, RecordedAt, Actor, CommandId, Position, Kind, Version, Body, PrevHash, Hash, Seen
        ]).prop_map(Tamper::Set),
        1 => Just(Tamper::Swap),
        1 => Just(Tamper::RenumberLast),
        1 => Just(Tamper::MoveToAnotherStream),
        1 => Just(Tamper::AddAfterTheEnd),
        1 => Just(Tamper::CutOffTheEnd),
        3 => Just(Tamper::CutOffTheEndAndItsHead),
        2 => Just(Tamper::RemoveTheStream),
        4 => prop::sample::select(vec![
            HeadLie::Removed, HeadLie::Further, HeadLie::Nearer, HeadLie::OtherHash, HeadLie::Invented
        ]).prop_map(Tamper::Head),
    ];
    let streams = prop::collection::vec(prop::collection::vec(1_usize..4, 1..4), 1..4);
    (streams, any::<prop::sample::Index>(), any::<prop::sample::Index>(), tamper)
        .prop_map(|(streams, which, event, tamper)| Case { streams, which, event, tamper })
}

/// The SQL that cheats, and every place that may be named for it: the first that is found.
fn cheat(case: &Case) -> (String, Vec<(String, u64)>) {
    let which = case.which.index(case.streams.len());
    let count = case.streams[which].iter().sum();
    let (length, seq) = (count as u64, case.event.index(count) as u64 + 1);
    let stream = format!("stream/{which}");
    let row = format!("WHERE stream = '{stream}' AND seq = {seq}");
    let last = format!("WHERE stream = '{stream}' AND seq = {length}");
    let head = format!("WHERE stream = '{stream}'");
    let here = |seq| vec![(stream.clone(), seq)];
    match case.tamper {
        Tamper::Delete => (format!("DELETE FROM events {row}"), here(seq)),
        Tamper::Set(column) => (format!("UPDATE events SET {} {row}", assignment(column)), here(seq)),
        Tamper::Swap => {
            let (one, other) = (seq.min(seq % length + 1), seq.max(seq % length + 1));
            let move_to = |from, to| format!("UPDATE events SET seq = {to} {head} AND seq = {from};");
            let sql = [move_to(one, 1000), move_to(other, one), move_to(1000, other)].concat();
            // With nothing to swap with, leaving it at 1000 must do.
            if one == other { (move_to(one, 1000), here(one)) } else { (sql, here(one)) }
        }
        Tamper::RenumberLast => (format!("UPDATE events SET seq = seq + 1 {last}"), here(length)),
        Tamper::MoveToAnotherStream => (
            format!("UPDATE events SET stream = 'another' {row}"),
            vec![(stream.clone(), seq), ("another".to_owned(), 1)],
        ),
        Tamper::AddAfterTheEnd => {
            let sql = format!(
                "INSERT INTO events (stream, seq, id, recorded_at, actor, command_id, position, kind, version, body,
                 prev_hash, hash) SELECT stream, seq + 1, id, recorded_at, actor, prev_hash, position, kind, version,
                 body, hash, hash FROM events {last}"
            );
            (sql, here(length + 1))
        }
        Tamper::CutOffTheEnd => (format!("DELETE FROM events {head} AND seq >= {seq}"), here(seq)),
        Tamper::CutOffTheEndAndItsHead => (cut_with_head(&stream, seq - 1), here(seq)),
        Tamper::RemoveTheStream => (cut_with_head(&stream, 0), here(1)),
        Tamper::Head(HeadLie::Removed) => (format!("DELETE FROM heads {head}"), here(length)),
        Tamper::Head(HeadLie::Further) => {
            (format!("UPDATE heads SET seq = seq + 1 {head}"), here(length + 1))
        }
        Tamper::Head(HeadLie::Nearer) => (format!("UPDATE heads SET seq = seq - 1 {head}"), here(length)),
        Tamper::Head(HeadLie::OtherHash) => {
            let sql = format!("UPDATE heads SET hash = (SELECT prev_hash FROM events {last}) {head}");
            (sql, here(length))
        }
        Tamper::Head(HeadLie::Invented) => {
            let sql = format!("INSERT INTO heads SELECT 'another', seq, hash FROM heads {head}");
            (sql, vec![("another".to_owned(), 1)])
        }
    }
}

fn assignment(column: Column) -> &'static str {
    match column {
        Column::Id => "id = command_id",
        Column::RecordedAt => "recorded_at = recorded_at + 1",
        Column::Actor => "actor = actor || '0'",
        Column::CommandId => "command_id = id",
        Column::Position => "position = position + 10",
        Column::Kind => "kind = 'x' || kind",
        Column::Version => "version = version + 1",
        Column::Body => "body = body || ' '",
        Column::PrevHash => "prev_hash = hash",
        Column::Hash => "hash = id",
        Column::Seen => "seen = seen || ' '",
    }
}

/// Cuts a stream after so many events, and makes its head agree.
fn cut_with_head(stream: &str, left: u64) -> String {
    format!(
        "DELETE FROM events WHERE stream = '{stream}' AND seq > {left};
         DELETE FROM heads WHERE stream = '{stream}';
         INSERT INTO heads SELECT stream, seq, hash FROM events WHERE stream = '{stream}' AND seq = {left};"
    )
}

/// Writes a command to each stream in turn, and last something to another, as there is in a journal that is in use.
async fn fill(journal: &Journal, streams: &[Vec<usize>]) {
    let mut ends = vec![0; streams.len()];
    for round in 0..streams.iter().map(Vec::len).max().unwrap_or(0) {
        for (which, commands) in streams.iter().enumerate() {
            if let Some(count) = commands.get(round) {
                let sent = batch(&format!("stream/{which}"), ends[which], *count);
                ends[which] = written(journal, sent).await.seq;
            }
        }
    }
    written(journal, batch("last", 0, 1)).await;
}

/// Fills, cheats, and asks `verify`.
async fn caught(home: &Home, case: &Case) -> Result<(), TestCaseError> {
    let journal = home.open().await;
    fill(&journal, &case.streams).await;
    let whole = journal.verify().await;
    prop_assert!(whole.is_ok(), "{whole:?}");
    let (sql, places) = cheat(case);
    home.sql(&sql).await;
    let verdict = journal.verify().await;
    home.sql("DELETE FROM events; DELETE FROM heads").await;
    journal.close().await.unwrap();
    match verdict {
        Err(VerifyError::Broken(Broken { stream, seq, why })) => {
            prop_assert!(
                places.contains(&(stream.clone(), seq)),
                "{sql}: {stream} {seq} {why}, not {places:?}"
            );
            Ok(())
        }
        other => Err(TestCaseError::fail(format!("{sql}: {other:?}"))),
    }
}

fn every_cheat_is_caught(home: &Home, cases_to_try: u32) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let config = Config { cases: cases_to_try, failure_persistence: None, ..Config::default() };
    TestRunner::new(config).run(&cases(), |case| runtime.block_on(caught(home, &case))).unwrap();
}

#[test]
fn every_cheat_is_caught_on_sqlite() {
    every_cheat_is_caught(&Home::sqlite(), 192);
}

#[test]
fn every_cheat_is_caught_on_postgres() {
    every_cheat_is_caught(&Home::postgres(), 128);
}

on_both!(values_of_the_wrong_shape_are_found_where_they_are);

async fn values_of_the_wrong_shape_are_found_where_they_are(home: Home) {
    let journal = home.open().await;
    written(&journal, batch("s", 0, 3)).await;
    home.sql("UPDATE events SET version = -1 WHERE seq = 2").await;
    let Err(VerifyError::Broken(broken)) = journal.verify().await else { panic!("not found") };
    assert_eq!(
        broken.to_string(),
        "Kedjan bryts i strömmen s vid händelse 2: kolumnen version har ett otillåtet värde."
    );
    let fault = journal.read("s", 0, 10).await.unwrap_err().to_string();
    assert!(fault.starts_with("Journalen är skadad. Kedjan bryts i strömmen s vid händelse 2"), "{fault}");
    assert!(journal.export(std::io::sink()).await.is_err());
    assert_eq!(journal.read("s", 0, 1).await.unwrap().len(), 1);
}
