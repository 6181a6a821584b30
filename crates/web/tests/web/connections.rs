//! Real connections: who fills the house, who is slow, and how it stops.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use desk::Limits;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use town::Town;

const SOON: Duration = Duration::from_secs(5);
const WHOLE: &[u8] = b"GET /healthz HTTP/1.1\r\nhost: exempel.se\r\n\r\n";
const HALF: &[u8] = b"GET /healthz HTTP/1.1\r\nhost: exem";
/// A form of which half has come.
const HALF_FORM: &[u8] = b"POST /sprak/en HTTP/1.1\r\nhost: exempel.se\r\ncontent-length: 12\r\n\r\ntill=/";

/// A house that answers on an address, until it is told to stop.
struct House {
    at: SocketAddr,
    figures: SocketAddr,
    stop: oneshot::Sender<()>,
    stopped: JoinHandle<()>,
    _town: Town,
}

impl House {
    async fn with(limits: Limits) -> Self {
        let town = Town::new().await;
        let (listener, figures) = (free().await, free().await);
        let (at, figures_at) = (listener.local_addr().unwrap(), figures.local_addr().unwrap());
        let (stop, told) = oneshot::channel::<()>();
        let app = town.app.clone();
        let stopped = tokio::spawn(async move {
            desk::serve(listener, app, web::WINGS, limits, async { drop(told.await) }).await
        });
        tokio::spawn(desk::serve_metrics(figures, town.app.clone(), std::future::pending()));
        Self { at, figures: figures_at, stop, stopped, _town: town }
    }

    /// A connection from one of the addresses of this machine.
    async fn met_from(&self, last: u8) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind((Ipv4Addr::new(127, 0, 0, last), 0).into()).unwrap();
        socket.connect(self.at).await.unwrap()
    }

    async fn figures(&self) -> String {
        let mut asked = TcpStream::connect(self.figures).await.unwrap();
        asked.write_all(b"GET /metrics HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
        let mut text = String::new();
        timeout(SOON, asked.read_to_string(&mut text)).await.unwrap().unwrap();
        text
    }

    /// Tells it to stop, and how long it took.
    async fn stop(self) -> Duration {
        let told = Instant::now();
        self.stop.send(()).unwrap();
        timeout(SOON, self.stopped).await.expect("it stops").unwrap();
        told.elapsed()
    }
}

async fn free() -> TcpListener {
    TcpListener::bind("127.0.0.1:0").await.unwrap()
}

/// What comes back at first; nothing when the connection was closed.
async fn answered(connection: &mut TcpStream) -> String {
    let mut bytes = [0; 512];
    let read = timeout(SOON, connection.read(&mut bytes)).await.expect("an answer or an end");
    String::from_utf8_lossy(&bytes[..read.unwrap_or(0)]).into_owned()
}

#[tokio::test]
async fn half_sent_heads_from_one_client_stop_nobody_and_are_counted() {
    let house = House::with(Limits { connections: 20, per_client: 8, ..Limits::default() }).await;
    let mut held = Vec::new();
    for _ in 0..60 {
        let mut connection = house.met_from(1).await;
        // The house may have let it go already.
        let _ = connection.write_all(HALF).await;
        held.push(connection);
    }
    for last in [1, 2] {
        let mut other = house.met_from(last).await;
        other.write_all(WHOLE).await.unwrap();
        assert!(answered(&mut other).await.starts_with("HTTP/1.1 200"), "from 127.0.0.{last}");
    }
    let figures = house.figures().await;
    assert!(figures.contains("samordna_connections_ended_total{how=\"GaveWay\"} 53\n"), "{figures}");
    assert!(figures.contains("samordna_connections_accepted_total 62\n"), "{figures}");
}

#[tokio::test]
async fn half_sent_heads_from_everywhere_stop_nobody() {
    let house = House::with(Limits { connections: 10, per_client: 8, ..Limits::default() }).await;
    let mut held = Vec::new();
    for last in 1..=40 {
        let mut connection = house.met_from(last).await;
        let _ = connection.write_all(HALF).await;
        held.push(connection);
    }
    let mut other = house.met_from(200).await;
    other.write_all(WHOLE).await.unwrap();
    assert!(answered(&mut other).await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn who_says_nothing_more_is_let_go() {
    let head = Duration::from_millis(200);
    let house = House::with(Limits { head, ..Limits::default() }).await;
    let (mut half, mut idle) = (house.met_from(1).await, house.met_from(1).await);
    half.write_all(HALF).await.unwrap();
    idle.write_all(WHOLE).await.unwrap();
    assert!(answered(&mut idle).await.starts_with("HTTP/1.1 200"));
    assert_eq!(answered(&mut idle).await, "", "an answered connection that asks nothing more");
    answered(&mut half).await;
    assert_eq!(answered(&mut half).await, "");
    assert!(house.figures().await.contains("samordna_connections_ended_total{how=\"TimedOut\"} 2\n"));
}

#[tokio::test]
async fn a_stop_ends_in_time_whatever_clients_do() {
    let stopping = Duration::from_millis(1500);
    let house = House::with(Limits { stopping, ..Limits::default() }).await;
    let (mut half, mut body, idle) =
        (house.met_from(1).await, house.met_from(1).await, house.met_from(1).await);
    half.write_all(HALF).await.unwrap();
    body.write_all(HALF_FORM).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    let took = house.stop().await;
    assert!(took >= stopping && took < stopping + Duration::from_secs(1), "{took:?}");
    for mut connection in [half, body, idle] {
        assert_eq!(answered(&mut connection).await, "");
    }
}

#[tokio::test]
async fn what_has_begun_is_finished_before_the_stop() {
    let house = House::with(Limits::default()).await;
    let mut begun = house.met_from(1).await;
    begun.write_all(HALF_FORM).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    let stopped = tokio::spawn(house.stop());
    tokio::time::sleep(Duration::from_millis(1200)).await;
    begun.write_all(b"regler").await.unwrap();
    let answer = answered(&mut begun).await;
    assert!(answer.starts_with("HTTP/1.1 303") && answer.contains("location: /regler"), "{answer}");
    assert!(stopped.await.unwrap() < Duration::from_secs(3));
}

#[tokio::test]
async fn a_told_client_from_no_trusted_proxy_is_counted() {
    let house = House::with(Limits::default()).await;
    let mut one = house.met_from(1).await;
    one.write_all(b"GET / HTTP/1.1\r\nhost: exempel.se\r\nx-forwarded-for: 192.0.2.1\r\n\r\n").await.unwrap();
    assert!(answered(&mut one).await.starts_with("HTTP/1.1 200"));
    assert!(house.figures().await.contains("samordna_forwarded_ignored_total 1\n"));
}
