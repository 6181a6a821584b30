//! The directory: people, how they log in, how to reach them, and how that is erased.
//!
//! Everything here may have to be forgotten, which is why it does not stand in the journal; the journal names a person by
//! [`PersonId`] only. Nothing here knows what anybody decided.
//!
//! | file | what one can do |
//! | --- | --- |
//! | `people` | find a person, change the own contact details, set a language |
//! | `claim` | an own address that is not confirmed yet; find it by its code, confirm it (`confirming`) |
//! | `closing` | close an account, end sessions, erase contact details |
//! | `invitation` | a link for a first password, and one for a new password; accept once |
//! | `password` | what a password must be; change the own one (`changing`) |
//! | `login` | log in, with growing pauses (`pace`) that do not stop a known device (`device`) |
//! | `owner` | the password once more, before what opens or leads to the account changes |
//! | `session` | who is reading, rotation of the token, ending sessions |
//! | `workroom` | what must be able to vanish beside the record: what is being written, and the urns of secret votes |
//! | `errand` | the turn at what the clock sets going, and how far it has come |
//! | `reminder` | that something was to have been done by a day |
//! | `log` | the security log, and what a person is told at the next login |
//! | `sweeping` | sweep away what has ended |
//! | `store` | SQLite and PostgreSQL behind one small interface |
//!
//! Time is an argument everywhere. Refusals are enums whose text is a Swedish sentence for the page; a [`Fault`] is ours.

mod actor;
mod address;
mod cache;
mod changing;
mod claim;
mod closing;
mod confirming;
mod contact;
mod device;
mod directory;
mod errand;
mod fault;
mod hashing;
mod ids;
mod invitation;
mod language;
mod log;
mod login;
mod owner;
mod pace;
mod password;
mod people;
mod place;
mod reminder;
mod session;
mod settings;
mod store;
mod sweeping;
mod time;
mod token;
mod workroom;

pub use actor::{By, Client, Operator};
pub use cache::OTHER_NODES_FOLLOW_WITHIN;
pub use claim::Claim;
pub use contact::{Contact, ContactRefused};
pub use directory::Directory;
pub use errand::{Failed, GivenUp, Turn};
pub use fault::{Fault, Why};
pub use ids::{PersonId, SessionId};
pub use invitation::{Guest, Invitation, InvitationRefused, Purpose};
pub use language::Language;
pub use log::{Entry, Note, SecurityAct, Who};
pub use login::{LoggedIn, LoginRefused};
pub use password::{ChangeRefused, LONGEST, PasswordRefused, SHORTEST, check};
pub use people::{Holder, Person};
pub use place::Place;
pub use reminder::Reminder;
pub use session::Session;
pub use settings::{Hashing, Pace, Settings};
pub use token::{DeviceToken, InvitationToken, SessionToken};
pub use workroom::{CopyId, Saved, Tally, Unfinished, UrnRefused, VoteId, WorkingCopy, Workroom};
