//! Assignments (sv. *uppdrag*) given at meetings: they live on until reported as done.
//!
//! | decision | file | rules |
//! | --- | --- | --- |
//! | give, report, finish an assignment | `assignment/follow_up.rs` | assignments-followed-up, assignment-known-person, correction-by-decision |

pub mod events;
pub mod follow_up;
pub mod state;

crate::act::acts! {
    follow_up { GiveAssignment, ReportAssignment, FinishAssignment }
}
