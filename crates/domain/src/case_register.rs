//! The case register (sv. *diariet*): every received and drawn-up document, under a case with a number.
//!
//! | decision | file | rules |
//! | --- | --- | --- |
//! | open a case, register a document, close a case | `case_register/register.rs` | registered-without-delay, entry-complete, secrecy-marked |
//! | register a meeting's notice or minutes | `case_register/meeting_paper.rs` | registered-without-delay, entry-complete |

pub mod events;
pub mod meeting_paper;
pub mod register;
pub mod state;

crate::act::acts! {
    register { OpenCase, RegisterDocument, CloseCase }
    meeting_paper { RegisterMeetingPaper }
}
