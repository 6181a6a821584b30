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
    /// Attempts to log in as one e-mail address from one network address.
    pub pace_per_pair: Pace,
    /// Attempts to log in as one e-mail address, from anywhere: mild, because a stranger can use it up.
    pub pace_per_account: Pace,
    /// Attempts to log in from one network address, as anybody: mild, because a whole office may share it.
    pub pace_per_client: Pace,
    /// Attempts from a device that has logged in to the account before, within a session, and with codes.
    pub pace_when_known: Pace,
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

/// So many failures without a pause, then growing pauses, and a rest after which the count begins anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The failure with this number is the first that is followed by a pause.
    pub free: u32,
    /// The first pause; each failure doubles it.
    pub first: Duration,
    /// The longest pause.
    pub longest: Duration,
    /// So long without a failure, and the count begins anew.
    pub rest: Duration,
}

impl Pace {
    /// A pace, in seconds.
    pub const fn new(free: u32, first: u64, longest: u64, rest: u64) -> Self {
        let seconds = Duration::from_secs;
        Self { free, first: seconds(first), longest: seconds(longest), rest: seconds(rest) }
    }
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
            pace_per_pair: Pace::new(10, 5, 15 * 60, 60 * 60),
            pace_per_account: Pace::new(100, 1, 30, 60 * 60),
            pace_per_client: Pace::new(100, 1, 60, 10 * 60),
            pace_when_known: Pace::new(10, 5, 5 * 60, 60 * 60),
            connections: 8,
        }
    }
}
