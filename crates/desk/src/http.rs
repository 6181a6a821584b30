//! The layers round every route: who asks, what every answer carries, and how bare errors are dressed.
//!
//! From the outside in: tracing, compression, security headers, [`reader::meet`] (request id, session, language;
//! dresses what comes back bare), panics, time limits, forms of other sites, and then the gate and the handler.

pub mod cookie;
mod dress;
mod headers;
mod reader;

use std::time::Duration;

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate as _};
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};
use tower_http::trace::TraceLayer;
use tracing::Span;
use tracing::field::Empty;

use crate::App;
use crate::meters::Meters;
use crate::stop::Stop;

/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the next part of what is sent may let us wait.
const NEXT_PART: Duration = Duration::from_secs(10);

/// A paper is compressed already.
const PAPERS: NotForContentType = NotForContentType::const_new("application/pdf");

/// Whether an address belongs to the API.
pub(crate) fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}

/// Puts the layers round the routes: as one, since every layer that a router is given by itself is one more box to copy
/// for each request.
pub(crate) fn wrap(router: Router, app: App) -> Router {
    let https = app.settings().https;
    let meters = app.meters().clone();
    let layers = ServiceBuilder::new()
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(span)
                .on_request(())
                .on_response(move |response: &Response<_>, took: Duration, _: &Span| {
                    answered(&meters, response, took)
                })
                .on_failure(()),
        )
        .layer(CompressionLayer::new().compress_when(DefaultPredicate::new().and(PAPERS)))
        .map_response(move |response| headers::add(https, response))
        .layer(from_fn_with_state(app, reader::meet))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(RequestBodyTimeoutLayer::new(NEXT_PART))
        .layer(CsrfLayer::new().with_rejection_response(cross));
    router
        .fallback(|| async { Stop::NotFound(None) })
        .method_not_allowed_fallback(|| async { Stop::Method })
        .layer(layers)
}

fn cross(_: ProtectionError) -> Response {
    Stop::Cross.into_response()
}

#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over so")]
fn panicked(what: Box<dyn std::any::Any + Send>) -> Response {
    let text =
        what.downcast_ref::<String>().map(String::as_str).or_else(|| what.downcast_ref::<&str>().copied());
    Stop::fault(format!("panic: {}", text.unwrap_or("without words"))).into_response()
}

/// What a request's log lines share: the route, never the address, which may carry a secret; and who, by id alone.
fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route, id = Empty, person = Empty)
}

fn answered<B>(meters: &Meters, response: &axum::http::Response<B>, took: Duration) {
    meters.request(response.status().as_u16(), took);
    tracing::info!(status = response.status().as_u16(), duration_ms = took.as_millis(), "request answered");
}

#[cfg(test)]
mod tests;
