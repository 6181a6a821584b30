//! The words for where an initiative stands, and their tones.

use domain::initiative::events::{BoardOutcome, Orientation, Stage, View};
use domain::step::Step;
use jiff::civil::Date;
use kit::Lang;
use kit::format::day_text;
use kit::parts::{Tone, status};
use maud::Markup;

use super::Act;

/// Every stage, in the order of the way; those beside it last.
pub(super) const STAGES: [Stage; 11] = [
    Stage::Idea,
    Stage::Draft,
    Stage::PreparatoryGroup,
    Stage::Completion,
    Stage::WorkingCommittee,
    Stage::Board,
    Stage::Granted,
    Stage::Running,
    Stage::Resting,
    Stage::Rejected,
    Stage::Withdrawn,
];

/// Where an initiative stands, in a word or two.
pub fn stage_name(lang: Lang, stage: Stage) -> &'static str {
    match stage {
        Stage::Idea => lang.t("initiative-stage-idea"),
        Stage::Resting => lang.t("initiative-stage-resting"),
        Stage::Draft => lang.t("initiative-stage-draft"),
        Stage::PreparatoryGroup => lang.t("initiative-stage-group"),
        Stage::Completion => lang.t("initiative-stage-completion"),
        Stage::WorkingCommittee => lang.t("initiative-stage-committee"),
        Stage::Board => lang.t("initiative-stage-board"),
        Stage::Granted => lang.t("initiative-stage-granted"),
        Stage::Running => lang.t("initiative-stage-running"),
        Stage::Rejected => lang.t("initiative-stage-rejected"),
        Stage::Withdrawn => lang.t("initiative-stage-withdrawn"),
    }
}

/// The name a stage has in an address.
pub(super) fn stage_slug(stage: Stage) -> &'static str {
    match stage {
        Stage::Idea => "ide",
        Stage::Resting => "vilande",
        Stage::Draft => "utkast",
        Stage::PreparatoryGroup => "beredningsgrupp",
        Stage::Completion => "komplettering",
        Stage::WorkingCommittee => "arbetsutskott",
        Stage::Board => "styrelse",
        Stage::Granted => "beviljad",
        Stage::Running => "pagaende",
        Stage::Rejected => "avslag",
        Stage::Withdrawn => "atertagen",
    }
}

fn tone(stage: Stage) -> Tone {
    match stage {
        Stage::Idea | Stage::Draft => Tone::Plain,
        Stage::Resting | Stage::Completion => Tone::Wait,
        Stage::PreparatoryGroup | Stage::WorkingCommittee | Stage::Board => Tone::Now,
        Stage::Granted | Stage::Running => Tone::Done,
        Stage::Rejected | Stage::Withdrawn => Tone::Stop,
    }
}

/// Where an initiative stands, as a tag.
pub(super) fn stage_tag(lang: Lang, stage: Stage) -> Markup {
    status(tone(stage), stage_name(lang, stage))
}

/// A day after a verb: *den 22 november 2026*, *22 November 2026*.
pub(super) fn on_day(lang: Lang, day: Date) -> String {
    let day = day_text(lang, day);
    match lang {
        Lang::Sv => format!("den\u{a0}{day}"),
        Lang::En => day,
    }
}

/// A member's view, as a tag.
pub(super) fn view_tag(lang: Lang, view: View) -> Markup {
    match view {
        View::Supports => status(Tone::Done, lang.t("initiative-view-supports")),
        View::Doubts => status(Tone::Late, lang.t("initiative-view-doubts")),
        View::Against => status(Tone::Stop, lang.t("initiative-view-against")),
    }
}

/// The board's outcome, as a tag.
pub(super) fn outcome_tag(lang: Lang, outcome: &BoardOutcome) -> Markup {
    match outcome {
        BoardOutcome::Granted(_) => status(Tone::Done, lang.t("initiative-outcome-granted")),
        BoardOutcome::Rejected { .. } => status(Tone::Stop, lang.t("initiative-outcome-rejected")),
        BoardOutcome::SentBack { .. } => status(Tone::Wait, lang.t("initiative-outcome-sent-back")),
    }
}

/// What an initiative works on.
pub(super) fn orientation_name(lang: Lang, orientation: Orientation) -> &'static str {
    match orientation {
        Orientation::Individual => lang.t("application-orientation-individual"),
        Orientation::Structural => lang.t("application-orientation-structural"),
    }
}

/// What a step is called.
pub(super) fn step_name(lang: Lang, step: Step, stage: Stage) -> &'static str {
    if let Some(act) = Act::of(step) {
        return act.label(lang, stage);
    }
    lang.t(if step == Step::PlanMeeting {
        "initiative-do-plan"
    } else if step == Step::AddItem {
        "initiative-do-agenda"
    } else if step == Step::MakeDecision {
        "initiative-do-decide"
    } else {
        "initiative-do-other"
    })
}
