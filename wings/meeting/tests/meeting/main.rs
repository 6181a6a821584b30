//! Requests to the whole server, about what stands in this wing.
#![cfg(test)]

mod correcting;
mod hall;
mod live;
mod meetings;
mod notes;
mod reminders;
mod sealed;
mod secret;
