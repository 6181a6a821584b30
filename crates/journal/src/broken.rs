//! The place where the record does not add up.

/// The first place found where the record does not add up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Kedjan bryts i strömmen {stream} vid händelse {seq}: {why}.")]
pub struct Broken {
    /// Which stream.
    pub stream: String,
    /// Which event: the one that is wrong, or the one that is missing.
    pub seq: u64,
    /// What is wrong, in Swedish.
    pub why: String,
}

impl Broken {
    pub(crate) fn new(stream: &str, seq: u64, why: &str) -> Self {
        Self { stream: stream.to_owned(), seq, why: why.to_owned() }
    }
}
