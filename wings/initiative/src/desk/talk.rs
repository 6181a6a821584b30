//! `/f/{forbund}/insatser/{insats}/samtal`: a talk about the idea.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::events::Interlocutor;
use domain::initiative::idea::TalkOverIdea;

use super::step;
use crate::pages::{Act, forms};

/// `GET …/samtal`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Talk, |form, _| form, forms::talk)
}

/// `POST …/samtal`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let talk = TalkOverIdea {
        initiative: step::named(&visitor)?,
        with: read.choice("with").unwrap_or(Interlocutor::Office),
        note: read.text("note"),
    };
    let command = read.into(Command::from(talk));
    step::take(&visitor, &sent, Act::Talk, command, forms::talk, "initiative-said-talked").await
}
