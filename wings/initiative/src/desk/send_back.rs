//! `/f/{forbund}/insatser/{insats}/aterremiss`: back a step, with a reason.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::committee::SendBack;
use domain::initiative::events::Stage;

use super::step;
use crate::pages::{Act, forms};

/// `GET …/aterremiss`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::SendBack, |form, _| form, forms::send_back)
}

/// `POST …/aterremiss`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let send_back = SendBack {
        initiative: step::named(&visitor)?,
        to: read.choice("to").unwrap_or(Stage::PreparatoryGroup),
        why: read.text("why"),
    };
    let command = read.into(Command::from(send_back));
    step::take(&visitor, &sent, Act::SendBack, command, forms::send_back, "initiative-said-sent-back").await
}
