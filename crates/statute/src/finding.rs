//! What a rule answers: the finding that a decision, an appeal and an audit can quote.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::catalogue::{self, Stops};
use crate::{Citation, Modality};

/// The fact that marks an answer on facts that cannot all be true.
const IMPOSSIBLE: &str = "uppgifterna kan inte stämma";

/// How a rule came out on the facts it was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The facts meet the rule.
    Met,
    /// The facts do not meet the rule.
    NotMet,
    /// Not met, and a written reason is kept (only for *bör*).
    Explained,
    /// The due date has not come.
    NotYetDue,
    /// The rule does not reach these facts.
    NotApplicable,
    /// A person has to judge: the law leaves it open, or a fact sits on the boundary.
    NeedsJudgement,
    /// The record is silent on what the rule asks: neither met nor a breach.
    Unknown,
}

/// One rule's answer on one set of facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's id in the catalogue, such as `quorum`.
    pub rule: String,
    /// How binding it is.
    pub modality: Modality,
    /// How it came out.
    pub outcome: Outcome,
    /// Where the law says so, the main section first, in the wording of the day judged.
    pub cites: Vec<Citation>,
    /// The answer in one Swedish sentence.
    pub says: String,
    /// What to do instead, in Swedish, when the rule is not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// What was looked at.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, String>,
    /// The last day to meet it, where the rule has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The written reason, when it was explained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Finding {
    /// Starts a finding of a catalogued rule, with the citations that were in force on `on`.
    pub fn of(rule: &str, on: Date, outcome: Outcome, says: impl Into<String>) -> Self {
        let known = catalogue::rule(rule);
        Self {
            rule: rule.to_owned(),
            modality: known.map_or(Modality::Info, |r| r.modality),
            outcome,
            cites: known.map_or_else(Vec::new, |r| r.cites_on(on)),
            says: says.into(),
            instead: None,
            facts: BTreeMap::new(),
            due: None,
            reason: None,
        }
    }

    /// Adds a fact that was looked at.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a caller hands over what it has: a number, a date, a name"
    )]
    pub fn fact(mut self, name: &str, value: impl ToString) -> Self {
        self.facts.insert(name.to_owned(), value.to_string());
        self
    }

    /// Adds what to do instead.
    #[must_use]
    pub fn instead(mut self, what: impl Into<String>) -> Self {
        self.instead = Some(what.into());
        self
    }

    /// Adds the last day to meet the rule.
    #[must_use]
    pub fn due(mut self, day: Date) -> Self {
        self.due = Some(day);
        self
    }

    /// Whether the rule stands in the way of a step that is still to be taken: it is not met, or its facts cannot all be
    /// true. What a source is silent on stands in nobody's way.
    pub fn blocks(&self) -> bool {
        let impossible = self.outcome == Outcome::Unknown && self.facts.contains_key(IMPOSSIBLE);
        (self.outcome == Outcome::NotMet || impossible) && self.stops() == Some(Stops::Refuse)
    }

    /// Whether the step needs a written reason.
    pub fn asks_for_reason(&self) -> bool {
        self.outcome == Outcome::NotMet && self.stops() == Some(Stops::Ask)
    }

    /// What the rule does to a step that would break it, by the catalogue and not by how the finding was kept.
    fn stops(&self) -> Option<Stops> {
        let stated = catalogue::rule(&self.rule).and_then(|rule| rule.guard);
        match stated {
            Some(Stops::BySource) => {
                let binds = |cite: &Citation| catalogue::act(&cite.act).is_some_and(catalogue::Act::binds);
                Some(if self.cites.first().is_some_and(binds) { Stops::Refuse } else { Stops::Ask })
            }
            Some(stops) => Some(stops),
            None if self.modality == Modality::Should => Some(Stops::Ask),
            None => None,
        }
    }

    /// The same finding with a written reason: comply or explain.
    #[must_use]
    pub fn explained(mut self, reason: &str) -> Self {
        self.outcome = Outcome::Explained;
        self.reason = Some(reason.to_owned());
        self
    }
}

/// A rule over plain facts.
pub trait Judge {
    /// The rule's id in the catalogue.
    const RULE: &'static str;

    /// Why the facts cannot all be true, in a Swedish sentence, when they cannot.
    fn impossible(&self) -> Option<String> {
        None
    }

    /// Answers on facts that can be true, by the wording in force on `on`.
    fn weigh(&self, on: Date) -> Finding;

    /// Answers, by the wording in force on `on`; nothing can be said of facts that cannot all be true.
    fn judge(&self, on: Date) -> Finding {
        match self.impossible() {
            Some(says) => Finding::of(Self::RULE, on, Outcome::Unknown, says)
                .fact(IMPOSSIBLE, "ja")
                .instead("Rätta uppgifterna; de kan inte stämma tillsammans."),
            None => self.weigh(on),
        }
    }
}
