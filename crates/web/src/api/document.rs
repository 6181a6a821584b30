//! The API's own description, made from the handlers and completed with what every operation may answer.

use std::sync::LazyLock;

use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, SchemaType, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Content, Ref, RefOr, ResponseBuilder, Schema};
use utoipa::{Modify, OpenApi, ToSchema};

use super::{commands, funding, problem, reads, sessions};

/// The document.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Samordna",
        version = "1.0.0",
        description = "Läs och utför det som sidorna visar: förbund, insatser, sammanträden, diarium och anslag. \
            Read and carry out what the pages show. Begränsningar (limitations): ett innehåll är högst 1 MiB, en sida \
            av en lista högst 100 poster, och inloggningsförsök räknas.",
        contact(name = "Samordna", url = "https://exempel.se", email = "kontakt@exempel.se"),
        license(name = "EUPL-1.2", url = "https://eupl.eu/1.2/sv/"),
    ),
    external_docs(url = "/tillganglighet", description = "Tillgänglighetsredogörelse och kontakt"),
    servers((url = "/api/v1", description = "Den här installationen")),
    paths(
        info, sessions::create, reads::associations, reads::notices, reads::initiatives, reads::meetings,
        reads::register, funding::funding, commands::execute,
    ),
    components(schemas(problem::Body)),
    security(("bearer" = [])),
    tags(
        (name = "public", description = "Öppet för alla"),
        (name = "sessions", description = "Inloggning"),
        (name = "initiatives", description = "Insatser"),
        (name = "meetings", description = "Sammanträden"),
        (name = "register", description = "Diarium"),
        (name = "funding", description = "Medel"),
        (name = "commands", description = "Kommandon"),
    ),
    modifiers(&Complete),
)]
struct Document;

/// What the handlers do not say themselves: how to log in, and every problem.
struct Complete;

impl Modify for Complete {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        if let Some(components) = document.components.as_mut() {
            let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
            components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        }
        for item in document.paths.paths.values_mut() {
            let all = [item.get.as_mut(), item.post.as_mut()];
            all.into_iter().flatten().for_each(add_problems);
        }
    }
}

/// A command: its name, and the fields it takes.
pub(super) fn command_body() -> Schema {
    let name = ObjectBuilder::new()
        .schema_type(SchemaType::Type(Type::String))
        .enum_values(Some(NAMES.iter().copied()));
    ObjectBuilder::new()
        .description(Some("Kommandots namn och fält. Wrong or missing fields are told in the answer."))
        .property("command", name)
        .required("command")
        .additional_properties(Some(AdditionalProperties::FreeForm(true)))
        .into()
}

/// The names of the commands, for the document; a test holds them against the core.
const NAMES: &[&str] = &[
    "found_association",
    "take_in_member",
    "set_bylaws",
    "name_person",
    "note_budget",
    "share_office",
    "decide_remote_participation",
    "set_up_body",
    "give_mandate",
    "end_mandate",
    "elect_presidium",
    "open_case",
    "register_document",
    "close_case",
    "note_idea",
    "talk_over_idea",
    "rest_idea",
    "resume_idea",
    "save_draft",
    "submit_application",
    "withdraw_application",
    "ask_completion",
    "state_member_view",
    "examine_application",
    "propose_decision",
    "prepare_for_board",
    "send_back",
    "inform_concerned",
    "set_up_steering_group",
    "start_initiative",
    "plan_meeting",
    "add_item",
    "change_item",
    "move_item",
    "remove_item",
    "send_notice",
    "open_meeting",
    "name_officers",
    "close_meeting",
    "note_attendance",
    "note_leaving",
    "note_disqualification",
    "take_up_item",
    "write_note",
    "make_proposal",
    "open_vote",
    "cast_ballot",
    "close_vote",
    "make_decision",
    "notify_reservation",
    "write_minutes",
    "name_source",
    "attest_minutes",
    "post_notice",
    "take_down_notice",
    "give_assignment",
    "report_assignment",
    "finish_assignment",
    "note_funding_step",
    "note_key_figures",
    "fix_contributions",
    "note_contributions",
    "note_position",
];

const PROBLEMS: &[(&str, &str)] = &[
    ("400", "Begäran kunde inte läsas"),
    ("401", "Logga in"),
    ("403", "Behörighet saknas"),
    ("404", "Finns inte"),
    ("405", "Adressen används inte så"),
    ("409", "Reglerna, ordningen eller någon annans ändring hindrar"),
    ("413", "För stort"),
    ("415", "Inte JSON"),
    ("422", "Fält att rätta, eller skäl att skriva"),
    ("429", "För många försök"),
    ("500", "Fel hos oss"),
    ("503", "Försök igen om en stund"),
];

fn add_problems(operation: &mut Operation) {
    for (status, says) in PROBLEMS {
        let content = Content::new(Some(RefOr::<Schema>::Ref(Ref::from_schema_name("Problem"))));
        let response =
            ResponseBuilder::new().description(*says).content("application/problem+json", content).build();
        operation.responses.responses.entry((*status).to_owned()).or_insert(RefOr::T(response));
    }
}

/// Made once.
static TEXT: LazyLock<String> =
    LazyLock::new(|| Document::openapi().to_pretty_json().unwrap_or_else(|fault| fault.to_string()));

/// `GET /api/openapi.json`.
pub(super) async fn send() -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-cache")];
    (headers, TEXT.as_str()).into_response()
}

/// What this API is.
#[derive(Serialize, ToSchema)]
pub(super) struct ApiInfo {
    /// Its name.
    #[schema(example = "Samordna")]
    api_name: &'static str,
    /// The version of the API.
    #[schema(example = "1.0.0")]
    api_version: &'static str,
    /// The day this version was released.
    #[schema(format = Date, example = "2026-11-30")]
    api_released: &'static str,
    /// Where it is described.
    #[schema(example = "/api/openapi.json")]
    api_documentation: &'static str,
    /// Whether it is in use.
    #[schema(example = "active")]
    api_status: &'static str,
}

/// Says what this API is.
///
/// Namn, version och status. Name, version and status.
#[utoipa::path(get, path = "/api-info", operation_id = "api_info", tag = "public", security(()),
    responses((status = 200, description = "Om API:et", body = ApiInfo)))]
pub(super) async fn info() -> Json<ApiInfo> {
    Json(ApiInfo {
        api_name: "Samordna",
        api_version: "1.0.0",
        api_released: "2026-11-30",
        api_documentation: "/api/openapi.json",
        api_status: "active",
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::Command;

    use super::*;

    #[test]
    fn the_document_names_every_command_and_no_other() {
        let unknown = serde_json::from_str::<Command>(r#"{ "command": "?" }"#).unwrap_err().to_string();
        let expected: Vec<&str> = unknown.split('`').skip(3).step_by(2).collect();
        assert_eq!(expected, NAMES);
    }

    #[test]
    fn the_document_describes_every_route_of_the_api() {
        let described: BTreeSet<String> =
            Document::openapi().paths.paths.keys().map(|path| format!("/api/v1{path}")).collect();
        let there: BTreeSet<String> = super::super::ROUTES
            .iter()
            .map(|r| r.path.to_owned())
            .filter(|p| p.starts_with("/api/v1"))
            .collect();
        assert_eq!(described, there);
    }
}
