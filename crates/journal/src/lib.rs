//! The journal: the append-only, hash-chained record that everything else is a function of.
//!
//! A stream is a sequence of events; an event is a kind, a version and one line of JSON that this crate stores
//! and never reads. What it promises:
//!
//! - **Durable before acknowledged.** [`Journal::append`] answers when the event survives a power cut.
//! - **First come, first served.** A batch says which event it was decided on; if somebody was first, the answer
//!   is [`Appended::Conflict`] and nothing is written.
//! - **Safe to retry.** The same `command_id` again is [`Appended::AlreadyWritten`], on any node.
//! - **Provable.** Every event carries the hash of the one before it, and every command points out what was written
//!   last in the other streams ([`struct@Hash`] says over which bytes), so [`Journal::verify`] names the first place
//!   where the record does not add up. Against a record that was written anew from some point to its end only heads
//!   help that were saved elsewhere: [`Journal::verify_against`].
//!
//! Two stores keep these promises behind the one handle: SQLite in a folder, with one writer thread, and
//! PostgreSQL, shared by several nodes, with one writer task per node. Both write what has queued up while the
//! last commit was on its way to the disk as one transaction, so thirty writers cost little more than one.

pub mod bench;
mod broken;
mod chain;
mod event;
mod fault;
mod folder;
mod follow;
mod handle;
mod hash;
mod judge;
mod link;
mod page;
mod place;
mod postgres;
mod probe;
mod queue;
mod saved;
mod schema;
mod seen;
mod sqlite;
mod transfer;
mod verify;

pub use broken::Broken;
pub use chain::Report;
pub use event::{Appended, Batch, NewEvent, Recorded, RecordedRef};
pub use fault::{Fault, Why};
pub use follow::Moved;
pub use handle::Journal;
pub use hash::{Hash, Head, NotAHash};
pub use place::Place;
pub use saved::{Difference, NotSaved, Saved, WHOLE};
pub use transfer::ImportError;
pub use verify::VerifyError;
