//! Requests to the whole server, about what stands in this wing.
#![cfg(test)]

mod drafts;
mod journeys;
mod killed;
mod steps;
