//! Why what a form asks for was not done.

use domain::FieldError;
use statute::Finding;

/// Why what the form asks for was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Something was filled in wrongly.
    Fields(Vec<FieldError>),
    /// The law or the bylaws say no.
    Law(Vec<Finding>),
    /// A *bör* asks for a reason.
    ReasonNeeded(Vec<Finding>),
    /// It does not fit what has happened so far.
    Order {
        /// The fact in the way.
        says: String,
        /// What to do instead.
        instead: Option<String>,
    },
    /// Somebody else was first.
    Changed(String),
    /// The person may not; the sentence says who may.
    Denied(String),
    /// The record cannot be written for the moment.
    NotNow(String),
}
