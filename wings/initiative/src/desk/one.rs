//! One initiative, and the readings of its papers.

use desk::stop::{Answer, Stop};
use desk::visitor::Visitor;
use domain::initiative::paper;

use super::step::scene;
use crate::pages::{changes as draft_changes, one, reading};

/// `GET /f/{forbund}/insatser/{insats}`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    let (title, main) = scene(&visitor, |scene| (scene.initiative.title.clone(), one::show(scene)))?;
    visitor.page(&title, &main)
}

/// `GET /f/{forbund}/insatser/{insats}/ansokan`.
pub(super) async fn application(visitor: Visitor) -> Answer {
    let found = scene(&visitor, |scene| {
        let paper = paper::application(scene.association, scene.initiative)?;
        Some((paper.title.clone(), reading::application(scene, &paper)))
    })?;
    let (title, main) = found.ok_or(Stop::NotFound(Some("ansökan")))?;
    visitor.page(&title, &main)
}

/// `GET /f/{forbund}/insatser/{insats}/kvitto`.
pub(super) async fn receipt(visitor: Visitor) -> Answer {
    let found = scene(&visitor, |scene| {
        let paper = paper::receipt(scene.association, scene.initiative)?;
        Some(reading::receipt(scene, &paper))
    })?;
    let main = found.ok_or(Stop::NotFound(Some("kvittot")))?;
    visitor.page(visitor.lang().t("initiative-receipt"), &main)
}

/// `GET /f/{forbund}/insatser/{insats}/andringar`.
pub(super) async fn changes(visitor: Visitor) -> Answer {
    let main = scene(&visitor, draft_changes::show)?;
    visitor.page(visitor.lang().t("initiative-changes"), &main)
}
