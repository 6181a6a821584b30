//! A command as JSON: the same engine, the same policies, the same refusals as the pages.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Request;
use axum::http::header;
use desk::authority;
use desk::carry;
use desk::sent::{FORM_LIMIT, whole};
use desk::several;
use desk::told;
use desk::visitor::Visitor;
use domain::ids::PersonId;
use domain::{Command, Ctx, Entered, Made};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use statute::Finding;
use utoipa::ToSchema;
use uuid::Uuid;

use super::control;
use super::problem::Problem;

/// A command to carry out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommandRequest, example = json!({
    "command_id": "018f0000-0000-7000-8000-000000000000",
    "command": { "command": "note_idea", "title": "Ett spår", "text": "Tidigt stöd.", "applicant": "Sjöstads kommun" }
}))]
pub(super) struct Asked {
    /// Chosen by the program: the same id with the same command again changes nothing.
    #[schema(value_type = String, pattern = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    command_id: Uuid,
    /// Whether the step is taken now or was taken long ago; only the office records old steps.
    #[serde(default)]
    entered: When,
    /// Written reasons, by rule, where a *bör* is not met.
    #[serde(default)]
    reasons: BTreeMap<String, String>,
    /// The command: its name in `command`, and its fields.
    #[schema(schema_with = super::document::command_body)]
    command: serde_json::Value,
}

/// Commands to carry out as one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommandsRequest, example = json!({
    "command_id": "018f0000-0000-7000-8000-000000000000",
    "commands": [
        { "command": "note_idea", "title": "Ett spår", "text": "Tidigt stöd.", "applicant": "Sjöstads kommun" },
        { "command": "note_idea", "title": "Ett spår till", "text": "Stöd i jobbet.", "applicant": "Sjöstads kommun" }
    ]
}))]
pub(super) struct AskedAll {
    /// Chosen by the program: the same id with the same commands again changes nothing.
    #[schema(value_type = String, pattern = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    command_id: Uuid,
    /// Whether the steps are taken now or were taken long ago; only the office records old steps.
    #[serde(default)]
    entered: When,
    /// Written reasons, by rule, where a *bör* is not met.
    #[serde(default)]
    reasons: BTreeMap<String, String>,
    /// The commands in order: each is decided on what those before it led to.
    #[schema(schema_with = super::document::command_bodies)]
    commands: Vec<serde_json::Value>,
}

/// Whether a step is taken now.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Entered)]
pub(super) enum When {
    /// Now.
    #[default]
    AsItHappens,
    /// Long ago, and now it is recorded.
    Afterwards,
}

/// What a command led to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CommandResult, example = json!({ "version": 412, "events": 1, "made": [{ "case": 14 }], "findings": [] }))]
pub(super) struct Done {
    /// The association's version after it.
    version: u64,
    /// How many events were written; 0 means that it was already so.
    events: usize,
    /// What it made, by kind and number; what is there when it was already so.
    #[schema(value_type = Vec<Object>)]
    made: Vec<Made>,
    /// What the rules answered.
    #[schema(value_type = Vec<Object>)]
    findings: Vec<Finding>,
}

/// Carries out a command.
///
/// Utför ett kommando i förbundet, med samma regler och behörigheter som sidorna. Carries out a command in the
/// association, by the same rules and policies as the pages.
#[utoipa::path(post, path = "/f/{forbund}/commands", operation_id = "execute_command", tag = "commands",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden")),
    request_body(content = Asked, content_type = "application/json"),
    responses((status = 200, description = "Utfört, eller redan så", body = Done)))]
pub(super) async fn execute(visitor: Visitor, request: Request) -> Result<Json<Done>, Problem> {
    let actor = visitor.actor()?;
    let (asked, bytes) = json::<Asked>(&visitor, request).await?;
    let command = Command::read(asked.command).map_err(|why| Problem::unreadable(&visitor, why))?;
    let ctx = ctx(&visitor, actor, asked.entered, asked.reasons);
    authority::allow(&visitor, &ctx, &command)?;
    let id = id(actor.0, asked.command_id, &bytes);
    match carry::out(visitor.app(), visitor.slug()?, id, visitor.now(), ctx, command.clone()).await? {
        Ok(done) => {
            told::after(&visitor, &command, id).await?;
            Ok(Json(done.into()))
        }
        Err(refusal) => Err(Problem::refusal(&visitor, refusal)),
    }
}

/// So many at most: a roll call of a large board is a tenth of it.
const AT_MOST: usize = 200;

/// Carries out several commands as one.
///
/// Utför flera kommandon som ett: alla eller inget, i den ordning de står. Carries out several commands as one: all of
/// them, in their order, or none.
#[utoipa::path(post, path = "/f/{forbund}/commands/all", operation_id = "execute_commands", tag = "commands",
    params(("forbund" = String, Path, description = "Förbundets adress", example = "finnveden")),
    request_body(content = AskedAll, content_type = "application/json"),
    responses((status = 200, description = "Utförda, eller redan så", body = Done)))]
pub(super) async fn execute_all(visitor: Visitor, request: Request) -> Result<Json<Done>, Problem> {
    let actor = visitor.actor()?;
    let (asked, bytes) = json::<AskedAll>(&visitor, request).await?;
    if !(1..=AT_MOST).contains(&asked.commands.len()) {
        return Err(Problem::body(&visitor, &format!("Skicka 1–{AT_MOST} kommandon åt gången.")));
    }
    let commands = asked.commands.into_iter().map(Command::read).collect::<Result<Vec<_>, _>>();
    let commands = commands.map_err(|why| Problem::unreadable(&visitor, why))?;
    let ctx = ctx(&visitor, actor, asked.entered, asked.reasons);
    match several::execute(&visitor, id(actor.0, asked.command_id, &bytes), ctx, commands).await? {
        Ok(done) => Ok(Json(done.into())),
        Err(refusal) => Err(Problem::refusal(&visitor, refusal)),
    }
}

fn ctx(visitor: &Visitor, actor: PersonId, entered: When, reasons: BTreeMap<String, String>) -> Ctx {
    let entered = match entered {
        When::AsItHappens => Entered::AsItHappens,
        When::Afterwards => Entered::Afterwards,
    };
    Ctx { now: visitor.local_now(), actor, reasons, entered }
}

impl From<engine::Done> for Done {
    fn from(done: engine::Done) -> Self {
        Self { version: done.version, events: done.events, made: done.made, findings: done.findings }
    }
}

/// One person's id with one content: nobody else's id, and no other content, is the same command.
fn id(actor: Uuid, command: Uuid, bytes: &[u8]) -> Uuid {
    let digest = Sha256::new().chain_update(actor).chain_update(command).chain_update(bytes).finalize();
    let mut id = [0_u8; 16];
    id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    uuid::Builder::from_custom_bytes(id).into_uuid()
}

/// Reads a body of JSON; its bytes come along.
pub(super) async fn json<T: DeserializeOwned>(
    visitor: &Visitor,
    request: Request,
) -> Result<(T, axum::body::Bytes), Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let is_json = kind.split(';').next().is_some_and(|k| k.trim().eq_ignore_ascii_case("application/json"));
    let bytes = whole(request.into_body(), FORM_LIMIT).await?;
    if !is_json {
        return Err(Problem::kind(visitor));
    }
    let unread = |why: serde_json::Error| Problem::body(visitor, &why.to_string());
    let read = serde_json::from_slice(&bytes).map_err(unread)?;
    if let Some(found) = control::find(&serde_json::from_slice(&bytes).map_err(unread)?) {
        return Err(Problem::control(visitor, found));
    }
    Ok((read, bytes))
}
