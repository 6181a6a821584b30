//! Secret votes: two runs that differ only in who voted how cannot be told apart, and no ballot is lost when a server dies.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{Arc, Mutex};

use serde_json::json;
use town::killed::Victim;
use town::{Browser, SLUG, Town};

use crate::hall::{at, done, id, open, under};

/// The election, which was added at the meeting.
const ITEM: u32 = 9;
const VOTERS: [&str; 4] = ["birgitta", "sven", "petra", "wilma"];

fn slips() -> String {
    format!("/api/v1/f/{SLUG}/meetings/1/items/{ITEM}/slips")
}

/// A board that votes in secret on whom to elect, 1 or 2.
async fn election() -> Town {
    let town = open().await;
    let mut maja = town.person("maja").await;
    done(&mut maja, &at("tillagg"), &[("title", "Val av ombud"), ("kind", "election")]).await;
    done(&mut maja, &under(ITEM, "behandling"), &[]).await;
    for (by, text) in [("petra", "Hedvig Alfa"), ("wilma", "Ture Beta")] {
        done(&mut maja, &under(ITEM, "yrkanden"), &[("by", &id(by)), ("text", text)]).await;
    }
    let secret = [("between", "1"), ("between", "2"), ("matter", "election"), ("secret", "ja")];
    done(&mut maja, &under(ITEM, "omrostning"), &secret).await.says("Sluten omröstning");
    town
}

/// Lines of a log, kept instead of written.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(line)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Everything that anybody can see of a vote.
#[derive(Debug, PartialEq)]
struct Seen {
    answers: Vec<String>,
    journal: Vec<String>,
    log: String,
}

/// Without ids that are drawn by chance, and without how long things took; people have ids of their own here, and keep them.
fn told(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word: &str = rest.get(..36).unwrap_or("");
        if uuid::Uuid::try_parse(word).is_ok_and(|id| id.get_version_num() != 0) {
            out.push_str("ID");
            rest = &rest[36..];
            continue;
        }
        if let Some(after) = ["duration_ms=", "duration="].iter().find_map(|took| rest.strip_prefix(took)) {
            rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
            continue;
        }
        out.push(first);
        rest = &rest[first.len_utf8()..];
    }
    out
}

async fn held(choices: [&str; 4]) -> Seen {
    // Somebody listens on every thread: with one listener alone, whether a line is wanted would be asked of whichever
    // thread comes to it first, and be remembered for all.
    let _ = tracing::subscriber::set_global_default(tracing_subscriber::registry());
    let town = election().await;
    let log = Kept::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .without_time()
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let mut answers = Vec::new();
    let (mut maja, mut petra) = (town.person("maja").await, town.person("petra").await);
    for (name, choice) in VOTERS.into_iter().zip(choices) {
        let mut voter = town.person(name).await;
        let page = done(&mut voter, &under(ITEM, "min-rost"), &[("choice", choice)]).await;
        answers.push(page.text);
        for (reader, path) in [(&mut maja, under(ITEM, "behandling")), (&mut petra, at(""))] {
            answers.push(reader.get(path.trim_end_matches('/')).await.is(200).text.clone());
        }
    }
    answers.push(done(&mut maja, &under(ITEM, "rostrakning"), &[]).await.text);
    for path in [under(ITEM, "behandling"), at("protokoll")] {
        answers.push(petra.get(&path).await.is(200).text.clone());
    }
    drop(guard);
    let mut journal = Vec::new();
    let stream = format!("association/{SLUG}");
    let read = town.engine.journal().replay(&stream, 0, |event| {
        journal.push(format!("{} {} {} {}", event.seq, event.actor, event.kind, told(event.body)));
        Ok::<(), journal::Fault>(())
    });
    read.await.unwrap();
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("request answered"), "the log was kept: {log}");
    Seen { answers: answers.iter().map(|page| told(page)).collect(), journal, log: told(&log) }
}

#[tokio::test]
async fn two_runs_that_differ_in_who_voted_how_look_the_same() {
    let one = held(["1", "1", "2", "1"]).await;
    for other in [["2", "1", "1", "1"], ["1", "1", "1", "2"]] {
        let other = held(other).await;
        assert_eq!(one.journal, other.journal);
        assert_eq!(one.answers, other.answers);
        assert_eq!(one.log, other.log);
    }
    assert!(one.journal.iter().any(|row| row.contains("SlipsCounted") || row.contains("slips_counted")));
    assert!(!one.journal.iter().any(|row| row.contains("BallotCast") || row.contains("ballot_cast")));
    let different = held(["2", "2", "1", "2"]).await;
    assert_ne!(one.journal, different.journal, "the search sees a difference where there is one");
}

