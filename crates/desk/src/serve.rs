//! Answering on an address until asked to stop: a full house makes room, and nobody can hold the door.
//!
//! | file | what it decides |
//! | --- | --- |
//! | `limits` | how many, and how long each part of a request may take |
//! | `doors` | who is let in, and who gives way when it is full |
//! | `connection` | one connection, from its first byte to its last |
//! | `closing` | whether the server stops, for answers that would otherwise not end |

mod closing;
mod connection;
mod doors;
mod limits;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::header;
use axum::routing::get;
use futures_util::future::BoxFuture;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::meters::{self, Ended, Meters};
use crate::router::router;
use crate::wing::Wing;
use crate::{App, note, urn};
pub use closing::Closing;
use doors::Doors;
pub use limits::Limits;

/// How long nobody new is taken in when the system could not give us a connection.
const BREATH: Duration = Duration::from_millis(100);

/// Answers until `stop` is ready; what has begun is finished first, for as long as the limits allow.
pub async fn serve(
    listener: TcpListener,
    app: App,
    wings: &'static [&'static Wing],
    limits: Limits,
    stop: impl Future<Output = ()> + Send,
) {
    tidied(&app).await;
    let doors = Doors::new(limits, app.settings().proxies.clone(), app.meters().clone());
    answer(listener, router(app, wings), doors, Box::pin(stop)).await;
}

/// Once what an earlier run left half done in the workroom is brought to its end.
fn tidied(app: &App) -> BoxFuture<'_, ()> {
    Box::pin(async move {
        urn::tidy(app, None).await;
        app.drawer().tidy(app.now()).await;
        note::tidy(app, app.now()).await;
    })
}

/// Answers the operator's own system with what has been counted, until `stop` is ready.
pub async fn serve_metrics(listener: TcpListener, app: App, stop: impl Future<Output = ()> + Send) {
    let text = move || std::future::ready(([(header::CONTENT_TYPE, meters::KIND)], app.meters().text()));
    let routes = Router::new().route("/metrics", get(text));
    // Its own doors: whoever fills the house does not keep the operator from seeing it.
    let doors = Doors::new(Limits::few(), crate::Proxies::default(), Meters::default());
    answer(listener, routes, doors, Box::pin(stop)).await;
}

/// Answers every request with one word and nothing round it: what `samordna bench` holds pages against.
///
/// # Errors
/// The listener failed.
pub fn serve_hello(listener: TcpListener) -> BoxFuture<'static, std::io::Result<()>> {
    Box::pin(async move {
        let hello = axum::Router::new().route("/hello", axum::routing::get(|| async { "hello" }));
        axum::serve(listener, hello).await
    })
}

/// In a box, so that a connection is compiled here and not once more in every crate that serves.
fn answer(
    listener: TcpListener,
    routes: Router,
    doors: Arc<Doors>,
    stop: BoxFuture<'_, ()>,
) -> BoxFuture<'_, ()> {
    Box::pin(taking_in(listener, routes, doors, stop))
}

async fn taking_in(listener: TcpListener, routes: Router, doors: Arc<Doors>, mut stop: BoxFuture<'_, ()>) {
    let (closing, closed) = watch::channel(false);
    let mut open = JoinSet::new();
    loop {
        tokio::select! {
            () = &mut stop => break,
            met = listener.accept() => match met {
                Ok((stream, peer)) => {
                    if let Some(place) = doors.admit(peer.ip()) {
                        open.spawn(connection::answer(stream, peer, routes.clone(), place, closed.clone()));
                    }
                }
                Err(why) if is_theirs(&why) => {}
                Err(why) => {
                    tracing::error!(error = %why, "connections.not_accepted");
                    doors.make_room();
                    tokio::time::sleep(BREATH).await;
                }
            },
            Some(_) = open.join_next() => {}
        }
    }
    drop(listener);
    closing.send_replace(true);
    let finished =
        tokio::time::timeout(doors.limits().stopping, async { while open.join_next().await.is_some() {} });
    if finished.await.is_err() {
        tracing::warn!(connections = open.len(), "connections.cut_off");
        doors.meters().ended(Ended::CutOff, open.len());
        open.shutdown().await;
    }
}

/// Whether it was the one connection that failed, and not our taking it in.
fn is_theirs(why: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(why.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
