//! A meeting's papers as they read: what is sent or written out comes from the record, the rest from how it stands.

use desk::stop::Stop;
use desk::visitor::Visitor;
use domain::Association;
use domain::ids::MeetingId;
use domain::meeting::paper;
use domain::meeting::state::Meeting;
use domain::seal::{Digest, Place, Sealed};
use papers::{Minutes, Notice};

/// Minutes as they read now.
#[derive(Debug)]
pub(super) struct Read {
    /// What they say.
    pub(super) paper: Minutes,
    /// What one attests who has read them; nothing while they are not written out.
    pub(super) seal: Option<Digest>,
}

/// The minutes of a meeting.
pub(super) async fn minutes(visitor: &Visitor, id: MeetingId) -> Result<Read, Stop> {
    let place = |m: &Meeting| m.written.as_ref().map(|w| w.paper.clone());
    let paper = read(visitor, id, place, paper::minutes).await?;
    let (paper, place) = paper;
    Ok(Read { paper, seal: place.map(|place| place.sha256) })
}

/// The notice of a meeting.
pub(super) async fn notice(visitor: &Visitor, id: MeetingId) -> Result<Notice, Stop> {
    let place = |m: &Meeting| m.notice.as_ref().map(|sent| sent.paper.clone());
    Ok(read(visitor, id, place, paper::notice).await?.0)
}

type Make<P> = fn(&Association, &Meeting, Option<&Sealed>, jiff::civil::Date) -> Option<P>;

/// Reads what is sealed, and makes the paper of it; once more, when it was sealed anew in between.
async fn read<P>(
    visitor: &Visitor,
    id: MeetingId,
    place: impl Fn(&Meeting) -> Option<Place>,
    make: Make<P>,
) -> Result<(P, Option<Place>), Stop> {
    loop {
        let at = look(visitor, id, |_, meeting| place(meeting))?;
        let sealed = match &at {
            Some(at) => words(visitor, at).await?,
            None => None,
        };
        let today = visitor.today();
        let made = look(visitor, id, |association, meeting| {
            (place(meeting) == at).then(|| make(association, meeting, sealed.as_ref(), today))
        })?;
        if let Some(paper) = made {
            let paper = paper.ok_or_else(|| Stop::fault("a sealed paper is not what was sealed"))?;
            return Ok((paper, at));
        }
    }
}

async fn words(visitor: &Visitor, at: &Place) -> Result<Option<Sealed>, Stop> {
    let event = visitor.app().engine().event_on::<Association>(visitor.slug()?, at.seq).await?;
    Ok(event.as_ref().and_then(paper::sealed_in).cloned())
}

fn look<R>(
    visitor: &Visitor,
    id: MeetingId,
    look: impl FnOnce(&Association, &Meeting) -> R,
) -> Result<R, Stop> {
    let found = visitor.read(|association| association.meetings.get(&id).map(|m| look(association, m)))?;
    found.ok_or(Stop::NotFound(Some("sammanträdet")))
}
