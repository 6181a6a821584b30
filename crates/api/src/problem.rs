//! Why not, as problem+json (RFC 9457).

use std::borrow::Cow;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::stop::Stop;
use desk::visitor::Visitor;
use domain::Refusal;
use domain::act::{Fault, Unreadable};
use serde::Serialize;
use statute::Finding;
use utoipa::ToSchema;

use super::control::Found;

/// Why a request was not carried out.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct Body {
    /// What kind of problem.
    #[serde(rename = "type")]
    #[schema(example = "urn:samordna:problem:law")]
    kind: String,
    /// The kind in words.
    #[schema(example = "Reglerna hindrar det här")]
    title: String,
    /// The status.
    #[schema(example = 409)]
    status: u16,
    /// What happened this time.
    #[schema(example = "Kallelsen går ut tre dagar före sammanträdet.")]
    detail: String,
    /// This time, as a number to quote.
    #[schema(example = "urn:uuid:018f0000-0000-7000-8000-000000000000")]
    instance: String,
    /// The fields that were filled in wrongly.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Field>,
    /// What the rules answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<Object>)]
    findings: Vec<Finding>,
    /// What to do instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    instead: Option<String>,
}

/// A field that was filled in wrongly.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Field {
    /// Its name.
    #[schema(example = "title")]
    field: Cow<'static, str>,
    /// What to do.
    #[schema(example = "Skriv vad insatsen heter.")]
    says: String,
}

/// A problem on its way out.
#[derive(Debug)]
pub(super) enum Problem {
    /// One with a body of its own.
    Own(Box<Body>),
    /// One of the house's, dressed by the outermost layer.
    Stop(Stop),
}

impl From<Stop> for Problem {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = match self {
            Self::Stop(stop) => return stop.into_response(),
            Self::Own(body) => body,
        };
        let status = StatusCode::from_u16(body.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        match serde_json::to_string(&body) {
            Ok(text) => {
                let kind = [(header::CONTENT_TYPE, "application/problem+json")];
                let mut response = (status, kind, text).into_response();
                if status == StatusCode::UNAUTHORIZED {
                    response
                        .headers_mut()
                        .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
                }
                response
            }
            Err(fault) => Stop::fault(fault).into_response(),
        }
    }
}

impl Problem {
    fn own(visitor: &Visitor, kind: &str, status: StatusCode, title: &str, detail: String) -> Body {
        Body {
            kind: format!("urn:samordna:problem:{kind}"),
            title: title.to_owned(),
            status: status.as_u16(),
            detail,
            instance: format!("urn:uuid:{}", visitor.request_id()),
            errors: Vec::new(),
            findings: Vec::new(),
            instead: None,
        }
    }

    /// The query of the address cannot be read.
    pub(super) fn query(visitor: &Visitor, why: &str) -> Self {
        let title = "Adressens frågedel kunde inte läsas";
        Self::Own(Box::new(Self::own(visitor, "query", StatusCode::BAD_REQUEST, title, why.to_owned())))
    }

    /// The body cannot be read.
    pub(super) fn body(visitor: &Visitor, why: &str) -> Self {
        let title = "Innehållet kunde inte läsas";
        Self::Own(Box::new(Self::own(visitor, "body", StatusCode::BAD_REQUEST, title, why.to_owned())))
    }

    /// The command cannot be read: there is none with that name, or its fields are not those it has.
    pub(super) fn unreadable(visitor: &Visitor, why: Unreadable) -> Self {
        let says = why.to_string();
        let Unreadable::Fields(wrong) = why else { return Self::body(visitor, &says) };
        let (kind, title) = if wrong.iter().any(|field| field.fault == Fault::Unknown) {
            ("unknown-field", "Innehållet har fält som inte finns")
        } else {
            ("shape", "Innehållets fält saknas eller håller fel slag")
        };
        let own = Self::own(visitor, kind, StatusCode::UNPROCESSABLE_ENTITY, title, says);
        let errors =
            wrong.into_iter().map(|field| Field { says: field.to_string(), field: field.path.into() });
        Self::Own(Box::new(Body { errors: errors.collect(), ..own }))
    }

    /// A string of the body holds what nobody types.
    pub(super) fn control(visitor: &Visitor, found: Found) -> Self {
        let says = format!("Ta bort styrtecknet U+{:04X}.", u32::from(found.sign));
        let title = "Innehållet har ett tecken som inte är text";
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let errors = vec![Field { field: found.at.into(), says: says.clone() }];
        Self::Own(Box::new(Body { errors, ..Self::own(visitor, "fields", status, title, says) }))
    }

    /// The body is not JSON.
    pub(super) fn kind(visitor: &Visitor) -> Self {
        let (title, detail) = ("Innehållet är inte JSON", "Skicka det som application/json.".to_owned());
        Self::Own(Box::new(Self::own(
            visitor,
            "media-type",
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            title,
            detail,
        )))
    }

    /// Too many attempts, or wrong ones, to log in.
    pub(super) fn login(visitor: &Visitor, status: StatusCode, why: String) -> Self {
        Self::Own(Box::new(Self::own(visitor, "login", status, "Inloggningen gick inte", why)))
    }

    /// What was to be changed has not been read.
    pub(super) fn unseen(visitor: &Visitor) -> Self {
        let title = "Versionen som är läst är inte angiven";
        let says = "Läs utkastet och skicka dess ETag i If-Match.".to_owned();
        Self::Own(Box::new(Self::own(visitor, "unseen", StatusCode::PRECONDITION_REQUIRED, title, says)))
    }

    /// Somebody else was first.
    pub(super) fn passed(visitor: &Visitor, says: String) -> Self {
        let title = visitor.lang().t("changed-title");
        Self::Own(Box::new(Self::own(visitor, "changed", StatusCode::PRECONDITION_FAILED, title, says)))
    }

    /// A refusal of the core.
    pub(super) fn refusal(visitor: &Visitor, refusal: Refusal) -> Self {
        let lang = visitor.lang();
        let (wrong, conflict) = (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::CONFLICT);
        let first = |findings: &[Finding]| findings.first().map(|f| f.says.clone()).unwrap_or_default();
        let body = match refusal {
            Refusal::NotFound(what) => return Self::Stop(Stop::NotFound(Some(what))),
            Refusal::Denied(says) => return Self::Stop(Stop::SaysDenied(says)),
            Refusal::Fields(errors) => {
                let title = lang.ta("summary-title", &[("count", errors.len().into())]);
                let detail = errors.iter().map(|e| e.says.as_str()).collect::<Vec<_>>().join(" ");
                let errors =
                    errors.into_iter().map(|e| Field { field: e.field.into(), says: e.says }).collect();
                Body { errors, ..Self::own(visitor, "fields", wrong, &title, detail) }
            }
            Refusal::Law(findings) => {
                let own = Self::own(visitor, "law", conflict, lang.t("law-title"), first(&findings));
                Body { findings, ..own }
            }
            Refusal::ReasonNeeded(findings) => {
                let own =
                    Self::own(visitor, "reason-needed", wrong, lang.t("reason-title"), first(&findings));
                Body { findings, instead: Some(lang.t("reason-says").to_owned()), ..own }
            }
            Refusal::Order { says, instead } => {
                Body { instead, ..Self::own(visitor, "order", conflict, lang.t("order-title"), says) }
            }
            Refusal::Changed(says) => Self::own(visitor, "changed", conflict, lang.t("changed-title"), says),
        };
        Self::Own(Box::new(body))
    }
}
