//! The journal as JSON lines, out and in.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Write};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::broken::Broken;
use crate::chain::{Chain, Report};
use crate::event::{Recorded, RecordedRef, check_body, check_name};
use crate::fault::Fault;
use crate::hash::{Hash, Head};
use crate::page::Part;
use crate::queue::{Chunk, Job, Queue};

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
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    seen: Option<&'a RawValue>,
    prev_hash: Hash,
    hash: Hash,
}

/// The last line: without it nobody could tell an export from the beginning of one.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Last {
    end: End,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    events: u64,
    heads: Vec<(String, u64, Hash)>,
}

impl Last {
    /// How the line begins, and no other.
    const MARK: &str = "{\"end\":";

    fn of(report: &Report) -> Self {
        let heads = report.streams.iter().map(|(stream, head)| (stream.clone(), head.seq, head.hash));
        Self { end: End { events: report.events, heads: heads.collect() } }
    }

    fn report(self) -> Report {
        let heads = self.end.heads.into_iter().map(|(stream, seq, hash)| (stream, Head { seq, hash }));
        Report { streams: heads.collect(), events: self.end.events }
    }
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
            seen: if event.seen.is_empty() { None } else { Some(serde_json::from_str(event.seen)?) },
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
            seen: self.seen.map_or("", RawValue::get),
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
        |cause| Fault::io("Exporten kunde inte skrivas. Kontrollera utrymme och rättigheter.", cause);
    let mut chain = Chain::default();
    let mut text = Vec::new();
    while let Some(part) = parts.recv().await {
        let Part::Page(page) = part? else { continue };
        text.clear();
        for event in page.iter() {
            chain.add(&event)?;
            let line = Line::of(event).and_then(|line| serde_json::to_writer(&mut text, &line));
            line.map_err(unspoken)?;
            text.push(b'\n');
        }
        out.write_all(&text).map_err(unwritten)?;
        if let Some(broken) = page.spoiled() {
            return Err(broken.clone().into());
        }
    }
    let report = chain.finish()?;
    let mut last = serde_json::to_vec(&Last::of(&report)).map_err(unspoken)?;
    last.push(b'\n');
    out.write_all(&last).and_then(|()| out.flush()).map_err(unwritten)?;
    Ok(report)
}

fn unspoken(cause: serde_json::Error) -> Fault {
    Fault::because("En händelse kunde inte skrivas som JSON.", cause)
}

/// Checks line by line and hands over to the writer, which keeps nothing before it has heard that all is well.
///
/// `taken` are the streams that have events already.
pub(crate) async fn import(
    taken: &BTreeSet<String>,
    queue: &Queue,
    input: impl BufRead,
) -> Result<Report, ImportError> {
    let (chunks, received) = mpsc::channel(2);
    let check = async {
        // Dropped on the first bad line, which is how the writer hears that it should take everything back.
        let chunks = chunks;
        let mut reading = Reading { taken, chain: Chain::default(), stream: String::new(), line: 0 };
        let mut rows = Vec::new();
        let mut end = None;
        for text in input.lines() {
            reading.line += 1;
            let text = text.map_err(|cause| reading.refuse(&format!("den går inte att läsa ({cause})")))?;
            if text.trim().is_empty() {
                continue;
            }
            if end.is_some() {
                return Err(reading.refuse("den står efter slutraden"));
            }
            if text.starts_with(Last::MARK) {
                end = Some(reading.last(&text)?);
                continue;
            }
            rows.push(reading.event(&text)?);
            if rows.len() == CHUNK && chunks.send(Chunk::Rows(std::mem::take(&mut rows))).await.is_err() {
                // A writer that has gone away answers for itself.
                return Ok(reading.chain.report());
            }
        }
        reading.line += 1;
        let report = end.ok_or_else(|| reading.refuse("slutraden saknas, så exporten är avkapad"))?;
        let _ = chunks.send(Chunk::Rows(rows)).await;
        let _ = chunks.send(Chunk::Done(report.streams.clone())).await;
        Ok::<Report, ImportError>(report)
    };
    let (checked, written) = tokio::join!(check, queue.ask(|answer| Job::Import(received, answer)));
    let report = checked?;
    written?;
    Ok(report)
}

/// How far an import has been read.
struct Reading<'a> {
    taken: &'a BTreeSet<String>,
    chain: Chain,
    stream: String,
    line: u64,
}

impl Reading<'_> {
    fn event(&mut self, text: &str) -> Result<Recorded, ImportError> {
        let parsed: Line<'_> = serde_json::from_str(text)
            .map_err(|cause| self.refuse(&format!("den är inte en händelse ur en journal ({cause})")))?;
        let event = parsed.event();
        check_name("stream", event.stream)
            .and_then(|()| check_name("actor", event.actor))
            .and_then(|()| check_name("kind", event.kind))
            .and_then(|()| check_body(event.body))
            .map_err(|fault| self.refuse(fault.to_string().trim_end_matches('.')))?;
        if i64::try_from(event.recorded_at.as_nanosecond()).is_err() {
            return Err(self.refuse("tidpunkten ligger utanför åren 1677–2262"));
        }
        if self.stream != event.stream {
            self.begin(event.stream)?;
        }
        self.chain.add(&event).map_err(|broken| self.broken(&broken))?;
        Ok(event.into())
    }

    /// A stream comes once, and is not there already.
    fn begin(&mut self, stream: &str) -> Result<(), ImportError> {
        if self.taken.contains(stream) {
            return Err(self.refuse(&format!("strömmen {stream} har redan händelser")));
        }
        if self.chain.knows(stream) {
            return Err(self.refuse("raderna står inte i den ordning de skrevs ut"));
        }
        stream.clone_into(&mut self.stream);
        Ok(())
    }

    /// Does the last line say what was read?
    fn last(&self, text: &str) -> Result<Report, ImportError> {
        let said: Last = serde_json::from_str(text)
            .map_err(|cause| self.refuse(&format!("den är inte slutraden i en export ({cause})")))?;
        let found = self.chain.report();
        let said = said.report();
        if said.events != found.events {
            let (said, found) = (said.events, found.events);
            return Err(self.refuse(&format!("exporten skrevs med {said} händelser men har {found}")));
        }
        let ends: BTreeMap<&str, &Head> =
            said.streams.iter().map(|(stream, head)| (stream.as_str(), head)).collect();
        let moved = found.streams.iter().find(|(stream, head)| ends.get(stream.as_str()) != Some(&head));
        if let Some((stream, _)) = moved {
            return Err(
                self.refuse(&format!("strömmen {stream} slutade med en annan händelse när exporten skrevs"))
            );
        }
        if said != found {
            return Err(self.refuse("exporten skrevs med fler strömmar än den har"));
        }
        self.chain.finish().map_err(|broken| self.broken(&broken))
    }

    fn broken(&self, broken: &Broken) -> ImportError {
        let Broken { stream, seq, why } = broken;
        self.refuse(&format!("kedjan bryts i {stream} vid händelse {seq}: {why}"))
    }

    fn refuse(&self, why: &str) -> ImportError {
        ImportError::Line { line: self.line, why: why.to_owned() }
    }
}
