//! How binding a rule is: *ska*, *bör* or *kan*.

use serde::{Deserialize, Serialize};

/// How binding a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// *Ska*: what the source demands. Whether a step is refused for it is the rule's guard's to say.
    Must,
    /// *Bör*: what the source recommends. A step that does not follow it needs a written reason.
    Should,
    /// *Kan*: information only.
    Info,
}
