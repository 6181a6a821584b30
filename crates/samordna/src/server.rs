//! Starting the server, and stopping it in order.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use ::errands::World;
use desk::App;
use directory::Directory;
use engine::Engine;
use jiff::tz::TimeZone;
use tokio::net::TcpListener;

use crate::config::Settings;
use crate::{clock, errands, handles, say};

/// How long the journal has to close when everybody has been answered.
const CLOSING: Duration = Duration::from_secs(5);
/// How long threads that still work, as when a paper is set, are waited for at the very end.
const LAST: Duration = Duration::from_secs(2);

/// A server that has its addresses but does not answer yet.
pub(crate) struct Ready {
    listener: TcpListener,
    metrics: Option<TcpListener>,
    /// Where it will answer.
    pub(crate) address: SocketAddr,
}

/// Runs a server to its end, and does not wait for ever for threads that still work then.
pub(crate) fn on_threads(work: impl Future<Output = ExitCode>) -> ExitCode {
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => {
            let code = runtime.block_on(work);
            runtime.shutdown_timeout(LAST);
            code
        }
        Err(why) => say::failed(1, format_args!("Servern kan inte starta sina trådar: {why}")),
    }
}

/// Takes the addresses.
///
/// # Errors
/// A Swedish sentence when an address is taken or is not one.
pub(crate) async fn listen(settings: &Settings) -> Result<Ready, String> {
    let listener = bind(&settings.listen, "--listen, till exempel 127.0.0.1:8081").await?;
    let metrics = match &settings.metrics {
        Some(address) => Some(bind(address, "--metrics, till exempel 127.0.0.1:9464").await?),
        None => None,
    };
    let address = listener.local_addr().map_err(|why| why.to_string())?;
    Ok(Ready { listener, metrics, address })
}

async fn bind(address: &str, remedy: &str) -> Result<TcpListener, String> {
    let taken = |why| format!("Adressen {address} går inte att använda: {why}. Välj en annan med {remedy}.");
    TcpListener::bind(address).await.map_err(taken)
}

/// Answers until asked to stop; what has begun is finished first, as far as the limits allow.
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
    let zone = TimeZone::get("Europe/Stockholm").map_err(|why| why.to_string())?;
    let world = World { engine: engine.clone(), directory: directory.clone() };
    let app = App::new(engine, directory, Arc::new(clock::now), settings.web, web::fronts())
        .map_err(|why| why.to_string())?;
    let mut limits = settings.limits;
    limits.connections = handles::room_for(limits.connections);
    let figures = app.clone();
    let counted = async {
        if let Some(listener) = ready.metrics {
            desk::serve_metrics(listener, figures, asked_to_stop()).await;
        }
    };
    tokio::join!(
        desk::serve(ready.listener, app, web::WINGS, limits, asked_to_stop()),
        counted,
        errands::keep(world, zone, asked_to_stop())
    );
    tracing::info!("server.stopped");
    match tokio::time::timeout(CLOSING, journal.close()).await {
        Ok(closed) => closed.map_err(|fault| fault.to_string()),
        Err(_) => Err("Journalen hann inte stängas. Det som kvitterats är sparat.".to_owned()),
    }
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
