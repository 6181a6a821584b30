//! Requests to the whole server, about what stands in this wing.
#![cfg(test)]

mod allocation;
mod statistics;
