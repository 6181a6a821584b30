//! What is needed for the next step: who takes it, by when, what stands in the way, and the way to it.

use domain::initiative::events::Stage;
use domain::initiative::next::{NextStep, next_steps, open_agendas};
use domain::meeting::events::Matter;
use domain::meeting::state::Meeting;
use domain::step::Step;
use kit::at;
use kit::format::day;
use kit::parts::{self, Tone};
use maud::{Markup, html};
use statute::catalogue;

use super::standing::who_name;
use super::words::step_name;
use super::{Act, Scene};

/// The section.
pub(super) fn section(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let draft = scene.writing.written.map(|written| &written.application);
    let steps = next_steps(scene.association, scene.initiative, draft, scene.today);
    let other: Vec<Act> = Act::ALL
        .into_iter()
        .filter(|act| scene.offers(*act))
        .filter(|act| !steps.iter().any(|step| Act::of(step.step) == Some(*act)))
        .collect();
    html! {
        section.next-steps aria-labelledby="nasta" {
            h2 #nasta { (lang.t("initiative-next")) }
            @if steps.is_empty() {
                p { (lang.t("initiative-next-none")) }
            } @else {
                ol {
                    @for step in &steps { (one(scene, step)) }
                }
            }
            (reports(scene))
            @if !other.is_empty() {
                h3 { (lang.t("initiative-also")) }
                ul.also {
                    @for act in other {
                        li { a href=(scene.under(act.noun())) { (act.label(lang, scene.initiative.stage)) } }
                    }
                }
            }
        }
    }
}

/// The days when a running initiative reports, those that have passed marked.
fn reports(scene: &Scene<'_>) -> Markup {
    let lang = scene.lang;
    let running = scene.initiative.stage == Stage::Running;
    let Some(grant) = scene.initiative.grant().filter(|grant| running && !grant.reporting.is_empty()) else {
        return html! {};
    };
    html! {
        h3 { (lang.t("initiative-report-days")) }
        ul.plain-list {
            @for due in &grant.reporting {
                li {
                    (lang.t("due")) " " (day(lang, *due))
                    @if *due < scene.today { " " (parts::status(Tone::Late, lang.t("initiative-report-day-passed"))) }
                }
            }
        }
    }
}

fn one(scene: &Scene<'_>, step: &NextStep) -> Markup {
    let lang = scene.lang;
    let name = step_name(lang, step.step, scene.initiative.stage);
    let state = if step.ready {
        parts::status(Tone::Now, lang.t("initiative-ready"))
    } else {
        parts::status(Tone::Wait, lang.t("initiative-not-ready"))
    };
    html! {
        li.next-step data-ready[step.ready] {
            @let agendas = agendas(scene, step);
            @match way(scene, step.step).filter(|_| step.ready) {
                Some(_) if agendas.len() > 1 => {
                    p.step-title { strong { (name) } " " (state) }
                    ul.also {
                        @for meeting in agendas {
                            @let day = super::words::on_day(lang, meeting.plan.on);
                            li {
                                a href=(at::new_item(scene.base, meeting.id(), scene.initiative.id)) {
                                    (lang.ta("initiative-agenda-of", &[("day", day.into())]))
                                }
                            }
                        }
                    }
                },
                Some(href) => p.actions { a.main href=(href) { (name) } },
                None => p.step-title { strong { (name) } " " (state) },
            }
            p { (lang.t("initiative-who")) " " span lang="sv" { (who_name(scene, step.who)) } "." }
            @if let Some(hindrance) = &step.hindrance {
                p.hindrance { (lang.t("initiative-hindrance")) " " span lang="sv" { (hindrance) } }
                @if step.step == Step::SubmitApplication && let Some(href) = way(scene, step.step) {
                    p { a href=(href) { (lang.t("initiative-see-missing")) } }
                }
            }
            @if let Some(due) = step.due { p { (lang.t("due")) " " (day(lang, due)) "." } }
            @if let Some(rule) = step.rule.and_then(catalogue::rule) {
                p.cites { (lang.t("initiative-why")) " " a href=(at::rule(&rule.id)) lang="sv" { (rule.title) } }
            }
        }
    }
}

/// Where the reader takes the step, when it is theirs to take.
fn way(scene: &Scene<'_>, step: Step) -> Option<String> {
    if let Some(act) = Act::of(step) {
        return scene.offers(act).then(|| scene.under(act.noun()));
    }
    match step {
        Step::PlanMeeting if scene.rights.plans => Some(at::new_meeting(scene.base)),
        Step::AddItem if scene.rights.plans => {
            let meeting = open_agendas(scene.association, scene.today).first()?.id();
            Some(at::new_item(scene.base, meeting, scene.initiative.id))
        }
        Step::MakeDecision => {
            let matter = Some(Matter::Initiative(scene.initiative.id));
            let mut meetings = scene.association.meetings.values().filter(|m| m.closed.is_none());
            let meeting = meetings.find(|m| m.items.iter().any(|i| i.content.matter == matter))?;
            let readable = scene.rights.meetings.contains(&meeting.id());
            readable.then(|| at::meeting(scene.base, meeting.id()))
        }
        Step::PlanMeeting
        | Step::AddItem
        | Step::TalkOverIdea
        | Step::ResumeIdea
        | Step::WriteApplication
        | Step::SubmitApplication
        | Step::ExamineApplication
        | Step::StateMemberView
        | Step::ProposeDecision
        | Step::PrepareForBoard
        | Step::InformConcerned
        | Step::SetUpSteeringGroup
        | Step::StartInitiative
        | Step::SendNotice
        | Step::NoteAttendance
        | Step::WriteMinutes
        | Step::AttestMinutes
        | Step::PostNotice
        | Step::TakeDownNotice
        | Step::FinishAssignment
        | Step::AnswerFundingQuestion
        | Step::AnswerFundingOffer => None,
    }
}

/// The meetings on whose agenda the step can be taken.
fn agendas<'a>(scene: &Scene<'a>, step: &NextStep) -> Vec<&'a Meeting> {
    if step.step == Step::AddItem { open_agendas(scene.association, scene.today) } else { Vec::new() }
}
