//! How an initiative stands to each of its rules, answered again from what has happened.

use jiff::civil::Date;
use statute::{Finding, Judge, Outcome};

use crate::event::Subject;
use crate::initiative::facts;
use crate::initiative::state::Initiative;
use crate::state::Association;

/// The answer of each rule that reaches the initiative, in the order of its way; nothing while it is only an idea.
///
/// What is still to be prepared is not yet due until the board has decided; a reason once written stays with its rule.
pub fn findings(state: &Association, initiative: &Initiative, today: Date) -> Vec<Finding> {
    let Some(application) = &initiative.application else { return Vec::new() };
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
    let about = |subject: Subject| {
        subject == Subject::Initiative(initiative.id)
            || initiative.decisions.iter().any(|d| subject == Subject::Item(d.meeting, d.item))
    };
    let kept = state.judged.iter().rev().map(|(_, judged)| judged).filter(|judged| about(judged.about));
    let reason = kept
        .flat_map(|judged| &judged.findings)
        .filter(|kept| kept.rule == finding.rule)
        .find_map(|kept| kept.reason.as_deref());
    match reason {
        Some(reason) => finding.explained(reason),
        None => finding,
    }
}

#[cfg(test)]
mod tests;
