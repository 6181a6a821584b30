//! Several commands carried out as one, whichever way they came: a roll call, the ballots of those who vote by voice.

use domain::{Command, Ctx, Refusal};
use engine::{Done, Error};
use uuid::Uuid;

use crate::stop::Stop;
use crate::visitor::Visitor;
use crate::{authority, carry, draft, told};

/// Carries them out, when the policies let the visitor send each of them. None of them is done unless all are.
///
/// The slips of a secret vote are counted by a command of its own, so here it is refused as if there were none; a draft is
/// handed in or thrown away by one of its own too.
///
/// # Errors
/// [`Stop`] when the policies do not let the visitor, or the store failed.
pub async fn execute(
    visitor: &Visitor,
    id: Uuid,
    ctx: Ctx,
    commands: Vec<Command>,
) -> Result<Result<Done, Refusal>, Stop> {
    for command in &commands {
        authority::allow(visitor, &ctx, command)?;
    }
    if commands.iter().any(draft::is_alone) {
        let says = "Ett utkast lämnas in eller kastas för sig, så att det är det som har lästs.";
        return Ok(Err(Refusal::order(says, "Skicka det kommandot ensamt.")));
    }
    let engine = visitor.app().engine();
    match engine.execute_all(visitor.slug()?, id, visitor.now(), ctx, commands.clone()).await {
        Ok(done) => {
            for (part, command) in commands.iter().enumerate() {
                let own = Uuid::new_v5(&id, &part.to_be_bytes());
                told::after(visitor, command, own).await?;
                carry::cleared(visitor.app(), visitor.slug()?, command, visitor.actor()?, visitor.now())
                    .await;
            }
            Ok(Ok(done))
        }
        Err(Error::Refused(refusal)) => Ok(Err(refusal)),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}
