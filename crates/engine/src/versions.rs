//! Listening for what comes after.

use std::sync::Arc;

use domain::Aggregate;
use tokio::sync::watch;

/// Tells the versions of one aggregate as they come. Whoever is slow misses those in between and is told the newest.
#[derive(Debug)]
pub struct Versions<A>(watch::Receiver<Arc<A>>);

impl<A: Aggregate> Versions<A> {
    pub(crate) fn new(states: watch::Receiver<Arc<A>>) -> Self {
        Self(states)
    }

    /// The version that stands now.
    pub fn now(&mut self) -> u64 {
        self.0.borrow_and_update().version()
    }

    /// The next version that has not been told; `None` when the engine is gone.
    pub async fn next(&mut self) -> Option<u64> {
        self.0.changed().await.ok()?;
        Some(self.now())
    }
}
