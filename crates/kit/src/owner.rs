//! Who answers for an installation.

/// Who answers for this installation.
#[derive(Clone, Debug)]
pub struct Owner {
    /// The public actor's name.
    pub name: String,
    /// Where to write about accessibility.
    pub email: String,
}
