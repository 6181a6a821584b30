//! Meetings: the list, one meeting before, during and after, and the papers that come of it.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`list`], [`plan`] | the meetings to come and those held; planning one |
//! | [`one`] | one meeting: its line, what is to be done now, its papers, its agenda, what the rules say |
//! | `now`, `line` | the box at the top, and the line of steps |
//! | [`agenda`] | the agenda, and one item's form |
//! | [`attendance`], `room` | the roll call, who comes and goes, the officers; the count |
//! | [`handling`] | one item while it is handled |
//! | [`acts`], [`ballot`], [`outcome`] | proposals, votes, what a decision means for an initiative |
//! | [`assignment`] | what the meetings have told somebody to do |
//! | [`correcting`] | what was entered and may be taken back; an item without a decision; who cannot attest |
//! | [`closing`] | what is left before the meeting ends; the notice boards |
//! | [`papers`], [`reading`] | notice, minutes and extract, read on a page and acted on |
//! | [`scene`] | who meets which meeting, at what moment, with which rights |
//!
//! A page is a function of the meeting in its association, so it shows what has happened and nothing else.

pub mod acts;
pub mod agenda;
pub mod assignment;
pub mod attendance;
pub mod ballot;
pub mod closing;
pub mod correcting;
pub mod handling;
pub mod list;
pub mod one;
pub mod outcome;
pub mod papers;
pub mod plan;
pub mod reading;
pub mod scene;

mod line;
mod now;
mod room;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
mod words;

pub use scene::{Noting, Rights, Scene};
pub use words::phase_name;
