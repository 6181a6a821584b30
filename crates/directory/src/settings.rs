//! What an operator may want to change, each with the value we would choose.

use std::time::Duration;

/// How a directory behaves; start from [`Settings::default`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What a password hash costs.
    pub hashing: Hashing,
    /// How many passwords are hashed at the same time; each takes the memory of [`Hashing::memory_kib`].
    pub hashes_at_once: usize,
    /// How many more may wait for their turn before people are asked to come back.
    pub hashes_waiting: usize,
    /// A session that is not used for this long ends.
    pub idle: Duration,
    /// A session ends after this long however much it is used.
    pub absolute: Duration,
    /// A session's token is replaced when it is this old.
    pub rotate_every: Duration,
    /// For so long the replaced token still works, so that requests under way survive.
    pub rotation_overlap: Duration,
    /// How long an invitation can be accepted.
    pub invitation_lasts: Duration,
    /// How long the security log is kept.
    pub log_kept: Duration,
    /// Attempts to log in as one e-mail address.
    pub pace_per_email: Pace,
    /// Attempts to log in from one network address.
    pub pace_per_client: Pace,
    /// Connections to PostgreSQL; SQLite has no use for it.
    pub connections: u32,
}

/// The parameters of argon2id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hashing {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// So many attempts at once, then one in each interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How many attempts are free after a long rest.
    pub at_once: u32,
    /// How long it takes to earn one more.
    pub one_per: Duration,
}

impl Default for Settings {
    /// argon2id at 19 MiB and two passes, an hour idle, half a day at most.
    fn default() -> Self {
        Self {
            hashing: Hashing { memory_kib: 19 * 1024, passes: 2, lanes: 1 },
            hashes_at_once: 2,
            hashes_waiting: 64,
            idle: Duration::from_secs(60 * 60),
            absolute: Duration::from_secs(12 * 60 * 60),
            rotate_every: Duration::from_secs(15 * 60),
            rotation_overlap: Duration::from_secs(60),
            invitation_lasts: Duration::from_secs(14 * 24 * 60 * 60),
            log_kept: Duration::from_secs(365 * 24 * 60 * 60),
            pace_per_email: Pace { at_once: 10, one_per: Duration::from_secs(60) },
            pace_per_client: Pace { at_once: 30, one_per: Duration::from_secs(10) },
            connections: 8,
        }
    }
}
