//! The style sheet, the script and the icon: kept for a year, because a new one has a new address.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use pages::statics;

use crate::stop::{Answer, Stop};

/// `GET /static/{file}`.
pub(crate) async fn send(Path(file): Path<String>) -> Answer {
    let (_, found) = statics::ALL.iter().find(|(name, _)| *name == file).ok_or(Stop::NotFound(None))?;
    let headers =
        [(header::CONTENT_TYPE, found.kind()), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, found.bytes).into_response())
}
