//! The login on the way to a page; a form whose session had ended in the middle waits and is sent after it.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kit::form::{Form, Typed};
use kit::login::{AFTER, KEPT};
use kit::shell::escape_path;

use crate::kept::{Kept, carried};
use crate::sent::{FORM_LIMIT, Sent};
use crate::visitor::{Visitor, go};
use crate::way_back::WayBack;

/// The login, above whatever was asked for.
pub fn page(visitor: &Visitor, status: StatusCode, form: &Form, wrong: Option<&str>) -> Response {
    let main = kit::login::log_in(form, wrong, visitor.app().settings().demo);
    visitor.answer(status, visitor.lang().t("log-in"), form.problem.is_some() || wrong.is_some(), &main)
}

/// Sends somebody who asked for a page to the login, and back afterwards.
pub fn ask(visitor: &Visitor) -> Response {
    let to = format!("/logga-in?{AFTER}={}", escape_path(visitor.address()));
    go(&to).unwrap_or_else(IntoResponse::into_response)
}

/// Answers somebody who sent a form with the login, which keeps what was typed.
pub async fn ask_keeping(visitor: &Visitor, request: Request) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let sends_file = kind.is_some_and(|kind| kind.starts_with("multipart/form-data"));
    let sent = match Sent::of(request, FORM_LIMIT).await {
        Ok(sent) => sent,
        // A file does not wait: its page comes after the login, and there it is chosen again.
        Err(_) if sends_file => Sent::default(),
        Err(stop) => return stop.into_response(),
    };
    let kept: Vec<(String, String)> =
        sent.typed.pairs().map(|(name, value)| (format!("{KEPT}{name}"), value.to_owned())).collect();
    // A button with nothing in it is pressed again on its page; there is nothing to keep.
    let nothing = kept.is_empty() && !sends_file;
    let after = if nothing { WayBack::default() } else { WayBack::read(visitor.path()) };
    let (typed, not_kept) = match carried(Typed::new(kept)) {
        Kept::Form(typed) => (typed, None),
        Kept::TooMuch => (Typed::default(), Some(visitor.lang().t("login-not-kept"))),
    };
    let form = visitor.form("/logga-in").filled(typed).with(AFTER, after.as_str());
    let mut response = page(visitor, StatusCode::UNAUTHORIZED, &form, not_kept);
    response
        .headers_mut()
        .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Cookie realm=\"Samordna\""));
    response
}
