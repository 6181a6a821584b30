//! Logging in and out; a form whose session had ended in the middle waits and is sent after the login.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use desk::cookie;
use desk::kept::{Kept, carried_on};
use desk::login;
use desk::sent::{FORM_LIMIT, Sent};
use desk::stop::{Answer, Stop};
use desk::visitor::{Visitor, go};
use desk::way_back::WayBack;
use directory::{By, LoginRefused};
use domain::FieldError;
use kit::form::{Form, Problem, Typed};
use kit::login::{AFTER, KEPT};

/// The fields of the login itself.
const OWN: [&str; 3] = ["email", "password", AFTER];

/// `GET /logga-in`.
pub(crate) async fn show(visitor: Visitor) -> Answer {
    let asked = visitor.asked_typed();
    let after = WayBack::read(asked.get(AFTER));
    if visitor.person().is_some() {
        return go(after.as_str());
    }
    let form = visitor.form("/logga-in").with(AFTER, after.as_str());
    Ok(login::page(&visitor, StatusCode::OK, &form, None))
}

/// `POST /logga-in`.
pub(crate) async fn log_in(visitor: Visitor, request: Request) -> Answer {
    let sent = Sent::of(request, FORM_LIMIT).await?;
    let (email, password) = (sent.typed.get("email").trim(), sent.typed.get("password"));
    // The page before carried no more than this; a longer one was made by hand.
    let Kept::Form(typed) = carried_on(sent.typed.clone()) else { return Err(Stop::TooLarge) };
    let mut form = visitor.form("/logga-in").filled(typed);
    let missing = missing(email, password);
    if !missing.is_empty() {
        form.problem = Some(Problem::Fields(missing));
        return Ok(login::page(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &form, None));
    }
    match visitor.app().directory().log_in(email, password, visitor.client(), visitor.now()).await {
        Ok(opened) => {
            end(&visitor).await?;
            let mut response = after(&visitor, &sent)?;
            cookie::let_in(&mut response, visitor.app().settings(), &opened);
            Ok(response)
        }
        Err(LoginRefused::Fault(fault)) => away(&visitor, &form, fault.into()),
        Err(refused @ LoginRefused::Wrong) => {
            Ok(wrong(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &form, &refused))
        }
        Err(refused @ LoginRefused::TooMany { wait_seconds }) => {
            let mut response = wrong(&visitor, StatusCode::TOO_MANY_REQUESTS, &form, &refused);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait_seconds));
            Ok(response)
        }
        Err(refused @ LoginRefused::Busy) => {
            Ok(wrong(&visitor, StatusCode::SERVICE_UNAVAILABLE, &form, &refused))
        }
    }
}

/// The login when the directory cannot answer for the moment: the same form, to be sent again.
fn away(visitor: &Visitor, form: &Form, stop: Stop) -> Answer {
    let (Stop::Away(what) | Stop::Full(what)) = &stop else { return Err(stop) };
    tracing::error!(request.id = %visitor.request_id(), fault = what, "request failed");
    let says = if matches!(stop, Stop::Full(_)) { "full-says" } else { "away-says" };
    let mut response = login::page(visitor, stop.status(), form, Some(visitor.lang().t(says)));
    if let Some(seconds) = stop.retry_after() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

fn missing(email: &str, password: &str) -> Vec<FieldError> {
    let mut missing = Vec::new();
    if email.is_empty() {
        missing.push(FieldError::new("email", "Fyll i din e-postadress, till exempel namn@exempel.se."));
    }
    if password.is_empty() {
        missing.push(FieldError::new("password", "Fyll i ditt lösenord."));
    }
    missing
}

fn wrong(visitor: &Visitor, status: StatusCode, form: &Form, refused: &LoginRefused) -> Response {
    login::page(visitor, status, form, Some(&refused.to_string()))
}

/// Where a login leads: to the page that was asked for, or to the form that waits.
fn after(visitor: &Visitor, sent: &Sent) -> Answer {
    let to = WayBack::read(sent.typed.get(AFTER));
    let kept: Vec<(String, String)> = sent
        .typed
        .pairs()
        .filter(|(name, _)| !OWN.contains(name))
        .filter_map(|(name, value)| Some((name.strip_prefix(KEPT)?.to_owned(), value.to_owned())))
        .collect();
    if kept.is_empty() {
        return go(to.as_str());
    }
    let form = Form::new(visitor.lang(), to.as_str(), "").filled(Typed::new(kept));
    visitor.page(visitor.lang().t("go-on-title"), &kit::login::go_on(&form))
}

/// Ends the session that the visitor reads in.
async fn end(visitor: &Visitor) -> Result<(), Stop> {
    let Some(session) = visitor.session() else { return Ok(()) };
    let by = By::Person(session.person, visitor.client());
    visitor.app().directory().log_out(session.id, by, visitor.now()).await?;
    Ok(())
}

/// `POST /logga-ut`.
pub(crate) async fn log_out(visitor: Visitor) -> Answer {
    end(&visitor).await?;
    let mut response = visitor.go_with("/", "logged-out")?;
    cookie::set(&mut response, &cookie::session(visitor.app().settings(), None));
    Ok::<_, Stop>(response)
}
