//! An empty place for a journal, and hands to get at it behind the journal's back.

use journal::{Appended, Batch, Head, Journal, NewEvent, Place};
use sqlx::{AssertSqlSafe, Connection};
use uuid::Uuid;

/// An empty place; gone when dropped.
pub(crate) struct Home {
    pub(crate) place: Place,
    _folder: Option<tempfile::TempDir>,
}

impl Home {
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { place: Place::Folder(folder.path().join("data")), _folder: Some(folder) }
    }

    pub(crate) fn postgres() -> Self {
        Self { place: Place::Url(testkit::postgres::database()), _folder: None }
    }

    /// Another empty place of the same sort.
    pub(crate) fn another(&self) -> Self {
        match self.place {
            Place::Folder(_) => Self::sqlite(),
            Place::Url(_) => Self::postgres(),
        }
    }

    pub(crate) async fn open(&self) -> Journal {
        Journal::open(&self.place).await.unwrap()
    }

    /// Runs SQL behind the journal's back.
    pub(crate) async fn sql(&self, text: &str) {
        match &self.place {
            Place::Folder(folder) => {
                let connection = rusqlite::Connection::open(folder.join("journal.sqlite")).unwrap();
                connection.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
                connection.execute_batch(text).unwrap();
            }
            Place::Url(url) => {
                let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
                sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut connection).await.unwrap();
                connection.close().await.unwrap();
            }
        }
    }
}

/// A batch of so many events, with ids of its own.
pub(crate) fn batch(stream: &str, expected: u64, count: usize) -> Batch {
    Batch {
        stream: stream.to_owned(),
        expected,
        command_id: Uuid::new_v4(),
        actor: "person/1".to_owned(),
        recorded_at: "2027-03-01T12:00:00.123456789Z".parse().unwrap(),
        events: (0..count).map(event).collect(),
    }
}

fn event(n: usize) -> NewEvent {
    NewEvent {
        id: Uuid::new_v4(),
        kind: "noted".to_owned(),
        version: 1,
        body: format!(r#"{{"n":{n},"text":"Överförmyndaren sade ”ja”"}}"#),
    }
}

/// Appends and expects to be first.
pub(crate) async fn written(journal: &Journal, batch: Batch) -> Head {
    match journal.append(batch).await.unwrap() {
        Appended::Written(head) => head,
        other @ (Appended::AlreadyWritten { .. } | Appended::Conflict { .. }) => {
            panic!("not written: {other:?}")
        }
    }
}
