//! Starting the program, and hearing what it says.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A server that has said where it answers; killed when dropped.
pub(crate) struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts `serve` or `demo` on a folder.
pub(crate) fn server(folder: &Path, which: &str) -> Server {
    let mut command = samordna(folder, &[which, "--listen", "127.0.0.1:0"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("Samordna svarar på "), "{line}");
    Server(child)
}

/// Runs a command on a folder to its end: its exit code, and all it said.
pub(crate) fn ran(folder: &Path, words: &[&str]) -> (Option<i32>, String) {
    let output = samordna(folder, words).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

fn samordna(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samordna"));
    command.args(words).arg("--data").arg(folder).stdin(Stdio::null());
    command
}
