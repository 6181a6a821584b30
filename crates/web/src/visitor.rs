//! Who asks: reads the association, makes forms and pages, and is told what they may.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Action, Facts, Role, Roles};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use directory::Session;
use domain::case_register::state::Clearance;
use domain::ids::PersonId;
use domain::{Association, authority};
use engine::Done;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use kit::form::Form;
use kit::shell::{AssociationBadge, Chrome, Crumb, Flash, NavItem, UserBadge};
use kit::{Lang, Markup};
use uuid::Uuid;

use crate::App;
use crate::http::cookie;
use crate::proxies::network;
use crate::roles::{self, Named};
use crate::stop::{Answer, Stop};
use crate::urn::Voted;
use crate::way_back::WayBack;

/// Who asks, as the outermost layer and the gate found out.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
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
}

/// What the route names, and as what the visitor comes there.
#[derive(Debug)]
struct Place {
    parameters: BTreeMap<String, String>,
    roles: Roles,
    facts: Facts,
    voted: Voted,
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
        let place =
            Place { parameters: BTreeMap::new(), roles, facts: Facts::default(), voted: Voted::new() };
        Self { seen: Arc::new(seen), place: Arc::new(place) }
    }

    /// The same visitor where a route has named something and given roles.
    pub(crate) fn at(&self, parameters: BTreeMap<String, String>, roles: Roles, facts: Facts) -> Self {
        let place = Place { parameters, roles, facts, voted: Voted::new() };
        Self { seen: self.seen.clone(), place: Arc::new(place) }
    }

    /// The same visitor, who sees who has voted in secret at the meeting of the address.
    pub(crate) fn seeing(&self, voted: Voted) -> Self {
        let parameters = self.place.parameters.clone();
        let place = Place { parameters, roles: self.place.roles, facts: self.place.facts, voted };
        Self { seen: self.seen.clone(), place: Arc::new(place) }
    }

    /// Who has voted in secret at the meeting of the address, where a vote is open.
    pub(crate) fn voted(&self) -> &Voted {
        &self.place.voted
    }

    /// What every request can reach.
    pub(crate) fn app(&self) -> &App {
        &self.seen.app
    }

    /// The language.
    pub(crate) fn lang(&self) -> Lang {
        self.seen.lang
    }

    /// The session, when there is one.
    pub(crate) fn session(&self) -> Option<&Session> {
        self.seen.session.as_ref()
    }

    /// The moment.
    pub(crate) fn now(&self) -> Timestamp {
        self.seen.now
    }

    /// The moment by Swedish clocks.
    pub(crate) fn local_now(&self) -> DateTime {
        self.seen.app.in_sweden(self.seen.now)
    }

    /// The day.
    pub(crate) fn today(&self) -> Date {
        self.local_now().date()
    }

    /// The path, without its query.
    pub(crate) fn path(&self) -> &str {
        self.seen.address.split('?').next().unwrap_or_default()
    }

    /// The path with its query.
    pub(crate) fn address(&self) -> &str {
        &self.seen.address
    }

    /// The number to quote.
    pub(crate) fn request_id(&self) -> Uuid {
        self.seen.request_id
    }

    /// The client, as logins are counted and listed.
    pub(crate) fn client(&self) -> directory::Client<'_> {
        directory::Client {
            address: &self.seen.client,
            label: &self.seen.agent,
            device: self.seen.device.as_deref(),
        }
    }

    /// Who asks, for what is limited for each: the person, or the network of somebody who is not logged in.
    pub(crate) fn who(&self) -> String {
        let from = || match self.seen.client.parse() {
            Ok(address) => network(address).to_string(),
            Err(_) => self.seen.client.clone(),
        };
        self.person().map_or_else(from, |person| person.0.to_string())
    }

    /// The person, when somebody is logged in.
    pub(crate) fn person(&self) -> Option<PersonId> {
        self.session().map(|s| PersonId(s.person.0))
    }

    /// The person who acts.
    ///
    /// # Errors
    /// Nobody is logged in.
    pub(crate) fn actor(&self) -> Result<PersonId, Stop> {
        self.person().ok_or(Stop::LogIn)
    }

    /// The roles in the association of the address.
    pub(crate) fn roles(&self) -> Roles {
        self.place.roles
    }

    /// Whether an action is allowed on what the address names.
    pub(crate) fn may(&self, action: Action) -> bool {
        self.may_on(action, self.place.facts)
    }

    /// Whether an action is allowed on something else in the same association.
    pub(crate) fn may_on(&self, action: Action, facts: Facts) -> bool {
        self.app().access().allows(self.place.roles, action, facts)
    }

    /// What the visitor is cleared for in the register.
    pub(crate) fn clearance(&self) -> Clearance {
        let clear = self.may_on(Action::ReadSecret, Facts::default());
        if clear { Clearance::Secret } else { Clearance::Open }
    }

    /// A parameter of the address.
    pub(crate) fn parameter(&self, name: &str) -> &str {
        self.place.parameters.get(name).map_or("", String::as_str)
    }

    /// A number in the address, such as a paragraph.
    ///
    /// # Errors
    /// It is none: nothing stands there.
    pub(crate) fn number<N: std::str::FromStr>(&self, name: &str) -> Result<N, Stop> {
        self.parameter(name).parse().map_err(|_| Stop::NotFound(None))
    }

    /// What the address names.
    pub(crate) fn named(&self) -> Named {
        Named::by(&self.place.parameters)
    }

    /// The association the address names.
    ///
    /// # Errors
    /// It names none.
    pub(crate) fn slug(&self) -> Result<&str, Stop> {
        self.place.parameters.get("forbund").map(String::as_str).ok_or(Stop::NotFound(Some("förbundet")))
    }

    /// An address under the association's: `under("/insatser")` is `/f/finnveden/insatser`.
    pub(crate) fn under(&self, path: &str) -> String {
        format!("/f/{}{path}", self.parameter("forbund"))
    }

    /// Reads the association of the address.
    ///
    /// # Errors
    /// There is none.
    pub(crate) fn read<R>(&self, look: impl FnOnce(&Association) -> R) -> Result<R, Stop> {
        self.app().engine().read(self.slug()?, look).ok_or(Stop::NotFound(Some("förbundet")))
    }

    /// An empty form that is sent to an address.
    pub(crate) fn form(&self, action: impl Into<String>) -> Form {
        Form::new(self.lang(), action, Uuid::new_v4().to_string())
    }

    /// A page.
    pub(crate) fn page(&self, title: &str, main: &Markup) -> Answer {
        Ok(self.answer(StatusCode::OK, title, false, main))
    }

    /// A page with a status.
    pub(crate) fn answer(&self, status: StatusCode, title: &str, faulty: bool, main: &Markup) -> Response {
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
    pub(crate) fn refreshing(&self, title: &str, seconds: u32, main: &Markup) -> Response {
        let chrome = Chrome { refresh_seconds: Some(seconds), ..self.chrome(title) };
        let html = kit::shell::page(&chrome, main).into_string();
        ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
    }

    /// After a command: the page that shows what it led to, and one sentence, by its key.
    pub(crate) fn see(&self, done: &Done, to: &str, flash: &'static str) -> Answer {
        let (path, anchor) =
            to.split_once('#').map_or((to, String::new()), |(path, a)| (path, format!("#{a}")));
        let mark = if path.contains('?') { '&' } else { '?' };
        self.go_with(&format!("{path}{mark}v={}{anchor}", done.version), flash)
    }

    /// Another page, with one sentence said there, by its key.
    pub(crate) fn go_with(&self, to: &str, flash: &'static str) -> Answer {
        let mut response = go(to)?;
        cookie::set(&mut response, &cookie::flash(self.app().settings(), Some(flash)));
        Ok(response)
    }

    /// What stands round a page.
    pub(crate) fn chrome(&self, title: &str) -> Chrome {
        let (lang, engine) = (self.lang(), self.app().engine());
        let mut user = None;
        let mut associations = Vec::new();
        let mut association = None;
        let person = self.person();
        let met = engine.each(|slug, known: &Association| {
            let founded = known.profile.founded.as_ref()?;
            let name = person.and_then(|person| known.profile.people.get(&person).cloned());
            let here = self.place.parameters.get("forbund").is_some_and(|own| own == slug);
            let badge = || AssociationBadge { slug: slug.to_owned(), name: founded.short_name.clone() };
            (here || name.is_some()).then(|| (badge(), name, here))
        });
        for (badge, name, here) in met.into_iter().flatten() {
            if let Some(name) = name {
                associations.push(badge.clone());
                user.get_or_insert(UserBadge { name, role: None });
            }
            if here {
                association = Some(badge);
            }
        }
        if person.is_some() && user.is_none() {
            user = Some(UserBadge { name: lang.t("account").to_owned(), role: None });
        }
        if let Some(user) = &mut user {
            user.role = self.main_role().map(str::to_owned);
        }
        Chrome {
            lang,
            title: title.to_owned(),
            faulty: false,
            path: self.seen.back.as_str().to_owned(),
            user,
            nav: self.nav(),
            crumbs: self.crumbs(association.as_ref()),
            association,
            associations,
            flash: self
                .seen
                .flash
                .as_deref()
                .and_then(|key| lang.find(key))
                .map(|says| Flash { says: says.to_owned() }),
            demo: self.app().settings().demo,
            refresh_seconds: None,
        }
    }

    /// The role to show beside the name: the one that gives most.
    fn main_role(&self) -> Option<&'static str> {
        use access::Role::{
            Applicant, BoardMember, Chair, Office, PreparatoryGroup, SteeringGroup, Substitute,
            WorkingCommittee,
        };
        [Office, Chair, WorkingCommittee, BoardMember, Substitute, PreparatoryGroup, SteeringGroup, Applicant]
            .into_iter()
            .find(|role| self.roles().has(*role))
            .map(|role| roles::called(self.lang(), role))
    }

    /// Where one may go from here.
    fn nav(&self) -> Vec<NavItem> {
        let lang = self.lang();
        let item = |href: String, key: &'static str, exact: bool| {
            let current = if exact { self.path() == href } else { self.path().starts_with(&href) };
            NavItem { href, label: lang.t(key).to_owned(), current }
        };
        let mut nav = Vec::new();
        if self.person().is_some() {
            nav.push(item("/oversikt".into(), "overview", true));
            nav.push(NavItem {
                current: self.in_allocation(),
                ..item("/fordelning".into(), "allocation", false)
            });
        } else {
            nav.push(item("/".into(), "start", true));
            nav.push(item("/anslagstavla".into(), "boards", false));
            nav.push(item("/fordelning".into(), "allocation", false));
            nav.push(item("/regler".into(), "rules", false));
        }
        if !self.path().starts_with("/f/") {
            return nav;
        }
        let places: [(Action, &str, &'static str); 6] = [
            (Action::ReadAssociation, "", "association"),
            (Action::ListInitiatives, "/insatser", "initiatives"),
            (Action::ListMeetings, "/sammantraden", "meetings"),
            (Action::ReadFunding, "/medel", "funding"),
            (Action::ReadRegister, "/diarium", "register"),
            (Action::ReadPeople, "/personer", "people"),
        ];
        let open = places.into_iter().filter(|(action, _, _)| self.may_on(*action, Facts::default()));
        nav.extend(open.map(|(_, path, key)| item(self.under(path), key, path.is_empty())));
        nav
    }

    /// Whether the page is about the state's allocation, in a county or the country.
    fn in_allocation(&self) -> bool {
        self.path().starts_with("/fordelning") || self.path().starts_with("/lan/")
    }

    /// The way here, from the address: the association and the list above the page.
    fn crumbs(&self, association: Option<&AssociationBadge>) -> Vec<Crumb> {
        let lang = self.lang();
        if let Some(rest) = self.path().strip_prefix("/lan/") {
            return county_crumbs(lang, rest);
        }
        let Some(rest) = self.path().strip_prefix("/f/") else { return Vec::new() };
        let mut parts = rest.split('/').skip(1);
        let (Some(area), deeper) = (parts.next(), parts.next().is_some()) else { return Vec::new() };
        let mut crumbs: Vec<Crumb> =
            association.map(|a| Crumb { href: self.under(""), label: a.name.clone() }).into_iter().collect();
        let label = match area {
            "insatser" => lang.t("initiatives"),
            "sammantraden" => lang.t("meetings"),
            "medel" => lang.t("funding"),
            "diarium" => lang.t("register"),
            "personer" => lang.t("people"),
            _ => return crumbs,
        };
        if deeper {
            crumbs.push(Crumb { href: self.under(&format!("/{area}")), label: label.to_owned() });
        }
        crumbs
    }

    /// The facts of an initiative or a meeting for this visitor, for lists.
    pub(crate) fn facts_of(&self, named: Named, association: &Association) -> Facts {
        named.facts(association, self.person(), self.today()).unwrap_or_default()
    }

    /// The roles in any association, for pages outside them.
    pub(crate) fn roles_in(&self, association: &Association) -> Roles {
        self.person()
            .map_or_else(Roles::default, |person| authority::roles(association, person, self.today()))
    }
}

/// The way to a page of what a county shares: allocation, and the list above the page.
fn county_crumbs(lang: Lang, rest: &str) -> Vec<Crumb> {
    let mut crumbs = vec![Crumb { href: "/fordelning".to_owned(), label: lang.t("allocation").to_owned() }];
    let mut parts = rest.split('/');
    if let (Some(code), Some(area), Some(_)) = (parts.next(), parts.next(), parts.next()) {
        let label = match area {
            "scenarier" => lang.t("county-view-scenarios"),
            "gruppering" => lang.t("county-view-grouping"),
            "beslutsunderlag" => lang.t("county-view-papers"),
            _ => return crumbs,
        };
        crumbs.push(Crumb { href: format!("/lan/{code}/{area}"), label: label.to_owned() });
    }
    crumbs
}

/// Another page.
pub(crate) fn go(to: &str) -> Answer {
    let location = HeaderValue::from_str(to).map_err(|_| Stop::NotFound(None))?;
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response())
}
