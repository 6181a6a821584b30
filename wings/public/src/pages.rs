//! The pages that anybody reads.

pub mod announcements;
pub mod boards;
pub mod home;
pub mod rules;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod statement;
