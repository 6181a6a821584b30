//! The association's money: the yearly round with the state, contributions, invoices, shares, and their forms.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`overview`] | what waits, this year and the next, every year |
//! | [`years`] | every year, as a list |
//! | [`round`] | the round of one year, step by step |
//! | [`contributions`] | what each member contributes in a year, why, and what another amount would mean |
//! | [`invoices`] | the fixed contributions divided over the days of the year |
//! | [`due`] | what falls due of them, as a list |
//! | [`shares`] | who owns what, and what leaving or the end would give |
//! | [`forms`] | one form for each thing that is noted or fixed |
//! | [`scene`] | who reads which association's money, on what day, with which rights |
//!
//! Every figure has its source beside it, and what is not known is said to be missing.

pub mod contributions;
pub mod due;
pub mod forms;
pub mod invoices;
pub mod overview;
pub mod round;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod scene;
pub mod shares;
pub mod years;

mod bar;
mod ending;
mod parties;
mod why;
mod words;

pub use scene::{Rights, Scene, Sheet};
