//! Logging in as a program.

use axum::Json;
use axum::extract::Request;
use axum::http::StatusCode;
use desk::stop::Stop;
use desk::visitor::Visitor;
use directory::LoginRefused;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::commands::json;
use super::problem::Problem;

/// Who logs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LoginRequest, example = json!({ "email": "namn@exempel.se", "password": "fyra ord som inte hör ihop" }))]
pub(super) struct Asked {
    /// The e-mail address.
    email: String,
    /// The password.
    password: String,
}

/// A session.
#[derive(Serialize, ToSchema)]
#[schema(as = Session, example = json!({ "token": "kX3v…" }))]
pub(super) struct Opened {
    /// To be sent as `Authorization: Bearer …`; renew it by logging in again.
    token: String,
}

/// Logs in.
///
/// Loggar in ett program; försök räknas. Logs a program in; attempts are counted.
#[utoipa::path(post, path = "/sessions", operation_id = "create_session", tag = "sessions", security(()),
    request_body(content = Asked, content_type = "application/json"),
    responses((status = 201, description = "Inloggad", body = Opened)))]
pub(super) async fn create(
    visitor: Visitor,
    request: Request,
) -> Result<(StatusCode, Json<Opened>), Problem> {
    let (asked, _) = json::<Asked>(&visitor, request).await?;
    let directory = visitor.app().directory();
    match directory.log_in(&asked.email, &asked.password, visitor.client(), visitor.now()).await {
        Ok(opened) => {
            let token = opened.token.as_str().to_owned();
            Ok((StatusCode::CREATED, Json(Opened { token })))
        }
        Err(LoginRefused::Fault(fault)) => Err(Stop::from(fault).into()),
        Err(refused) => {
            let status = match refused {
                LoginRefused::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
                LoginRefused::Busy => StatusCode::SERVICE_UNAVAILABLE,
                LoginRefused::Wrong | LoginRefused::Fault(_) => StatusCode::UNAUTHORIZED,
            };
            Err(Problem::login(&visitor, status, refused.to_string()))
        }
    }
}
