//! The pieces pages are made of.
//!
//! Colour never says anything alone: a tag, a step and a finding have words, and a shape that differs without colour.

mod findings;
mod layout;
mod process;
mod table;

pub use findings::{citation, finding, findings};
pub use layout::{columns, counter, empty, facts, note, outputs, section_nav};
pub use process::{Entry, Step, StepState, Tone, status, steps, timeline};
pub use table::{Column, table};
