//! The whole of `web` in one process: real stores in a temporary folder, requests without a network.
#![cfg(test)]

mod access;
mod api;
mod connections;
mod errors;
mod forms;
mod headers;
mod lists;
mod logs;
mod same;
