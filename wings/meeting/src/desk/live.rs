//! `…/nytt-lage`: the page of a meeting that is held hears when there is something new.

use access::Action;
use axum::extract::Extension;
use desk::stop::Answer;
use desk::visitor::Visitor;
use desk::{Closing, live};
use kit::Markup;

use crate::pages::Scene;

/// `GET …/nytt-lage`.
pub(super) async fn listen(visitor: Visitor, closing: Option<Extension<Closing>>) -> Answer {
    live::answer(&visitor, Action::ReadMeeting, closing)
}

/// A page that listens while the meeting is held; any other as it is.
pub(super) fn listening(visitor: &Visitor, scene: &Scene<'_>, main: Markup) -> Markup {
    if !scene.running() {
        return main;
    }
    let number = live::number(scene.association.version, visitor.voted());
    kit::live::region(scene.lang, &scene.under("nytt-lage"), &number, &main)
}
