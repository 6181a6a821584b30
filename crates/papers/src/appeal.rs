//! How a decision of the board can be appealed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the notice of appeal needs to know; its fixed words belong to the rendering.
///
/// The board's decisions can be tried for lawfulness by those who belong to a member municipality or
/// region (28 § lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser).
#[doc(alias = "besvärshänvisning")]
#[doc(alias = "laglighetsprövning")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appeal {
    /// The administrative court: "Förvaltningsrätten i Umeå".
    pub court: String,
    /// Its postal address, one string for each line.
    pub court_address: Vec<String>,
    /// The chapter that governs the appeal, as in force on the day: "13 kap. kommunallagen (2017:725)".
    pub basis: String,
    /// Last day the appeal may reach the court, when it can be said.
    pub last_day: Option<Date>,
}
