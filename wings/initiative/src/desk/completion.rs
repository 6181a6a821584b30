//! `/f/{forbund}/insatser/{insats}/komplettering`: the preparatory group asks for completion.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::prepare::AskCompletion;

use super::step;
use crate::pages::{Act, forms};

/// `GET …/komplettering`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::AskCompletion, |form, _| form, forms::completion)
}

/// `POST …/komplettering`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let ask = AskCompletion { initiative: step::named(&visitor)?, what: read.text("what") };
    let command = read.into(Command::from(ask));
    step::take(&visitor, &sent, Act::AskCompletion, command, forms::completion, "initiative-said-asked").await
}
