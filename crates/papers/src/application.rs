//! A request for money for an initiative.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use swedish::money::Ore;

use crate::{Appendix, Association, Contact, Signature};

/// An application for project funding.
#[doc(alias = "ansökan om projektmedel")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// The association that is asked.
    pub association: Association,
    /// Its number in the case register, once registered.
    pub case_number: Option<String>,
    /// The day it came in.
    pub received_on: Option<Date>,
    /// The day it was written.
    pub dated: Date,
    /// The name of the initiative.
    pub title: String,
    /// What it is in a few sentences, one string for each paragraph of text.
    pub summary: Vec<String>,
    /// Aimed at individuals or at how the members work together.
    pub orientation: Orientation,
    /// Who answers questions about it.
    pub applicant: Contact,
    /// The member that carries it and receives the money.
    #[doc(alias = "huvudman")]
    pub carrying_member: String,
    /// When it runs.
    pub period: Period,
    /// How much is asked of the association in all.
    pub requested: Ore,
    /// The need it answers to.
    pub need: Vec<String>,
    /// Who it is for.
    pub target_group: Vec<String>,
    /// How many people are expected to take part.
    pub participants: Option<u32>,
    /// The parties that take part and what they contribute.
    pub parties: Vec<CooperatingParty>,
    /// How the work is done.
    pub method: Vec<String>,
    /// What is to be reached and how it shows.
    pub goals: Vec<Goal>,
    /// Costs and who pays.
    pub budget: Budget,
    /// How it is followed while it runs.
    pub follow_up: Vec<String>,
    /// How it is evaluated.
    pub evaluation: Vec<String>,
    /// Which member takes over afterwards, and how.
    pub implementation_plan: Vec<String>,
    /// Members affected, and what they answered.
    pub members_heard: Vec<MemberHeard>,
    /// Answers about work-integrating social enterprises, when they are part of it.
    #[doc(alias = "ASF")]
    pub social_enterprise: Vec<Answer>,
    /// What is attached.
    pub appendices: Vec<Appendix>,
    /// Who signs for the carrying member.
    pub signatory: Signature,
}

/// What an initiative works on.
#[doc(alias = "inriktning")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// People get something.
    #[doc(alias = "individinriktad")]
    Individual,
    /// The parties' way of working together is changed.
    #[doc(alias = "strukturövergripande")]
    Structural,
}

impl Orientation {
    /// The word used in the national follow-up.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Individual => "Individinriktad",
            Self::Structural => "Strukturövergripande",
        }
    }
}

/// From and including, to and including.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// A party that takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CooperatingParty {
    /// Which.
    pub party: String,
    /// What it contributes: staff, premises, referrals.
    pub contribution: String,
}

/// A goal and how it is seen that it is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// What is to be reached.
    pub goal: String,
    /// How it is measured.
    pub indicator: String,
    /// The figure aimed at.
    pub target: Option<String>,
}

/// Costs and who pays, year by year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// The years, which every line has one amount for.
    pub years: Vec<i16>,
    /// What it costs, by kind.
    pub costs: Vec<BudgetLine>,
    /// Who pays, by party.
    pub financing: Vec<BudgetLine>,
}

/// One line of a budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetLine {
    /// The kind of cost, or the party.
    pub label: String,
    /// One amount for each year.
    pub amounts: Vec<Ore>,
}

/// A member that was asked before the application was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberHeard {
    /// Which member.
    pub member: String,
    /// The day of the answer.
    pub on: Option<Date>,
    /// What it answered.
    pub answer: String,
}

/// A question of the form and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The question as put.
    pub question: String,
    /// The answer as given.
    pub answer: String,
}
