//! Requests to the whole server, about what stands in this wing.
#![cfg(test)]

mod journeys;
mod steps;
