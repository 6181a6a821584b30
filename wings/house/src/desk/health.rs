//! Whether the program runs, and whether it can do its work.

use axum::extract::State;
use axum::http::StatusCode;
use desk::App;

/// `GET /healthz`: the program runs.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the databases answer, and what is sent can be saved.
pub(crate) async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    let directory = async { app.directory().ready().await.map_err(|fault| fault.to_string()) };
    let journal = async { app.engine().ready().await.map_err(|fault| fault.to_string()) };
    match tokio::try_join!(directory, journal) {
        Ok(((), ())) => (StatusCode::OK, "ready\n"),
        Err(fault) => {
            tracing::error!(fault, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
        }
    }
}
