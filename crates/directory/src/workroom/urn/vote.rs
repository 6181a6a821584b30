//! The name by which an urn is known.

use crate::store::Value;

/// The name of one vote, the same for all who take part in it: the opening of a vote, so a vote held anew is another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VoteId(pub String);

impl From<&VoteId> for Value {
    fn from(vote: &VoteId) -> Self {
        Self::from(vote.0.as_str())
    }
}
