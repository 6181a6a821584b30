//! Starting the server, and stopping it in order.

use std::net::SocketAddr;
use std::sync::Arc;

use directory::Directory;
use engine::Engine;
use tokio::net::TcpListener;
use web::{App, Settings};

use crate::clock;

/// A server that has its address but does not answer yet.
pub(crate) struct Ready {
    listener: TcpListener,
    /// Where it will answer.
    pub(crate) address: SocketAddr,
}

/// Takes the address.
///
/// # Errors
/// A Swedish sentence when the address is taken or is not one.
pub(crate) async fn listen(address: &str) -> Result<Ready, String> {
    let remedy = "Välj en annan med --listen, till exempel 127.0.0.1:8081.";
    let taken = |why: std::io::Error| format!("Adressen {address} går inte att använda: {why}. {remedy}");
    let listener = TcpListener::bind(address).await.map_err(taken)?;
    let address = listener.local_addr().map_err(taken)?;
    Ok(Ready { listener, address })
}

/// Answers until asked to stop; what has begun is finished first.
///
/// # Errors
/// A Swedish sentence when the server cannot go on.
pub(crate) async fn run(
    ready: Ready,
    engine: Engine,
    directory: Directory,
    settings: Settings,
) -> Result<(), String> {
    let journal = engine.journal().clone();
    let app = App::new(engine, directory, Arc::new(clock::now), settings).map_err(|why| why.to_string())?;
    web::serve(ready.listener, app, asked_to_stop()).await.map_err(|why| why.to_string())?;
    tracing::info!("server.stopped");
    journal.close().await.map_err(|fault| fault.to_string())
}

async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}
