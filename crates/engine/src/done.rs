//! What a command led to.

use statute::Finding;

/// What a command led to.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The association's version after it: the seq of its last event. A redirect carries it to the next page.
    pub version: u64,
    /// How many events were written; none means that it was already so.
    pub events: usize,
    /// The findings it was decided on.
    pub findings: Vec<Finding>,
}
