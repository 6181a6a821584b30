//! Rules of the meeting: KL 4–6, 8 and 13 chap. as FinsamL 10, 19, 19 a and 28 §§ borrow them, the bylaws, and
//! practice. One file per part of a meeting, in the order it happens.

mod after;
mod minutes;
mod posting;
mod serving;
mod summons;
mod voting;

pub use after::{
    AssignmentFollowedUp, AssignmentNamesKnownPerson, Delegate, DelegatedMatter, DelegatedReported,
    DelegationLimits,
};
pub use minutes::{AttestedIn14Days, CorrectionByDecision, MinutesContent, ParagraphsUnique};
pub use posting::{
    BoardPosting, PostedIn2Days, PostedWholeAppealTime, appeal_period_ends, earliest_take_down, posting_due,
};
pub use serving::{Disqualification, Quorum, RemoteDecision, SubstituteServes};
pub use summons::{ExtraMeeting, NoticePeriod};
pub use voting::{FinancingStated, MatterKind, OneVoteEach, OpenVote, ReservationInTime, Tie, VoteOutcome};
