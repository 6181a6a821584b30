//! Who asks: the request's number, the session and the language; and what comes back bare is dressed.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use directory::{Language, Session};
use jiff::Timestamp;
use kit::Lang;
use tracing::Span;
use uuid::Uuid;

use super::cookie::{self, Cookies};
use super::dress;
use crate::stop::Stop;
use crate::visitor::{Seen, Visitor};
use crate::way_back::WayBack;
use crate::{App, kept};

/// Meets a request: finds out who asks, and sees that the answer is one a person can read.
pub(crate) async fn meet(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let now = app.now();
    if is_plain(request.uri().path()) {
        let visitor = Visitor::new(seen(&app, &request, None, now));
        request.extensions_mut().insert(visitor.clone());
        return dress::dress(&visitor, next.run(request).await).await;
    }
    let token = bearer(request.headers())
        .or_else(|| Cookies::of(request.headers(), app.settings()).session)
        .map(str::to_owned);
    let found = match &token {
        Some(token) => app.directory().session(token, now).await,
        None => Ok(None),
    };
    let (session, fault) = match found {
        Ok(session) => (session, None),
        Err(fault) => (None, Some(fault)),
    };
    let rotated = session.as_ref().and_then(|s| s.rotated.clone());
    let stale = token.is_some() && session.is_none() && fault.is_none();
    let visitor = Visitor::new(seen(&app, &request, session, now));
    let span = Span::current();
    span.record("id", tracing::field::display(visitor.request_id()));
    if let Some(person) = visitor.person() {
        span.record("person", tracing::field::display(person.0));
    }
    request.extensions_mut().insert(visitor.clone());
    let response = match fault {
        Some(fault) => {
            kept::keeping(request, |_| std::future::ready(Stop::from(fault).into_response())).await
        }
        None => next.run(request).await,
    };
    let mut response = dress::dress(&visitor, response).await;
    let sets_its_own = response.headers().contains_key(header::SET_COOKIE);
    if let Some(token) = rotated {
        cookie::set(&mut response, &cookie::session(app.settings(), Some(token.as_str())));
    } else if stale && !sets_its_own && bearer_free(&response) {
        cookie::set(&mut response, &cookie::session(app.settings(), None));
    }
    response
}

/// Files and health need to know nobody.
fn is_plain(path: &str) -> bool {
    path.starts_with("/static/") || matches!(path, "/healthz" | "/readyz")
}

fn bearer_free(response: &Response) -> bool {
    !response.headers().contains_key(header::WWW_AUTHENTICATE)
}

/// The token of a program that uses the API.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn seen(app: &App, request: &Request, session: Option<Session>, now: Timestamp) -> Seen {
    let cookies = Cookies::of(request.headers(), app.settings());
    let lang = language(&session, cookies.language, request.headers());
    let address = request.uri().path_and_query().map_or("/", |a| a.as_str()).to_owned();
    let back =
        if request.method().is_safe() { WayBack::read(&address) } else { came_from(request.headers()) };
    Seen {
        app: app.clone(),
        lang,
        now,
        address,
        back,
        flash: cookies.flash.map(str::to_owned),
        device: cookies.device.map(str::to_owned),
        request_id: Uuid::new_v4(),
        client: client(request, app),
        agent: agent(request.headers()),
        host: host(request.headers()),
        session,
    }
}

/// The page a form was sent from, as the browser tells it: a place that can be asked for again.
fn came_from(headers: &HeaderMap) -> WayBack {
    let told = headers.get(header::REFERER).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let path = told.split_once("://").and_then(|(_, rest)| rest.get(rest.find('/')?..)).unwrap_or("/");
    WayBack::read(path)
}

/// The person's own choice, or the browser's earlier choice, or what the browser prefers.
fn language(session: &Option<Session>, chosen: Option<&str>, headers: &HeaderMap) -> Lang {
    if let Some(session) = session {
        return match session.language {
            Language::Sv => Lang::Sv,
            Language::En => Lang::En,
        };
    }
    if let Some(lang) = chosen.and_then(Lang::from_code) {
        return lang;
    }
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    wanted.split(',').find_map(|one| Lang::from_code(one.trim().get(..2)?)).unwrap_or_default()
}

fn client(request: &Request, app: &App) -> String {
    let Some(peer) = request.extensions().get::<ConnectInfo<SocketAddr>>() else { return String::new() };
    let told = app.settings().proxies.client(peer.0.ip(), request.headers());
    if told.ignored {
        app.meters().ignored();
    }
    told.client.to_string()
}

/// The name by which the client reached us; none when it is not one.
fn host(headers: &HeaderMap) -> Option<Authority> {
    let told = headers.get(header::HOST)?.to_str().ok()?.parse::<Authority>().ok()?;
    (!told.as_str().contains('@')).then_some(told)
}

/// What the list of sessions calls the client: its browser and system, no more.
fn agent(headers: &HeaderMap) -> String {
    let told = headers.get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| told.contains(mark)).map(|(_, name)| *name)
    };
    let browser =
        first(&[("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")]);
    let system = first(&[
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "Program".to_owned(),
    }
}
