//! What has ended is swept away, by somebody's login now and then.

use std::sync::atomic::Ordering;
use std::time::Duration;

use jiff::Timestamp;

use crate::fault::Fault;
use crate::store::{Step, values};
use crate::{Directory, device, invitation, log, pace, session, time};

/// What has ended is swept away at most this often, by somebody's login.
const SWEEP_EVERY: Duration = Duration::from_secs(60 * 60);

/// Invitations that were not accepted, or were, are kept for so long after their last day to explain themselves.
const INVITATIONS_EXPLAIN_FOR: Duration = Duration::from_secs(30 * 24 * 60 * 60);

impl Directory {
    /// Deletes sessions that have ended, invitations long expired, devices long unused, what the log has kept its time
    /// and counters that say nothing any more.
    ///
    /// # Errors
    /// The database failed.
    pub async fn sweep(&self, now: Timestamp) -> Result<(), Fault> {
        let settings = self.settings();
        // First what a wrong clock wrote, so that nothing stays because it lies in the future.
        let mut steps = vec![session::settle(now, settings), invitation::settle(now, settings)];
        steps.extend([
            Step::any(
                "DELETE FROM directory_session WHERE ends_at <= $1 OR last_seen_at <= $2",
                values![now, time::before(now, settings.idle)],
            ),
            Step::any(
                "DELETE FROM directory_invitation WHERE expires_at <= $1",
                values![time::before(now, INVITATIONS_EXPLAIN_FOR)],
            ),
            device::sweep(now),
            log::purge(now, settings.log_kept),
        ]);
        steps.extend(pace::sweep(now, settings));
        self.store().write(steps).await.map(drop)
    }

    pub(crate) async fn sweep_sometimes(&self, now: Timestamp) -> Result<(), Fault> {
        let (last, next) = (self.swept().load(Ordering::Relaxed), now.as_microsecond());
        // A sweep in the future was by a clock that was wrong.
        let due = last > next || next.saturating_sub(last) >= time::micros(SWEEP_EVERY);
        if due && self.swept().compare_exchange(last, next, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
            self.sweep(now).await?;
        }
        Ok(())
    }
}
