//! `/f/{forbund}/insatser/{insats}/synpunkt`: a member's view, stated by its official.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::MemberId;
use domain::initiative::events::View;
use domain::initiative::prepare::StateMemberView;
use kit::form::Form;

use super::step;
use crate::pages::{Act, Scene, forms};

/// `GET …/synpunkt`: with the member the reader speaks for, when it is one.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::StateView, begun, forms::view)
}

fn begun(form: Form, scene: &Scene<'_>) -> Form {
    let mine = &scene.rights.speaks_for;
    match mine.first().filter(|_| mine.len() == 1) {
        Some(member) => form.with("member", member),
        None => form,
    }
}

/// `POST …/synpunkt`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mine = step::scene(&visitor, |scene| scene.rights.speaks_for.clone())?;
    let mut read = sent.read();
    let member = read.maybe_number("member").map(MemberId);
    if member.is_none_or(|member| !mine.is_empty() && !mine.contains(&member)) {
        read.wrong("member", visitor.lang().t("initiative-view-member-own"));
    }
    let view = StateMemberView {
        initiative: step::named(&visitor)?,
        member: member.unwrap_or_default(),
        view: read.choice("view").unwrap_or(View::Supports),
        text: read.text("text"),
    };
    let command = read.into(Command::from(view));
    step::take(&visitor, &sent, Act::StateView, command, forms::view, "initiative-said-viewed").await
}
