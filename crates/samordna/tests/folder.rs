//! Two processes and one data folder: one writes, the others read or are told so.

#![cfg(test)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// A server that has said where it answers; killed when dropped.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn samordna(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samordna"));
    command.args(words).arg("--data").arg(folder).stdin(Stdio::null());
    command
}

fn server(folder: &Path) -> Server {
    let mut command = samordna(folder, &["serve", "--listen", "127.0.0.1:0"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("Samordna svarar på "), "{line}");
    Server(child)
}

fn ran(folder: &Path, words: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = samordna(folder, words).output().unwrap();
    let said = [stdout, stderr].concat();
    (status.code(), String::from_utf8(said).unwrap())
}

#[test]
fn a_second_process_that_would_write_is_turned_away_and_those_that_read_are_not() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    let first = server(&folder);
    for writes in [&["serve", "--listen", "127.0.0.1:0"][..], &["demo", "--listen", "127.0.0.1:0"], &["import"]] {
        let (code, said) = ran(&folder, writes);
        assert_eq!(code, Some(1), "{writes:?}: {said}");
        assert!(said.contains("används redan av ett annat Samordna"), "{writes:?}: {said}");
    }
    for reads in [&["verify"][..], &["export"]] {
        let (code, said) = ran(&folder, reads);
        assert_eq!(code, Some(0), "{reads:?}: {said}");
    }
    // An invitation is a row of its own: the server finds it when the link is opened.
    let invite = ["person", "invite", "--name", "Eva Ek", "--email", "eva@example.org"];
    let (code, said) = ran(&folder, &invite);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("/inbjudan/"), "{said}");
    // Killed, it leaves nothing behind that would stop the next.
    drop(first);
    server(&folder);
}
