//! What the rules say: the outcome in words, the sentence, the sections, and what to do instead.

use maud::{Markup, html};
use statute::{Citation, Finding, Modality, Outcome};

use crate::Lang;
use crate::format::day;

/// A section, with a link to its page.
pub fn citation(cite: &Citation) -> Markup {
    html! { a.cite href=(cite.address()) { (cite.unbroken()) } }
}

/// Several findings.
pub fn findings(lang: Lang, findings: &[Finding]) -> Markup {
    html! {
        ul.findings {
            @for one in findings { li { (finding(lang, one)) } }
        }
    }
}

/// One finding.
pub fn finding(lang: Lang, finding: &Finding) -> Markup {
    let (class, outcome) = words(lang, finding);
    let rule = statute::catalogue::rule(&finding.rule);
    html! {
        div.finding data-outcome=(class) {
            p.outcome {
                span.tag data-tone=(class) { (outcome) }
                @if let Some(rule) = rule { " " a href={ "/regler/" (rule.id) } { (rule.title) } }
            }
            p lang="sv" { (finding.says) }
            @if let Some(instead) = &finding.instead {
                p lang="sv" { strong { (lang.t("instead")) } " " (instead) }
            }
            @if let Some(due) = finding.due { p { (lang.t("due")) " " (day(lang, due)) } }
            @if let Some(reason) = &finding.reason {
                blockquote.reason-given { p { strong { (lang.t("reason-given")) } " " (reason) } }
            }
            @if !finding.cites.is_empty() {
                p.cites lang="sv" {
                    @for (at, cite) in finding.cites.iter().enumerate() {
                        @if at > 0 { ", " }
                        (citation(cite))
                    }
                }
            }
        }
    }
}

/// The class and the words of an outcome.
fn words(lang: Lang, finding: &Finding) -> (&'static str, &'static str) {
    match (finding.outcome, finding.modality) {
        (Outcome::Met, _) => ("done", lang.t("outcome-met")),
        (Outcome::NotMet, Modality::Must) => ("stop", lang.t("outcome-not-met")),
        (Outcome::NotMet, Modality::Should) => ("late", lang.t("outcome-should-not-met")),
        (Outcome::NotMet, Modality::Info) => ("plain", lang.t("outcome-info")),
        (Outcome::Explained, _) => ("now", lang.t("outcome-explained")),
        (Outcome::NotYetDue, _) => ("wait", lang.t("outcome-not-yet")),
        (Outcome::NotApplicable, _) => ("plain", lang.t("outcome-not-applicable")),
        (Outcome::NeedsJudgement, _) => ("late", lang.t("outcome-judge")),
        (Outcome::Unknown, _) => ("plain", lang.t("outcome-unknown")),
    }
}
