//! The only clock: everything else is told the time.

use jiff::Timestamp;

/// The present moment.
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
