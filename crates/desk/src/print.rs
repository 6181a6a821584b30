//! Setting papers as PDF, beside the requests and a few at a time.

use axum::http::header;
use axum::response::IntoResponse;
use documents::{Fault, Pdf};
use tokio::sync::Semaphore;

use crate::stop::{Answer, Stop};

/// How many papers are set at once: each takes a core and some tens of megabytes while it is set.
static PRESSES: Semaphore = Semaphore::const_new(2);

/// Sets a paper and answers with it.
///
/// # Errors
/// The form and the paper do not fit.
pub async fn pdf(name: &str, set: impl FnOnce() -> Result<Pdf, Fault> + Send + 'static) -> Answer {
    let turn = PRESSES.acquire().await.map_err(Stop::fault)?;
    let set = tokio::task::spawn_blocking(set).await;
    drop(turn);
    let Pdf(bytes) = set.map_err(Stop::fault)?.map_err(Stop::fault)?;
    let shown = format!("inline; filename=\"{name}.pdf\"");
    let kind = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, shown)];
    Ok((kind, bytes).into_response())
}
