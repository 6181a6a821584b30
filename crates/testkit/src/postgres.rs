//! A real PostgreSQL for tests: started when first asked for, gone when the tests are.
//!
//! One cluster per test process and a fresh database per test. The server runs with `fsync` on, as in earnest.
//! A small shell waits on a pipe from the test process; when the process ends, however it ends, the pipe closes
//! and the shell stops the server and removes its folder.

#![expect(clippy::panic, reason = "a test that cannot have its database has nobody else to tell")]

use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::Duration;

static SHARED: LazyLock<Cluster> = LazyLock::new(Cluster::start);

/// Makes an empty database on this process's cluster and returns its address.
#[must_use]
pub fn database() -> String {
    SHARED.database()
}

/// A cluster of one's own, for tests that do it harm.
#[derive(Debug)]
pub struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    databases: AtomicU32,
    undertaker: Child,
}

impl Default for Cluster {
    fn default() -> Self {
        Self::start()
    }
}

impl Cluster {
    /// Makes a cluster in a temporary folder and starts it on a free port.
    ///
    /// # Panics
    /// PostgreSQL is not installed, or does not start; the message says which.
    #[must_use]
    pub fn start() -> Self {
        let programs = programs();
        let folder =
            tempfile::Builder::new().prefix("samordna-postgres-").tempdir().map(tempfile::TempDir::keep);
        let folder = must("make a temporary folder", folder);
        if is_root() {
            must(
                "give the folder to the user postgres",
                chown(&folder, Some(id_of("-u")), Some(id_of("-g"))),
            );
        }
        let data = folder.join("data");
        run(as_owner(&programs.join("initdb")).arg("-D").arg(&data).args([
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync",
        ]));
        let port = free_port();
        let settings = format!(
            "\nlisten_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = '{}'\nfsync = on\n\
             synchronous_commit = on\nmax_connections = 200\nshared_buffers = 32MB\n",
            folder.display()
        );
        let file = data.join("postgresql.conf");
        let defaults = must("read postgresql.conf", std::fs::read_to_string(&file));
        must("write postgresql.conf", std::fs::write(&file, defaults + &settings));
        let undertaker = undertaker(&programs, &folder);
        let cluster = Self { programs, folder, port, databases: AtomicU32::new(0), undertaker };
        cluster.restart();
        cluster
    }

    /// Makes an empty database and returns its address.
    ///
    /// # Panics
    /// The server does not answer.
    #[must_use]
    pub fn database(&self) -> String {
        let name = format!("test_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        run(Command::new(self.programs.join("psql"))
            .args(["--no-psqlrc", "--quiet", "--username=postgres", "--dbname=postgres", "--host=127.0.0.1"])
            .args([format!("--port={}", self.port), format!("--command=CREATE DATABASE {name}")]));
        format!("postgres://postgres@127.0.0.1:{}/{name}", self.port)
    }

    /// Kills the server the hard way, as a power cut would.
    ///
    /// # Panics
    /// It was not running.
    pub fn kill(&self) {
        let file = self.folder.join("data/postmaster.pid");
        let text = must("read postmaster.pid", std::fs::read_to_string(file));
        run(Command::new("kill").arg("-9").arg(text.lines().next().unwrap_or_default()));
    }

    /// Starts the server again, after waiting for what is left of a killed one to go away.
    ///
    /// # Panics
    /// It does not start within twenty seconds; the message holds the server's log.
    pub fn restart(&self) {
        let log = self.folder.join("log");
        for _ in 0..100 {
            let mut start = as_owner(&self.programs.join("pg_ctl"));
            start.arg("-D").arg(self.folder.join("data")).arg("-l").arg(&log).args(["-w", "-s", "start"]);
            start.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            if must("run pg_ctl", start.status()).success() {
                return;
            }
            sleep(Duration::from_millis(200));
        }
        panic!("PostgreSQL does not start:\n{}", std::fs::read_to_string(log).unwrap_or_default());
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.undertaker.stdin.take());
        let _ = self.undertaker.wait();
    }
}

/// The newest installed server's programs.
fn programs() -> PathBuf {
    let folders = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let version = |path: &PathBuf| path.file_name()?.to_str()?.parse::<u32>().ok();
    let newest =
        folders.map(|entry| entry.path()).filter(|path| path.join("bin/initdb").exists()).max_by_key(version);
    match newest {
        Some(path) => path.join("bin"),
        None => panic!("these tests need a PostgreSQL server (Debian: postgresql); bin/test installs it"),
    }
}

/// The server refuses to run as root, so there it runs as the user that came with it.
fn as_owner(program: &Path) -> Command {
    let mut command;
    if is_root() {
        command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
    } else {
        command = Command::new(program);
    }
    // The user may not be allowed where the tests were started.
    command.current_dir("/");
    command
}

fn is_root() -> bool {
    static ROOT: LazyLock<bool> = LazyLock::new(|| output(Command::new("id").arg("-u")) == "0");
    *ROOT
}

fn id_of(kind: &str) -> u32 {
    must("read the number of the user postgres", output(Command::new("id").args([kind, "postgres"])).parse())
}

fn free_port() -> u16 {
    let address = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    must("find a free port", address).port()
}

/// Waits until this process is gone, then stops the server and removes its folder.
fn undertaker(programs: &Path, folder: &Path) -> Child {
    let stop = as_owner(&programs.join("pg_ctl"));
    let child = Command::new("sh")
        .args(["-c", "cat >/dev/null; folder=$1; shift; \"$@\"; rm -rf \"$folder\"", "sh"])
        .arg(folder)
        .arg(stop.get_program())
        .args(stop.get_args())
        .arg("-D")
        .arg(folder.join("data"))
        .args(["-m", "immediate", "-s", "stop"])
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        // An interrupt at the keyboard must not reach it before its work is done.
        .process_group(0)
        .spawn();
    must("start a shell", child)
}

fn run(command: &mut Command) {
    output(command);
}

fn output(command: &mut Command) -> String {
    let output = must("start a program", command.stdin(Stdio::null()).output());
    if !output.status.success() {
        panic!("{command:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn must<T, E: std::fmt::Display>(what: &str, result: Result<T, E>) -> T {
    result.unwrap_or_else(|error| panic!("cannot {what}: {error}"))
}
