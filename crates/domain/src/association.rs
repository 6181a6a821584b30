//! The association itself (sv. *samordningsförbundet*): its members, parties and the bylaws parameters that rules read.
//!
//! | decision | file | rules |
//! | --- | --- | --- |
//! | found the association, take in members, set bylaws, name people, note a budget | `association/establish.rs` | seats-per-member, shared-seat |
//! | allow remote participation | `association/remote.rs` | – (remote-decision is asked at the meeting) |

pub mod establish;
pub mod events;
pub mod remote;
pub mod state;

crate::act::acts! {
    establish { FoundAssociation, TakeInMember, SetBylaws, NamePerson, NoteBudget, ShareOffice }
    remote { DecideRemoteParticipation }
}
