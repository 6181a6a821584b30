//! `kill -9` in the middle of a thousand concurrent commands: nothing that was acknowledged is missing.
//!
//! The victim is this test program itself, started again to run [`victim`] alone. It acknowledges on its standard
//! output, one line per command, after the journal has answered.

#![cfg(test)]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};

use journal::{Appended, Batch, Fault, Journal, NewEvent, Place};
use uuid::Uuid;

/// Ten rounds on each journal, and five journals for each store unless [`MANY`] says another number.
const JOURNALS: usize = 5;
const ROUNDS: usize = 10;
const COMMANDS: usize = 1000;
const STREAMS: usize = 125;
const MARK: &str = "SAMORDNA_JOURNAL_VICTIM";
const MANY: &str = "SAMORDNA_TEST_JOURNALS";

/// How many journals each test goes through: a long run has many, an ordinary one few.
#[expect(clippy::disallowed_methods, reason = "how long a test runs is for whoever runs it to say")]
fn journals() -> usize {
    std::env::var(MANY).map_or(JOURNALS, |many| many.parse().expect("a number of journals"))
}

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

fn start(place: &Place) -> Victim {
    let mark = match place {
        Place::Folder(folder) => folder.display().to_string(),
        Place::Url(url) => url.clone(),
    };
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "victim", "--nocapture"])
        .env(MARK, mark)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    Victim { child, lines, acknowledged: Vec::new() }
}

/// A victim at work, and what it has acknowledged so far.
struct Victim {
    child: Child,
    lines: BufReader<ChildStdout>,
    acknowledged: Vec<(String, u64, Uuid)>,
}

impl Victim {
    /// Lets it work until it has acknowledged so many commands, or has nothing more to say.
    fn work(&mut self, until: usize) {
        let mut line = String::new();
        while self.acknowledged.len() < until && self.lines.read_line(&mut line).unwrap() > 0 {
            // A line that was cut off by the kill is nobody's acknowledgement.
            self.acknowledged.extend(line.strip_suffix('\n').and_then(acknowledgement));
            line.clear();
        }
    }

    /// Kills it; what it managed to say still counts.
    fn kill(mut self) -> Vec<(String, u64, Uuid)> {
        self.child.kill().unwrap();
        self.work(usize::MAX);
        self.child.wait().unwrap();
        self.acknowledged
    }
}

fn acknowledgement(line: &str) -> Option<(String, u64, Uuid)> {
    let mut words = line.strip_prefix("ack ")?.split(' ');
    let stream = words.next()?.to_owned();
    Some((stream, words.next()?.parse().ok()?, words.next()?.parse().ok()?))
}

/// Different in each round and each run: after how many acknowledgements the victim dies.
fn somewhere() -> usize {
    usize::from(Uuid::new_v4().as_bytes()[0])
}

/// The rounds must have hit the victims at work, or they prove nothing.
fn were_cut_short(counts: &[usize]) {
    let cut_short = counts.iter().filter(|&&count| count < COMMANDS).count();
    assert!(cut_short * 2 > counts.len(), "most victims were done before they died: {counts:?}");
}

async fn check(place: &Place, kept: &BTreeSet<(String, u64, Uuid)>) {
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
    let mut counts = Vec::new();
    for _ in 0..journals() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_owned());
        let mut kept = BTreeSet::new();
        for _ in 0..ROUNDS {
            let mut victim = start(&place);
            victim.work(somewhere());
            let acknowledged = victim.kill();
            counts.push(acknowledged.len());
            kept.extend(acknowledged);
            check(&place, &kept).await;
        }
    }
    were_cut_short(&counts);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_by_postgres() {
    let cluster = testkit::postgres::Cluster::start();
    let mut counts = Vec::new();
    for _ in 0..journals() {
        let place = Place::Url(cluster.database());
        let mut kept = BTreeSet::new();
        for round in 1..=ROUNDS {
            let mut victim = start(&place);
            victim.work(somewhere());
            if round == ROUNDS {
                // The server dies under the victim and comes back, and some time later the victim dies too.
                cluster.kill();
                cluster.restart();
                victim.work(victim.acknowledged.len() + 50);
            }
            let acknowledged = victim.kill();
            counts.push(acknowledged.len());
            kept.extend(acknowledged);
            check(&place, &kept).await;
        }
    }
    were_cut_short(&counts);
}
