//! Sessions: who is reading, since when, until when, and how a session ends.
//!
//! A session has one token at a time. When the token is old, the answer to a request carries a new one; the old one
//! works until the client has shown the new one, and for a short overlap after, so that neither a lost answer nor
//! requests under way log anybody out.

pub(crate) mod stored;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::Directory;
use crate::actor::By;
use crate::cache::{Seen, is_fresh};
use crate::fault::Fault;
use crate::ids::{PersonId, SessionId};
use crate::language::Language;
use crate::log::{Note, SecurityAct};
use crate::settings::Settings;
use crate::store::{Outcome, Step, values};
use crate::time::{after, before};
use crate::token::{Digest, SessionToken};
use stored::{Stored, Token};

/// The last use of a session is written down at most this often.
const WRITE_LAST_SEEN_EVERY: Duration = Duration::from_secs(60);

/// The longest description of a client, in characters.
const LONGEST_LABEL: usize = 120;

/// A session in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The id.
    pub id: SessionId,
    /// Whose session it is.
    pub person: PersonId,
    /// The language this person wants.
    pub language: Language,
    /// When they logged in.
    pub created: Timestamp,
    /// When it was last used, to the minute when another node saw it.
    pub last_seen: Timestamp,
    /// When it ends however much it is used.
    pub absolute_end: Timestamp,
    /// What the person logged in with, for the list of sessions.
    pub client_label: String,
    /// Whether something was done to the account that the person has not been told of.
    pub has_news: bool,
    /// A new token for the cookie of this answer; until it comes back the old one works too.
    pub rotated: Option<SessionToken>,
}

/// The step that takes back what a clock that was ahead wrote: a time in the future counts as now.
pub(crate) fn settle(now: Timestamp, settings: &Settings) -> Step {
    Step::any(
        "UPDATE directory_session SET \
         created_at = CASE WHEN created_at > $1 THEN $1 ELSE created_at END, \
         rotated_at = CASE WHEN rotated_at > $1 THEN $1 ELSE rotated_at END, \
         last_seen_at = CASE WHEN last_seen_at > $1 THEN $1 ELSE last_seen_at END, \
         next_issued_at = CASE WHEN next_issued_at > $1 THEN $1 ELSE next_issued_at END, \
         former_until = CASE WHEN former_until > $2 THEN $2 ELSE former_until END, \
         ends_at = CASE WHEN ends_at > $3 THEN $3 ELSE ends_at END \
         WHERE created_at > $1 OR rotated_at > $1 OR last_seen_at > $1 OR next_issued_at > $1 \
         OR former_until > $2 OR ends_at > $3",
        values![now, after(now, settings.rotation_overlap), after(now, settings.absolute)],
    )
}

const READ: &str = "SELECT s.id, s.person, s.last_seen_at, p.language, s.created_at, s.rotated_at, s.next_issued_at, \
    s.ends_at, s.client, CAST(CASE WHEN s.next_token = $1 THEN 1 ELSE 0 END AS BIGINT), \
    CASE WHEN s.former_token = $1 THEN s.former_until END, \
    CAST(CASE WHEN EXISTS (SELECT 1 FROM directory_log l WHERE l.whom = s.person AND l.news = 1) \
    THEN 1 ELSE 0 END AS BIGINT) \
    FROM directory_session s JOIN directory_person p ON p.id = s.person \
    WHERE s.token = $1 OR s.next_token = $1 OR s.former_token = $1";

const LIST: &str = "SELECT s.id, s.person, s.last_seen_at, p.language, s.created_at, s.rotated_at, s.next_issued_at, \
    s.ends_at, s.client, CAST(0 AS BIGINT), CAST(NULL AS BIGINT), CAST(0 AS BIGINT) \
    FROM directory_session s JOIN directory_person p ON p.id = s.person \
    WHERE s.person = $1 AND s.ends_at > $2 AND s.last_seen_at > $3 ORDER BY s.last_seen_at DESC, s.id";

