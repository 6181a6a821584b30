//! `/f/{forbund}/sammantraden/{sammantrade}`: one meeting.

use pages::meeting::one;

use super::stage;
use crate::stop::Answer;
use crate::visitor::Visitor;

/// `GET …`.
pub(super) async fn show(visitor: Visitor) -> Answer {
    stage::page(&visitor, |scene| (scene.title(), one::show(scene)))
}
