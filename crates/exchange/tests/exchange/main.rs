//! The crate as its users see it: the same figures in every format, what is asked, what is refused, and what is written.
#![cfg(test)]

mod any_bytes;
mod formats;
mod large;
mod mistaken;
mod need;
mod questions;
mod sample;
mod scenario;
mod written;
