//! What a decision on an application means: the money and what goes with it, or why there is none.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use swedish::money::Ore;

use crate::YearAmount;

/// The terms of a grant, or the reason where nothing is granted.
#[doc(alias = "villkor")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Terms {
    /// At most this, for each year.
    pub amounts: Vec<YearAmount>,
    /// All years together, where there are several.
    pub total: Option<Ore>,
    /// From and including this day.
    pub from: Option<Date>,
    /// To and including this day.
    pub until: Option<Date>,
    /// How it is paid for.
    pub financing: Option<String>,
    /// What goes with it.
    pub conditions: Vec<String>,
    /// The days when reports are due.
    pub reporting: Vec<Date>,
    /// Why it was rejected or sent back.
    pub why: Option<String>,
}
