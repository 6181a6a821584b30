//! Hearing what other nodes write.
//!
//! A notification is only a hint: it is lost while the connection is down, and some servers that speak the
//! protocol have none. So the heads are read again after every reconnection, and now and then anyway.

use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgListener, PgPool, PgPoolOptions};

use crate::fault::Fault;
use crate::follow::Announcer;
use crate::schema;

/// Where appends are announced, in this database.
pub(super) const CHANNEL: &str = "samordna_journal";
/// How long a lost hint can go unnoticed.
const POLL: Duration = Duration::from_secs(5);
/// How long to wait before connecting again.
const RETRY: Duration = Duration::from_millis(250);

/// Listens on a connection of its own.
pub(super) struct Listener {
    line: PgPool,
    heads: PgPool,
    ear: PgListener,
    announcer: Arc<Announcer>,
}

impl Listener {
    /// Starts listening, and takes what is there already as known.
    pub(super) async fn start(
        options: PgConnectOptions,
        heads: PgPool,
        announcer: Arc<Announcer>,
    ) -> Result<Self, Fault> {
        // Two, because a dead connection is handed back in the background while the next one is made.
        let line = PgPoolOptions::new().max_connections(2).idle_timeout(None).max_lifetime(None);
        let line = line.connect_lazy_with(options);
        let ear = subscribe(&line).await?;
        for (stream, seq) in reached(&heads).await? {
            announcer.note(&stream, seq);
        }
        Ok(Self { line, heads, ear, announcer })
    }

    pub(super) async fn run(mut self) {
        loop {
            match self.ear.try_recv().await {
                Ok(Some(hint)) => self.hear(hint.payload()),
                Ok(None) => catch_up(&self.heads, &self.announcer).await,
                Err(cause) => {
                    tracing::warn!(error = %cause, "journal.listen.lost");
                    self.ear = self.reconnect().await;
                    catch_up(&self.heads, &self.announcer).await;
                }
            }
        }
    }

    fn hear(&self, payload: &str) {
        if let Some((seq, stream)) = payload.split_once(' ')
            && let Ok(seq) = seq.parse()
        {
            self.announcer.tell(stream, seq);
        }
    }

    async fn reconnect(&self) -> PgListener {
        loop {
            tokio::time::sleep(RETRY).await;
            match subscribe(&self.line).await {
                Ok(ear) => return ear,
                Err(cause) => tracing::debug!(error = %cause, "journal.listen.retry"),
            }
        }
    }
}

/// Reads the heads at regular intervals, whatever the hints say.
pub(super) async fn poll(pool: PgPool, announcer: Arc<Announcer>) {
    while !pool.is_closed() {
        tokio::time::sleep(POLL).await;
        catch_up(&pool, &announcer).await;
    }
}

async fn subscribe(line: &PgPool) -> Result<PgListener, sqlx::Error> {
    let mut ear = PgListener::connect_with(line).await?;
    ear.listen(CHANNEL).await?;
    Ok(ear)
}

/// Tells the followers about every stream that is longer than they know. A failure is made good by the next poll.
async fn catch_up(pool: &PgPool, announcer: &Announcer) {
    match reached(pool).await {
        Ok(heads) => heads.iter().for_each(|(stream, seq)| announcer.tell(stream, *seq)),
        Err(cause) => tracing::warn!(error = %cause, "journal.listen.catch_up_failed"),
    }
}

async fn reached(pool: &PgPool) -> Result<Vec<(String, u64)>, sqlx::Error> {
    let rows: Vec<(String, i64, Vec<u8>)> = sqlx::query_as(schema::HEADS).fetch_all(pool).await?;
    Ok(rows.into_iter().map(|(stream, seq, _)| (stream, u64::try_from(seq).unwrap_or(0))).collect())
}
