//! The journal as JSON lines, out and in.

use std::borrow::Cow;
use std::io::{BufRead, Write};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::event::{Recorded, RecordedRef, check_body, check_name};
use crate::fault::Fault;
use crate::handle::Journal;
use crate::hash::Hash;
use crate::page::Part;
use crate::queue::{Chunk, Job, Queue};
use crate::verify::{Chain, Report};

/// How many events travel to the writer at a time.
const CHUNK: usize = 1000;

/// The import stopped; nothing of it was kept.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ImportError {
    /// A line cannot be taken in.
    #[error("Rad {line}: {why}. Inget har importerats.")]
    Line {
        /// Which, counted from 1.
        line: u64,
        /// Why, in Swedish.
        why: String,
    },
    /// The store failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// One line: the columns of the table, with the body as the JSON it is.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    stream: Cow<'a, str>,
    seq: u64,
    id: Uuid,
    recorded_at: Timestamp,
    #[serde(borrow)]
    actor: Cow<'a, str>,
    command_id: Uuid,
    position: u32,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    version: u16,
    #[serde(borrow)]
    body: &'a RawValue,
    prev_hash: Hash,
    hash: Hash,
}

impl<'a> Line<'a> {
    fn of(event: RecordedRef<'a>) -> Result<Self, serde_json::Error> {
        Ok(Self {
            stream: event.stream.into(),
            seq: event.seq,
            id: event.id,
            recorded_at: event.recorded_at,
            actor: event.actor.into(),
            command_id: event.command_id,
            position: event.position,
            kind: event.kind.into(),
            version: event.version,
            body: serde_json::from_str(event.body)?,
            prev_hash: event.prev_hash,
            hash: event.hash,
        })
    }

    fn event(&self) -> RecordedRef<'_> {
        RecordedRef {
            stream: &self.stream,
            seq: self.seq,
            id: self.id,
            recorded_at: self.recorded_at,
            actor: &self.actor,
            command_id: self.command_id,
            position: self.position,
            kind: &self.kind,
            version: self.version,
            body: self.body.get(),
            prev_hash: self.prev_hash,
            hash: self.hash,
        }
    }
}

/// Writes what the store sends; a journal that does not add up is not exported.
pub(crate) async fn export(
    mut parts: mpsc::Receiver<Result<Part, Fault>>,
    mut out: impl Write,
) -> Result<Report, Fault> {
    let unwritten =
        |cause| Fault::because("Exporten kunde inte skrivas. Kontrollera utrymme och rättigheter.", cause);
    let mut chain = Chain::default();
    let mut text = Vec::new();
    while let Some(part) = parts.recv().await {
        let Part::Page(page) = part? else { continue };
        text.clear();
        for event in page.iter() {
            chain.add(&event)?;
            let line = Line::of(event).and_then(|line| serde_json::to_writer(&mut text, &line));
            line.map_err(|cause| Fault::because("En händelse kunde inte skrivas som JSON.", cause))?;
            text.push(b'\n');
        }
        out.write_all(&text).map_err(unwritten)?;
        if let Some(broken) = page.spoiled() {
            return Err(broken.clone().into());
        }
    }
    out.flush().map_err(unwritten)?;
    Ok(chain.report())
}

/// Checks line by line and hands over to the writer, which keeps nothing before it has heard that all is well.
pub(crate) async fn import(
    journal: &Journal,
    queue: &Queue,
    input: impl BufRead,
) -> Result<Report, ImportError> {
    let (chunks, received) = mpsc::channel(2);
    let check = async {
        // Dropped on the first bad line, which is how the writer hears that it should take everything back.
        let chunks = chunks;
        let mut chain = Chain::default();
        let mut rows = Vec::new();
        for (line, text) in (1..).zip(input.lines()) {
            let text = text.map_err(|cause| refuse(line, &format!("den går inte att läsa ({cause})")))?;
            if text.trim().is_empty() {
                continue;
            }
            rows.push(check_line(journal, &mut chain, line, &text).await?);
            if rows.len() == CHUNK && chunks.send(Chunk::Rows(std::mem::take(&mut rows))).await.is_err() {
                break;
            }
        }
        let report = chain.report();
        // A writer that has gone away answers for itself.
        let _ = chunks.send(Chunk::Rows(rows)).await;
        let _ = chunks.send(Chunk::Done(report.streams.clone())).await;
        Ok::<Report, ImportError>(report)
    };
    let (checked, written) = tokio::join!(check, queue.ask(|answer| Job::Import(received, answer)));
    let report = checked?;
    written?;
    Ok(report)
}

async fn check_line(
    journal: &Journal,
    chain: &mut Chain,
    line: u64,
    text: &str,
) -> Result<Recorded, ImportError> {
    let parsed: Line<'_> = serde_json::from_str(text)
        .map_err(|cause| refuse(line, &format!("den är inte en händelse ur en journal ({cause})")))?;
    let event = parsed.event();
    check_name("stream", event.stream)
        .and_then(|()| check_name("actor", event.actor))
        .and_then(|()| check_name("kind", event.kind))
        .and_then(|()| check_body(event.body))
        .map_err(|fault| refuse(line, fault.to_string().trim_end_matches('.')))?;
    if i64::try_from(event.recorded_at.as_nanosecond()).is_err() {
        return Err(refuse(line, "tidpunkten ligger utanför åren 1677–2262"));
    }
    if !chain.knows(event.stream) && journal.head(event.stream).await?.is_some() {
        return Err(refuse(line, &format!("strömmen {} har redan händelser", event.stream)));
    }
    chain.add(&event).map_err(|broken| {
        refuse(line, &format!("kedjan bryts i {} vid händelse {}: {}", broken.stream, broken.seq, broken.why))
    })?;
    Ok(event.into())
}

fn refuse(line: u64, why: &str) -> ImportError {
    ImportError::Line { line, why: why.to_owned() }
}
