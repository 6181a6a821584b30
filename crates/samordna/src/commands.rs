//! The commands, one file each.

pub(crate) mod bench;
pub(crate) mod demo;
pub(crate) mod law;
pub(crate) mod person;
pub(crate) mod serve;
pub(crate) mod transfer;
pub(crate) mod verify;
