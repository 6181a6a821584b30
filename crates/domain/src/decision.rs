//! How a command becomes events or a refusal, with the findings it was decided on.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use statute::Finding;

use crate::event::{Event, Judged, Subject};
use crate::ids::PersonId;
use crate::made::Made;

/// Whether a step is taken now or an old step is being recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Entered {
    /// The step is taken now: what the law forbids is refused.
    #[default]
    AsItHappens,
    /// The step was taken long ago and is being recorded: what happened is kept, breaches are shown.
    Afterwards,
}

/// What a decision is told about the moment: the day, who acts, and the reasons they wrote.
#[derive(Clone, Debug)]
pub struct Ctx {
    /// The moment, in Swedish civil time.
    pub now: DateTime,
    /// Who acts.
    pub actor: PersonId,
    /// Written reasons for *bör* rules that are not met, by rule id.
    pub reasons: BTreeMap<String, String>,
    /// Whether the step is taken now or recorded afterwards.
    pub entered: Entered,
}

impl Ctx {
    /// A look at what fits on a day, by nobody in particular: for pages that offer steps.
    pub fn look(today: Date) -> Self {
        Self {
            now: today.at(0, 0, 0, 0),
            actor: PersonId(uuid::Uuid::nil()),
            reasons: BTreeMap::new(),
            entered: Entered::AsItHappens,
        }
    }

    /// The written reason for not meeting a rule, when there is one.
    fn reason_for(&self, finding: &Finding) -> Option<&str> {
        self.reasons.get(&finding.rule).map(|reason| reason.trim()).filter(|reason| !reason.is_empty())
    }

    /// Whether a finding asks for a reason and has one.
    pub(crate) fn explains(&self, finding: &Finding) -> bool {
        finding.asks_for_reason() && self.reason_for(finding).is_some()
    }

    /// The day.
    pub fn today(&self) -> Date {
        self.now.date()
    }
}

/// A field that was filled in wrongly: the same sentence is shown on top and at the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name in the form and in the API.
    pub field: &'static str,
    /// What to do, imperative, with the format.
    pub says: String,
}

impl FieldError {
    /// One field, one sentence.
    pub fn new(field: &'static str, says: impl Into<String>) -> Self {
        Self { field, says: says.into() }
    }
}

/// Why a command was not carried out; each kind is shown in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something was filled in wrongly.
    Fields(Vec<FieldError>),
    /// The law or the bylaws say no; the findings name the sections.
    Law(Vec<Finding>),
    /// A rule that asks is not met: the step can be taken with a written reason.
    ReasonNeeded(Vec<Finding>),
    /// The step does not fit what has happened so far.
    Order {
        /// The fact in the way, one Swedish sentence.
        says: String,
        /// What to do instead.
        instead: Option<String>,
    },
    /// Somebody else was first; the sentence says what changed.
    Changed(String),
    /// The thing named does not exist in this association.
    NotFound(&'static str),
    /// The person may not do this; the sentence says who may.
    Denied(String),
}

impl Refusal {
    /// A step out of order, with what to do instead.
    pub fn order(says: impl Into<String>, instead: impl Into<String>) -> Self {
        Self::Order { says: says.into(), instead: Some(instead.into()) }
    }

    /// A paper that cannot be written, and so not sealed.
    pub(crate) fn unwritable() -> Self {
        Self::Order { says: "Handlingen går inte att skriva ut.".to_owned(), instead: None }
    }

    /// One wrong field.
    pub fn field(field: &'static str, says: impl Into<String>) -> Self {
        Self::Fields(vec![FieldError::new(field, says)])
    }
}

/// What a command led to. No events means that it was already so.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided<E = Event> {
    /// What happened, oldest first.
    pub events: Vec<E>,
    /// What was there already that it would have made.
    pub there: Option<Made>,
    /// The findings it was decided on.
    pub findings: Vec<Finding>,
}

impl<E> Decided<E> {
    /// It was already so.
    pub fn already() -> Self {
        Self { events: Vec::new(), there: None, findings: Vec::new() }
    }

    /// It was already so: this is there.
    pub fn there(made: Made) -> Self {
        Self { there: Some(made), ..Self::already() }
    }

    /// What happened, where no rule was asked.
    pub fn of(events: impl Into<Vec<E>>) -> Self {
        Self { events: events.into(), there: None, findings: Vec::new() }
    }
}

/// Collects the findings of one decision and says whether it may be taken.
#[derive(Debug)]
pub struct Guard<'a> {
    ctx: &'a Ctx,
    findings: Vec<Finding>,
    noted: Vec<Finding>,
}

impl<'a> Guard<'a> {
    /// Begins with no rule asked.
    pub fn new(ctx: &'a Ctx) -> Self {
        Self { ctx, findings: Vec::new(), noted: Vec::new() }
    }

    /// Adds a rule's answer; a written reason turns an unmet *bör* into an explained one.
    #[must_use]
    pub fn ask(mut self, finding: Finding) -> Self {
        let reason = self.ctx.reason_for(&finding);
        self.findings.push(match reason {
            Some(reason) if finding.asks_for_reason() => finding.explained(reason),
            _ => finding,
        });
        self
    }

    /// Adds an answer that never stands in the way: what comes too late is still done, and shows as late.
    #[must_use]
    pub fn note(mut self, finding: Finding) -> Self {
        self.noted.push(finding);
        self
    }

    /// What the rules have answered so far.
    pub(crate) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Lets the step through with its events and a kept record of the findings.
    ///
    /// # Errors
    /// [`Refusal::Law`] when a rule that refuses is not met, [`Refusal::ReasonNeeded`] when one that asks lacks a
    /// reason; never for what is recorded afterwards.
    pub fn pass(self, about: Subject, step: &str, events: impl Into<Vec<Event>>) -> Result<Decided, Refusal> {
        if self.ctx.entered == Entered::AsItHappens {
            if self.findings.iter().any(Finding::blocks) {
                return Err(Refusal::Law(self.findings));
            }
            if self.findings.iter().any(Finding::asks_for_reason) {
                return Err(Refusal::ReasonNeeded(self.findings));
            }
        }
        let mut events = events.into();
        let mut findings = self.findings;
        findings.extend(self.noted);
        if !events.is_empty() && !findings.is_empty() {
            events.push(Event::Judged(Judged { about, step: step.to_owned(), findings: findings.clone() }));
        }
        Ok(Decided { events, there: None, findings })
    }
}
