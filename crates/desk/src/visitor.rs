//! Who asks: reads the association, makes forms and pages, and is told what they may.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use access::{Action, Class, Facts, Role, Roles};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use directory::Session;
use domain::case_register::state::Clearance;
use domain::county::County;
use domain::ids::{ItemId, PersonId};
use domain::{Association, authority};
use engine::Done;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use kit::form::Form;
use kit::shell::Chrome;
use kit::{Lang, Markup};
use uuid::Uuid;

mod chrome;

use crate::App;
use crate::draft::Draft;
use crate::http::cookie;
use crate::note::Note;
use crate::proxies::network;
use crate::roles::Named;
use crate::stop::{Answer, Stop};
use crate::way_back::WayBack;

/// Who has voted in secret, by item.
pub type Voted = BTreeMap<ItemId, BTreeSet<PersonId>>;

/// Who asks, as the outermost layer and the gate found out.
#[derive(Clone, Debug)]
pub struct Visitor {
    seen: Arc<Seen>,
    place: Arc<Place>,
}

/// What is known of a request and the one who makes it.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) app: App,
    pub(crate) lang: Lang,
    pub(crate) session: Option<Session>,
    pub(crate) now: Timestamp,
    /// The path with its query.
    pub(crate) address: String,
    /// A page to come back to after a change of language or a login.
    pub(crate) back: WayBack,
    pub(crate) flash: Option<String>,
    /// A number to quote.
    pub(crate) request_id: Uuid,
    /// The network address of the client.
    pub(crate) client: String,
    /// The secret of its device, when it has one.
    pub(crate) device: Option<String>,
    /// What the client calls itself.
    pub(crate) agent: String,
    /// The name by which the client reached us.
    pub(crate) host: Option<Authority>,
}

/// What the route names, and as what the visitor comes there.
#[derive(Clone, Debug, Default)]
struct Place {
    parameters: BTreeMap<String, String>,
    roles: Roles,
    facts: Facts,
    voted: Voted,
    draft: Draft,
    note: Note,
    held: Held,
    /// What is done at the route.
    action: Option<Action>,
}

/// What the address names, as it stood when the gate let a reader in: the page shows what the gate saw.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    pub(crate) association: Option<Arc<Association>>,
    pub(crate) county: Option<Arc<County>>,
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Stop> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Stop::fault("a handler outside the layers"))
    }
}

impl Visitor {
    pub(crate) fn new(seen: Seen) -> Self {
        let roles = Roles::of([if seen.session.is_some() { Role::Person } else { Role::Visitor }]);
        let place = Place { roles, ..Place::default() };
        Self { seen: Arc::new(seen), place: Arc::new(place) }
    }

    /// The same visitor where a route has named something and given roles.
    pub(crate) fn at(
        &self,
        parameters: BTreeMap<String, String>,
        roles: Roles,
        facts: Facts,
        held: Held,
        action: Action,
    ) -> Self {
        let action = Some(action);
        let place = Place { parameters, roles, facts, held, action, ..Place::default() };
        Self { seen: self.seen.clone(), place: Arc::new(place) }
    }

    /// The same visitor, who sees things as they stand each time, for what goes on after the answer has begun.
    pub fn looking_anew(&self) -> Self {
        let place = Place { held: Held::default(), ..Place::clone(&self.place) };
        Self { seen: self.seen.clone(), place: Arc::new(place) }
    }

    /// The same visitor, who sees who has voted in secret at the meeting of the address.
    pub(crate) fn seeing(&self, voted: Voted) -> Self {
        let place = Place { voted, ..Place::clone(&self.place) };
        Self { seen: self.seen.clone(), place: Arc::new(place) }
    }

    /// The same visitor, who sees what is being written of the initiative of the address.
    #[must_use]
    pub fn with_draft(&self, draft: Draft) -> Self {
        let place = Place { draft, ..Place::clone(&self.place) };
        Self { seen: self.seen.clone(), place: Arc::new(place) }
    }

    /// What is being written of the initiative of the address; nothing to who may not read it.
    pub fn draft(&self) -> &Draft {
        &self.place.draft
    }

    /// The same visitor, who sees what is being written in the note of the item of the address.
    #[must_use]
    pub fn with_note(&self, note: Note) -> Self {
        let place = Place { note, ..Place::clone(&self.place) };
        Self { seen: self.seen.clone(), place: Arc::new(place) }
    }

