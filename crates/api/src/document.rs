//! The API's own description, made from the handlers and completed with what every operation may answer.

use std::sync::LazyLock;

use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::Command;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ArrayBuilder, Content, Ref, RefOr, ResponseBuilder, Schema};
use utoipa::{Modify, OpenApi, ToSchema};

use super::{commands, draft, funding, problem, reads, search, sessions, slips};

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
        reads::register, search::search, funding::funding, commands::execute, commands::execute_all,
        slips::put,
        draft::read, draft::save, draft::discard,
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
        (name = "search", description = "Sökning"),
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
            let all = [item.get.as_mut(), item.post.as_mut(), item.put.as_mut(), item.delete.as_mut()];
            all.into_iter().flatten().for_each(add_problems);
        }
    }
}

/// A command: one of those below, by its name.
pub(super) fn command_body() -> RefOr<Schema> {
    RefOr::Ref(Ref::from_schema_name(COMMAND))
}

/// Some commands, in order.
pub(super) fn command_bodies() -> RefOr<Schema> {
    let array = ArrayBuilder::new().items(command_body()).min_items(Some(1)).max_items(Some(200));
    RefOr::T(Schema::Array(array.build()))
}

/// What the schema of any command is called.
const COMMAND: &str = "Command";

/// Adds every command with its fields, as the rows of the decisions tell them.
fn add_commands(document: &mut Value) {
    let (commands, shared) = Command::schemas("/components/schemas");
    let named = |name: &str| format!("{COMMAND}.{name}");
    let choices: Vec<Value> = commands
        .iter()
        .map(|(name, _)| json!({ "$ref": format!("#/components/schemas/{}", named(name)) }))
        .collect();
    let Some(Value::Object(schemas)) = document.pointer_mut("/components/schemas") else { return };
    schemas.extend(shared);
    schemas.extend(commands.iter().map(|(name, schema)| (named(name), schema.clone())));
    let says = "Kommandots namn i command, och dess fält. Ett fält som inte finns nekas. The command's name, and its fields.";
    schemas.insert(COMMAND.to_owned(), json!({ "description": says, "oneOf": choices }));
}

const PROBLEMS: &[(&str, &str)] = &[
    ("400", "Begäran kunde inte läsas"),
    ("401", "Logga in"),
    ("403", "Behörighet saknas"),
    ("404", "Finns inte"),
    ("405", "Adressen används inte så"),
    ("409", "Reglerna, ordningen eller någon annans ändring hindrar"),
    ("412", "Någon annan hann före"),
    ("413", "För stort"),
    ("415", "Inte JSON"),
    ("422", "Fält att rätta, eller skäl att skriva"),
    ("428", "Versionen som är läst är inte angiven"),
    ("429", "För många försök"),
    ("500", "Fel hos oss"),
    ("503", "Försök igen om en stund"),
    ("507", "Lagringen är full"),
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
static TEXT: LazyLock<String> = LazyLock::new(|| {
    let whole = serde_json::to_value(Document::openapi()).and_then(|mut document| {
        add_commands(&mut document);
        serde_json::to_string_pretty(&document)
    });
    whole.unwrap_or_else(|fault| fault.to_string())
});

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

    use super::*;

    /// Every place of the document that a reference points at.
    fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
        match value {
            Value::Object(object) => {
                found.extend(object.get("$ref").and_then(Value::as_str));
                object.values().for_each(|value| references(value, found));
            }
            Value::Array(parts) => parts.iter().for_each(|value| references(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    #[test]
    fn the_document_has_the_fields_of_every_command_and_no_untyped_body() {
        let document: Value = serde_json::from_str(&TEXT).unwrap();
        for row in Command::rows() {
            let schema = &document["components"]["schemas"][format!("Command.{}", row.act.name)];
            assert_eq!(schema["properties"]["command"]["const"], row.act.name);
            assert_eq!(schema["additionalProperties"], false, "{}", row.act.name);
        }
        assert!(!TEXT.contains(r#""additionalProperties": true"#));
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        for place in found {
            let there = document.pointer(place.trim_start_matches('#'));
            assert!(there.is_some_and(|schema| *schema != json!({})), "{place}");
        }
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
