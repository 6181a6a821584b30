//! The line of steps: where the initiative is on its way, and where it stopped or waits.

use domain::initiative::events::{Event, Stage};
use domain::initiative::state::Initiative;
use jiff::civil::Date;
use kit::Lang;
use kit::format::day_short;
use kit::parts::{self, Step, StepState};
use maud::{Markup, html};

use super::Scene;
use super::words::stage_name;

/// The stages of the line in this association.
fn line(scene: &Scene<'_>) -> Vec<Stage> {
    let committee = scene.initiative.committee.is_some()
        || scene.initiative.stage == Stage::WorkingCommittee
        || scene.association.profile.bylaws_on(scene.today).is_some_and(|b| b.working_committee);
    let all = [
        Stage::Idea,
        Stage::Draft,
        Stage::PreparatoryGroup,
        Stage::WorkingCommittee,
        Stage::Board,
        Stage::Granted,
        Stage::Running,
    ];
    all.into_iter().filter(|stage| committee || *stage != Stage::WorkingCommittee).collect()
}

/// The stage of the line where it stands; for one beside the line, the stage it left.
fn place(initiative: &Initiative) -> Stage {
    match initiative.stage {
        Stage::Resting if initiative.begun => Stage::Draft,
        Stage::Resting => Stage::Idea,
        Stage::Completion => Stage::PreparatoryGroup,
        Stage::Rejected => Stage::Board,
        Stage::Withdrawn => left(initiative),
        stage @ (Stage::Idea
        | Stage::Draft
        | Stage::PreparatoryGroup
        | Stage::WorkingCommittee
        | Stage::Board
        | Stage::Granted
        | Stage::Running) => stage,
    }
}

/// Where a withdrawn application lay.
fn left(initiative: &Initiative) -> Stage {
    if initiative.committee.is_some() {
        return Stage::Board;
    }
    let Some((proposed, _)) = &initiative.proposed else { return Stage::PreparatoryGroup };
    let prepared = initiative
        .history
        .iter()
        .any(|(_, e)| matches!(e, Event::CommitteePrepared { on, .. } if on >= proposed));
    if prepared { Stage::Board } else { Stage::WorkingCommittee }
}

/// The day it came to a stage, the latest time.
fn reached(initiative: &Initiative, stage: Stage) -> Option<Date> {
    match stage {
        Stage::Idea => Some(initiative.noted),
        Stage::Draft => initiative.history.iter().find_map(|(_, event)| {
            if let Event::ApplicationBegun { on, .. } = event { Some(*on) } else { None }
        }),
        Stage::PreparatoryGroup => initiative.submitted,
        Stage::WorkingCommittee => initiative.proposed.as_ref().map(|(on, _)| *on),
        Stage::Board => initiative.committee.as_ref().or(initiative.proposed.as_ref()).map(|(on, _)| *on),
        Stage::Granted => initiative.grant().and_then(|_| initiative.decisions.last().map(|d| d.on)),
        Stage::Running => initiative.started,
        Stage::Resting | Stage::Completion | Stage::Rejected | Stage::Withdrawn => None,
    }
}

/// The line.
pub(super) fn steps(scene: &Scene<'_>) -> Markup {
    let (lang, initiative) = (scene.lang, scene.initiative);
    let stages = line(scene);
    let here = stages.iter().position(|stage| *stage == place(initiative)).unwrap_or_default();
    let ended = matches!(initiative.stage, Stage::Rejected | Stage::Withdrawn);
    let steps: Vec<Step> = stages
        .iter()
        .enumerate()
        .map(|(at, stage)| {
            let state = match at.cmp(&here) {
                std::cmp::Ordering::Less => StepState::Done,
                std::cmp::Ordering::Equal if ended => StepState::Ended,
                std::cmp::Ordering::Equal => StepState::Current,
                std::cmp::Ordering::Greater => StepState::Later,
            };
            let step = Step::new(name(lang, *stage), state);
            let aside = (at == here).then(|| beside(lang, initiative.stage)).flatten();
            match note(aside, reached(initiative, *stage).filter(|_| at <= here)) {
                Some(note) => step.note(note),
                None => step,
            }
        })
        .collect();
    parts::steps(lang, lang.t("initiative-line"), &steps)
}

fn note(aside: Option<&str>, reached: Option<Date>) -> Option<Markup> {
    match (aside, reached) {
        (None, None) => None,
        (aside, reached) => Some(html! {
            @if let Some(aside) = aside { (aside) @if reached.is_some() { " " } }
            @if let Some(day) = reached { (day_short(day)) }
        }),
    }
}

/// The name of a stage as a step on the line.
fn name(lang: Lang, stage: Stage) -> &'static str {
    match stage {
        Stage::PreparatoryGroup => lang.t("initiative-step-group"),
        Stage::WorkingCommittee => lang.t("initiative-step-committee"),
        Stage::Board => lang.t("initiative-step-board"),
        Stage::Idea
        | Stage::Resting
        | Stage::Draft
        | Stage::Completion
        | Stage::Granted
        | Stage::Running
        | Stage::Rejected
        | Stage::Withdrawn => stage_name(lang, stage),
    }
}

/// What is said at the step for an initiative beside the line.
fn beside(lang: Lang, stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Resting => Some(lang.t("initiative-step-resting")),
        Stage::Completion => Some(lang.t("initiative-step-completion")),
        Stage::Rejected => Some(lang.t("initiative-step-rejected")),
        Stage::Withdrawn => Some(lang.t("initiative-step-withdrawn")),
        Stage::Idea
        | Stage::Draft
        | Stage::PreparatoryGroup
        | Stage::WorkingCommittee
        | Stage::Board
        | Stage::Granted
        | Stage::Running => None,
    }
}
