//! The program as whoever runs an installation meets it: processes, folders, exit codes.

#![cfg(test)]

mod backup;
mod folder;
mod program;
