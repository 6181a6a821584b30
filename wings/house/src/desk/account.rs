//! One's own account: contact details, language, password, and where one is logged in.

use axum::http::StatusCode;
use axum::response::Response;
use desk::cookie;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use directory::{By, ChangeRefused, Contact, ContactRefused, Session, SessionId};
use domain::FieldError;
use kit::Lang;
use kit::form::{Form, Problem, Typed};
use uuid::Uuid;

use super::language;
use crate::pages::account::{Account, SessionRow};

/// `GET /konto`.
pub(crate) async fn show(visitor: Visitor) -> Answer {
    let page = filled(&visitor).await?;
    Ok(answer(&visitor, StatusCode::OK, &page))
}

/// `POST /konto/kontakt`.
pub(crate) async fn contact(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let contact =
        Contact { name: read.text("name"), email: read.maybe_text("email"), phone: read.maybe_text("phone") };
    let (session, directory) = (session(&visitor)?, visitor.app().directory());
    let (by, old) = (By::Person(session.person, visitor.client()), sent.typed.get("contact-old"));
    match directory.change_contact(by, session.id, old, &contact, visitor.now()).await {
        Ok(()) => visitor.go_with("/konto", "done-now"),
        Err(ContactRefused::Fault(fault) | ContactRefused::NotOwner(ChangeRefused::Fault(fault))) => {
            Err(fault.into())
        }
        Err(refused) => {
            let mut page = filled(&visitor).await?;
            page.contact.typed = sent.typed.clone();
            page.contact.problem = wrong(refused.field(), refused.to_string());
            Ok(answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

/// `POST /konto/radera`: what nothing requires is erased.
pub(crate) async fn erase(visitor: Visitor, sent: Sent) -> Answer {
    let (session, directory) = (session(&visitor)?, visitor.app().directory());
    let (by, old) = (By::Person(session.person, visitor.client()), sent.typed.get("erase-old"));
    match directory.erase_optional(by, session.id, old, visitor.now()).await {
        Ok(()) => visitor.go_with("/konto", "account-erased"),
        Err(ChangeRefused::Fault(fault)) => Err(fault.into()),
        Err(refused) => {
            let mut page = filled(&visitor).await?;
            page.erase.problem = wrong("erase-old", refused.to_string());
            Ok(answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

/// `POST /konto/losenord`.
pub(crate) async fn password(visitor: Visitor, sent: Sent) -> Answer {
    let (session, new) = (session(&visitor)?, sent.typed.get("password"));
    let problem = if new == sent.typed.get("again") {
        let (directory, old) = (visitor.app().directory(), sent.typed.get("old"));
        let owner = By::Person(session.person, visitor.client());
        match directory.change_password(owner, session.id, old, new, visitor.now()).await {
            Ok(()) => return visitor.go_with("/konto", "password-changed"),
            Err(ChangeRefused::Fault(fault)) => return Err(fault.into()),
            Err(refused @ ChangeRefused::Password(_)) => wrong("password", refused.to_string()),
            Err(
                refused @ (ChangeRefused::OldWrong
                | ChangeRefused::TooMany { .. }
                | ChangeRefused::Unknown
                | ChangeRefused::Busy),
            ) => wrong("old", refused.to_string()),
        }
    } else {
        wrong("again", visitor.lang().t("password-differs"))
    };
    let mut page = filled(&visitor).await?;
    page.password.problem = problem;
    Ok(answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// `POST /konto/sprak`.
pub(crate) async fn language(visitor: Visitor, sent: Sent) -> Answer {
    let Some(lang) = Lang::from_code(sent.typed.get("language")) else {
        let mut page = filled(&visitor).await?;
        page.language.problem = wrong("language", "Välj ett av alternativen.");
        return Ok(answer(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    language::keep(&visitor, lang).await?;
    let mut response = visitor.go_with("/konto", "done-now")?;
    cookie::set(&mut response, &cookie::language(visitor.app().settings(), lang.code()));
    Ok(response)
}

/// `POST /konto/inloggningar/{session}/slut`.
pub(crate) async fn end(visitor: Visitor) -> Answer {
    let id: Uuid = visitor.number("session")?;
    let by = By::Person(session(&visitor)?.person, visitor.client());
    if visitor.app().directory().revoke(SessionId(id), by, visitor.now()).await? {
        visitor.go_with("/konto", "session-ended")
    } else {
        Err(Stop::NotFound(Some("inloggningen")))
    }
}

/// `POST /konto/inloggningar/slut`.
pub(crate) async fn end_others(visitor: Visitor) -> Answer {
    let session = session(&visitor)?;
    let by = By::Person(session.person, visitor.client());
    visitor.app().directory().revoke_all_but(session.id, by, visitor.now()).await?;
    visitor.go_with("/konto", "session-ended")
}

fn session(visitor: &Visitor) -> Result<&Session, Stop> {
    visitor.session().ok_or(Stop::LogIn)
}

fn wrong(field: &'static str, says: impl Into<String>) -> Option<Problem> {
    Some(Problem::Fields(vec![FieldError::new(field, says)]))
}

fn answer(visitor: &Visitor, status: StatusCode, page: &Account) -> Response {
    let lang = visitor.lang();
    visitor.answer(
        status,
        lang.t("account"),
        status != StatusCode::OK,
        &crate::pages::account::account(lang, page),
    )
}

async fn filled(visitor: &Visitor) -> Result<Account, Stop> {
    let (session, directory) = (session(visitor)?, visitor.app().directory());
    let person = directory.person(session.person).await?.ok_or(Stop::LogIn)?;
    let rows = directory.list_sessions(session.person, visitor.now()).await?;
    let row = |other: Session| SessionRow {
        id: other.id.to_string(),
        client: other.client_label,
        created: visitor.app().in_sweden(other.created),
        last_seen: visitor.app().in_sweden(other.last_seen),
        current: other.id == session.id,
    };
    let claimed = person.claim.as_ref().map(|claim| claim.email.clone());
    let login = person.email.unwrap_or_default();
    let details = Typed::new(vec![
        ("name".into(), person.name),
        ("email".into(), claimed.unwrap_or_else(|| login.clone())),
        ("phone".into(), person.phone.unwrap_or_default()),
    ]);
    let form = |action: &str| -> Form { visitor.form(action) };
    Ok(Account {
        login,
        claim: person.claim.map(|claim| (claim.email, claim.code)),
        contact: form("/konto/kontakt").filled(details),
        erase: form("/konto/radera"),
        password: form("/konto/losenord"),
        language: form("/konto/sprak").with("language", visitor.lang().code()),
        sessions: rows.into_iter().map(row).collect(),
    })
}
