//! Files that people have sent and that wait to be read in: kept in memory for a while, each for the one who sent it.
//!
//! Nothing is written to disk, and another node does not know of them: whoever is asked for a file that is not here
//! says so, and the person chooses it again.

use std::sync::{Mutex, PoisonError};

use axum::body::{Body, Bytes};
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::header;
use domain::ids::PersonId;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use crate::sent::whole;
use crate::stop::Stop;

/// The most a file may hold.
pub const LARGEST: usize = 8 * 1024 * 1024;
/// What stands round a file in a form.
const AROUND: usize = 64 * 1024;
/// How many files are kept for one person.
const EACH: usize = 8;
/// How much is kept for all.
const ALL: usize = 64 * 1024 * 1024;
/// For how long after it was last looked at.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(1);
/// How long a file's name may be.
const NAME: usize = 200;

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// What it is called in an address: its content decides.
    pub id: String,
    /// What it is called by the one who sent it.
    pub name: String,
    /// What it holds.
    pub bytes: Bytes,
}

impl Upload {
    /// A file with its content.
    pub fn new(name: &str, bytes: Bytes) -> Self {
        let digest = Sha256::digest(&bytes);
        let id = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Self { id, name: plain(name), bytes }
    }
}

/// The name alone: some browsers send the folders too.
fn plain(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(NAME).collect();
    name.trim().to_owned()
}

/// Why no file was received.
#[derive(Clone, Debug)]
pub enum NotReceived {
    /// None was chosen.
    None,
    /// It is empty.
    Empty,
    /// It is too large.
    TooLarge,
    /// The form did not arrive whole, or was no form with a file.
    Garbled,
}

/// Receives the file of a form, of a field by name. At most one file and what stands round it is ever in memory.
pub async fn receive(request: Request, field: &str) -> Result<Upload, NotReceived> {
    let kind = request.headers().get(header::CONTENT_TYPE).cloned();
    let body = match whole(request.into_body(), LARGEST + AROUND).await {
        Ok(body) => body,
        Err(Stop::TooLarge) => return Err(NotReceived::TooLarge),
        Err(_) => return Err(NotReceived::Garbled),
    };
    if body.is_empty() {
        return Err(NotReceived::None);
    }
    let mut whole = Request::new(Body::from(body));
    whole.headers_mut().extend(kind.map(|kind| (header::CONTENT_TYPE, kind)));
    // It is received already, and was counted then.
    DefaultBodyLimit::disable().apply(&mut whole);
    let mut form = Multipart::from_request(whole, &()).await.map_err(|_| NotReceived::Garbled)?;
    while let Some(part) = form.next_field().await.map_err(|_| NotReceived::Garbled)? {
        if part.name() == Some(field) {
            return taken(part).await;
        }
    }
    Err(NotReceived::None)
}

async fn taken(part: Field<'_>) -> Result<Upload, NotReceived> {
    let name = part.file_name().unwrap_or_default().to_owned();
    let bytes = part.bytes().await.map_err(|_| NotReceived::Garbled)?;
    match bytes.len() {
        0 if name.is_empty() => Err(NotReceived::None),
        0 => Err(NotReceived::Empty),
        length if length > LARGEST => Err(NotReceived::TooLarge),
        _ => Ok(Upload::new(&name, bytes)),
    }
}

/// The files that are kept.
#[derive(Debug, Default)]
pub struct Uploads {
    /// The one that was looked at last is last.
    kept: Mutex<Vec<Held>>,
}

#[derive(Debug)]
struct Held {
    person: PersonId,
    looked_at: Timestamp,
    upload: Upload,
}

