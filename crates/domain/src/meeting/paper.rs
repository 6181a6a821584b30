//! A meeting's papers: the notice, the minutes, and one paragraph of them.
//!
//! What has been sent or written out is sealed ([`crate::seal`]) and reads for ever as it did; the rest follows from how
//! the meeting stands today. Signatures and announcements are facts of their own, and are added when minutes are shown.

pub(crate) mod matters;
pub(crate) mod minutes;
pub(crate) mod notice;
mod seats;
mod since;
#[cfg(test)]
mod tests;

pub(crate) use seats::called;

use jiff::civil::Date;
use papers::{Minutes, Notice};

use crate::meeting::state::Meeting;
use crate::seal::Sealed;
use crate::state::Association;

/// The minutes as they read on a day: as they were written out, with what has come since; or as they stand while they
/// are not. `sealed` is what the fact at [`Meeting::written`] holds.
///
/// Nothing, when they are written out and `sealed` is not what was written.
pub fn minutes(
    association: &Association,
    meeting: &Meeting,
    sealed: Option<&Sealed>,
    today: Date,
) -> Option<Minutes> {
    let paper = match &meeting.written {
        Some(written) => sealed.filter(|s| s.sha256 == written.paper.sha256)?.open()?,
        None => minutes::content(association, meeting),
    };
    Some(since::since(paper, association, meeting, today))
}

/// The call to a meeting: as it was sent, or dated today while it is being written. `sealed` is what the fact at
/// [`Meeting::notice`] holds.
///
/// Nothing, when it is sent and `sealed` is not what was sent.
pub fn notice(
    association: &Association,
    meeting: &Meeting,
    sealed: Option<&Sealed>,
    today: Date,
) -> Option<Notice> {
    match &meeting.notice {
        Some(sent) => sealed.filter(|s| s.sha256 == sent.paper.sha256)?.open(),
        None => Some(notice::content(association, meeting, &notice::Sending::Draft(today))),
    }
}

/// The name of the body that meets.
fn body(association: &Association, meeting: &Meeting) -> String {
    association.mandates.bodies.get(&meeting.plan.body).map_or_else(String::new, |b| b.name.clone())
}
