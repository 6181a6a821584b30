//! A meeting's papers as they read: what is sent or written out comes from the record, the rest from how it stands.

use desk::sealed::read;
use desk::stop::Stop;
use desk::visitor::Visitor;
use domain::Association;
use domain::ids::MeetingId;
use domain::meeting::paper;
use domain::seal::{Digest, Place};
use papers::{ChainHead, Minutes, Notice};

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
    let today = visitor.today();
    let (paper, place) = read(
        visitor,
        |a| Some(a.meetings.get(&id)?.written.as_ref()?.paper.clone()),
        |a, sealed| a.meetings.get(&id).map(|m| paper::minutes(a, m, sealed, today)),
    )
    .await?;
    let mut paper = there(paper)?;
    if let Some(place) = &place {
        paper.chain_head = head(visitor, place).await?;
    }
    Ok(Read { paper, seal: place.map(|place| place.sha256) })
}

/// Where the fact that sealed a paper stands in the journal.
async fn head(visitor: &Visitor, place: &Place) -> Result<Option<ChainHead>, Stop> {
    let head = visitor.app().engine().head_on::<Association>(visitor.slug()?, place.seq).await?;
    Ok(head.map(|(stream, head)| ChainHead { stream, seq: head.seq, hash: head.hash.to_string() }))
}

/// The notice of a meeting.
pub(super) async fn notice(visitor: &Visitor, id: MeetingId) -> Result<Notice, Stop> {
    let today = visitor.today();
    let (paper, _) = read(
        visitor,
        |a| Some(a.meetings.get(&id)?.notice.as_ref()?.paper.clone()),
        |a, sealed| a.meetings.get(&id).map(|m| paper::notice(a, m, sealed, today)),
    )
    .await?;
    there(paper)
}

/// A paper that cannot be made is one whose words are not what was sealed.
fn there<P>(paper: Option<Option<P>>) -> Result<P, Stop> {
    let paper = paper.ok_or(Stop::NotFound(Some("sammanträdet")))?;
    paper.ok_or_else(|| Stop::fault("a sealed paper is not what was sealed"))
}
