//! How many may be connected, and how long each part of a request may take.

use std::time::Duration;

/// How many may be connected, and how long each part of a request may take; start from [`Limits::default`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Connections in all.
    pub connections: usize,
    /// Connections from one client; a trusted proxy is many clients and is not held to it.
    pub per_client: usize,
    /// Until the whole head of a request has come, from the answer before it or from the connection's first moment.
    pub head: Duration,
    /// The same for a trusted proxy, which keeps its connections for whoever comes next.
    pub head_of_proxy: Duration,
    /// Until a client takes more of an answer.
    pub writing: Duration,
    /// Until what had begun is cut off when the server stops.
    pub stopping: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4096,
            per_client: 100,
            head: Duration::from_secs(15),
            head_of_proxy: Duration::from_secs(75),
            writing: Duration::from_secs(30),
            stopping: Duration::from_secs(20),
        }
    }
}

impl Limits {
    /// For an address that only the operator's own system asks at.
    pub(super) fn few() -> Self {
        Self { connections: 16, per_client: 16, stopping: Duration::from_secs(1), ..Self::default() }
    }
}