    /// What is being written in the note of the item of the address; nothing to who does not keep the minutes.
    pub fn note(&self) -> &Note {
        &self.place.note
    }

    /// Who has voted in secret at the meeting of the address, where a vote is open.
    pub fn voted(&self) -> &Voted {
        &self.place.voted
    }

    /// What every request can reach.
    pub fn app(&self) -> &App {
        &self.seen.app
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.seen.lang
    }

    /// The session, when there is one.
    pub fn session(&self) -> Option<&Session> {
        self.seen.session.as_ref()
    }

    /// The moment.
    pub fn now(&self) -> Timestamp {
        self.seen.now
    }

    /// The moment by Swedish clocks.
    pub fn local_now(&self) -> DateTime {
        self.seen.app.in_sweden(self.seen.now)
    }

    /// The day.
    pub fn today(&self) -> Date {
        self.local_now().date()
    }

    /// The path, without its query.
    pub fn path(&self) -> &str {
        self.seen.address.split('?').next().unwrap_or_default()
    }

    /// The path with its query.
    pub fn address(&self) -> &str {
        &self.seen.address
    }

    /// What our addresses begin with for somebody elsewhere, as the visitor reached us: `https://forbund.example`.
    pub fn site(&self) -> String {
        let scheme = if self.app().settings().https { "https" } else { "http" };
        self.seen.host.as_ref().map_or_else(String::new, |host| format!("{scheme}://{host}"))
    }

    /// A name for something at a path of ours that nobody else gives anything (RFC 4151).
    pub fn tag(&self, path: &str) -> String {
        let host = self.seen.host.as_ref().map_or("localhost", Authority::host);
        format!("tag:{host},2026:{path}")
    }

    /// The number to quote.
    pub fn request_id(&self) -> Uuid {
        self.seen.request_id
    }

