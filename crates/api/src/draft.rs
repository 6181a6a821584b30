//! An application as it is being written, as JSON: a working copy with a version of its own, and no command.
//!
//! `ETag` tells the version and `If-Match` that one has seen it: nobody writes over another unread.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::authority;
use desk::carry;
use desk::draft::Draft;
use desk::roles::Named;
use desk::stop::Stop;
use desk::visitor::Visitor;
use domain::decision::Entered;
use domain::ids::{InitiativeId, PersonId};
use domain::initiative::draft::DiscardDraft;
use domain::initiative::events::Application;
use domain::{Command, Ctx, Refusal, act};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::openapi::{Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

use super::commands::json;
use super::problem::Problem;

/// An application as it is being written.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Draft)]
pub(super) struct Body {
    /// Its version; what is handed in or thrown away is named by it.
    #[schema(example = 7)]
    version: u64,
    /// What it says, finished or not; `null` when nothing is being written.
    #[schema(schema_with = maybe_application)]
    application: Option<Application>,
    /// Who saved it last.
    #[schema(value_type = Option<String>)]
    saved_by: Option<PersonId>,
    /// When.
    #[schema(value_type = Option<String>, format = DateTime, example = "2026-11-30T09:41:00Z")]
    saved_at: Option<Timestamp>,
}

/// The application's own schema, which the commands share.
fn application() -> RefOr<Schema> {
    RefOr::Ref(Ref::from_schema_name("Application"))
}

fn maybe_application() -> RefOr<Schema> {
    let one = utoipa::openapi::schema::OneOfBuilder::new().item(application());
    let none = utoipa::openapi::ObjectBuilder::new().schema_type(utoipa::openapi::Type::Null);
    RefOr::T(Schema::OneOf(one.item(none).build()))
}

/// Reads the draft of an application.
///
/// Ansökan som den skrivs just nu. `ETag` är utkastets version. The application as it is being written; `ETag` is the
/// version of the draft.
#[utoipa::path(get, path = "/f/{forbund}/initiatives/{insats}/draft", operation_id = "read_draft", tag = "initiatives",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden"),
        ("insats" = u32, Path, description = "Insatsens nummer")),
    responses((status = 200, description = "Utkastet", body = Body, headers(("ETag" = String, description = "Versionen")))))]
pub(super) async fn read(visitor: Visitor) -> Result<Response, Problem> {
    named(&visitor)?;
    Ok(told(visitor.draft()))
}

/// Saves the draft of an application.
///
/// Sparar utkastet, färdigt eller inte, med samma regler som formuläret. `If-Match` är versionen man har läst; har någon
/// annan sparat sedan dess blir svaret 412 och inget sparas. Saves the draft by the rules of the form; when somebody else
/// has saved since the version in `If-Match` the answer is 412 and nothing is saved.
#[utoipa::path(put, path = "/f/{forbund}/initiatives/{insats}/draft", operation_id = "save_draft", tag = "initiatives",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden"),
        ("insats" = u32, Path, description = "Insatsens nummer"),
        ("If-Match" = String, Header, description = "Versionen man har läst", example = "\"7\"")),
    request_body(content_type = "application/json", content = inline(Whole)),
    responses((status = 200, description = "Sparat", body = Body, headers(("ETag" = String, description = "Versionen")))))]
pub(super) async fn save(visitor: Visitor, request: Request) -> Result<Response, Problem> {
    let (id, seen) = (named(&visitor)?, seen(&visitor, request.headers())?);
    let (sent, _) = json::<serde_json::Value>(&visitor, request).await?;
    let application: Application = act::whole(&sent).map_err(|why| Problem::unreadable(&visitor, why))?;
    match visitor.save_draft(id, seen, application).await? {
        Ok(draft) => Ok(told(&draft)),
        Err(refusal) => Err(refused(&visitor, refusal)),
    }
}

/// Throws the draft of an application away.
///
/// Kastar utkastet i den version som står i `If-Match`. Throws the draft away, in the version that `If-Match` names.
#[utoipa::path(delete, path = "/f/{forbund}/initiatives/{insats}/draft", operation_id = "discard_draft",
    tag = "initiatives",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden"),
        ("insats" = u32, Path, description = "Insatsens nummer"),
        ("If-Match" = String, Header, description = "Versionen man har läst", example = "\"7\"")),
    responses((status = 204, description = "Utkastet är kastat")))]
pub(super) async fn discard(visitor: Visitor, headers: HeaderMap) -> Result<StatusCode, Problem> {
    let (id, version, actor) = (named(&visitor)?, seen(&visitor, &headers)?, visitor.actor()?);
    let command = Command::from(DiscardDraft { initiative: id, version, written: None });
    let (now, reasons) = (visitor.local_now(), BTreeMap::new());
    let ctx = Ctx { now, actor, reasons, entered: Entered::AsItHappens };
    authority::allow(&visitor, &ctx, &command)?;
    let slug = visitor.slug()?;
    let command_id = Uuid::new_v5(&actor.0, format!("discard {slug}/{id}/{version}").as_bytes());
    match carry::out(visitor.app(), slug, command_id, visitor.now(), ctx, command).await? {
        Ok(_) => Ok(StatusCode::NO_CONTENT),
        Err(refusal) => Err(refused(&visitor, refusal)),
    }
}

/// The body of a draft that is saved: the application itself.
pub(super) struct Whole;

impl PartialSchema for Whole {
    fn schema() -> RefOr<Schema> {
        application()
    }
}

impl ToSchema for Whole {}

fn named(visitor: &Visitor) -> Result<InitiativeId, Problem> {
    match visitor.named() {
        Named::Initiative(id) => Ok(id),
        Named::Association | Named::Meeting(_) | Named::Nothing(_) => {
            Err(Stop::NotFound(Some("insatsen")).into())
        }
    }
}

fn told(draft: &Draft) -> Response {
    let body = Body {
        version: draft.version,
        application: draft.application().cloned(),
        saved_by: draft.written.as_ref().map(|written| written.by),
        saved_at: draft.at.filter(|_| draft.written.is_some()),
    };
    let mut response = Json(body).into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", draft.version)) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// The version that `If-Match` says was seen.
fn seen(visitor: &Visitor, headers: &HeaderMap) -> Result<u64, Problem> {
    let Some(tag) = headers.get(header::IF_MATCH) else { return Err(Problem::unseen(visitor)) };
    let tag = tag.to_str().ok().and_then(|tag| tag.trim().strip_prefix('"')?.strip_suffix('"')?.parse().ok());
    // A tag that was never given matches no version.
    Ok(tag.unwrap_or(u64::MAX))
}

/// A refusal, where somebody else's change is what the header warned of.
fn refused(visitor: &Visitor, refusal: Refusal) -> Problem {
    match refusal {
        Refusal::Changed(says) => Problem::passed(visitor, says),
        other @ (Refusal::Fields(_)
        | Refusal::Law(_)
        | Refusal::ReasonNeeded(_)
        | Refusal::Order { .. }
        | Refusal::NotFound(_)
        | Refusal::Denied(_)) => Problem::refusal(visitor, other),
    }
}
