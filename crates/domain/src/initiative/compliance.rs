//! How an initiative stands to each of its rules, answered again from what has happened.

use jiff::civil::Date;
use statute::{Finding, Judge, Outcome};

use crate::event::Subject;
use crate::initiative::events::Application;
use crate::initiative::facts;
use crate::initiative::state::Initiative;
use crate::state::Association;

/// The answer of each rule that reaches the initiative, in the order of its way; nothing without an application: the one
/// that was handed in, or the one that is being written, for who may read it.
///
/// What is still to be prepared is not yet due until the board has decided; a reason once written stays with its rule.
pub fn findings(
    state: &Association,
    initiative: &Initiative,
    application: Option<&Application>,
    today: Date,
) -> Vec<Finding> {
    let Some(application) = application else { return Vec::new() };
    let handed_in = initiative.submitted;
    let on = handed_in.unwrap_or(today);
    let mut found: Vec<Finding> = facts::of_application(state, application, on).into();
    found.extend(facts::registered(state, initiative, today));
    let decided = initiative.decisions.last().map(|decision| decision.on);
    if handed_in.is_some() {
        let on = decided.unwrap_or(today);
        let preparing = [
            facts::prepared(initiative).judge(on),
            facts::implementation_plan(state, application).judge(on),
            facts::members_heard(state, initiative, application).judge(on),
        ];
        found.extend(preparing.map(|f| if decided.is_none() { in_time(f) } else { f }));
        found.extend(initiative.grant().and_then(facts::what_not_how).map(|asked| asked.judge(on)));
    }
    found.extend(facts::told(initiative, today));
    found.into_iter().map(|finding| with_reason(state, initiative, finding)).collect()
}

/// Before the board decides there is still time.
fn in_time(mut finding: Finding) -> Finding {
    if finding.outcome == Outcome::NotMet {
        finding.outcome = Outcome::NotYetDue;
    }
    finding
}

/// The reason that was written when the rule last stood in the way.
fn with_reason(state: &Association, initiative: &Initiative, finding: Finding) -> Finding {
    if !finding.asks_for_reason() {
        return finding;
    }
    let items = initiative.decisions.iter().map(|d| Subject::Item(d.meeting, d.item));
    let about = items.chain([Subject::Initiative(initiative.id)]);
    let kept = about.filter_map(|subject| state.judged.get(&subject)).flat_map(|log| log.iter());
    let findings = kept.flat_map(|(seq, judged)| judged.findings.iter().map(move |kept| (seq, kept)));
    let same = findings.filter(|(_, kept)| kept.rule == finding.rule);
    let reasons = same.filter_map(|(seq, kept)| Some((seq, kept.reason.as_deref()?)));
    match reasons.max_by_key(|(seq, _)| *seq) {
        Some((_, reason)) => finding.explained(reason),
        None => finding,
    }
}

#[cfg(test)]
mod tests;
