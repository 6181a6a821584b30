//! `…/diarieforing/{handling}`: the notice or the minutes in the case register.

use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Command;
use domain::case_register::events::Form;
use domain::case_register::meeting_paper::RegisterMeetingPaper;

use super::stage::{self, After};
use crate::pages::one;

/// `POST …/diarieforing/kallelse` and `…/diarieforing/protokoll`.
pub(super) async fn register(visitor: Visitor, sent: Sent) -> Answer {
    let form = match visitor.parameter("handling") {
        "kallelse" => Form::Notice,
        "protokoll" => Form::Minutes,
        _ => return Err(Stop::NotFound(Some("handlingen"))),
    };
    let command = Command::from(RegisterMeetingPaper { meeting: stage::meeting_id(&visitor)?, form });
    let to = stage::home(&visitor, "#handlingar");
    let after = After { to: &to, says: "meeting-said-registered" };
    stage::take(&visitor, &sent, Ok(command), after, |scene| (scene.title(), one::show(scene))).await
}
