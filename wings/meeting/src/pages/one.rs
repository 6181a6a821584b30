//! One meeting, as it is now: what is to be done, and everything known of it.

use domain::case_register::events::{Form as PaperForm, Paper};
use domain::event::Subject;
use domain::meeting::compliance;
use domain::meeting::state::{Phase, Posting};
use kit::at;
use kit::format::{day, moment};
use kit::parts;
use maud::{Markup, html};
use statute::{Finding, Outcome};

use super::words::{on_day, phase_tag, weekday};
use super::{Scene, agenda, correcting, line, list, now, room};

/// The page.
pub fn show(scene: &Scene<'_>) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let plan = &meeting.plan;
    let main = html! {
        (now::show(scene))
        @if scene.running() { (room::summary(scene)) }
        (papers(scene))
        (agenda::section(scene))
        @if meeting.closed.is_some() { (room::record(scene)) }
        (correcting::history(scene))
        (rules(scene))
    };
    html! {
        @if let Some(sent) = scene.sent { (sent.head()) }
        h1 lang="sv" { (scene.body()) ", " (day(lang, plan.on)) " " (phase_tag(lang, meeting)) }
        p.lead {
            (weekday(lang, plan.on)) " " (list::hours((plan.from, plan.until))) ", "
            span lang="sv" { (plan.place) }
            @if let Some((first, last)) = meeting.paragrafer() { ", " (list::paragraphs(first, last)) }
        }
        @if let Some(why) = &plan.extra {
            p { strong { (lang.t("meeting-extra-is")) } " " span lang="sv" { (why) } }
        }
        (line::steps(scene))
        (parts::columns(&main, &aside(scene), lang.t("meeting-facts")))
    }
}

/// The papers of the meeting, each as a page and as a PDF.
fn papers(scene: &Scene<'_>) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let held = meeting.paragrafer().is_some();
    let public = is_public(meeting);
    let slug = scene.association.slug();
    html! {
        section aria-labelledby="handlingar" {
            h2 #handlingar { (lang.t("meeting-papers")) }
            ul.papers {
                @if meeting.notice.is_some() || !meeting.items.is_empty() && !held {
                    li {
                        a href=(scene.under("kallelse")) { (lang.t("meeting-notice")) }
                        " (" a href=(scene.under("kallelse.pdf")) { "PDF" span.visually-hidden { " " (lang.t("meeting-notice")) } } ")"
                        @match &meeting.notice {
                            Some(sent) => span.beneath { (lang.ta("meeting-notice-sent", &[("day", on_day(lang, sent.on).into()), ("count", sent.to.len().into())])) },
                            None => span.beneath { (lang.t("meeting-notice-unsent")) },
                        }
                        (registered(scene, PaperForm::Notice, meeting.notice.is_some()))
                    }
                }
                @if held {
                    li {
                        a href=(scene.under("protokoll")) { (lang.t("meeting-minutes")) }
                        " (" a href=(scene.under("protokoll.pdf")) { "PDF" span.visually-hidden { " " (lang.t("meeting-minutes")) } } ")"
                        span.beneath { (minutes_stand(scene)) }
                        @if public {
                            span.beneath {
                                a href={ "/protokoll/" (slug) "/" (meeting.id()) } { (lang.t("meeting-minutes-public")) }
                            }
                        }
                        (registered(scene, PaperForm::Minutes, meeting.attested_on().is_some()))
                    }
                }
            }
        }
    }
}

/// Whether anybody may read the minutes: attested, and announced somewhere.
pub fn is_public(meeting: &domain::meeting::state::Meeting) -> bool {
    meeting.attested_on().is_some() && !meeting.postings.is_empty()
}

fn minutes_stand(scene: &Scene<'_>) -> String {
    let (lang, meeting) = (scene.lang, scene.meeting);
    match (meeting.attested_on(), meeting.written.as_ref().map(|w| w.on)) {
        (Some(on), _) => lang.ta("meeting-minutes-attested", &[("day", on_day(lang, on).into())]),
        (None, Some(on)) => lang.ta("meeting-minutes-written", &[("day", on_day(lang, on).into())]),
        (None, None) => lang.t("meeting-minutes-draft").to_owned(),
    }
}

/// Where the paper is registered; a button for those who register when it is not.
fn registered(scene: &Scene<'_>, form: PaperForm, ready: bool) -> Markup {
    let lang = scene.lang;
    let paper = Paper { form, of: Subject::Meeting(scene.meeting.id()) };
    let mut cases = scene.association.register.cases.values();
    let entry = cases.find_map(|case| case.entry_of(paper).map(|no| (case, no)));
    html! {
        @match entry {
            Some((case, no)) => {
                span.beneath {
                    (lang.t("meeting-registered")) " "
                    @if scene.rights.read_register {
                        a href=(at::case(scene.base, case.id)) { (case.number) "-" (no) }
                    } @else {
                        (case.number) "-" (no)
                    }
                }
            }
            None if ready && scene.rights.register && !scene.recorded() => {
                @let noun = if form == PaperForm::Notice { "diarieforing/kallelse" } else { "diarieforing/protokoll" };
                @let button = scene.form(&scene.under(noun));
                form.tool method="post" action=(button.action) {
                    (button.hidden_id())
                    button.small type="submit" {
                        (lang.t(if form == PaperForm::Notice { "meeting-register-notice" } else { "meeting-register-minutes" }))
                    }
                }
            }
            None => {}
        }
    }
}

