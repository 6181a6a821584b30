//! `…/kallelse`: the notice, read, as PDF, and sent.

use desk::print;
use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::meeting::notice::SendNotice;
use domain::meeting::paper;

use super::stage::{self, After};
use crate::pages::{Scene, papers as pages_of};

fn reading(scene: &Scene<'_>) -> (String, kit::Markup) {
    let paper = paper::notice(scene.association, scene.meeting, scene.today());
    let title = format!("{}: {}", scene.lang.t("meeting-notice"), scene.title());
    (title, pages_of::notice(scene, &paper))
}

/// `GET …/kallelse`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    stage::page(&visitor, reading)
}

/// `GET …/kallelse.pdf`.
pub(super) async fn pdf(visitor: Visitor) -> Answer {
    let paper =
        stage::scene(&visitor, None, |scene| paper::notice(scene.association, scene.meeting, scene.today()))?;
    print::pdf(&format!("kallelse-{}", paper.held_on), move || documents::notice(&paper)).await
}

/// `POST …/kallelse`: sending creates it.
pub(super) async fn send(visitor: Visitor, sent: Sent) -> Answer {
    let send = SendNotice { meeting: stage::meeting_id(&visitor)?, on: None };
    let to = stage::home(&visitor, "");
    let after = After { to: &to, says: "meeting-said-sent" };
    stage::take(&visitor, &sent, Ok(Command::from(send)), after, reading).await
}
