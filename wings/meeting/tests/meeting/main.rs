//! Requests to the whole server, about what stands in this wing.
#![cfg(test)]

mod meetings;
mod sealed;
mod secret;
