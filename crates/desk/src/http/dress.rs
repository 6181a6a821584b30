//! Bare errors become pages in the reader's language, or problem+json for programs; a fault is logged here, once.

use access::Role;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use directory::SecurityAct;
use kit::form::Form;
use kit::{Lang, Markup, stop as page};

use crate::kept::Kept;
use crate::login;
use crate::stop::Stop;
use crate::visitor::Visitor;
use crate::{roles, security};

/// Dresses an answer that is bare; leaves the others alone.
pub(crate) async fn dress(visitor: &Visitor, mut response: Response) -> Response {
    let Some(stop) = response.extensions_mut().remove::<Stop>().or_else(|| bare(&response)) else {
        return response;
    };
    match &stop {
        Stop::Fault(what) | Stop::Away(what) | Stop::Full(what) => {
            tracing::error!(request.id = %visitor.request_id(), fault = what, "request failed");
        }
        Stop::Denied(action) => {
            tracing::warn!(action = action.name(), "denied");
            security::note(visitor, SecurityAct::Denied, action.name()).await;
        }
        Stop::SaysDenied(_) => security::note(visitor, SecurityAct::Denied, "command").await,
        Stop::Cross => security::note(visitor, SecurityAct::Denied, "cross-site").await,
        Stop::NotFound(_)
        | Stop::LogIn
        | Stop::TooMany(_)
        | Stop::TooLarge
        | Stop::Garbled
        | Stop::Slow
        | Stop::Stalled
        | Stop::Method => {}
    }
    let mut dressed = if super::is_api(visitor.path()) {
        problem(visitor, &stop)
    } else if matches!(stop, Stop::LogIn) {
        login::ask(visitor)
    } else {
        let (title, main) = match response.extensions_mut().remove::<Kept>() {
            Some(kept) => waiting(visitor, &stop, kept),
            None => shown(visitor, &stop),
        };
        visitor.answer(stop.status(), title, false, &main)
    };
    if let Some(seconds) = stop.retry_after() {
        dressed.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Some(allow) = response.headers_mut().remove(header::ALLOW) {
        dressed.headers_mut().insert(header::ALLOW, allow);
    }
    dressed
}

/// What a library answered without words of ours.
fn bare(response: &Response) -> Option<Stop> {
    let kind =
        response.headers().get(header::CONTENT_TYPE).map_or(Ok(""), HeaderValue::to_str).unwrap_or_default();
    if !(kind.is_empty() || kind.starts_with("text/plain")) {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND => Some(Stop::NotFound(None)),
        StatusCode::METHOD_NOT_ALLOWED => Some(Stop::Method),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Stop::TooLarge),
        StatusCode::REQUEST_TIMEOUT => Some(Stop::Stalled),
        StatusCode::SERVICE_UNAVAILABLE => Some(Stop::Slow),
        StatusCode::FORBIDDEN => Some(Stop::Cross),
        StatusCode::UNAUTHORIZED => Some(Stop::LogIn),
        status if status.is_client_error() => Some(Stop::Garbled),
        status if status.is_server_error() => Some(Stop::fault(status)),
        _ => None,
    }
}

/// The page of a stop that passes, with the form that was sent: it can be sent again.
fn waiting(visitor: &Visitor, stop: &Stop, kept: Kept) -> (&'static str, Markup) {
    let (title, why) = shown(visitor, stop);
    match kept {
        Kept::Form(typed) => {
            let form = Form::new(visitor.lang(), visitor.path(), "").filled(typed);
            (title, page::waiting(&form, &why))
        }
        Kept::TooMuch => (title, page::waiting_in_browser(visitor.lang(), &why)),
    }
}

/// The page of a stop: its title and what stands on it.
fn shown(visitor: &Visitor, stop: &Stop) -> (&'static str, Markup) {
    let lang = visitor.lang();
    let unreadable = |title, says| (lang.t(title), page::unreadable(lang, title, says));
    match stop {
        Stop::NotFound(what) => (lang.t("not-found-title"), page::not_found(lang, *what)),
        Stop::Denied(action) => {
            (lang.t("denied-title"), page::denied(lang, action.swedish(), &who_may(visitor, *action), None))
        }
        Stop::SaysDenied(says) => (lang.t("denied-title"), page::denied_says(lang, says)),
        Stop::LogIn => unreadable("log-in", "login-needed"),
        Stop::TooLarge => unreadable("too-large-title", "too-large-says"),
        Stop::Garbled => unreadable("garbled-title", "garbled-says"),
        Stop::Cross => unreadable("cross-title", "cross-says"),
        Stop::Slow => unreadable("slow-title", "slow-says"),
        Stop::Stalled => unreadable("stalled-title", "stalled-says"),
        Stop::Method => unreadable("method-title", "method-says"),
        Stop::TooMany(seconds) => (lang.t("too-many-title"), page::too_many(lang, *seconds)),
        Stop::Away(_) => unreadable("away-title", "away-says"),
        Stop::Full(_) => unreadable("full-title", "full-says"),
        Stop::Fault(_) => (lang.t("fault-title"), page::fault(lang, &visitor.request_id().to_string())),
    }
}

/// The roles that may, by the policies themselves; facts that could make the difference are taken as given.
fn who_may(visitor: &Visitor, action: access::Action) -> Vec<&'static str> {
    let access = visitor.app().access();
    let given = access::Facts::AT_BEST;
    let person = access::Roles::of([Role::Person]);
    if access.allows(person, action, given) {
        // Not the role decides but the part one has in the thing itself.
        return Vec::new();
    }
    let may = |role: &&Role| access.allows(person.with(**role), action, given);
    Role::ALL.iter().filter(may).map(|role| roles::called(visitor.lang(), *role)).collect()
}

/// RFC 9457.
pub(crate) fn problem(visitor: &Visitor, stop: &Stop) -> Response {
    let (title, _) = shown(visitor, stop);
    let status = stop.status();
    let (title, detail) = match stop {
        Stop::LogIn => (Lang::Sv.t("log-in"), Some(Lang::Sv.t("login-needed").to_owned())),
        Stop::Fault(_) => (title, Some(visitor.request_id().to_string())),
        Stop::SaysDenied(says) => (title, Some(says.clone())),
        Stop::NotFound(what) => (title, what.map(str::to_owned)),
        Stop::Denied(action) => (title, Some(action.swedish().to_owned())),
        Stop::TooMany(_) => (title, Some(Lang::Sv.t("too-many-says").to_owned())),
        Stop::Away(_) => (title, Some(Lang::Sv.t("away-says").to_owned())),
        Stop::Full(_) => (title, Some(Lang::Sv.t("full-says").to_owned())),
        Stop::TooLarge | Stop::Garbled | Stop::Cross | Stop::Slow | Stop::Stalled | Stop::Method => {
            (title, None)
        }
    };
    let body = serde_json::json!({
        "type": "about:blank",
        "title": title,
        "status": status.as_u16(),
        "detail": detail.unwrap_or_else(|| title.to_owned()),
        "instance": format!("urn:uuid:{}", visitor.request_id()),
    });
    let kind = [(header::CONTENT_TYPE, "application/problem+json")];
    let mut response = (status, kind, body.to_string()).into_response();
    if matches!(stop, Stop::LogIn) {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
