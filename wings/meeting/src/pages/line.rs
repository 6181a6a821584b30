//! The line of steps: how far the meeting has come, and when each step was taken.

use domain::meeting::state::{Meeting, Phase};
use jiff::civil::Date;
use kit::format::day_short;
use kit::parts::{self, Step, StepState};
use maud::{Markup, html};

use super::Scene;
use super::words::{PHASES, phase_name};

/// The line. Minutes that are announced nowhere end with their attestation.
pub(super) fn steps(scene: &Scene<'_>) -> Markup {
    let (lang, meeting) = (scene.lang, scene.meeting);
    let here = meeting.phase();
    let announced = !meeting.boards.is_empty();
    let phases = PHASES.into_iter().filter(|p| announced || *p <= Phase::Attested);
    let last = if announced { Phase::TakenDown } else { Phase::Attested };
    let steps: Vec<Step> = phases
        .map(|phase| {
            let when = reached(meeting, phase);
            let state = match phase.cmp(&here) {
                std::cmp::Ordering::Equal if phase < last => StepState::Current,
                std::cmp::Ordering::Less if when.is_none() && phase == Phase::Noticed => StepState::Later,
                std::cmp::Ordering::Less | std::cmp::Ordering::Equal => StepState::Done,
                std::cmp::Ordering::Greater => StepState::Later,
            };
            let step = Step::new(phase_name(lang, phase), state);
            match when.filter(|_| phase <= here) {
                Some(day) => step.note(day_short(day)),
                None if phase < here && phase == Phase::Noticed => {
                    let recorded = meeting.source.is_some();
                    let says = if recorded { "meeting-no-notice-in-source" } else { "meeting-no-notice" };
                    step.note(html! { (lang.t(says)) })
                }
                None => step,
            }
        })
        .collect();
    parts::steps(lang, lang.t("meeting-line"), &steps)
}

/// The day a phase was reached.
fn reached(meeting: &Meeting, phase: Phase) -> Option<Date> {
    match phase {
        Phase::Planned => None,
        Phase::Noticed => meeting.notice.as_ref().map(|sent| sent.on),
        Phase::Opened => meeting.opened.map(|at| at.date()),
        Phase::Closed => meeting.closed.map(|at| at.date()),
        Phase::Written => meeting.written.as_ref().map(|w| w.on),
        Phase::Attested => meeting.attested_on(),
        Phase::Posted => meeting.postings.values().map(|p| p.up).max(),
        Phase::TakenDown => meeting.postings.values().filter_map(|p| p.down).max(),
    }
}
