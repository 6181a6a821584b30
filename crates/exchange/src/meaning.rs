//! What the cells of a table mean: ages, sexes and times, however they are written.

mod age;
mod kind;
mod sex;
mod time;

pub use age::{Age, Ages};
pub(crate) use kind::{guessed, preferred, settles_ages};
pub use sex::Sex;
pub use time::{NotATime, Time};

/// A text as it is compared, with ordinary dashes.
pub(crate) fn folded(text: &str) -> String {
    swedish::text::folded(&text.replace(['\u{2013}', '\u{2014}', '\u{2212}', '\u{2011}'], "-"))
}
