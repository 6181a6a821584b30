//! Pages of a meeting that is held: told that there is something new, and no more than that.

use std::time::{Duration, Instant};

use desk::Limits;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::timeout;
use town::{Browser, Town};

use crate::hall::{ONE, at, done, open};

const SOON: Duration = Duration::from_secs(5);

/// A connection on which somebody listens.
struct Ear {
    line: TcpStream,
    heard: String,
}

impl Ear {
    async fn of(browser: &Browser<'_>, at_address: std::net::SocketAddr) -> Self {
        let mut line = TcpStream::connect(at_address).await.unwrap();
        let cookies: Vec<String> = browser.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let request = format!(
            "GET {} HTTP/1.1\r\nhost: exempel.se\r\nconnection: close\r\naccept-encoding: gzip\r\ncookie: {}\r\n\r\n",
            at("nytt-lage"),
            cookies.join("; ")
        );
        line.write_all(request.as_bytes()).await.unwrap();
        Self { line, heard: String::new() }
    }

    /// Everything heard, once so many numbers have come or the line has ended.
    async fn hears(&mut self, numbers: usize) -> Vec<String> {
        let told = |heard: &str| -> Vec<String> {
            heard.lines().filter_map(|l| Some(l.strip_prefix("data: ")?.to_owned())).collect()
        };
        while told(&self.heard).len() < numbers {
            let mut bytes = [0; 4096];
            let read = timeout(SOON, self.line.read(&mut bytes)).await.expect("a number").unwrap();
            if read == 0 {
                break;
            }
            self.heard.push_str(&String::from_utf8_lossy(&bytes[..read]));
        }
        told(&self.heard)
    }

    async fn is_cut_off(&mut self) -> bool {
        let mut rest = Vec::new();
        timeout(SOON, self.line.read_to_end(&mut rest)).await.is_ok()
    }
}

/// A town that answers on an address until it is told to stop.
async fn house(town: &Town) -> (std::net::SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (at, app) = (listener.local_addr().unwrap(), town.app.clone());
    let (stop, told) = oneshot::channel::<()>();
    let stopped = tokio::spawn(async move {
        desk::serve(listener, app, web::WINGS, Limits::default(), async { drop(told.await) }).await;
    });
    (at, stop, stopped)
}

fn number_of(page: &str) -> String {
    page.split("data-number=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_a_meeting_hears_numbers_and_nothing_else() {
    let town = open().await;
    let (address, _stop, _) = house(&town).await;
    let (mut maja, mut birgitta) = (town.person("maja").await, town.person("birgitta").await);
    let page = birgitta.get(ONE).await.is(200).text.clone();
    let mut ear = Ear::of(&birgitta, address).await;
    assert_eq!(ear.hears(1).await, [number_of(&page)], "where the page stands");
    done(&mut maja, &at("tillagg"), &[("title", "Hemlig rubrik"), ("kind", "information")]).await;
    let heard = ear.hears(2).await;
    assert_ne!(heard[0], heard[1]);
    let (head, body) = ear.heard.split_once("\r\n\r\n").unwrap();
    let head = head.to_lowercase();
    for line in
        ["content-type: text/event-stream", "cache-control: no-store, no-transform", "x-accel-buffering: no"]
    {
        assert!(head.contains(line), "{head}");
    }
    assert!(!head.contains("content-encoding"), "what is gathered to be pressed comes too late");
    for line in body.lines().map(str::trim) {
        let plain = line.trim_start_matches("retry: ").trim_start_matches("data: ");
        // Lengths of parts are written in hexadecimal between them.
        let number = plain.chars().all(|c| c.is_ascii_hexdigit() || c == '.');
        assert!(number || line == "event: version", "{line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_listens_in_so_many_places_and_all_lines_end_with_the_server() {
    let town = open().await;
    let (address, stop, stopped) = house(&town).await;
    let birgitta = town.person("birgitta").await;
    let mut ears = Vec::new();
    for _ in 0..8 {
        let mut ear = Ear::of(&birgitta, address).await;
        assert_eq!(ear.hears(1).await.len(), 1);
        ears.push(ear);
    }
    let mut one_more = Ear::of(&birgitta, address).await;
    assert!(one_more.hears(1).await.is_empty() && one_more.heard.starts_with("HTTP/1.1 429"));
    let other = town.person("okand").await;
    let mut stranger = Ear::of(&other, address).await;
    assert!(stranger.hears(1).await.is_empty() && stranger.heard.starts_with("HTTP/1.1 403"));
    let told = Instant::now();
    stop.send(()).unwrap();
    timeout(SOON, stopped).await.expect("it stops").unwrap();
    assert!(told.elapsed() < Duration::from_secs(4), "{:?}", told.elapsed());
    for ear in &mut ears {
        assert!(ear.is_cut_off().await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_ends_soon_after_whoever_listens_has_logged_out() {
    let town = open().await;
    let (address, _stop, _) = house(&town).await;
    let mut birgitta = town.person("birgitta").await;
    let mut ear = Ear::of(&birgitta, address).await;
    assert_eq!(ear.hears(1).await.len(), 1);
    birgitta.post("/logga-ut", &[]).await.is(303);
    let mut rest = Vec::new();
    let ended = timeout(Duration::from_secs(30), ear.line.read_to_end(&mut rest)).await;
    ended.expect("within two beats").unwrap();
    assert!(!String::from_utf8_lossy(&rest).contains("data:"), "nothing more is told");
}

#[tokio::test]
async fn a_meeting_that_is_not_held_has_nothing_to_tell_and_its_pages_do_not_listen() {
    let town = Town::new().await;
    town.does("maja", json!({ "command": "plan_meeting", "body": 1, "on": "2026-12-14", "from": "09:00:00", "until": "12:00:00", "place": "Sjöstad" })).await;
    let mut birgitta = town.person("birgitta").await;
    birgitta.get(&at("nytt-lage")).await.is(204);
    let page = birgitta.get(ONE).await;
    assert!(!page.is(200).text.contains("data-live"));
}
