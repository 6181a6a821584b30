//! The functional core of Samordna: what one association has done, and what may be done next.
//!
//! Read [`decision`] first (how a command becomes events or a refusal), then [`event`] and [`state`], then any one of
//! the capabilities: they all have the same skeleton. What several associations share is in [`county`] and
//! [`national`]. No clock, no I/O, no randomness: the day is an argument.

pub mod act;
pub mod aggregate;
pub mod assignment;
pub mod association;
pub mod authority;
pub mod case_register;
pub mod command;
#[cfg(test)]
mod corpus;
pub mod county;
pub mod decision;
pub mod duties;
pub mod entry;
pub mod event;
mod fields;
pub mod funding;
pub mod geography;
pub mod ids;
pub mod initiative;
pub mod made;
pub mod mandate;
pub mod meeting;
pub mod national;
mod paper;
pub mod reminder;
pub mod seal;
#[cfg(test)]
mod sequences;
pub mod shared;
pub mod state;
#[cfg(test)]
mod states;
pub mod step;
pub mod subject;
#[cfg(test)]
pub(crate) mod testing;
pub mod todo;

pub use aggregate::Aggregate;
pub use command::{Command, decide};
pub use decision::{Ctx, Decided, Entered, FieldError, Refusal};
pub use event::{Event, Meta};
pub use made::Made;
pub use state::Association;
