//! One initiative: where it is on its way, who has it, what is needed next, and what has happened.

use domain::event::Subject;
use domain::initiative::compliance;
use domain::initiative::events::{Interlocutor, Stage};
use kit::Lang;
use kit::format::{day, money, prose};
use kit::parts::{self, Tone};
use maud::{Markup, html};
use statute::{Finding, Modality, Outcome};

use super::standing::standing;
use super::words::{orientation_name, stage_tag};
use super::{Scene, line, matters, next, timeline};

/// One initiative.
pub fn show(scene: &Scene<'_>) -> Markup {
    let initiative = scene.initiative;
    let main = html! {
        (asked(scene))
        (what(scene))
        (next::section(scene))
        (matters::decisions(scene))
        (matters::afterwards(scene))
        (matters::amounts(scene))
        (matters::preparation(scene))
        (idea(scene))
        (rules(scene))
        (timeline::section(scene))
    };
    let aside = html! {
        section aria-labelledby="uppgifter" {
            h2 #uppgifter { (scene.lang.t("initiative-facts")) }
            (facts(scene))
        }
        (documents(scene))
    };
    html! {
        h1 lang="sv" { (initiative.title) }
        p.standing { (stage_tag(scene.lang, initiative.stage)) " " (standing(scene)) }
        (line::steps(scene))
        (parts::columns(&main, &aside, scene.lang.t("initiative-facts")))
    }
}

/// What completion was asked for, while it is with the applicant.
fn asked(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    html! {
        @if let Some(what) = &scene.initiative.completion {
            (parts::note(Tone::Wait, lang.t("initiative-asked"), &html! {
                div lang="sv" { (prose(what)) }
                @if !scene.rights.drafts { p { (lang.t("initiative-asked-being-written")) } }
            }))
        }
    }
}

/// What it is: the need, for whom, by whom, and the way to the rest of it.
fn what(scene: &Scene<'_>) -> Markup {
    let (lang, initiative) = (scene.lang, scene.initiative);
    let Some(application) = scene.application().filter(|_| initiative.submitted.is_some()) else {
        return html! {};
    };
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    for (name, text) in
        [("application-need", &application.need), ("application-target-group", &application.target_group)]
    {
        if !text.trim().is_empty() {
            facts.push((lang.t(name), html! { div lang="sv" { (prose(text)) } }));
        }
    }
    if let Some(carrier) = application.carrier {
        facts.push((lang.t("application-carrier"), html! { (scene.member(carrier)) }));
    }
    if !application.parties.is_empty() {
        facts.push((lang.t("initiative-parties"), html! { (scene.members(&application.parties)) }));
    }
    html! {
        section aria-labelledby="vad" {
            h2 #vad { (lang.t("initiative-what")) }
            (parts::facts(&facts))
            p { a href=(scene.under("ansokan")) { (lang.t("initiative-whole-application")) } }
        }
    }
}

/// The idea and the talks, while it is young; afterwards they stand in the history.
fn idea(scene: &Scene<'_>) -> Markup {
    let initiative = scene.initiative;
    let young = matches!(initiative.stage, Stage::Idea | Stage::Draft | Stage::Resting);
    html! {
        @if young {
            section aria-labelledby="iden" {
                h2 #iden { (scene.lang.t("initiative-idea")) }
                div lang="sv" { (prose(&initiative.idea)) }
            }
        }
    }
}

fn facts(scene: &Scene<'_>) -> Markup {
    let (lang, initiative) = (scene.lang, scene.initiative);
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    if let Some(number) = scene.case_link() {
        facts.push((lang.t("initiative-case-number"), number));
    }
    facts.push((lang.t("initiative-applicant"), html! { span lang="sv" { (initiative.applicant) } }));
    facts.push((lang.t("initiative-writer"), html! { (scene.person(initiative.author)) }));
    if let Some(application) = scene.application() {
        if initiative.submitted.is_none() {
            if let Some(carrier) = application.carrier {
                facts.push((lang.t("application-carrier"), html! { (scene.member(carrier)) }));
            }
            if !application.parties.is_empty() {
                facts.push((lang.t("initiative-parties"), html! { (scene.members(&application.parties)) }));
            }
        }
        if let Some(receiver) = application.receiver {
            facts.push((lang.t("initiative-receiver"), html! { (scene.member(receiver)) }));
        }
        let orientation = orientation_name(lang, application.orientation);
        facts.push((lang.t("application-orientation"), html! { (orientation) }));
        if let Some((from, until)) = application.from.zip(application.until) {
            facts.push((lang.t("initiative-period"), matters::period(scene, from, until)));
        }
        if let Some(sum) =
            swedish::money::Ore::sum(application.budget.values().copied()).filter(|s| s.ore() > 0)
        {
            facts.push((lang.t("initiative-applied"), money(sum)));
        }
    }
    facts.push((lang.t("initiative-noted"), day(lang, initiative.noted)));
    if let Some(on) = initiative.submitted {
        facts.push((lang.t("initiative-received"), day(lang, on)));
    }
    if !initiative.talks.is_empty() && initiative.submitted.is_none() {
        facts.push((lang.t("initiative-talks"), talks(scene)));
    }
    parts::facts(&facts)
}

