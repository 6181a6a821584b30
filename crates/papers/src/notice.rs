//! The call to a meeting with the list of what will be dealt with.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::{Appendix, Association, Kind, Person, Signature, Terms};

/// A call to one meeting.
#[doc(alias = "kallelse")]
#[doc(alias = "föredragningslista")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Who issues it.
    pub association: Association,
    /// The body that meets: "Styrelsen".
    pub body: String,
    /// What kind of meeting when it is not an ordinary one: "Extra sammanträde".
    pub occasion: Option<String>,
    /// The day the notice is written.
    pub dated: Date,
    /// The day of the meeting.
    pub held_on: Date,
    /// When it begins.
    pub from: Time,
    /// When it is expected to end.
    pub to: Option<Time>,
    /// Where.
    pub place: String,
    /// How to take part at a distance, when that has been allowed.
    pub at_distance: Option<String>,
    /// Who is called.
    pub recipients: Recipients,
    /// What to do when one cannot come.
    pub absence: Option<String>,
    /// The items in order.
    pub items: Vec<AgendaItem>,
    /// What the reader should know about the notice itself, such as a short notice period and why.
    pub remarks: Vec<String>,
    /// Who calls.
    pub signatory: Signature,
}

/// Who a notice goes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipients {
    /// Members of the body.
    pub members: Vec<Person>,
    /// Substitutes, in the order they serve.
    pub substitutes: Vec<Person>,
    /// Anybody else who is asked to come.
    pub others: Vec<Person>,
}

/// One numbered item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// Its number on the list.
    pub number: u32,
    /// What it is about.
    pub title: String,
    /// What is asked; nothing for formalities such as the opening.
    pub kind: Option<Kind>,
    /// The matter's number in the case register.
    pub case_number: Option<String>,
    /// Background, one string for each paragraph of text.
    pub text: Vec<String>,
    /// Who presents it.
    pub presenters: Vec<String>,
    /// The decision proposed, as clauses: "att …".
    pub proposal: Vec<String>,
    /// What is proposed to be granted, where it is about an application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// What is attached.
    pub appendices: Vec<Appendix>,
}
