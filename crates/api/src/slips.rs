//! A secret slip as JSON: one's own, into the urn; never a command, and nothing of it in the record.

use axum::extract::Request;
use axum::http::StatusCode;
use desk::stop::Stop;
use desk::urn;
use desk::visitor::Visitor;
use domain::ids::{ItemId, MeetingId, ProposalId};
use domain::meeting::slip::Slip;
use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;

use super::commands::json;
use super::problem::Problem;

/// A slip.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SlipRequest, example = json!({ "choice": 1 }))]
pub(super) struct Asked {
    /// The number of the proposal; `null` is to abstain. It must be said.
    #[serde(deserialize_with = "said")]
    #[schema(required)]
    choice: Option<u32>,
}

/// A field that is left out is not the same as to abstain.
fn said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    Option::deserialize(deserializer)
}

/// Puts one's own slip in a secret vote.
///
/// Lägger den egna sedeln i en sluten omröstning; en ny sedel ersätter den förra tills omröstningen är räknad. Puts one's
/// own slip in a secret vote; a new one replaces it until the slips are counted.
#[utoipa::path(post, path = "/f/{forbund}/meetings/{sammantrade}/items/{punkt}/slips", operation_id = "put_slip",
    tag = "meetings",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden"),
        ("sammantrade" = u32, Path, description = "Sammanträdets nummer"),
        ("punkt" = u32, Path, description = "Punktens nummer")),
    request_body(content = Asked, content_type = "application/json"),
    responses((status = 204, description = "Sedeln ligger i urnan")))]
pub(super) async fn put(visitor: Visitor, request: Request) -> Result<StatusCode, Problem> {
    let (asked, _) = json::<Asked>(&visitor, request).await?;
    let meeting = visitor.number("sammantrade").map_err(|_| Stop::NotFound(Some("sammanträdet")))?;
    let item = visitor.number("punkt").map_err(|_| Stop::NotFound(Some("punkten")))?;
    let choice = asked.choice.map(ProposalId);
    match urn::put(&visitor, Slip { meeting: MeetingId(meeting), item: ItemId(item), choice }).await? {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(refusal) => Err(Problem::refusal(&visitor, refusal)),
    }
}