impl Directory {
    /// The session this token opens, if it is in force; using it keeps it from going idle.
    ///
    /// Mostly answered from memory; see [`OTHER_NODES_FOLLOW_WITHIN`](crate::OTHER_NODES_FOLLOW_WITHIN).
    ///
    /// # Errors
    /// The database failed.
    pub async fn session(&self, token: &str, now: Timestamp) -> Result<Option<Session>, Fault> {
        let Some(digest) = Digest::of_presented(token) else { return Ok(None) };
        let Some(seen) = self.look_up(digest, now).await? else { return Ok(None) };
        if self.is_over(&seen, now) {
            self.end_when_over(&seen.stored, now).await?;
            return Ok(None);
        }
        let rotated = match seen.stored.token {
            Token::Former { until } if until <= now => return Ok(None),
            Token::Former { .. } => None,
            Token::Next => self.confirm(&seen.stored, digest, now).await?,
            Token::Current => self.rotate_when_due(&seen.stored, digest, now).await?,
        };
        if seen.use_at(now, WRITE_LAST_SEEN_EVERY) {
            self.write_last_seen(&seen.stored, now).await?;
        }
        Ok(Some(seen.stored.session(seen.last_seen(), rotated)))
    }

    /// A person's sessions in force, the one last used first.
    ///
    /// # Errors
    /// The database failed.
    pub async fn list_sessions(&self, person: PersonId, now: Timestamp) -> Result<Vec<Session>, Fault> {
        let rows = self.store().read(LIST, values![person, now, before(now, self.settings().idle)]).await?;
        let session = |row| Stored::read(row).map(|stored| stored.session(stored.last_seen, None));
        rows.into_iter().map(session).collect()
    }

    /// Ends one of a person's own sessions; false when they have no such session.
    ///
    /// # Errors
    /// The database failed.
    pub async fn revoke(&self, session: SessionId, by: By<'_>, now: Timestamp) -> Result<bool, Fault> {
        self.end_one(session, by, SecurityAct::SessionsEnded, now).await
    }

    /// Ends the session that a person reads in.
    ///
    /// # Errors
    /// The database failed.
    pub async fn log_out(&self, session: SessionId, by: By<'_>, now: Timestamp) -> Result<bool, Fault> {
        self.end_one(session, by, SecurityAct::LoggedOut, now).await
    }

    async fn end_one(
        &self,
        session: SessionId,
        by: By<'_>,
        act: SecurityAct,
        now: Timestamp,
    ) -> Result<bool, Fault> {
        let Some(person) = by.person() else { return Ok(false) };
        let steps = vec![
            Step::must(
                "DELETE FROM directory_session WHERE id = $1 AND person = $2",
                values![session, person],
            ),
            Note::of(act, by).step(now)?,
        ];
        let outcome = self.store().write(steps).await?;
        self.cache().forget(|stored| stored.id == session && stored.person == person);
        Ok(matches!(outcome, Outcome::Done { .. }))
    }

    /// Ends all of a person's own sessions but one; the answer is how many.
    ///
    /// # Errors
    /// The database failed.
    pub async fn revoke_all_but(&self, keep: SessionId, by: By<'_>, now: Timestamp) -> Result<u64, Fault> {
        let Some(person) = by.person() else { return Ok(0) };
        let steps = vec![
            Note::of(SecurityAct::SessionsEnded, by).step(now)?,
            Step::any("DELETE FROM directory_session WHERE id <> $1 AND person = $2", values![keep, person]),
        ];
        let outcome = self.store().write(steps).await?;
        self.cache().forget(|stored| stored.person == person && stored.id != keep);
        match outcome {
            Outcome::Done { changed } => Ok(changed),
            Outcome::Stopped(_) | Outcome::Taken => Ok(0),
        }
    }

    /// The step that writes a new session; the caller's steps hold the person.
    pub(crate) fn new_session(
        &self,
        person: PersonId,
        label: &str,
        now: Timestamp,
    ) -> Result<(SessionToken, Step), Fault> {
        let (token, digest) = SessionToken::fresh()?;
        let label: String = label.chars().filter(|c| !c.is_control()).take(LONGEST_LABEL).collect();
        let mut id = [0_u8; 16];
        getrandom::fill(&mut id).map_err(|e| Fault::new("making an id", e))?;
        let id = SessionId(uuid::Builder::from_random_bytes(id).into_uuid());
        let ends = after(now, self.settings().absolute);
        let step = Step::any(
            "INSERT INTO directory_session \
             (id, person, token, created_at, rotated_at, last_seen_at, ends_at, client) \
             VALUES ($1, $2, $3, $4, $4, $4, $5, $6)",
            values![id, person, digest, now, ends, label],
        );
        Ok((token, step))
    }