    /// The client, as logins are counted and listed.
    pub fn client(&self) -> directory::Client<'_> {
        directory::Client {
            address: &self.seen.client,
            label: &self.seen.agent,
            device: self.seen.device.as_deref(),
        }
    }

    /// Who asks, for what is limited for each: the person, or the network of somebody who is not logged in.
    pub fn who(&self) -> String {
        let from = || match self.seen.client.parse() {
            Ok(address) => network(address).to_string(),
            Err(_) => self.seen.client.clone(),
        };
        self.person().map_or_else(from, |person| person.0.to_string())
    }

    /// The person, when somebody is logged in.
    pub fn person(&self) -> Option<PersonId> {
        self.session().map(|s| PersonId(s.person.0))
    }

    /// The person who acts.
    ///
    /// # Errors
    /// Nobody is logged in.
    pub fn actor(&self) -> Result<PersonId, Stop> {
        self.person().ok_or(Stop::LogIn)
    }

    /// The roles in the association of the address.
    pub fn roles(&self) -> Roles {
        self.place.roles
    }

    /// Whether anybody may do what is done here.
    pub(crate) fn is_public(&self) -> bool {
        self.place.action.is_some_and(|action| action.class() == Class::Public)
    }

    /// Whether an action is allowed on what the address names.
    pub fn may(&self, action: Action) -> bool {
        self.may_on(action, self.place.facts)
    }

    /// Whether an action is allowed on something else in the same association.
    pub fn may_on(&self, action: Action, facts: Facts) -> bool {
        self.app().access().allows(self.place.roles, action, facts)
    }

    /// What the visitor is cleared for in the register.
    pub fn clearance(&self) -> Clearance {
        let clear = self.may_on(Action::ReadSecret, Facts::default());
        if clear { Clearance::Secret } else { Clearance::Open }
    }

    /// A parameter of the address.
    pub fn parameter(&self, name: &str) -> &str {
        self.place.parameters.get(name).map_or("", String::as_str)
    }

    /// A number in the address, such as a paragraph.
    ///
    /// # Errors
    /// It is none: nothing stands there.
    pub fn number<N: std::str::FromStr>(&self, name: &str) -> Result<N, Stop> {
        self.parameter(name).parse().map_err(|_| Stop::NotFound(None))
    }

    /// What the address names.
    pub fn named(&self) -> Named {
        Named::by(&self.place.parameters)
    }

    /// The association the address names.
    ///
    /// # Errors
    /// It names none.
    pub fn slug(&self) -> Result<&str, Stop> {
        self.place.parameters.get("forbund").map(String::as_str).ok_or(Stop::NotFound(Some("förbundet")))
    }

    /// An address under the association's: `under("/insatser")` is `/f/finnveden/insatser`.
    pub fn under(&self, path: &str) -> String {
        ["/f/", self.parameter("forbund"), path].concat()
    }

    /// Reads the association of the address: as the gate saw it, or, for whoever writes, as it now stands.
    ///
    /// # Errors
    /// There is none.
    pub fn read<R>(&self, look: impl FnOnce(&Association) -> R) -> Result<R, Stop> {
        if let Some(association) = &self.place.held.association {
            return Ok(look(association));
        }
        self.app().engine().read(self.slug()?, look).ok_or(Stop::NotFound(Some("förbundet")))
    }

    /// The association of the address, in the same way.
    ///
    /// # Errors
    /// There is none.
    pub fn snapshot(&self) -> Result<Arc<Association>, Stop> {
        let held = self.place.held.association.clone();
        let found = match held {
            Some(held) => Some(held),
            None => self.app().engine().snapshot(self.slug()?),
        };
        found.ok_or(Stop::NotFound(Some("förbundet")))
    }

    /// What is kept of a county, in the same way; as if nothing had happened when nothing has.
    pub fn read_county<R>(&self, code: &str, look: impl FnOnce(&County) -> R) -> R {
        let held = self.place.held.county.clone().or_else(|| self.app().engine().snapshot(code));
        look(&held.unwrap_or_default())
    }

    /// An empty form that is sent to an address.
    pub fn form(&self, action: impl Into<String>) -> Form {
        Form::new(self.lang(), action, Uuid::new_v4().to_string())
    }

    /// A page.
    pub fn page(&self, title: &str, main: &Markup) -> Answer {
        Ok(self.answer(StatusCode::OK, title, false, main))
    }

    /// A page with a status.
    pub fn answer(&self, status: StatusCode, title: &str, faulty: bool, main: &Markup) -> Response {
        let chrome = Chrome { faulty, ..self.chrome(title) };
        let html = kit::shell::page(&chrome, main).into_string();
        let mut response =
            (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
        if chrome.flash.is_some() {
            cookie::set(&mut response, &cookie::flash(self.app().settings(), None));
        }
        response
    }

    /// A page that is fetched again after so many seconds, where no script does it.
    pub fn refreshing(&self, title: &str, seconds: u32, main: &Markup) -> Response {
        let chrome = Chrome { refresh_seconds: Some(seconds), ..self.chrome(title) };
        let html = kit::shell::page(&chrome, main).into_string();
        ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
    }

    /// After a command: the page that shows what it led to, and one sentence, by its key.
    pub fn see(&self, done: &Done, to: &str, flash: &'static str) -> Answer {
        let (path, anchor) =
            to.split_once('#').map_or((to, String::new()), |(path, a)| (path, format!("#{a}")));
        let mark = if path.contains('?') { '&' } else { '?' };
        self.go_with(&format!("{path}{mark}v={}{anchor}", done.version), flash)
    }

    /// After a command that made something: its page, which stands under the address of the list.
    pub fn see_made(&self, done: &Done, list: &str, flash: &'static str) -> Answer {
        let its = done.made.first().map_or_else(String::new, |made| format!("/{made}"));
        self.see(done, &format!("{list}{its}"), flash)
    }

    /// Another page, with one sentence said there, by its key.
    pub fn go_with(&self, to: &str, flash: &'static str) -> Answer {
        let mut response = go(to)?;
        cookie::set(&mut response, &cookie::flash(self.app().settings(), Some(flash)));
        Ok(response)
    }

    /// The facts of an initiative or a meeting for this visitor, for lists.
    pub fn facts_of(&self, named: Named, association: &Association) -> Facts {
        named.facts(association, self.person(), self.today()).unwrap_or_default()
    }

    /// The roles in any association, for pages outside them.
    pub fn roles_in(&self, association: &Association) -> Roles {
        self.person()
            .map_or_else(Roles::default, |person| authority::roles(association, person, self.today()))
    }
}

/// Another page.
pub fn go(to: &str) -> Answer {
    let location = HeaderValue::from_str(to).map_err(|_| Stop::NotFound(None))?;
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response())
}
