//! What a fact about a meeting is about: the meeting, or one item of it.

use crate::ids::{ItemId, MeetingId};
use crate::meeting::events::Event;
use crate::seal::Sealed;
use crate::subject::Subject;

impl Event {
    /// Which meeting it is about.
    pub fn meeting(&self) -> MeetingId {
        match self {
            Self::Planned(plan) => plan.meeting,
            Self::ItemAdded { meeting, .. }
            | Self::ItemChanged { meeting, .. }
            | Self::ItemMoved { meeting, .. }
            | Self::ItemRemoved { meeting, .. }
            | Self::NoticeSent { meeting, .. }
            | Self::Opened { meeting, .. }
            | Self::OfficersNamed { meeting, .. }
            | Self::Attended { meeting, .. }
            | Self::LeftMeeting { meeting, .. }
            | Self::Disqualified { meeting, .. }
            | Self::TakenUp { meeting, .. }
            | Self::Noted { meeting, .. }
            | Self::ProposalMade { meeting, .. }
            | Self::VoteOpened { meeting, .. }
            | Self::BallotCast { meeting, .. }
            | Self::SlipsCounted { meeting, .. }
            | Self::VoteClosed { meeting, .. }
            | Self::Decided { meeting, .. }
            | Self::Reserved { meeting, .. }
            | Self::Closed { meeting, .. }
            | Self::MinutesWritten { meeting, .. }
            | Self::Attested { meeting, .. }
            | Self::Posted { meeting, .. }
            | Self::TakenDown { meeting, .. }
            | Self::TakenBack { meeting, .. }
            | Self::LeftUndecided { meeting, .. }
            | Self::AttesterReplaced { meeting, .. }
            | Self::AttestationRefused { meeting, .. }
            | Self::AttestedAtMeeting { meeting, .. }
            | Self::RecordedFrom { meeting, .. } => *meeting,
        }
    }

    /// The item it is about; none where it is about the whole meeting.
    pub fn item(&self) -> Option<ItemId> {
        match self {
            Self::ItemAdded { item, .. }
            | Self::ItemChanged { item, .. }
            | Self::ItemMoved { item, .. }
            | Self::ItemRemoved { item, .. }
            | Self::Disqualified { item, .. }
            | Self::TakenUp { item, .. }
            | Self::Noted { item, .. }
            | Self::ProposalMade { item, .. }
            | Self::VoteOpened { item, .. }
            | Self::BallotCast { item, .. }
            | Self::SlipsCounted { item, .. }
            | Self::VoteClosed { item, .. }
            | Self::Decided { item, .. }
            | Self::LeftUndecided { item, .. }
            | Self::Reserved { item, .. } => Some(*item),
            Self::TakenBack { entry, .. } => entry.item(),
            Self::Planned(_)
            | Self::NoticeSent { .. }
            | Self::Opened { .. }
            | Self::OfficersNamed { .. }
            | Self::Attended { .. }
            | Self::LeftMeeting { .. }
            | Self::Closed { .. }
            | Self::MinutesWritten { .. }
            | Self::Attested { .. }
            | Self::Posted { .. }
            | Self::TakenDown { .. }
            | Self::AttesterReplaced { .. }
            | Self::AttestationRefused { .. }
            | Self::AttestedAtMeeting { .. }
            | Self::RecordedFrom { .. } => None,
        }
    }

    /// What it is about: an item, or the whole meeting.
    pub fn about(&self) -> Subject {
        let meeting = self.meeting();
        self.item().map_or(Subject::Meeting(meeting), |item| Subject::Item(meeting, item))
    }

    /// Whether minutes tell of it, so that what was written out before it says too little. Who attests, where it is
    /// announced and which source an old record has are added to minutes that are written out.
    pub(crate) fn told_in_minutes(&self) -> bool {
        !matches!(
            self,
            Self::Planned(_)
                | Self::NoticeSent { .. }
                | Self::MinutesWritten { .. }
                | Self::Attested { .. }
                | Self::Posted { .. }
                | Self::TakenDown { .. }
                | Self::AttesterReplaced { .. }
                | Self::AttestationRefused { .. }
                | Self::AttestedAtMeeting { .. }
                | Self::RecordedFrom { .. }
        )
    }

    /// The paper that it seals.
    pub(crate) fn sealed(&self) -> Option<&Sealed> {
        if let Self::NoticeSent { paper, .. } | Self::MinutesWritten { paper, .. } = self {
            return Some(paper);
        }
        None
    }
}
