//! Reading on when another node has written.

use std::sync::Weak;

use journal::Moved;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::shared::Shared;

/// Reads on for as long as the engine lives. A hint that was lost costs nothing: the next one, or the next command,
/// reads everything that is missing.
pub(crate) async fn follow(shared: Weak<Shared>, mut moved: Receiver<Moved>) {
    loop {
        let stream = match moved.recv().await {
            Ok(Moved { stream, seq }) => Some((stream, seq)),
            Err(RecvError::Lagged(_)) => None,
            Err(RecvError::Closed) => return,
        };
        let Some(shared) = shared.upgrade() else { return };
        match stream {
            Some((stream, seq)) => read_on(&shared, &stream, seq).await,
            None => {
                for (stream, head) in shared.journal.streams().await.unwrap_or_default() {
                    read_on(&shared, &stream, head.seq).await;
                }
            }
        }
    }
}

async fn read_on(shared: &Shared, stream: &str, seq: u64) {
    if let Err(fault) = shared.read_on(stream, seq).await {
        tracing::error!(stream, seq, %fault, "engine.follow");
    }
}
