//! How what came of a form that was not carried out is shown above the form and in it.

use maud::{Markup, html};
use statute::Finding;

use super::problem::Problem;
use super::state::Form;
use super::typed::REASON;
use crate::parts;

impl Form {
    /// What stands above the heading: the error summary, or why not.
    pub fn head(&self) -> Markup {
        let lang = self.lang;
        match &self.problem {
            None => html! {},
            Some(Problem::Fields(errors)) => html! {
                div.summary role="alert" tabindex="-1" aria-labelledby="summary-title" data-focus {
                    h2 #summary-title { (lang.ta("summary-title", &[("count", errors.len().into())])) }
                    ul {
                        @for error in errors {
                            li { a href={ "#" (error.field) } { (error.says) } }
                        }
                    }
                }
            },
            Some(Problem::Law(findings)) => html! {
                div.refusal role="alert" tabindex="-1" aria-labelledby="summary-title" data-focus {
                    h2 #summary-title { (lang.t("law-title")) }
                    (parts::findings(lang, &blocking(findings)))
                    p { (lang.t("kept")) }
                }
            },
            Some(Problem::ReasonNeeded(findings)) => html! {
                div.refusal.asks role="alert" tabindex="-1" aria-labelledby="summary-title" data-focus {
                    h2 #summary-title { (lang.t("reason-title")) }
                    p { (lang.t("reason-says")) }
                    ul {
                        @for finding in findings.iter().filter(|f| f.asks_for_reason()) {
                            li { a href={ "#" (REASON) (finding.rule) } { (finding.says) } }
                        }
                    }
                }
            },
            Some(Problem::Order { says, instead }) => self.stopped("order-title", says, instead.as_deref()),
            Some(Problem::Changed(says)) => {
                self.stopped("changed-title", says, Some(lang.t("changed-instead")))
            }
            Some(Problem::Denied(says)) => self.stopped("denied-title", says, None),
            Some(Problem::NotNow(says)) => self.stopped("away-title", says, None),
        }
    }

    fn stopped(&self, title: &'static str, says: &str, instead: Option<&str>) -> Markup {
        html! {
            div.refusal role="alert" tabindex="-1" aria-labelledby="summary-title" data-focus {
                h2 #summary-title { (self.lang.t(title)) }
                p { (says) }
                @if let Some(instead) = instead { p { (instead) } }
                p { (self.lang.t("kept")) }
            }
        }
    }

    /// The reasons that are asked for, each under its rule; those already written are carried along.
    pub fn reasons(&self) -> Markup {
        let asked: Vec<&Finding> = match &self.problem {
            Some(Problem::ReasonNeeded(findings)) => {
                findings.iter().filter(|f| f.asks_for_reason()).collect()
            }
            Some(
                Problem::Fields(_)
                | Problem::Law(_)
                | Problem::Order { .. }
                | Problem::Changed(_)
                | Problem::Denied(_)
                | Problem::NotNow(_),
            )
            | None => Vec::new(),
        };
        html! {
            @for (rule, words) in self.typed.reasons().filter(|(rule, _)| !asked.iter().any(|f| f.rule == *rule)) {
                input type="hidden" name={ (REASON) (rule) } value=(words);
            }
            @for finding in asked {
                div.reason {
                    (parts::finding(self.lang, finding))
                    (self.area(&format!("{REASON}{}", finding.rule), self.lang.t("reason-label")).hint(self.lang.t("reason-hint")))
                }
            }
        }
    }
}

/// Those that stand in the way; all of them when none does.
fn blocking(findings: &[Finding]) -> Vec<Finding> {
    let blocking: Vec<_> = findings.iter().filter(|f| f.blocks()).cloned().collect();
    if blocking.is_empty() { findings.to_vec() } else { blocking }
}
