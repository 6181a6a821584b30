//! `/f/{forbund}/sammantraden/{sammantrade}`: one meeting.

use desk::stop::Answer;
use desk::visitor::Visitor;

use super::{live, stage};
use crate::pages::one;

/// `GET …`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    stage::page(&visitor, |scene| (scene.title(), live::listening(&visitor, scene, one::show(scene))))
}
