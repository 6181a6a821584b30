//! What a form that is saved while one writes is answered: the version that it stands on, and a line for whoever writes.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::Refusal;
use jiff::Timestamp;
use kit::autosave;
use serde_json::json;

use crate::stop::{Answer, Stop};
use crate::visitor::Visitor;

/// It is saved, as a version, at a moment.
pub fn saved(visitor: &Visitor, version: u64, at: Timestamp) -> Response {
    let says = autosave::saved(visitor.lang(), visitor.app().in_sweden(at));
    Json(json!({ "version": version, "says": says })).into_response()
}

/// It is not saved; a conflict ends the saving until whoever writes has seen it.
///
/// # Errors
/// What it is about does not exist, or is not for this visitor.
pub fn unsaved(visitor: &Visitor, refusal: Refusal) -> Answer {
    let (status, why) = match refusal {
        Refusal::NotFound(what) => return Err(Stop::NotFound(Some(what))),
        Refusal::Denied(says) => return Err(Stop::SaysDenied(says)),
        Refusal::Fields(errors) => {
            let first = errors.into_iter().next().map(|error| error.says).unwrap_or_default();
            (StatusCode::UNPROCESSABLE_ENTITY, first)
        }
        Refusal::Changed(says) | Refusal::Order { says, .. } => (StatusCode::CONFLICT, says),
        Refusal::Law(findings) | Refusal::ReasonNeeded(findings) => {
            (StatusCode::CONFLICT, findings.into_iter().next().map(|f| f.says).unwrap_or_default())
        }
    };
    let says = autosave::unsaved(visitor.lang(), &why);
    Ok((status, Json(json!({ "says": says }))).into_response())
}
