//! What can be found of what one may read.

use axum::Json;
use desk::found::{Answered, Found, Kind, address, find, named};
use desk::visitor::Visitor;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::page::{Page, Part};
use super::problem::Problem;

/// What is asked, and which part of the answer.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Question {
    /// The words; all of them must be there, in any of their forms.
    #[param(example = "protokoll")]
    q: String,
    /// The page, from 1.
    #[serde(default)]
    #[param(minimum = 1, maximum = 1_000_000, default = 1, example = 1)]
    page: Option<u32>,
    /// How many on a page.
    #[serde(default)]
    #[param(minimum = 1, maximum = 100, default = 20, example = 20)]
    limit: Option<u32>,
}

/// Something that was found.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HitItem {
    /// Of which kind it is.
    #[schema(example = "case")]
    kind: &'static str,
    /// What it is called.
    #[schema(example = "Ansökan om projektmedel")]
    title: String,
    /// What tells it from others.
    #[schema(example = "SFM 2026/14")]
    about: String,
    /// Where its page stands.
    #[schema(example = "/f/finnveden/diarium/1")]
    href: String,
}

/// Finds what one may read.
///
/// Det som svarar bäst först. What answers best first.
#[utoipa::path(get, path = "/f/{forbund}/search", operation_id = "search", tag = "search",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden"), Question),
    responses((status = 200, description = "Träffar", body = Page<HitItem>)))]
pub(super) async fn search(visitor: Visitor) -> Result<Json<Page<HitItem>>, Problem> {
    let question: Question = serde_html_form::from_str(visitor.query())
        .map_err(|why| Problem::query(&visitor, &why.to_string()))?;
    let part = Part::new(&visitor, question.page, question.limit)?;
    let Answered { association, found } = find(&visitor, visitor.snapshot()?, &question.q)?;
    let item = |found: Found| {
        let (title, about) = named(&association, found.topic);
        let kind = match found.topic.kind() {
            Kind::Case => "case",
            Kind::Initiative => "initiative",
            Kind::Meeting => "meeting",
            Kind::Person => "person",
        };
        HitItem { kind, title, about, href: address(&association, found.topic) }
    };
    Ok(Json(part.cut(found.into_iter().map(item).collect())))
}
