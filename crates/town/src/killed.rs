//! A server in a process of its own, that a test kills: the test program starts itself anew as the server.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// What a test program takes for two more names of tests, which it does not have.
const FOLDER: &str = "folder=";
const CLOCK: &str = "clock=";

fn told(what: &str) -> Option<String> {
    std::env::args().find_map(|arg| arg.strip_prefix(what).map(str::to_owned))
}

/// What the test that is called `victim` does: nothing when run by itself, else it serves until it is killed.
pub fn victim() {
    let (Some(folder), Some(clock)) = (told(FOLDER), told(CLOCK)) else { return };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let app = crate::again(Path::new(&folder), clock.parse().unwrap()).await;
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        std::io::stdout().write_all(format!("at {}\n", listener.local_addr().unwrap()).as_bytes()).unwrap();
        desk::serve(listener, app, web::WINGS, desk::Limits::default(), std::future::pending()).await;
    });
}

/// The server, as it runs.
#[derive(Debug)]
pub struct Victim {
    child: Child,
    at: String,
}

impl Victim {
    /// Starts the test called `victim`, such as `secret::victim`, as a server on a folder where the clock stands still.
    pub fn start(victim: &str, folder: &Path, clock: i64) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", victim, "--nocapture"])
            .arg(format!("{FOLDER}{}", folder.display()))
            .arg(format!("{CLOCK}{clock}"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let at = lines.map_while(Result::ok).find_map(|line| line.strip_prefix("at ").map(str::to_owned));
        Self { child, at: at.expect("where it answers") }
    }

    /// Sends JSON and does not wait.
    pub fn send(&self, path: &str, token: &str, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.at).unwrap();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {token}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            self.at,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream
    }

    /// Sends JSON and waits for the answer.
    pub fn answers(&self, path: &str, token: &str, body: &str) -> String {
        let mut answer = String::new();
        self.send(path, token, body).read_to_string(&mut answer).unwrap();
        answer
    }

    /// Kills it, as a failing machine would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}
