//! The commands, one file each.

pub(crate) mod allocate;
pub(crate) mod backup;
pub(crate) mod bench;
pub(crate) mod contributions;
pub(crate) mod csv_input;
pub(crate) mod demo;
pub(crate) mod errands;
pub(crate) mod law;
pub(crate) mod log;
pub(crate) mod partitions;
pub(crate) mod person;
pub(crate) mod scenario;
pub(crate) mod serve;
pub(crate) mod statistics;
pub(crate) mod transfer;
pub(crate) mod verify;
