//! The pages of the house itself.

pub mod account;
pub mod overview;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