/// What the rules say of it: what is not met first.
fn rules(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let mut found = findings(scene);
    found.sort_by_key(|f| match f.outcome {
        Outcome::NotMet => 0,
        Outcome::NeedsJudgement | Outcome::Unknown => 1,
        Outcome::Explained => 2,
        Outcome::NotYetDue => 3,
        Outcome::Met | Outcome::NotApplicable => 4,
    });
    let (open, met): (Vec<Finding>, Vec<Finding>) =
        found.into_iter().partition(|f| !matches!(f.outcome, Outcome::Met | Outcome::NotApplicable));
    html! {
        @if !(open.is_empty() && met.is_empty()) {
            section aria-labelledby="regler" {
                h2 #regler { (lang.t("meeting-rules")) }
                @if !open.is_empty() { (parts::findings(lang, &open)) }
                @if !met.is_empty() {
                    details open[open.is_empty()] {
                        summary { (lang.ta("meeting-rules-met", &[("count", met.len().into())])) }
                        (parts::findings(lang, &met))
                    }
                }
            }
        }
    }
}

/// The findings of today, with the reasons that were written when the steps were taken.
fn findings(scene: &Scene<'_>) -> Vec<Finding> {
    let about = Subject::Meeting(scene.meeting.id());
    let judged = || scene.association.judged_about(about);
    let reason = |rule: &str| {
        let explained = judged().flat_map(|j| &j.findings).filter(|f| f.rule == rule);
        explained.filter_map(|f| f.reason.clone()).next_back()
    };
    compliance::findings(scene.association, scene.meeting, scene.today())
        .into_iter()
        .map(|finding| match reason(&finding.rule) {
            Some(reason) if finding.asks_for_reason() => finding.explained(&reason),
            _ => finding,
        })
        .map(|finding| if scene.recorded() { over(finding) } else { finding })
        .collect()
}

/// What was long ago cannot be done in another way.
fn over(finding: Finding) -> Finding {
    Finding { instead: None, ..finding }
}

fn aside(scene: &Scene<'_>) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let name = |person| html! { span lang="sv" { (scene.person(person)) } };
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    facts.extend(meeting.opened.map(|at| (lang.t("meeting-opened-at"), moment(lang, at))));
    facts.extend(meeting.closed.map(|at| (lang.t("meeting-closed-at"), moment(lang, at))));
    facts.extend(meeting.chair.map(|p| (lang.t("meeting-chair"), name(p))));
    facts.extend(meeting.secretary.map(|p| (lang.t("meeting-secretary"), name(p))));
    if !meeting.attesters.is_empty() {
        let names = scene.people(meeting.attesters.iter().copied());
        facts.push((lang.t("meeting-attesters"), html! { span lang="sv" { (names) } }));
    }
    if meeting.phase() >= Phase::Written {
        let list = html! {
            ul.plain-list {
                @for person in meeting.must_attest() {
                    li {
                        (name(person)) ", "
                        @match meeting.attested.get(&person) {
                            Some(on) => { (lang.t("meeting-attested-by")) " " (day(lang, *on)) },
                            None => (lang.t("meeting-attests-not-yet")),
                        }
                    }
                }
            }
        };
        facts.push((lang.t("meeting-attestation"), list));
    }
    if !meeting.postings.is_empty() {
        facts.push((lang.t("meeting-posting"), postings(scene)));
    }
    html! {
        h2 { (lang.t("meeting-facts")) }
        @if facts.is_empty() { p { (lang.t("meeting-facts-none")) } } @else { (parts::facts(&facts)) }
        @if scene.completes() {
            ul.plain-list {
                li { a href=(scene.under("narvaro")) { (lang.t("meeting-attendance")) } }
                li { a href=(scene.under("funktionarer")) { (lang.t("meeting-officers")) } }
                @if scene.keeps() {
                    li { a href=(scene.under("avslutning")) { (lang.t("meeting-closing")) } }
                    li { a href=(scene.under("protokoll")) { (lang.t("meeting-minutes-so-far")) } }
                }
                li { a href=(scene.under("rattelser")) { (lang.t("correct-link")) } }
            }
        }
        @if scene.rights.keep && meeting.closed.is_some() && meeting.attested_on().is_none() && !scene.recorded() {
            p { a href=(scene.under("justering/byte")) { (lang.t("attesters-link")) } }
        }
        @if scene.rights.post && meeting.attested_on().is_some() && !meeting.boards.is_empty() && !scene.recorded() {
            p { a href=(scene.under("anslag")) { (lang.t("meeting-to-posting")) } }
        }
    }
}

/// Where the announcement hangs or hung: boards with the same days together.
fn postings(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let mut groups: Vec<(Posting, Vec<&str>)> = Vec::new();
    for (board, posting) in &scene.meeting.postings {
        let name = scene.member(*board);
        match groups.iter_mut().find(|(known, _)| known == posting) {
            Some((_, names)) => names.push(name),
            None => groups.push((*posting, vec![name])),
        }
    }
    html! {
        ul.plain-list {
            @for (posting, names) in &groups {
                li {
                    span lang="sv" { (swedish::list::listed(names)) } ": "
                    (lang.t("meeting-posted-up")) " " (day(lang, posting.up)) ", "
                    @match posting.down {
                        Some(down) => { (lang.t("meeting-posted-down")) " " (day(lang, down)) },
                        None => { (lang.t("meeting-planned-down")) " " (day(lang, posting.planned_down)) },
                    }
                }
            }
        }
    }
}
