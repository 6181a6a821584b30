//! A small load tool: some connections kept open, one request after the other on each.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// What came of a load.
#[derive(Clone, Debug, Default)]
pub(crate) struct Load {
    /// Requests each second.
    pub(crate) per_second: u64,
    /// The time that one request in a hundred exceeds, in microseconds.
    pub(crate) p99: u64,
}

/// Sends the same request again and again on some connections for a while.
///
/// # Errors
/// A connection failed, or an answer was not 200.
pub(crate) async fn load(
    address: SocketAddr,
    path: &str,
    cookie: &str,
    connections: usize,
    last: Duration,
) -> Result<Load, String> {
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\n\r\n");
    let mut running = JoinSet::new();
    let start = Instant::now();
    for _ in 0..connections {
        let request = request.clone();
        running.spawn(async move { one(address, &request, start, last).await });
    }
    let mut took = Vec::new();
    for outcome in running.join_all().await {
        took.extend(outcome?);
    }
    took.sort_unstable();
    let count = u64::try_from(took.len()).unwrap_or(u64::MAX);
    let p99 = took.get(took.len() * 99 / 100).copied().unwrap_or_default();
    Ok(Load { per_second: super::per_second(count, start), p99 })
}

async fn one(address: SocketAddr, request: &str, start: Instant, last: Duration) -> Result<Vec<u64>, String> {
    let mut stream = TcpStream::connect(address).await.map_err(super::said)?;
    stream.set_nodelay(true).map_err(super::said)?;
    let mut took = Vec::new();
    let mut held = Vec::new();
    while start.elapsed() < last {
        let sent = Instant::now();
        stream.write_all(request.as_bytes()).await.map_err(super::said)?;
        answer(&mut stream, &mut held).await?;
        took.push(u64::try_from(sent.elapsed().as_micros()).unwrap_or(u64::MAX));
    }
    Ok(took)
}

/// Reads one answer whole; its length is said in its head.
async fn answer(stream: &mut TcpStream, held: &mut Vec<u8>) -> Result<(), String> {
    held.clear();
    let mut buffer = [0_u8; 16 * 1024];
    loop {
        let read = stream.read(&mut buffer).await.map_err(super::said)?;
        if read == 0 {
            return Err("servern lade på".to_owned());
        }
        held.extend(buffer.iter().take(read));
        if let Some(end) = held.windows(4).position(|w| w == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(held.get(..end).unwrap_or_default()).to_lowercase();
            if !head.starts_with("http/1.1 200") {
                return Err(format!("svaret var {}", head.lines().next().unwrap_or_default()));
            }
            let length =
                head.lines().find_map(|l| l.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
            let length = length.ok_or("svaret saknar längd")?;
            while held.len() < end + 4 + length {
                let read = stream.read(&mut buffer).await.map_err(super::said)?;
                held.extend(buffer.iter().take(read.max(1)));
            }
            return Ok(());
        }
    }
}

/// Logs in and gives back the cookie.
///
/// # Errors
/// The server did not let us in.
pub(crate) async fn log_in(address: SocketAddr, email: &str, password: &str) -> Result<String, String> {
    let mut stream = TcpStream::connect(address).await.map_err(super::said)?;
    let body = format!("email={}&password={password}", email.replace('@', "%40"));
    let request = format!(
        "POST /logga-in HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.map_err(super::said)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.map_err(super::said)?;
    let cookies = answer.lines().filter_map(|l| l.split_once("set-cookie: ").map(|(_, c)| c));
    let session = cookies.filter_map(|c| c.split(';').next()).find(|c| c.contains("samordna"));
    session.map(str::to_owned).ok_or_else(|| "inloggningen gav ingen kaka".to_owned())
}
