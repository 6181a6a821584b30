//! Answering on an address until asked to stop.

use std::future::Future;
use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::{App, router, urn};

/// Answers until `stop` is ready; what has begun is finished first.
///
/// # Errors
/// The listener failed.
pub async fn serve(
    listener: TcpListener,
    app: App,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    urn::tidy(&app, None).await;
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}

/// Answers every request with one word and nothing round it: what `samordna bench` holds pages against.
///
/// # Errors
/// The listener failed.
pub async fn serve_hello(listener: TcpListener) -> std::io::Result<()> {
    let hello = axum::Router::new().route("/hello", axum::routing::get(|| async { "hello" }));
    axum::serve(listener, hello).await
}
