//! Hearing what other nodes write.
//!
//! A notification is only a hint: it is lost while the connection is down, and some servers that speak the
//! protocol have none. So the heads are read again after every reconnection, and now and then anyway.

use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgListener, PgPool, PgPoolOptions};

use crate::fault::Fault;
use crate::follow::Announcer;
use crate::hash::{Hash, Head};
use crate::schema;
use crate::seen::SharedEnds;

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
    news: News,
}

/// Where to go with what is heard: to the followers, and to the writer, whose next command points it out.
#[derive(Clone)]
pub(super) struct News {
    pub(super) announcer: Arc<Announcer>,
    pub(super) ends: Arc<SharedEnds>,
}

impl News {
    fn tell(&self, stream: &str, head: Head) {
        if self.announcer.tell(stream, head.seq) {
            self.ends.note(stream, head);
        }
    }
}

impl Listener {
    /// Starts listening, and takes what is there already as known.
    pub(super) async fn start(options: PgConnectOptions, heads: PgPool, news: News) -> Result<Self, Fault> {
        // Two, because a dead connection is handed back in the background while the next one is made.
        let line = PgPoolOptions::new().max_connections(2).idle_timeout(None).max_lifetime(None);
        let line = line.connect_lazy_with(options);
        let ear = subscribe(&line).await?;
        for (stream, head) in reached(&heads).await? {
            news.announcer.note(&stream, head.seq);
            news.ends.note(&stream, head);
        }
        Ok(Self { line, heads, ear, news })
    }

    pub(super) async fn run(mut self) {
        loop {
            match self.ear.try_recv().await {
                Ok(Some(hint)) => self.hear(hint.payload()),
                Ok(None) => catch_up(&self.heads, &self.news).await,
                Err(cause) => {
                    tracing::warn!(error = %cause, "journal.listen.lost");
                    self.ear = self.reconnect().await;
                    catch_up(&self.heads, &self.news).await;
                }
            }
        }
    }

    fn hear(&self, payload: &str) {
        let mut words = payload.splitn(3, ' ');
        if let (Some(seq), Some(hash), Some(stream)) = (words.next(), words.next(), words.next())
            && let (Ok(seq), Ok(hash)) = (seq.parse(), hash.parse())
        {
            self.news.tell(stream, Head { seq, hash });
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
pub(super) async fn poll(pool: PgPool, news: News) {
    while !pool.is_closed() {
        tokio::time::sleep(POLL).await;
        catch_up(&pool, &news).await;
    }
}

async fn subscribe(line: &PgPool) -> Result<PgListener, sqlx::Error> {
    let mut ear = PgListener::connect_with(line).await?;
    ear.listen(CHANNEL).await?;
    Ok(ear)
}

/// Tells the followers about every stream that is longer than they know. A failure is made good by the next poll.
async fn catch_up(pool: &PgPool, news: &News) {
    match reached(pool).await {
        Ok(heads) => heads.iter().for_each(|(stream, head)| news.tell(stream, *head)),
        Err(cause) => tracing::warn!(error = %cause, "journal.listen.catch_up_failed"),
    }
}

async fn reached(pool: &PgPool) -> Result<Vec<(String, Head)>, sqlx::Error> {
    let rows: Vec<(String, i64, Vec<u8>)> = sqlx::query_as(schema::HEADS).fetch_all(pool).await?;
    let head = |seq, hash: Vec<u8>| Head {
        seq: u64::try_from(seq).unwrap_or(0),
        hash: hash.try_into().map_or(Hash::ZERO, Hash),
    };
    Ok(rows.into_iter().map(|(stream, seq, hash)| (stream, head(seq, hash))).collect())
}
