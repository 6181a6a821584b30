//! The gate before every handler: who asks, as what, and whether the action of the route is allowed.

use std::collections::BTreeMap;

use access::{Class, Facts, Role, Roles};
use axum::extract::{RawPathParams, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::county::County;
use domain::geography;
use domain::national::NationalYear;
use domain::{Association, authority};

use crate::fair::What;
use crate::login;
use crate::roles::{Named, in_county, roles_in};
use crate::route::Route;
use crate::stop::Stop;
use crate::urn;
use crate::visitor::{Held, Visitor};
use crate::{App, kept};

/// Lets a request through to its handler, or answers itself.
pub(crate) async fn guard(
    State((app, route)): State<(App, &'static Route)>,
    visitor: Visitor,
    parameters: RawPathParams,
    mut request: Request,
    next: Next,
) -> Response {
    let parameters: BTreeMap<String, String> =
        parameters.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    if let Err(stop) = catch_up(&app, &parameters, request.uri().query()).await {
        return stop.into_response();
    }
    let visitor = match admit(&app, route, &visitor, parameters) {
        Ok(visitor) => visitor,
        Err(Stop::LogIn) if !crate::http::is_api(visitor.path()) => {
            return if request.method() == Method::GET || request.method() == Method::HEAD {
                login::ask(&visitor)
            } else {
                login::ask_keeping(&visitor, request).await
            };
        }
        Err(stop) => return stop.into_response(),
    };
    if let Err(stop) = fairly(&app, route, &visitor) {
        return kept::keeping(request, |_| std::future::ready(stop.into_response())).await;
    }
    let visitor = match see_workroom(&app, visitor).await {
        Ok(visitor) => visitor,
        Err(stop) => return stop.into_response(),
    };
    request.extensions_mut().insert(visitor);
    kept::keeping(request, |request| next.run(request)).await
}

/// Holds one who asks for very much, so that there is something left for the others.
fn fairly(app: &App, route: &Route, visitor: &Visitor) -> Result<(), Stop> {
    let what = match route.method {
        "POST" | "PUT" | "DELETE" if visitor.person().is_some() => What::Command,
        "GET" if [".pdf", ".xlsx"].iter().any(|end| route.path.ends_with(end)) => What::Paper,
        _ => return Ok(()),
    };
    app.fair().take(what, &visitor.who(), visitor.now()).map_err(Stop::TooMany)
}

/// A redirect after a command carries the version it led to: this node reads as far before it answers.
async fn catch_up(app: &App, parameters: &BTreeMap<String, String>, query: Option<&str>) -> Result<(), Stop> {
    let version = query.unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("v=")?.parse().ok());
    let Some(version) = version else { return Ok(()) };
    // An association's year is the association's; a year by itself is the country's.
    if let Some(slug) = parameters.get("forbund") {
        app.engine().catch_up(slug, version).await?;
    } else if let Some(code) = parameters.get("lan") {
        app.engine().catch_up_on::<County>(code, version).await?;
    } else if let Some(year) = parameters.get("ar") {
        app.engine().catch_up_on::<NationalYear>(year, version).await?;
    }
    Ok(())
}

/// The visitor with what lies in the workroom of what the address names.
async fn see_workroom(app: &App, visitor: Visitor) -> Result<Visitor, Stop> {
    see_urns(app, visitor).await?.seeing_draft().await?.seeing_note().await
}

/// The visitor with what the urns of the meeting tell: who has voted, where a secret vote is open.
async fn see_urns(app: &App, visitor: Visitor) -> Result<Visitor, Stop> {
    let (Named::Meeting(meeting), Ok(slug)) = (visitor.named(), visitor.slug()) else { return Ok(visitor) };
    let open = visitor.read(|association| urn::open(association, meeting))?;
    let voted = urn::voted(app, slug, open).await?;
    Ok(if voted.is_empty() { visitor } else { visitor.seeing(voted) })
}

/// The visitor with roles and facts, when the action is allowed.
fn admit(
    app: &App,
    route: &Route,
    visitor: &Visitor,
    parameters: BTreeMap<String, String>,
) -> Result<Visitor, Stop> {
    let person = visitor.person();
    let anybody = Roles::of([if person.is_some() { Role::Person } else { Role::Visitor }]);
    let public = route.action.class() == Class::Public;
    if person.is_none() && !public {
        return Err(Stop::LogIn);
    }
    let reads = route.method == "GET";
    let (mut roles, mut facts, mut held) = (anybody, Ok(Facts::default()), Held::default());
    if let Some(slug) = parameters.get("forbund") {
        let named = if public { Named::Association } else { Named::by(&parameters) };
        // Which associations there are is public.
        let association =
            app.engine().snapshot::<Association>(slug).ok_or(Stop::NotFound(Some("förbundet")))?;
        roles = person.map_or(anybody, |person| authority::roles(&association, person, visitor.today()));
        facts = named.facts(&association, person, visitor.today());
        // Whoever writes looks at what stands when it is written, and holds nothing that would have to be copied.
        held.association = reads.then_some(association);
    }
    if let Some(code) = parameters.get("lan") {
        let county = geography::county(code).ok_or(Stop::NotFound(Some("länet")))?;
        roles = roles.and(roles_in(app, person, visitor.today(), |a| in_county(a, county)));
        held.county = if reads { app.engine().snapshot(county.code) } else { None };
    }
    if route.action.class() == Class::National {
        roles = roles.and(roles_in(app, person, visitor.today(), |_| true));
    }
    if public {
        roles = roles.with(Role::Visitor);
    }
    if route.action.class() == Class::Meeting && !route.path.contains("{sammantrade}") {
        // A meeting that is not there yet may become one of the board; the command says of which body it is.
        facts = facts.map(|facts| Facts { of_board: true, ..facts });
    }
    let allows = |facts| app.access().allows(roles, route.action, facts);
    let facts = authority::decide(facts, route.action, allows)?;
    Ok(visitor.at(parameters, roles, facts, held, route.action))
}