fn talks(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    html! {
        ul {
            @for (with, on, _) in &scene.initiative.talks {
                li {
                    @match with {
                        Interlocutor::Manager => (lang.t("initiative-was-talked-manager")),
                        Interlocutor::Office => (lang.t("initiative-was-talked-office")),
                    }
                    ", " (day(lang, *on))
                }
            }
        }
    }
}

/// The papers that can be read and taken out.
fn documents(scene: &Scene<'_>) -> Markup {
    let (lang, initiative) = (scene.lang, scene.initiative);
    let handed_in = initiative.submitted.is_some();
    let dated = scene.application().is_some_and(|a| a.from.zip(a.until).is_some());
    let mut outputs = Vec::new();
    if dated {
        let what =
            if handed_in { lang.t("initiative-application-pdf") } else { lang.t("initiative-draft-pdf") };
        outputs.push(("PDF", scene.under("ansokan.pdf"), what));
    }
    if handed_in {
        outputs.push(("PDF", scene.under("kvitto.pdf"), lang.t("initiative-receipt-pdf")));
    }
    html! {
        @if dated || handed_in {
            section aria-labelledby="handlingar" {
                h2 #handlingar { (lang.t("initiative-documents")) }
                ul.readings {
                    @if dated {
                        @let read = if handed_in { lang.t("initiative-read-application") } else { lang.t("initiative-read-draft") };
                        li { a href=(scene.under("ansokan")) { (read) } }
                    }
                    @if handed_in { li { a href=(scene.under("kvitto")) { (lang.t("initiative-see-receipt")) } } }
                }
                (parts::outputs(lang, &outputs))
            }
        }
    }
}

/// How it stands to the rules; those that are not met first.
fn rules(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let application = scene.application();
    let mut findings: Vec<Finding> =
        compliance::findings(scene.association, scene.initiative, application, scene.today)
            .into_iter()
            .map(|finding| with_reason(scene, finding))
            .collect();
    findings.sort_by_key(weight);
    let unmet = findings.iter().filter(|f| f.outcome == Outcome::NotMet).count();
    let (open, met): (Vec<Finding>, Vec<Finding>) = findings.into_iter().partition(|f| weight(f) < MET);
    html! {
        @if !open.is_empty() || !met.is_empty() {
            section aria-labelledby="regler" {
                h2 #regler { (lang.t("initiative-rules")) }
                p { (rules_lead(lang, unmet)) }
                @if !open.is_empty() { (parts::findings(lang, &open)) }
                @if !met.is_empty() {
                    details {
                        summary { (lang.ta("initiative-rules-met", &[("count", met.len().into())])) }
                        (parts::findings(lang, &met))
                    }
                }
            }
        }
    }
}

/// A reason that was written while the application was prepared stands with its rule, also before the board decides.
fn with_reason(scene: &Scene<'_>, finding: Finding) -> Finding {
    let asks = finding.outcome == Outcome::NotYetDue && finding.modality == Modality::Should;
    if !asks {
        return finding;
    }
    let about = Subject::Initiative(scene.initiative.id);
    let kept = scene.association.judged_about(about).rev();
    let mut same = kept.flat_map(|judged| &judged.findings).filter(|kept| kept.rule == finding.rule);
    match same.next().and_then(|kept| kept.reason.as_deref()) {
        Some(reason) => finding.explained(reason),
        None => finding,
    }
}

/// The weight from which a rule asks for nothing.
const MET: u8 = 4;

fn rules_lead(lang: Lang, unmet: usize) -> String {
    lang.ta("initiative-rules-says", &[("unmet", unmet.into())])
}

/// What asks for attention comes first.
fn weight(finding: &Finding) -> u8 {
    match finding.outcome {
        Outcome::NotMet => 0,
        Outcome::NeedsJudgement | Outcome::Unknown => 1,
        Outcome::NotYetDue => 2,
        Outcome::Explained => 3,
        Outcome::Met => MET,
        Outcome::NotApplicable => MET + 1,
    }
}
