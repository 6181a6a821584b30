//! Whether the server stops, for answers that would otherwise not end.

use tokio::sync::watch;

/// Tells an answer that goes on and on that the server stops; every request of a connection carries one.
#[derive(Clone, Debug)]
pub struct Closing(Option<watch::Receiver<bool>>);

impl Closing {
    pub(super) fn new(told: watch::Receiver<bool>) -> Self {
        Self(Some(told))
    }

    /// Where no server runs.
    pub fn never() -> Self {
        Self(None)
    }

    /// Waits until the server stops.
    pub async fn told(&mut self) {
        match &mut self.0 {
            // Whoever tells it being gone says the same.
            Some(closing) => drop(closing.wait_for(|closing| *closing).await),
            None => std::future::pending().await,
        }
    }
}
