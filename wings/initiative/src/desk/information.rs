//! `/f/{forbund}/insatser/{insats}/information`: those concerned are told of the decision.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::start::InformConcerned;

use super::step;
use crate::pages::{Act, forms};

/// `GET …/information`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Inform, |form, _| form, forms::inform)
}

/// `POST …/information`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let inform = InformConcerned { initiative: step::named(&visitor)?, to: step::lines(&read.text("to")) };
    let command = read.into(Command::from(inform));
    step::take(&visitor, &sent, Act::Inform, command, forms::inform, "initiative-said-informed").await
}
