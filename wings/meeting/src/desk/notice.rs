//! `…/kallelse`: the notice, read, as PDF, and sent.

use desk::print;
use desk::sent::Sent;
use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::Command;
use domain::meeting::notice::SendNotice;
use papers::Notice;

use super::sealed;
use super::stage::{self, After};
use crate::pages::{Scene, papers as pages_of};

fn reading(scene: &Scene<'_>, paper: &Notice) -> (String, kit::Markup) {
    let title = format!("{}: {}", scene.lang.t("meeting-notice"), scene.title());
    (title, pages_of::notice(scene, paper))
}

/// The notice as it reads now.
async fn read(visitor: &Visitor) -> Result<Notice, Stop> {
    sealed::notice(visitor, stage::meeting_id(visitor)?).await
}

/// `GET …/kallelse`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let paper = read(&visitor).await?;
    stage::page(&visitor, |scene| reading(scene, &paper))
}

/// `GET …/kallelse.pdf`.
pub(super) async fn pdf(visitor: Visitor) -> Answer {
    let paper = read(&visitor).await?;
    print::pdf(&format!("kallelse-{}", paper.held_on), move || documents::notice(&paper)).await
}

/// `POST …/kallelse`: sending creates it.
pub(super) async fn send(visitor: Visitor, sent: Sent) -> Answer {
    let send = SendNotice { meeting: stage::meeting_id(&visitor)?, on: None };
    let to = stage::home(&visitor, "");
    match visitor.submit(&sent, Ok(Command::from(send))).await? {
        Ok(done) => After { to: &to, says: "meeting-said-sent" }.go(&visitor, &done),
        Err(refused) => {
            let paper = read(&visitor).await?;
            stage::again(&visitor, refused, |scene| reading(scene, &paper))
        }
    }
}