impl Uploads {
    /// Keeps a file for a person; the oldest give way.
    pub fn keep(&self, person: PersonId, upload: Upload, now: Timestamp) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        forget(&mut kept, now);
        kept.retain(|held| held.person != person || held.upload.id != upload.id);
        while kept.iter().filter(|held| held.person == person).count() >= EACH {
            drop_first(&mut kept, |held| held.person == person);
        }
        while !kept.is_empty() && size(&kept).saturating_add(upload.bytes.len()) > ALL {
            drop_first(&mut kept, |_| true);
        }
        kept.push(Held { person, looked_at: now, upload });
    }

    /// A person's own file, while it is kept.
    pub fn find(&self, person: PersonId, id: &str, now: Timestamp) -> Option<Upload> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        forget(&mut kept, now);
        let at = kept.iter().position(|held| held.person == person && held.upload.id == id)?;
        let mut held = kept.remove(at);
        held.looked_at = now;
        let upload = held.upload.clone();
        kept.push(held);
        Some(upload)
    }
}

/// Lets go of what nobody has looked at for long.
fn forget(kept: &mut Vec<Held>, now: Timestamp) {
    kept.retain(|held| now.duration_since(held.looked_at) < KEPT_FOR);
}

fn drop_first(kept: &mut Vec<Held>, which: impl Fn(&Held) -> bool) {
    if let Some(at) = kept.iter().position(which) {
        kept.remove(at);
    }
}

fn size(kept: &[Held]) -> usize {
    kept.iter().map(|held| held.upload.bytes.len()).sum()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(minutes * 60).unwrap()
    }

    fn small(content: u8) -> Upload {
        Upload::new("tabell.csv", Bytes::from(vec![content; 10]))
    }

    #[test]
    fn a_file_is_found_by_its_content_and_only_by_the_one_who_sent_it() {
        let uploads = Uploads::default();
        uploads.keep(person(1), small(1), at(0));
        let id = small(1).id;
        assert_eq!(uploads.find(person(1), &id, at(1)), Some(small(1)));
        assert_eq!(uploads.find(person(2), &id, at(1)), None);
        assert_eq!(uploads.find(person(1), &small(2).id, at(1)), None);
    }

    #[test]
    fn a_file_that_nobody_looks_at_is_gone_in_an_hour() {
        let uploads = Uploads::default();
        uploads.keep(person(1), small(1), at(0));
        uploads.keep(person(1), small(2), at(0));
        assert!(uploads.find(person(1), &small(1).id, at(59)).is_some());
        assert!(uploads.find(person(1), &small(2).id, at(60)).is_none());
        assert!(uploads.find(person(1), &small(1).id, at(118)).is_some(), "looking at it keeps it");
        assert!(uploads.find(person(1), &small(1).id, at(178)).is_none());
    }

    #[test]
    fn the_oldest_gives_way_when_one_has_many() {
        let uploads = Uploads::default();
        uploads.keep(person(2), small(100), at(0));
        for content in 0..9 {
            uploads.keep(person(1), small(content), at(0));
        }
        uploads.keep(person(1), small(8), at(0));
        let found = |content| uploads.find(person(1), &small(content).id, at(0)).is_some();
        assert!(!found(0) && (1..9).all(found), "the same file twice is one");
        assert!(uploads.find(person(2), &small(100).id, at(0)).is_some());
    }

    #[test]
    fn all_of_them_together_are_bounded() {
        let uploads = Uploads::default();
        for content in 0..9 {
            let upload = Upload::new("stor.csv", Bytes::from(vec![content; LARGEST]));
            uploads.keep(person(content.into()), upload, at(0));
        }
        let kept = uploads.kept.lock().unwrap();
        assert_eq!((kept.len(), size(&kept)), (8, ALL));
        assert_eq!(kept.first().map(|held| held.person), Some(person(1)));
    }

    #[test]
    fn a_name_is_without_folders_and_never_long() {
        assert_eq!(plain("C:\\Users\\asa\\tabell.csv"), "tabell.csv");
        assert_eq!(plain("../../etc/tabell\u{0}.csv"), "tabell.csv");
        assert_eq!(plain(&"å".repeat(500)).chars().count(), NAME);
    }
}
