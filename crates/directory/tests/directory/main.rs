//! What the directory promises, tried on SQLite and on PostgreSQL alike.
#![cfg(test)]

mod ground;

mod claims;
mod clock;
mod closing;
mod copies;
mod erasure;
mod errands;
mod invitations;
mod limits;
mod log;
mod passwords;
mod people;
mod sessions;
mod stores;
mod tokens;
mod urns;
