//! `kill -9` in the middle of a thousand concurrent commands: nothing that was acknowledged is missing.
//!
//! The victim is this test program itself, started again to run [`victim`] alone. It acknowledges on its standard
//! output, one line per command, after the journal has answered.

#![cfg(test)]

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use journal::{Appended, Batch, Fault, Journal, NewEvent, Place};
use uuid::Uuid;

const ROUNDS: u32 = 50;
const COMMANDS: usize = 1000;
const STREAMS: usize = 40;
const MARK: &str = "SAMORDNA_JOURNAL_VICTIM";

/// Not a test when run by itself: it is what the tests below start and kill.
#[test]
#[expect(clippy::disallowed_methods, reason = "the only way to tell a test program apart from its own child")]
fn victim() {
    let Ok(place) = std::env::var(MARK) else { return };
    let place =
        if place.starts_with("postgres://") { Place::Url(place) } else { Place::Folder(place.into()) };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let journal = Journal::open(&place).await.unwrap();
        let mut commands = tokio::task::JoinSet::new();
        for n in 0..COMMANDS {
            let journal = journal.clone();
            commands.spawn(async move { command(&journal, &format!("stream/{}", n % STREAMS)).await });
        }
        commands.join_all().await;
    });
}

/// Appends until it is first, then says so; a command whose outcome is unknown says nothing.
async fn command(journal: &Journal, stream: &str) {
    let id = Uuid::new_v4();
    let Ok(head) = journal.head(stream).await else { return };
    let mut expected = head.map_or(0, |head| head.seq);
    loop {
        let event =
            NewEvent { id, kind: "noted".to_owned(), version: 1, body: format!("{{\"after\":{expected}}}") };
        let batch = Batch {
            stream: stream.to_owned(),
            expected,
            command_id: id,
            actor: "person/1".to_owned(),
            recorded_at: jiff::Timestamp::UNIX_EPOCH,
            events: vec![event],
        };
        let seq = match journal.append(batch).await {
            Ok(Appended::Written(head)) => head.seq,
            Ok(Appended::AlreadyWritten { last, .. }) => last,
            Ok(Appended::Conflict { head }) => {
                expected = head.seq;
                continue;
            }
            Err(_) => return,
        };
        // One write for the whole line: it is there or it is not.
        std::io::stdout().write_all(format!("ack {stream} {seq} {id}\n").as_bytes()).unwrap();
        return;
    }
}

fn start(place: &Place) -> Child {
    let mark = match place {
        Place::Folder(folder) => folder.display().to_string(),
        Place::Url(url) => url.clone(),
    };
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "victim", "--nocapture"])
        .env(MARK, mark)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// What the victim managed to acknowledge before it died.
fn acknowledged(mut victim: Child) -> Vec<(String, u64, Uuid)> {
    let mut text = String::new();
    victim.stdout.take().unwrap().read_to_string(&mut text).unwrap();
    victim.wait().unwrap();
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    whole.lines().filter_map(acknowledgement).collect()
}

fn acknowledgement(line: &str) -> Option<(String, u64, Uuid)> {
    let mut words = line.strip_prefix("ack ")?.split(' ');
    let stream = words.next()?.to_owned();
    Some((stream, words.next()?.parse().ok()?, words.next()?.parse().ok()?))
}

/// Different in each round and each run, and never longer than the victim needs.
fn a_moment(most: u64) -> Duration {
    let (high, low) = Uuid::new_v4().as_u64_pair();
    Duration::from_micros((high ^ low) % (most * 1000))
}

async fn check(place: &Place, kept: &mut BTreeSet<(String, u64, Uuid)>) {
    let journal = Journal::open(place).await.unwrap();
    journal.verify().await.unwrap();
    let mut stored = BTreeSet::new();
    for (stream, _) in journal.streams().await.unwrap() {
        let read = journal.replay(&stream, 0, |event| {
            stored.insert((event.stream.to_owned(), event.seq, event.command_id));
            Ok::<(), Fault>(())
        });
        read.await.unwrap();
    }
    let missing: Vec<_> = kept.difference(&stored).collect();
    assert!(missing.is_empty(), "acknowledged and lost: {missing:?}");
    let commands: BTreeSet<Uuid> = stored.iter().map(|(_, _, id)| *id).collect();
    assert_eq!(commands.len(), stored.len(), "a command was written twice");
    journal.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_by_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::Folder(folder.path().to_owned());
    let mut kept = BTreeSet::new();
    for _ in 0..ROUNDS {
        let mut victim = start(&place);
        std::thread::sleep(Duration::from_millis(15) + a_moment(120));
        victim.kill().unwrap();
        kept.extend(acknowledged(victim));
        check(&place, &mut kept).await;
    }
    assert!(kept.len() > 1000, "the victims hardly wrote: {}", kept.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_by_postgres() {
    let cluster = testkit::postgres::Cluster::start();
    let place = Place::Url(cluster.database());
    let mut kept = BTreeSet::new();
    for round in 0..ROUNDS {
        let mut victim = start(&place);
        std::thread::sleep(Duration::from_millis(40) + a_moment(160));
        if round % 10 == 9 {
            // The server dies under the victim, comes back, and only then does the victim die too.
            cluster.kill();
            cluster.restart();
            let patience = Instant::now();
            while victim.try_wait().unwrap().is_none() && patience.elapsed() < Duration::from_millis(400) {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        victim.kill().unwrap();
        kept.extend(acknowledged(victim));
        check(&place, &mut kept).await;
    }
    assert!(kept.len() > 1000, "the victims hardly wrote: {}", kept.len());
}
