//! Scenario reports and decision papers as they are read on a page: the same papers as the PDFs.
//!
//! What somebody wrote or a reckoning said is Swedish whatever the language of the page; headings and tables follow
//! the reader's.
//!
//! | file | what it draws |
//! | --- | --- |
//! | `allocation_reading.rs` | the report and the decision paper, part by part |
//! | `figures.rs` | money before and after, by party, association and member |
//! | `picture.rs` | the associations as bars |

mod figures;
mod picture;
#[cfg(any(test, feature = "samples"))]
pub mod samples;

use kit::Lang;
use kit::format::day;
use kit::parts::{self, Tone};
use maud::{Markup, html};
use papers::decision_paper::Alternative;
use papers::figures::Basis;
use papers::scenario_report::Reckoning;
use papers::{Appendix, DecisionPaper, ScenarioReport};

/// The report on a page of its own, with the address of its PDF.
pub fn scenario_report(lang: Lang, paper: &ScenarioReport, pdf: &str) -> Markup {
    html! {
        h1 lang="sv" { (paper.name) }
        p.lead { (lang.t("allocation-reading-scenario")) }
        (parts::outputs(lang, &[("PDF", pdf.to_owned(), lang.t("allocation-reading-scenario"))]))
        (scenario_report_body(lang, paper))
    }
}

/// The decision paper on a page of its own, with the address of its PDF.
pub fn decision_paper(lang: Lang, paper: &DecisionPaper, pdf: &str) -> Markup {
    html! {
        h1 lang="sv" { (paper.title) }
        p.lead { (lang.t("allocation-reading-decision")) }
        (parts::outputs(lang, &[("PDF", pdf.to_owned(), lang.t("allocation-reading-decision"))]))
        (decision_paper_body(lang, paper))
    }
}

/// What stands in the report.
pub fn scenario_report_body(lang: Lang, paper: &ScenarioReport) -> Markup {
    let mut facts = vec![
        (lang.t("allocation-reading-area"), html! { span lang="sv" { (paper.area) } }),
        (lang.t("allocation-reading-reckoned"), day(lang, paper.dated)),
    ];
    facts.extend(made_by(lang, paper.made_by.as_deref()));
    facts.extend(basis_facts(lang, &paper.basis));
    let illustrates = paper.basis.illustrative.is_some();
    html! {
        article.sheet.paper.reckoned {
            (parts::facts(&facts))
            (illustrative(lang, &paper.basis))
            (points(lang.t("allocation-reading-shows"), &paper.sentences))
            section {
                h2 { (lang.t("allocation-reading-parties")) }
                (figures::by_party(lang, "parter", &paper.figures, illustrates))
            }
            @if !paper.groups.is_empty() {
                section {
                    h2 { (lang.t("allocation-reading-associations")) }
                    (picture::bars(lang, paper))
                    (figures::by_association(lang, &paper.groups, illustrates))
                    }
            }
            @if !paper.figures.members.is_empty() {
                section {
                    h2 { (lang.t("allocation-reading-members")) }
                    (figures::by_member(lang, "medlemmar", &paper.figures.members, illustrates))
                    }
            }
            (points(lang.t("allocation-reading-caveats"), &paper.caveats))
            (reckoning(lang, &paper.reckoning))
            (points(lang.t("allocation-reading-sources"), &paper.sources))
        }
    }
}

/// What stands in the decision paper.
pub fn decision_paper_body(lang: Lang, paper: &DecisionPaper) -> Markup {
    let mut facts = vec![(lang.t("allocation-reading-area"), html! { span lang="sv" { (paper.area) } })];
    if !paper.associations.is_empty() {
        let names = html! { ul.plain-list lang="sv" { @for name in &paper.associations { li { (name) } } } };
        facts.push((lang.t("allocation-reading-concerns"), names));
    }
    facts.push((lang.t("allocation-reading-dated"), day(lang, paper.dated)));
    facts.extend(
        paper.case_number.as_ref().map(|it| (lang.t("allocation-reading-case-number"), html! { (it) })),
    );
    facts.extend(made_by(lang, paper.prepared_by.as_deref()));
    let illustrates = paper.basis.as_ref().is_some_and(|basis| basis.illustrative.is_some());
    html! {
        article.sheet.paper.reckoned {
            (parts::facts(&facts))
            (text(lang.t("allocation-reading-background"), &paper.background))
            (text(lang.t("allocation-reading-question"), std::slice::from_ref(&paper.question)))
            @if !paper.alternatives.is_empty() {
                section {
                    h2 { (lang.t("allocation-reading-alternatives")) }
                    @for (at, one) in (1_usize..).zip(&paper.alternatives) { (alternative(lang, at, one, illustrates)) }
                }
            }
            @if paper.alternatives.iter().any(|it| it.figures.is_some()) {
                section {
                    h2 { (lang.t("allocation-reading-compared")) }
                    (figures::compared(lang, &paper.alternatives, illustrates))
                    }
            }
            @if let Some(basis) = &paper.basis {
                (parts::facts(&basis_facts(lang, basis)))
                (illustrative(lang, basis))
            }
            (text(lang.t("allocation-reading-assessment"), &paper.assessment))
            section {
                h2 { (lang.t("allocation-reading-proposal")) }
                div.decision lang="sv" {
                    p { (paper.proposal.lead) }
                    ol { @for clause in &paper.proposal.clauses { li { (clause) } } }
                }
            }
            (appendices(lang, &paper.appendices))
        }
    }
}

