//! What can be wrong with the policies themselves.

/// The policies or the schema could not be read, or do not fit each other.
#[derive(Debug, thiserror::Error)]
#[error("Behörighetsreglerna kan inte läsas: {0}")]
pub struct Fault(pub(crate) String);
