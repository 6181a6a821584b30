//! One initiative, and the readings of its papers.

use desk::stop::Answer;
use desk::visitor::Visitor;

use super::sealed;
use super::step::scene;
use crate::pages::{changes as draft_changes, one, reading};

/// `GET /f/{forbund}/insatser/{insats}`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let (title, main) = scene(&visitor, |scene| (scene.initiative.title.clone(), one::show(scene)))?;
    visitor.page(&title, &main)
}

/// `GET /f/{forbund}/insatser/{insats}/ansokan`.
pub(super) async fn application(visitor: Visitor) -> Answer {
    let paper = sealed::application(&visitor).await?;
    let main = scene(&visitor, |scene| reading::application(scene, &paper))?;
    visitor.page(&paper.title, &main)
}

/// `GET /f/{forbund}/insatser/{insats}/kvitto`.
pub(super) async fn receipt(visitor: Visitor) -> Answer {
    let paper = sealed::receipt(&visitor).await?;
    let main = scene(&visitor, |scene| reading::receipt(scene, &paper))?;
    visitor.page(visitor.lang().t("initiative-receipt"), &main)
}

/// `GET /f/{forbund}/insatser/{insats}/andringar`.
pub(super) async fn changes(visitor: Visitor) -> Answer {
    let main = scene(&visitor, draft_changes::show)?;
    visitor.page(visitor.lang().t("initiative-changes"), &main)
}