#[tokio::test]
async fn a_program_puts_ones_own_slip_and_nobody_elses() {
    let town = election().await;
    let (mut petra, _) = town.program("petra").await;
    let (mut maja, _) = town.program("maja").await;
    let put = async |program: &mut Browser<'_>, body: serde_json::Value, status: u16| {
        let answer = program.send("POST", &slips(), Some("application/json"), body.to_string().into()).await;
        answer.is(status).text.clone()
    };
    put(&mut petra, json!({ "choice": 1 }), 204).await;
    put(&mut petra, json!({ "choice": null }), 204).await;
    assert!(put(&mut petra, json!({ "choise": 1 }), 400).await.contains("choise"));
    assert!(put(&mut petra, json!({}), 400).await.contains("choice"));
    put(&mut petra, json!({ "choice": 1, "by": id("wilma") }), 400).await;
    assert!(put(&mut petra, json!({ "choice": 7 }), 422).await.contains("Välj ett av förslagen"));
    put(&mut maja, json!({ "choice": 1 }), 403).await;
    for program in [&mut petra, &mut maja] {
        let command =
            json!({ "command": "cast_ballot", "meeting": 1, "item": ITEM, "by": id("petra"), "choice": 2 });
        let body = json!({ "command_id": uuid::Uuid::from_u128(7), "command": command }).to_string();
        let path = format!("/api/v1/f/{SLUG}/commands");
        program.send("POST", &path, Some("application/json"), body.into()).await.is(409).says("sluten");
    }
    let ordinary =
        json!({ "command": "open_vote", "meeting": 1, "item": 8, "matter": "ordinary", "secret": true });
    let body = json!({ "command_id": uuid::Uuid::from_u128(8), "command": ordinary }).to_string();
    let path = format!("/api/v1/f/{SLUG}/commands");
    let refused = maja.send("POST", &path, Some("application/json"), body.into()).await;
    assert_eq!(refused.status.as_u16(), 409, "{}", refused.text);
}

#[tokio::test]
async fn nobody_counts_by_looking_at_what_is_refused() {
    let town = election().await;
    let mut maja = town.person("maja").await;
    maja.post(&under(ITEM, "rostrakning"), &[]).await.is(409).says("Ingen röst");
    let mut petra = town.person("petra").await;
    done(&mut petra, &under(ITEM, "min-rost"), &[("choice", "2")]).await.says("Din röst är lagd");
    maja.post(&under(ITEM, "rostrakning"), &[("lot", "1"), ("command_id", "tidig")]).await.is(422);
    let mut wilma = town.person("wilma").await;
    done(&mut wilma, &under(ITEM, "min-rost"), &[("choice", "1")]).await.says("Din röst är lagd");
    done(&mut maja, &under(ITEM, "rostrakning"), &[("command_id", "nu")]).await.says("Dra lott");
    assert_eq!(town.directory.workroom().unfinished().await.unwrap(), [], "the urn is emptied");
}

/// Not a test when run by itself: the server that the test below starts and kills.
#[test]
fn victim() {
    town::killed::victim();
}

/// How many rounds, where more than usual are asked for.
#[expect(clippy::disallowed_methods, reason = "how long a test takes is for whoever starts it")]
fn asked_rounds() -> Option<u32> {
    std::env::var("SAMORDNA_BALLOT_ROUNDS").ok()?.parse().ok()
}

fn votes(server: &Victim, token: &str, choice: u32) {
    let answer = server.answers(&slips(), token, &json!({ "choice": choice }).to_string());
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
}

/// Three rounds by default; `SAMORDNA_BALLOT_ROUNDS` for many.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_killed_between_any_two_ballots_loses_none_and_doubles_none() {
    let rounds = asked_rounds().unwrap_or(3);
    let town = election().await;
    let mut tokens = BTreeMap::new();
    for name in VOTERS.into_iter().chain(["maja"]) {
        tokens.insert(name, town.program(name).await.1);
    }
    let clock = town.now().as_second();
    let folder = town.leave();
    let mut server = Victim::start("secret::victim", folder.path(), clock);
    let mut last = BTreeMap::new();
    for round in 0..rounds {
        for (at, name) in (0..).zip(VOTERS) {
            let choice = 1 + (round + at) % 2;
            votes(&server, &tokens[name], choice);
            last.insert(name, choice);
            // One more is on its way when it dies: the same ballot, so that it may land or not.
            drop(server.send(&slips(), &tokens[name], &json!({ "choice": choice }).to_string()));
            server.kill();
            server = Victim::start("secret::victim", folder.path(), clock);
            votes(&server, &tokens[name], choice);
        }
    }
    // A fifth kill while the slips are counted; whoever tries again gets one result.
    let close = json!({ "command": "close_vote", "meeting": 1, "item": ITEM });
    let close = json!({ "command_id": uuid::Uuid::from_u128(99), "command": close }).to_string();
    let path = format!("/api/v1/f/{SLUG}/commands");
    let counting = server.send(&path, &tokens["maja"], &close);
    server.kill();
    drop(counting);
    let server = Victim::start("secret::victim", folder.path(), clock);
    let answer = server.answers(&path, &tokens["maja"], &close);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    server.kill();
    let engine = town::record(folder.path()).await;
    let slips = engine.read(SLUG, |association| {
        let meeting = &association.meetings[&domain::ids::MeetingId(1)];
        meeting.item(domain::ids::ItemId(ITEM)).unwrap().vote.clone().unwrap().slips.unwrap()
    });
    let slips = slips.unwrap();
    let counted: BTreeMap<u32, u32> = slips.counts.iter().map(|(p, votes)| (p.0, *votes)).collect();
    let mut right = BTreeMap::new();
    for choice in last.values() {
        *right.entry(*choice).or_insert(0) += 1;
    }
    assert_eq!((counted, slips.abstained, slips.voted.len()), (right, 0, VOTERS.len()));
}
