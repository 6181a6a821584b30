//! `/f/{forbund}/insatser/{insats}/start`: the initiative is running.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::start::StartInitiative;

use super::step;
use crate::pages::{Act, forms};

/// `GET …/start`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Start, forms::filled_start, forms::start)
}

/// `POST …/start`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let start = StartInitiative { initiative: step::named(&visitor)?, on: read.date("on") };
    let command = read.into(Command::from(start));
    step::take(&visitor, &sent, Act::Start, command, forms::start, "initiative-said-started").await
}
