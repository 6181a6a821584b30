//! Whether the program runs, and whether it can do its work.

use axum::extract::State;
use axum::http::StatusCode;

use crate::App;

/// `GET /healthz`: the program runs.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the databases answer.
pub(crate) async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    match app.directory().ready().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(fault) => {
            tracing::error!(fault = %fault, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
        }
    }
}
