//! What the tests of the other crates stand on.

pub mod postgres;