fn made_by(lang: Lang, who: Option<&str>) -> Option<(&'static str, Markup)> {
    who.map(|who| (lang.t("allocation-reading-made-by"), html! { span lang="sv" { (who) } }))
}

fn basis_facts(lang: Lang, basis: &Basis) -> Vec<(&'static str, Markup)> {
    let mut facts =
        vec![(lang.t("allocation-reading-basis"), html! { span.written lang="sv" { (basis.says) } })];
    facts.extend(
        basis.statistics_year.map(|year| (lang.t("allocation-reading-statistics"), html! { (year) })),
    );
    facts
}

fn illustrative(lang: Lang, basis: &Basis) -> Markup {
    html! {
        @if let Some(why) = &basis.illustrative {
            (parts::note(Tone::Late, lang.t("allocation-reading-illustrative"), &html! { p lang="sv" { (why) } }))
        }
    }
}

/// Sentences, each on its own.
fn points(title: &str, sentences: &[String]) -> Markup {
    html! {
        @if !sentences.is_empty() {
            section {
                h2 { (title) }
                ul lang="sv" { @for sentence in sentences { li { (sentence) } } }
            }
        }
    }
}

/// Running text.
fn text(title: &str, paragraphs: &[String]) -> Markup {
    html! {
        @if !paragraphs.is_empty() {
            section {
                h2 { (title) }
                div lang="sv" { @for paragraph in paragraphs { p.written { (paragraph) } } }
            }
        }
    }
}

fn alternative(lang: Lang, number: usize, it: &Alternative, illustrates: bool) -> Markup {
    let argued = |title: &str, arguments: &[String]| {
        html! {
            @if !arguments.is_empty() {
                h4 { (title) }
                ul lang="sv" { @for argument in arguments { li { (argument) } } }
            }
        }
    };
    html! {
        section {
            h3 { (number) ". " span lang="sv" { (it.name) } }
            div lang="sv" { @for paragraph in &it.description { p.written { (paragraph) } } }
            (argued(lang.t("allocation-reading-for"), &it.arguments_for))
            (argued(lang.t("allocation-reading-against"), &it.arguments_against))
            @if let Some(money) = &it.figures {
                (figures::by_party(lang, &format!("parter-{number}"), money, illustrates))
                @if !money.members.is_empty() {
                    (figures::by_member(lang, &format!("medlemmar-{number}"), &money.members, illustrates))
                }
            }
        }
    }
}

fn reckoning(lang: Lang, it: &Reckoning) -> Markup {
    let mut facts: Vec<(&str, Markup)> =
        it.settings.iter().map(|one| (one.name.as_str(), html! { (one.value) })).collect();
    facts.extend(it.strategy.as_ref().map(|one| {
        let says = html! { p { strong { (one.name) } ": " (one.explanation) } p { (one.notice) } };
        (lang.t("allocation-reading-strategy"), says)
    }));
    html! {
        @if !facts.is_empty() || !it.text.is_empty() {
            section {
                h2 { (lang.t("allocation-reading-how")) }
                div lang="sv" {
                    @for paragraph in &it.text { p.written { (paragraph) } }
                    @if !facts.is_empty() { (parts::facts(&facts)) }
                }
            }
        }
    }
}

fn appendices(lang: Lang, all: &[Appendix]) -> Markup {
    html! {
        @if !all.is_empty() {
            section {
                h2 { (lang.t("allocation-reading-appendices")) }
                ul.plain-list lang="sv" {
                    @for one in all { li { "Bilaga " (one.number) @if let Some(title) = &one.title { ": " (title) } } }
                }
            }
        }
    }
}
