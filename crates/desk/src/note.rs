//! The note of an item as the secretary writes it: a working copy beside the minutes, until it is saved in them.
//!
//! What is noted is a fact when it is saved. While it is written it lies in the workroom, so that a crash, a lost
//! connection or a second secretary loses nothing; saving it, or sealing the minutes, deletes the copy.

use directory::{CopyId, WorkingCopy};
use domain::ids::{ItemId, MeetingId, PersonId};
use domain::meeting::paragraf::WriteNote;
use domain::{Association, Command, meeting};
use jiff::Timestamp;
use uuid::Uuid;

use crate::App;
use crate::stop::Stop;

/// What the workroom calls it.
const KIND: &str = "note";

/// A note as it is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// The version of the working copy, also when there is nothing in it.
    pub version: u64,
    /// What it says, beside what stands in the minutes.
    pub written: Option<WriteNote>,
    /// Who saved it last, and when.
    pub last: Option<(PersonId, Timestamp)>,
}

/// The note of an item as it is being written.
///
/// # Errors
/// The workroom cannot be read.
pub async fn read(app: &App, slug: &str, meeting: MeetingId, item: ItemId) -> Result<Note, Stop> {
    note(&app.directory().workroom().working_copy(&name(slug, meeting, item)).await?)
}

/// What a command leaves no copies of, when it is carried out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Over {
    /// The note is saved in the minutes.
    Noted(MeetingId, ItemId),
    /// The minutes are sealed.
    Sealed(MeetingId),
}

/// What a command leaves no copies of.
pub(crate) fn over(command: &Command) -> Option<Over> {
    let Command::Meeting(command) = command else { return None };
    if let meeting::Command::WriteNote(note) = command {
        Some(Over::Noted(note.meeting, note.item))
    } else if let meeting::Command::AttestMinutes(attest) = command {
        Some(Over::Sealed(attest.meeting))
    } else {
        None
    }
}

/// Deletes the copies that are over.
pub(crate) async fn clear(app: &App, slug: &str, over: Over, by: PersonId, at: Timestamp) {
    let (workroom, by) = (app.directory().workroom(), directory::PersonId(by.0));
    let cleared = match over {
        Over::Noted(meeting, item) => workroom.discard_copy(&name(slug, meeting, item), by, at).await,
        Over::Sealed(meeting) => sealed(app, slug, Some(meeting), by, at).await,
    };
    if let Err(fault) = cleared {
        // The fact stands in the record; the copy is shown as unsaved, or goes with the next start.
        tracing::error!(%fault, "note.not_cleared");
    }
}

/// Deletes what a stopped server left of minutes that are sealed.
pub(crate) async fn tidy(app: &App, at: Timestamp) {
    let nobody = directory::PersonId(Uuid::nil());
    for association in app.engine().associations() {
        if let Err(fault) = sealed(app, &association.slug, None, nobody, at).await {
            tracing::error!(%fault, "notes.untidy");
        }
    }
}

async fn sealed(
    app: &App,
    slug: &str,
    only: Option<MeetingId>,
    by: directory::PersonId,
    at: Timestamp,
) -> Result<(), directory::Fault> {
    let workroom = app.directory().workroom();
    for (subject, _) in workroom.working_copies(slug, KIND).await? {
        let Some(meeting) = subject.split_once('/').and_then(|(meeting, _)| meeting.parse().ok()) else {
            continue;
        };
        let id = MeetingId(meeting);
        let is_sealed = |a: &Association| a.meetings.get(&id).is_some_and(|m| !m.attested.is_empty());
        if only.is_none_or(|only| only == id) && app.engine().read(slug, is_sealed) == Some(true) {
            let copy = CopyId { place: slug.to_owned(), kind: KIND, subject };
            workroom.discard_copy(&copy, by, at).await?;
        }
    }
    Ok(())
}

pub(crate) fn name(slug: &str, meeting: MeetingId, item: ItemId) -> CopyId {
    CopyId { place: slug.to_owned(), kind: KIND, subject: format!("{meeting}/{item}") }
}

pub(crate) fn note(copy: &WorkingCopy) -> Result<Note, Stop> {
    let written = copy.content.as_deref().map(serde_json::from_str).transpose().map_err(Stop::fault)?;
    let last = copy.last.map(|(by, at)| (PersonId(by.0), at));
    Ok(Note { version: copy.version, written, last })
}
