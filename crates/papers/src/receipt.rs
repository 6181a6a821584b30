//! The answer that an application has arrived.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::{Association, Contact};

/// A receipt for an application.
#[doc(alias = "mottagningskvitto")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Who received it.
    pub association: Association,
    /// Its number in the case register.
    pub case_number: String,
    /// The day it came in.
    pub received_on: Date,
    /// The hour, when known.
    pub received_at: Option<Time>,
    /// How it came: "via e-tjänsten", "med e-post".
    pub channel: Option<String>,
    /// The name of the initiative.
    pub title: String,
    /// Who sent it.
    pub applicant: Contact,
    /// The member that carries the initiative.
    pub carrying_member: String,
    /// What came in.
    pub files: Vec<ReceivedFile>,
    /// What happens now, in order.
    pub next_steps: Vec<NextStep>,
    /// Who at the association answers questions.
    pub contact: Contact,
}

/// One file that came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceivedFile {
    /// Its name.
    pub name: String,
    /// The beginning of its hash, so that the sender can hold the received file against their own.
    pub hash: Option<String>,
}

/// Something that will happen to the application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    /// The day, when it is set.
    pub on: Option<Date>,
    /// What happens.
    pub what: String,
}
