//! The demo as a process: how long until it answers, and how much memory it holds when idle.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use super::{Figure, Measured, said};

pub(crate) fn measure() -> Measured {
    let program = std::env::current_exe().map_err(said)?;
    let start = Instant::now();
    let mut demo = Command::new(program)
        .args(["demo", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(said)?;
    let mut first = String::new();
    let out = demo.stdout.take().ok_or("demon gav ingen utskrift")?;
    BufReader::new(out).read_line(&mut first).map_err(said)?;
    let took = start.elapsed();
    std::thread::sleep(std::time::Duration::from_secs(1));
    let memory = resident_kib(&demo.id().to_string());
    let stopped = demo.kill().and_then(|()| demo.wait());
    stopped.map_err(said)?;
    Ok(vec![
        Figure::new(
            "process.start_ms",
            took.as_millis(),
            "demon från start till färdig, med ny mapp; mål under 300",
        ),
        Figure::new("process.idle_mib", memory.unwrap_or(0) / 1024, "demons minne i vila; mål under 80"),
    ])
}

/// The memory that a process holds, where the system tells.
pub(crate) fn resident_kib(process: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
