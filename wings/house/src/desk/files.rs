//! The style sheets, the scripts and the drawings: kept for a year, because a new one has a new address.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use desk::App;
use desk::stop::{Answer, Stop};

/// `GET /static/{file}`.
pub(crate) async fn send(State(app): State<App>, Path(file): Path<String>) -> Answer {
    let found = app.file(&file).ok_or(Stop::NotFound(None))?;
    let headers = [
        (header::CONTENT_TYPE, found.kind()),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, found.bytes).into_response())
}
