//! Telling an open page that there is something new: a number, and nothing else.
//!
//! The page that is told fetches itself anew, through the gate like any other request. So nothing secret travels here,
//! whoever misses a number has missed nothing, and a page works as it always has where no script listens.

mod listening;

use std::convert::Infallible;
use std::time::Duration;

use access::Action;
use axum::body::{Body, Bytes};
use axum::extract::Extension;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use domain::meeting::state::Meeting;
use domain::{Association, authority};
use engine::Versions;
use futures_util::StreamExt as _;
use futures_util::stream::unfold;
use tokio::time::{Interval, interval};

use crate::roles::Named;
use crate::serve::Closing;
use crate::stop::{Answer, Stop};
use crate::urn;
use crate::visitor::{Visitor, Voted};
use listening::{Listeners, Listening};

/// How often a page is told where things stand though nothing has happened, so that it knows that we are here.
const BEAT: Duration = Duration::from_secs(15);

/// One page that listens.
struct Line {
    visitor: Visitor,
    action: Action,
    versions: Versions<Association>,
    closing: Closing,
    beats: Interval,
    /// The meeting is over: what has just been told was the last.
    over: bool,
    _place: Listening,
}

/// The number of what a page of a meeting shows: it changes when the page may look otherwise. Slips are counted as the
/// page itself shows who has put one.
pub fn number(version: u64, voted: &Voted) -> String {
    let slips: usize = voted.values().map(std::collections::BTreeSet::len).sum();
    format!("{version}.{slips}")
}

/// Tells the numbers for as long as the meeting is held, and the visitor may ask for its page and is there to listen.
///
/// # Errors
/// The visitor listens in too many places already, or there is no such association.
pub fn answer(visitor: &Visitor, action: Action, closing: Option<Extension<Closing>>) -> Answer {
    let app = visitor.app();
    if !visitor.read(|association| is_held(association, visitor.named()))? {
        // To a browser that listens: there is nothing to come back for.
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let place = app.room::<Listeners>().begin(&visitor.who()).ok_or(Stop::TooMany(BEAT.as_secs()))?;
    let versions = app.engine().watch(visitor.slug()?).ok_or(Stop::NotFound(Some("förbundet")))?;
    // A line lasts for hours: it must not keep what the gate saw when it began.
    let visitor = visitor.looking_anew();
    let closing = closing.map_or_else(Closing::never, |Extension(closing)| closing);
    let first = format!("retry: {}\n\n", retry(&visitor));
    let line = Line { visitor, action, versions, closing, beats: interval(BEAT), over: false, _place: place };
    let numbers = futures_util::stream::once(std::future::ready(first)).chain(unfold(line, next).fuse());
    Ok(told(Body::from_stream(numbers.map(|text| Ok::<_, Infallible>(Bytes::from(text))))))
}

/// Whether a meeting is held just now.
fn is_held(association: &Association, named: Named) -> bool {
    named.meeting().and_then(|id| association.meetings.get(&id)).is_some_and(Meeting::is_held)
}

fn told(body: Body) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-store, no-transform"),
        // Proxies that gather an answer before they pass it on would keep the page waiting.
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    let mut response = body.into_response();
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// After how many milliseconds a browser that was cut off comes back: not all at once when the server starts anew.
fn retry(visitor: &Visitor) -> u128 {
    visitor.request_id().as_u128() % 5_000 + 1_000
}

/// Waits for the next thing to tell; none when the line ends.
async fn next(mut line: Line) -> Option<(String, Line)> {
    if line.over {
        return None;
    }
    let beat = tokio::select! {
        () = line.closing.told() => return None,
        version = line.versions.next() => version.map(|_| false)?,
        _ = line.beats.tick() => true,
    };
    // Rights may have ended since: asked of every beat, while the page itself is asked for each time it is fetched.
    if beat && !line.may_still().await {
        return None;
    }
    let number = line.number().await?;
    Some((format!("event: version\ndata: {number}\n\n"), line))
}

impl Line {
    async fn number(&mut self) -> Option<String> {
        let (app, slug) = (self.visitor.app(), self.visitor.slug().ok()?);
        let named = self.visitor.named();
        let (version, open, held) = app.engine().read(slug, |association| {
            let open = named.meeting().map_or_else(Vec::new, |meeting| urn::open(association, meeting));
            (association.version, open, is_held(association, named))
        })?;
        self.over = !held;
        let voted = urn::voted(app, slug, open).await.ok()?;
        Some(number(version, &voted))
    }

    async fn may_still(&self) -> bool {
        let app = self.visitor.app();
        let Some(session) = self.visitor.session() else { return false };
        let open = app.directory().list_sessions(session.person, app.now()).await;
        if !open.is_ok_and(|open| open.iter().any(|one| one.id == session.id)) {
            return false;
        }
        let allowed = self.visitor.read(|association| {
            let (person, day) = (self.visitor.person()?, app.in_sweden(app.now()).date());
            let roles = authority::roles(association, person, day);
            let facts = self.visitor.named().facts(association, Some(person), day);
            let allows = |facts| app.access().allows(roles, self.action, facts);
            authority::decide(facts, self.action, allows).ok()
        });
        matches!(allowed, Ok(Some(_)))
    }
}
