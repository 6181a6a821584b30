//! Where something stands: a tag, the line of steps, and what has happened.

use maud::{Markup, html};

use crate::Lang;

/// How something stands; each has a colour and a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// It is going on now.
    Now,
    /// It is done, or good.
    Done,
    /// It waits.
    Wait,
    /// It is late or asks for attention.
    Late,
    /// It is stopped or refused.
    Stop,
}

impl Tone {
    /// The name the style sheet uses.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Now => "now",
            Self::Done => "done",
            Self::Wait => "wait",
            Self::Late => "late",
            Self::Stop => "stop",
        }
    }
}

/// A tag that says how something stands.
pub fn status(tone: Tone, says: &str) -> Markup {
    html! { span.tag data-tone=(tone.class()) { (says) } }
}

/// Whether a step is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Taken.
    Done,
    /// Here it stands.
    Current,
    /// Not yet.
    Later,
    /// It ended here, before the line did.
    Ended,
}

/// A step on a line.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name.
    pub label: String,
    /// Whether it is taken.
    pub state: StepState,
    /// When, who, or what is needed.
    pub note: Option<Markup>,
}

impl Step {
    /// A step without a note.
    pub fn new(label: impl Into<String>, state: StepState) -> Self {
        Self { label: label.into(), state, note: None }
    }

    /// The same with a note.
    #[must_use]
    pub fn note(mut self, note: Markup) -> Self {
        self.note = Some(note);
        self
    }
}

/// The line of steps.
pub fn steps(lang: Lang, label: &str, steps: &[Step]) -> Markup {
    html! {
        ol.steps aria-label=(label) {
            @for step in steps {
                @let (class, says) = match step.state {
                    StepState::Done => ("done", lang.t("step-done")),
                    StepState::Current => ("current", lang.t("step-current")),
                    StepState::Later => ("later", lang.t("step-later")),
                    StepState::Ended => ("ended", lang.t("step-ended")),
                };
                li data-state=(class) aria-current=[(step.state == StepState::Current).then_some("step")] {
                    span.step-name { (step.label) }
                    span.visually-hidden { " (" (says) ")" }
                    @if let Some(note) = &step.note { span.step-note { (note) } }
                }
            }
        }
    }
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When, as it is to be shown.
    pub when: Markup,
    /// What, in a few words.
    pub what: Markup,
    /// By whom.
    pub who: Option<String>,
    /// What it led to, with links.
    pub more: Option<Markup>,
}

/// What has happened, as it is given: the latest first, usually.
pub fn timeline(label: &str, entries: &[Entry]) -> Markup {
    html! {
        ol.timeline aria-label=(label) {
            @for entry in entries {
                li {
                    p.when { (entry.when) }
                    p.what { (entry.what) @if let Some(who) = &entry.who { span.who { " " (who) } } }
                    @if let Some(more) = &entry.more { div.more { (more) } }
                }
            }
        }
    }
}
