//! One paragraph of the minutes: a matter from its presentation to what was decided.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Appendix, Kind, Terms};

/// One paragraph of the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraf {
    /// Its number, unique over the association's year.
    pub number: u32,
    /// What the matter is.
    pub title: String,
    /// The matter's number in the case register.
    pub case_number: Option<String>,
    /// What was asked.
    pub kind: Option<Kind>,
    /// The paragraph was attested at once, before the rest of the minutes.
    #[doc(alias = "omedelbar justering")]
    pub attested_at_once: bool,
    /// People who left because of a conflict of interest.
    pub disqualified: Vec<Disqualified>,
    /// What was said and presented, one string for each paragraph of text.
    pub text: Vec<String>,
    /// Matters reported under this heading, each with its own number and outcome.
    pub reports: Vec<Report>,
    /// What was moved.
    pub proposals: Vec<Proposal>,
    /// How it was settled when there was more than one will.
    pub vote: Option<Vote>,
    /// What was decided.
    pub decision: Option<Decision>,
    /// Who was told to do what.
    pub assignments: Vec<Assignment>,
    /// Those who wanted their dissent recorded.
    pub reservations: Vec<Reservation>,
    /// How the meeting went: somebody joined at a distance, a break, a correction.
    pub notes: Vec<String>,
    /// What is attached to this paragraph.
    pub appendices: Vec<Appendix>,
    /// Whether the decision can be appealed.
    #[serde(default)]
    pub appealable: bool,
    /// Who an extract is sent to.
    #[serde(default)]
    pub sent_to: Vec<String>,
}

/// A decision as it stands in the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The opening words, "Styrelsen beslutar", or the whole decision as one sentence.
    pub lead: String,
    /// The clauses after the opening words: "att …".
    pub clauses: Vec<String>,
    /// What it means where it is about an application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
}

/// A matter reported under a shared heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// What it is.
    pub title: String,
    /// Its number in the case register.
    pub case_number: Option<String>,
    /// What was said, one string for each paragraph of text.
    pub text: Vec<String>,
    /// What the body decided about it.
    pub decision: Option<Decision>,
}

/// Something moved at the meeting.
#[doc(alias = "yrkande")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Who moved it: a name, or "Arbetsutskottet".
    pub by: String,
    /// What was moved.
    pub text: String,
}

/// A vote and its result.
#[doc(alias = "omröstning")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// Open or secret.
    pub ballot: Ballot,
    /// What was put to the vote, with the meaning of each answer.
    pub question: String,
    /// The answers with their votes.
    pub alternatives: Vec<Alternative>,
    /// Those who did not vote.
    pub abstained: Vec<Voter>,
    /// Set when the chair's vote settled a tie.
    pub casting_vote: Option<CastingVote>,
    /// Set when a tie in an election was settled by lot.
    pub lot: Option<Lot>,
}

/// Whether it is recorded who voted how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ballot {
    /// Everybody's vote is recorded.
    #[doc(alias = "öppen omröstning")]
    Open,
    /// Only the numbers are recorded.
    #[doc(alias = "sluten omröstning")]
    Secret,
}

/// One answer that could be voted for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The answer: "Ja", "Nej", or a name.
    pub label: String,
    /// How many votes it got, the casting vote not counted.
    pub count: u32,
    /// Who gave them; empty in a secret vote.
    pub voters: Vec<Voter>,
}

/// Somebody who could vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voter {
    /// First and last name.
    pub name: String,
    /// The member they represent.
    pub member: Option<String>,
}

/// A tie settled by the chair.
#[doc(alias = "utslagsröst")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CastingVote {
    /// The chair.
    pub by: String,
    /// The answer it went to.
    pub alternative: String,
}

/// A tie settled by lot.
#[doc(alias = "lottning")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lot {
    /// Who drew it.
    pub by: String,
    /// The answer it fell on.
    pub alternative: String,
}

/// A task given by the decision.
#[doc(alias = "uppdrag")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Who got it.
    pub to: Vec<String>,
    /// What they are to do.
    pub task: String,
    /// By which day.
    pub due: Option<Date>,
}

/// A dissent recorded.
#[doc(alias = "reservation")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reservation {
    /// Who.
    pub name: String,
    /// The member they represent.
    pub member: Option<String>,
    /// Their reasons, one string for each paragraph of text.
    pub text: Vec<String>,
}

/// Somebody who could not take part in a matter.
#[doc(alias = "jäv")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disqualified {
    /// Who.
    pub name: String,
    /// The ground given.
    pub reason: Option<String>,
}
