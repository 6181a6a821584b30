//! A meeting (sv. *sammanträde*): from plan to the notice taken down from the notice board.
//!
//! | decision | file | rules |
//! | --- | --- | --- |
//! | plan a meeting | `meeting/plan.rs` | extra-meeting |
//! | set the agenda | `meeting/agenda.rs` | prepared-before-decision |
//! | send the notice | `meeting/notice.rs` | notice-period |
//! | open, close, name chair, secretary and attesters | `meeting/session.rs` | – |
//! | who is present, serves, attends remotely, is disqualified | `meeting/attendance.rs` | substitute-serves-own-member, remote-decision |
//! | take up an item under its paragraph | `meeting/paragraf.rs` | quorum, paragraphs-unique, correction-by-decision |
//! | propose and vote | `meeting/vote.rs` | quorum, one-vote-each, open-vote, tie |
//! | put a secret slip, count the slips | `meeting/slip.rs` | one-vote-each |
//! | decide | `meeting/decide.rs` | quorum, disqualification, appeal-notice; those of the initiative in `initiative/decide.rs` |
//! | reserve | `meeting/reservation.rs` | reservation-in-time |
//! | write the minutes | `meeting/minutes.rs` | minutes-content, correction-by-decision |
//! | attest | `meeting/attest.rs` | attested-in-14-days |
//! | replace an attester, refuse to attest, attest at a later meeting | `meeting/attesters.rs` | attested-in-14-days |
//! | take back what was entered wrongly | `meeting/take_back.rs`; what rests on what in `meeting/entry.rs` | – |
//! | leave an item without a decision | `meeting/undecided.rs` | – |
//! | post and take down the notice | `meeting/posting.rs` | posted-in-2-days, posted-whole-appeal-time |
//!
//! What several decisions ask first stands in `meeting/checks.rs`; the rules observed afterwards in
//! `meeting/compliance.rs`.

mod about;
pub mod agenda;
pub mod attendance;
pub mod attest;
pub mod attesters;
pub(crate) mod ballot;
pub(crate) mod checks;
pub mod compliance;
pub mod decide;
pub mod entry;
pub mod events;
pub mod matter;
pub mod minutes;
pub mod notice;
pub mod paper;
pub mod paragraf;
pub mod phrases;
pub mod plan;
pub mod posting;
pub mod reservation;
pub mod session;
pub mod slip;
pub mod state;
pub mod take_back;
#[cfg(test)]
pub(crate) mod tests;
pub mod undecided;
pub mod vote;

crate::act::acts! {
    plan { PlanMeeting }
    agenda { AddItem, ChangeItem, MoveItem, RemoveItem }
    notice { SendNotice }
    session { OpenMeeting, NameOfficers, CloseMeeting }
    attendance { NoteAttendance, NoteLeaving, NoteDisqualification }
    paragraf { TakeUpItem, WriteNote }
    vote { MakeProposal, OpenVote, CastBallot, CloseVote }
    decide { MakeDecision }
    reservation { NotifyReservation }
    minutes { WriteMinutes, NameSource }
    attest { AttestMinutes }
    attesters { ReplaceAttester, RefuseAttestation, AttestAtMeeting }
    take_back { TakeBack }
    undecided { LeaveUndecided }
    posting { PostNotice, TakeDownNotice }
}
