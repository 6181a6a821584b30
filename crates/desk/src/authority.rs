//! Whether the policies let somebody send a command, whichever way it came: by a form or by the API.
//!
//! The gate has decided on the action of the route; here the command itself is decided on.

use domain::{Command, Ctx, authority};

use crate::stop::Stop;
use crate::visitor::Visitor;

/// Whether the policies let a visitor send a command.
///
/// # Errors
/// [`Stop`] when they do not, or when what it is done to does not exist.
pub fn allow(visitor: &Visitor, ctx: &Ctx, command: &Command) -> Result<(), Stop> {
    let access = visitor.app().access();
    Ok(visitor.read(|association| authority::allow(access, association, ctx, command))??)
}
