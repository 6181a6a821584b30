//! How binding a rule is: *ska*, *bör* or *kan*.

use serde::{Deserialize, Serialize};

/// How binding a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// *Ska*: a step that is still to be taken is refused when the rule is not met.
    Must,
    /// *Bör*: a step needs a written reason when the rule is not met.
    Should,
    /// *Kan*: information only.
    Info,
}
