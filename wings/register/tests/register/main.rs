//! Requests to the whole server, about what stands in this wing.
#![cfg(test)]

mod case_register;
mod invitations;
