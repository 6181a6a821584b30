//! What a command led to.

use domain::Made;
use statute::Finding;

/// What a command led to; the same command sent again led to the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The association's version after it: the seq of its last event. A redirect carries it to the next page.
    pub version: u64,
    /// How many events were written; none means that it was already so.
    pub events: usize,
    /// What its events brought into being, in order; when it was already so, what is there.
    pub made: Vec<Made>,
    /// The findings it was decided on; none when it is sent again.
    pub findings: Vec<Finding>,
}