    async fn look_up(&self, digest: Digest, now: Timestamp) -> Result<Option<Arc<Seen>>, Fault> {
        let older = self.cache().get(&digest);
        if let Some(seen) = older.as_ref().filter(|seen| is_fresh(seen, now)) {
            return Ok(Some(Arc::clone(seen)));
        }
        let round = self.cache().round();
        let Some(row) = self.store().read_one(READ, values![digest]).await? else {
            if let Some(gone) = older {
                self.cache().forget(|stored| stored.id == gone.stored.id);
            }
            return Ok(None);
        };
        let mut found = Stored::read(row)?;
        if found.lies_ahead(now, self.settings()) {
            self.store().write(vec![settle(now, self.settings())]).await?;
            let Some(row) = self.store().read_one(READ, values![digest]).await? else { return Ok(None) };
            found = Stored::read(row)?;
        }
        let seen = Seen::new(found, now);
        let seen = Arc::new(match older {
            Some(older) => seen.following(&older, now),
            None => seen,
        });
        self.cache().keep(digest, Arc::clone(&seen), round);
        Ok(Some(seen))
    }

    fn is_over(&self, seen: &Seen, now: Timestamp) -> bool {
        seen.stored.ends <= now || after(seen.last_seen(), self.settings().idle) <= now
    }

    async fn end_when_over(&self, session: &Stored, now: Timestamp) -> Result<(), Fault> {
        // Asked again in the statement: another node may have seen it since.
        let sql = "DELETE FROM directory_session WHERE id = $1 AND (ends_at <= $2 OR last_seen_at <= $3)";
        self.end(sql, values![session.id, now, before(now, self.settings().idle)]).await?;
        self.cache().forget(|stored| stored.id == session.id);
        Ok(())
    }

    /// The client has shown the new token: it becomes the token, and the old one has the overlap left.
    async fn confirm(
        &self,
        session: &Stored,
        shown: Digest,
        now: Timestamp,
    ) -> Result<Option<SessionToken>, Fault> {
        let confirm = Step::any(
            "UPDATE directory_session SET former_token = token, former_until = $3, token = next_token, \
             next_token = NULL, next_issued_at = NULL, rotated_at = $4 WHERE id = $1 AND next_token = $2",
            values![session.id, shown, after(now, self.settings().rotation_overlap), now],
        );
        self.store().write(vec![confirm]).await?;
        self.cache().forget(|stored| stored.id == session.id);
        Ok(None)
    }

    /// A new token when this one is old; again when the one handed out was never shown.
    async fn rotate_when_due(
        &self,
        session: &Stored,
        shown: Digest,
        now: Timestamp,
    ) -> Result<Option<SessionToken>, Fault> {
        let handed_out_lately = before(now, self.settings().rotation_overlap);
        let waiting = session.next_issued.is_some_and(|issued| issued > handed_out_lately);
        if now < after(session.rotated, self.settings().rotate_every) || waiting {
            return Ok(None);
        }
        let (token, next) = SessionToken::fresh()?;
        let hand_out = Step::must(
            "UPDATE directory_session SET next_token = $3, next_issued_at = $4 WHERE id = $1 AND token = $2 \
             AND (next_issued_at IS NULL OR next_issued_at <= $5)",
            values![session.id, shown, next, now, handed_out_lately],
        );
        let outcome = self.store().write(vec![hand_out]).await?;
        self.cache().forget(|stored| stored.id == session.id);
        match outcome {
            Outcome::Done { .. } => Ok(Some(token)),
            // Another request of the same client was first and carries the new token.
            Outcome::Stopped(_) | Outcome::Taken => Ok(None),
        }
    }

    async fn write_last_seen(&self, session: &Stored, now: Timestamp) -> Result<(), Fault> {
        let sql = "UPDATE directory_session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2";
        self.store().write(vec![Step::any(sql, values![session.id, now])]).await.map(drop)
    }

    async fn end(&self, sql: &'static str, values: Vec<crate::store::Value>) -> Result<u64, Fault> {
        match self.store().write(vec![Step::any(sql, values)]).await? {
            Outcome::Done { changed } => Ok(changed),
            Outcome::Stopped(_) | Outcome::Taken => Ok(0),
        }
    }
}

impl Stored {
    fn session(&self, last_seen: Timestamp, rotated: Option<SessionToken>) -> Session {
        Session {
            id: self.id,
            person: self.person,
            language: self.language,
            created: self.created,
            last_seen,
            absolute_end: self.ends,
            client_label: self.client.clone(),
            has_news: self.has_news,
            rotated,
        }
    }
}
