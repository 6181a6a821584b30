//! Who may do what: roles, actions and the Cedar policies that connect them, each with its source.
//!
//! The policies stand in `policies/*.cedar`, written to be read by a lawyer: one `@source` each. A request is decided
//! by the role set, the action and a few facts about the resource, so decisions repeat and are kept: a page asks for
//! them without cost. The matrix of roles and actions in `docs/access.md` is made from the same policies.

mod action;
mod decide;
mod fault;
mod role;

pub use action::{Action, Class};
pub use decide::{Access, Decision, Facts};
pub use fault::Fault;
pub use role::{Role, Roles};

#[cfg(test)]
mod tests;
