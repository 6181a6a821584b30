//! What stands in the log: who, what and when, and nothing that is secret or somebody's name.

use std::io;
use std::sync::{Arc, Mutex};

use serde_json::Value;
use town::{Town, person};
use tracing_subscriber::fmt::MakeWriter;

/// Keeps what is written.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Lines {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn a_denial_says_who_was_denied_what_and_where() {
    // Somebody listens on every thread: with one listener alone, whether a line is wanted would be asked of whichever
    // thread comes to it first, and be remembered for all.
    let _ = tracing::subscriber::set_global_default(tracing_subscriber::registry());
    let town = Town::new().await;
    let mut stranger = town.person("okand").await;
    let lines = Lines::default();
    let log = tracing_subscriber::fmt().json().with_writer(lines.clone()).finish();
    let guard = tracing::subscriber::set_default(log);
    stranger.get("/f/sjobygden/diarium?q=hemligt").await.is(403);
    drop(guard);
    let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    let denied: Value = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .find(|line: &Value| line["fields"]["message"] == "denied")
        .unwrap_or_else(|| panic!("{text}"));
    assert!(denied["timestamp"].is_string() && denied["fields"]["action"].is_string(), "{denied}");
    assert_eq!(denied["span"]["person"], person("okand").to_string(), "{denied}");
    assert_eq!(denied["span"]["route"], "/f/{forbund}/diarium");
    for secret in ["hemligt", "okand", "Okand", "exempel.se"] {
        assert!(!text.contains(secret), "{text}");
    }
}
