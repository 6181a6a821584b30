//! How long a server is waited for. One that has stopped answering is as good as gone, and the person who waits for a
//! page should be told so within seconds.

use std::time::Duration;

/// For a connection, from the pool or a new one.
pub(super) const CONNECT: Duration = Duration::from_secs(5);
/// For a statement, with what it takes to bring the answer here.
pub(super) const STATEMENT: Duration = Duration::from_secs(8);
/// Tells the server to stop working on what nobody waits for any more.
pub(super) const GIVES_UP: &str = "SET statement_timeout TO '8s'";
/// Unless making tables, which may take its time.
pub(super) const NEVER_GIVES_UP: &str = "SET LOCAL statement_timeout TO 0";

/// Waits so long.
pub(super) async fn in_time<T>(
    longest: Duration,
    work: impl Future<Output = Result<T, sqlx::Error>>,
) -> Result<T, sqlx::Error> {
    tokio::time::timeout(longest, work)
        .await
        .unwrap_or_else(|_| Err(sqlx::Error::Io(std::io::ErrorKind::TimedOut.into())))
}
