//! `/f/{forbund}/insatser/{insats}/granskning`: the preparatory group's examination.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::prepare::ExamineApplication;
use kit::form::Form;

use super::step;
use crate::pages::{Act, Scene, forms};

/// `GET …/granskning`: with what was noted before, to be changed.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Examine, begun, forms::examination)
}

fn begun(form: Form, scene: &Scene<'_>) -> Form {
    match &scene.initiative.examined {
        Some((_, text)) => form.with("text", text),
        None => form,
    }
}

/// `POST …/granskning`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let examine = ExamineApplication { initiative: step::named(&visitor)?, text: read.text("text") };
    let command = read.into(Command::from(examine));
    step::take(&visitor, &sent, Act::Examine, command, forms::examination, "initiative-said-examined").await
}
