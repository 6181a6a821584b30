//! Initiatives: the list, the pipeline, one initiative, its application, and a form for each step on its way.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`list`] | the initiatives one may read, filtered and sorted |
//! | [`pipeline`] | the same by where they stand |
//! | [`one`] | one initiative: its line, what is needed next, money, decisions, rules, history |
//! | [`reading`] | the application and the receipt, read on a page |
//! | [`changes`] | what differs between what was handed in and what is being written |
//! | [`forms`] | one form for each noun: idea, application, submission, examination, proposal … |
//! | [`act`] | what one may do: its noun in the address, its words, and where it fits |
//! | [`scene`] | who reads which initiative, on what day, with which rights |
//!
//! A page is a function of the initiative in its association, so it shows what has happened and nothing else.

pub mod act;
pub mod changes;
pub mod forms;
pub mod list;
pub mod one;
pub mod pipeline;
pub mod reading;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod scene;

mod line;
mod matters;
mod next;
mod row;
mod standing;
mod timeline;
mod words;

pub use act::Act;
pub use row::Row;
pub use scene::{Rights, Scene, Writing};
pub use words::stage_name;
