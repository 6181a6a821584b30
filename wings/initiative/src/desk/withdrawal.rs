//! `/f/{forbund}/insatser/{insats}/atertagande`: the applicant withdraws.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::submit::WithdrawApplication;

use super::step;
use crate::pages::{Act, forms};

/// `GET …/atertagande`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Withdraw, |form, _| form, forms::withdraw)
}

/// `POST …/atertagande`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let withdraw = WithdrawApplication { initiative: step::named(&visitor)?, why: read.text("why") };
    let command = read.into(Command::from(withdraw));
    step::take(&visitor, &sent, Act::Withdraw, command, forms::withdraw, "initiative-said-withdrawn").await
}
