//! A command on its way to the record, with the evidence that no request can send: the count of a secret vote's slips,
//! and the draft that is handed in.

use domain::ids::PersonId;
use domain::{Command, Ctx, Refusal};
use engine::Done;
use jiff::Timestamp;
use uuid::Uuid;

use crate::stop::Stop;
use crate::{App, note, urn};

/// Carries a command out. Every way in ends here.
///
/// # Errors
/// The refusal inside is for whoever sent it; [`Stop`] when a store failed.
pub async fn out(
    app: &App,
    slug: &str,
    id: Uuid,
    at: Timestamp,
    ctx: Ctx,
    command: Command,
) -> Result<Result<Done, Refusal>, Stop> {
    if matches!(command, Command::Initiative(_)) {
        return app.drawer().take(slug, id, at, ctx, command).await;
    }
    let (over, by) = (note::over(&command), ctx.actor);
    let done = urn::execute(app, slug, id, at, ctx, command).await?;
    if let (Some(over), Ok(_)) = (over, &done) {
        note::clear(app, slug, over, by, at).await;
    }
    Ok(done)
}

/// Clears away what a command that was carried out together with others leaves no copies of.
pub(crate) async fn cleared(app: &App, slug: &str, command: &Command, by: PersonId, at: Timestamp) {
    app.drawer().clear(slug, command, by, at).await;
    if let Some(over) = note::over(command) {
        note::clear(app, slug, over, by, at).await;
    }
}
