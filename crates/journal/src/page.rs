//! Events in bulk: many rows, one piece of text that they borrow from.
//!
//! Reading a million events must not mean five million small strings. A page is filled by whichever store reads
//! it, travels through a channel, and is looked at row by row where it arrives.

use jiff::Timestamp;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::broken::Broken;
use crate::event::RecordedRef;
use crate::fault::Fault;
use crate::hash::{Hash, Head};

/// How many rows a page holds at most.
pub(crate) const ROWS: u64 = 1024;
/// At how much text a page is full before it has so many rows.
const TEXT: usize = 1 << 20;

/// A row as a store hands it over: nothing about it is believed yet.
#[derive(Debug)]
pub(crate) struct Raw<'a> {
    pub(crate) stream: &'a [u8],
    pub(crate) seq: i64,
    pub(crate) id: &'a [u8],
    pub(crate) recorded_at: i64,
    pub(crate) actor: &'a [u8],
    pub(crate) command_id: &'a [u8],
    pub(crate) position: i64,
    pub(crate) kind: &'a [u8],
    pub(crate) version: i64,
    pub(crate) body: &'a [u8],
    pub(crate) seen: &'a [u8],
    pub(crate) prev_hash: &'a [u8],
    pub(crate) hash: &'a [u8],
}

/// A piece of the page's text.
#[derive(Debug, Clone, Copy, Default)]
struct Span {
    start: usize,
    end: usize,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    stream: Span,
    seq: u64,
    id: Uuid,
    recorded_at: Timestamp,
    actor: Span,
    command_id: Uuid,
    position: u32,
    kind: Span,
    version: u16,
    body: Span,
    seen: Span,
    prev_hash: Hash,
    hash: Hash,
}

/// Some events, in order, and perhaps the row after them that could not be read.
#[derive(Debug, Default)]
pub(crate) struct Page {
    text: String,
    rows: Vec<Row>,
    spoiled: Option<Broken>,
}

/// What a store sends when everything is asked for: the heads first, then the events by stream and number.
#[derive(Debug)]
pub(crate) enum Part {
    Heads(Vec<(String, Head)>),
    Page(Page),
}

/// Sends a stream's events page by page, always one ahead of whoever looks at them.
///
/// `read` is given the number to read on from and how many rows to read at most. Each page is a short read of its
/// own, so that a slow receiver holds nothing up.
pub(crate) fn send<F: Future<Output = Result<Page, Fault>> + Send>(
    mut after: u64,
    mut limit: u64,
    read: impl Fn(u64, u64) -> F + Send + 'static,
) -> mpsc::Receiver<Result<Page, Fault>> {
    let (sender, receiver) = mpsc::channel(1);
    tokio::spawn(async move {
        while limit > 0 {
            let most = limit.min(ROWS);
            let page = read(after, most).await;
            let (count, last) = match &page {
                Ok(page) if !page.is_last(most) => (page.len(), page.last()),
                Ok(_) | Err(_) => (0, None),
            };
            if sender.send(page).await.is_err() {
                return;
            }
            let Some(last) = last else { return };
            after = last;
            limit = limit.saturating_sub(count);
        }
    });
    receiver
}

impl Page {
    pub(crate) fn is_full(&self) -> bool {
        self.len() >= ROWS || self.text.len() >= TEXT
    }

    fn len(&self) -> u64 {
        self.rows.len() as u64
    }

    fn last(&self) -> Option<u64> {
        self.rows.last().map(|row| row.seq)
    }

    /// Nothing readable follows it, if so many rows were asked for.
    pub(crate) fn is_last(&self, asked: u64) -> bool {
        self.is_spoiled() || (self.len() < asked && !self.is_full())
    }

    pub(crate) fn is_spoiled(&self) -> bool {
        self.spoiled.is_some()
    }

    /// The row that could not be read, if there was one.
    pub(crate) fn spoiled(&self) -> Option<&Broken> {
        self.spoiled.as_ref()
    }

    /// Adds a row, or takes down why it is not one; nothing is added after that.
    pub(crate) fn push(&mut self, raw: &Raw<'_>) {
        match self.row(raw) {
            Ok(row) => self.rows.push(row),
            Err(what) => {
                let stream = String::from_utf8_lossy(raw.stream).into_owned();
                let seq = u64::try_from(raw.seq).unwrap_or(0);
                let why = format!("kolumnen {what} har ett otillåtet värde");
                self.spoiled.get_or_insert(Broken { stream, seq, why });
            }
        }
    }

    fn row(&mut self, raw: &Raw<'_>) -> Result<Row, &'static str> {
        let last = self.rows.last().copied();
        Ok(Row {
            stream: self.span(raw.stream, last.map(|r| r.stream)).ok_or("stream")?,
            seq: u64::try_from(raw.seq).map_err(|_| "seq")?,
            id: Uuid::from_slice(raw.id).map_err(|_| "id")?,
            recorded_at: Timestamp::from_nanosecond(i128::from(raw.recorded_at))
                .map_err(|_| "recorded_at")?,
            actor: self.span(raw.actor, last.map(|r| r.actor)).ok_or("actor")?,
            command_id: Uuid::from_slice(raw.command_id).map_err(|_| "command_id")?,
            position: u32::try_from(raw.position).map_err(|_| "position")?,
            kind: self.span(raw.kind, last.map(|r| r.kind)).ok_or("kind")?,
            version: u16::try_from(raw.version).map_err(|_| "version")?,
            body: self.span(raw.body, None).ok_or("body")?,
            seen: self.span(raw.seen, None).ok_or("seen")?,
            prev_hash: raw.prev_hash.try_into().map(Hash).map_err(|_| "prev_hash")?,
            hash: raw.hash.try_into().map(Hash).map_err(|_| "hash")?,
        })
    }

    /// Puts a text on the page, or finds that the row before had the same one.
    fn span(&mut self, bytes: &[u8], before: Option<Span>) -> Option<Span> {
        if let Some(span) = before
            && self.at(span).as_bytes() == bytes
        {
            return Some(span);
        }
        let start = self.text.len();
        self.text.push_str(str::from_utf8(bytes).ok()?);
        Some(Span { start, end: self.text.len() })
    }

    fn at(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = RecordedRef<'_>> {
        self.rows.iter().map(|row| RecordedRef {
            stream: self.at(row.stream),
            seq: row.seq,
            id: row.id,
            recorded_at: row.recorded_at,
            actor: self.at(row.actor),
            command_id: row.command_id,
            position: row.position,
            kind: self.at(row.kind),
            version: row.version,
            body: self.at(row.body),
            seen: self.at(row.seen),
            prev_hash: row.prev_hash,
            hash: row.hash,
        })
    }
}
