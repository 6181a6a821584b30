//! What the database knows of a session.

use jiff::Timestamp;

use crate::fault::Fault;
use crate::ids::{PersonId, SessionId};
use crate::language::Language;
use crate::settings::Settings;
use crate::store::Row;
use crate::time::after;

/// What the database knows of the session that a token leads to.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(crate) id: SessionId,
    pub(crate) person: PersonId,
    pub(crate) last_seen: Timestamp,
    pub(crate) language: Language,
    pub(crate) created: Timestamp,
    pub(crate) rotated: Timestamp,
    pub(crate) next_issued: Option<Timestamp>,
    pub(crate) ends: Timestamp,
    pub(crate) client: String,
    pub(crate) token: Token,
    pub(crate) has_news: bool,
}

impl Stored {
    /// Whether a clock that was ahead wrote any of its times.
    pub(crate) fn lies_ahead(&self, now: Timestamp, settings: &Settings) -> bool {
        let until = match self.token {
            Token::Former { until } => Some(until),
            Token::Current | Token::Next => None,
        };
        let seen = [Some(self.created), Some(self.rotated), Some(self.last_seen), self.next_issued];
        seen.into_iter().flatten().any(|time| time > now)
            || self.ends > after(now, settings.absolute)
            || until.is_some_and(|until| until > after(now, settings.rotation_overlap))
    }

    /// What stands in a row.
    pub(crate) fn read(mut row: Row) -> Result<Self, Fault> {
        Ok(Self {
            id: SessionId(row.uuid()?),
            person: PersonId(row.uuid()?),
            last_seen: row.time()?,
            language: Language::read(&mut row)?,
            created: row.time()?,
            rotated: row.time()?,
            next_issued: row.maybe_time()?,
            ends: row.time()?,
            client: row.text()?,
            token: match (row.int()?, row.maybe_time()?) {
                (1, _) => Token::Next,
                (_, Some(until)) => Token::Former { until },
                (_, None) => Token::Current,
            },
            has_news: row.int()? == 1,
        })
    }
}

/// Which of a session's tokens was presented.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Token {
    Current,
    /// Handed out, and now shown for the first time.
    Next,
    Former {
        until: Timestamp,
    },
}

#[cfg(test)]
impl Stored {
    /// A session of a person, seen for the first time at `now`.
    pub(crate) fn sample(person: PersonId, now: Timestamp) -> Self {
        Self {
            id: SessionId(uuid::Uuid::now_v7()),
            person,
            last_seen: now,
            language: Language::Sv,
            created: now,
            rotated: now,
            next_issued: None,
            ends: after(now, std::time::Duration::from_secs(60 * 60)),
            client: String::new(),
            token: Token::Current,
            has_news: false,
        }
    }
}
