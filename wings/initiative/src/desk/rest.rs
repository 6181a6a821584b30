//! `/f/{forbund}/insatser/{insats}/vila` and `/aterupptagande`: an idea rests, and is taken up again.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::idea::{RestIdea, ResumeIdea};

use super::step;
use crate::pages::{Act, forms};

/// `GET …/vila`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Rest, |form, _| form, forms::rest)
}

/// `POST …/vila`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let rest = RestIdea { initiative: step::named(&visitor)?, why: read.text("why") };
    let command = read.into(Command::from(rest));
    step::take(&visitor, &sent, Act::Rest, command, forms::rest, "initiative-said-rested").await
}

/// `GET …/aterupptagande`.
pub(super) async fn end(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Resume, |form, _| form, forms::resume)
}

/// `POST …/aterupptagande`.
pub(super) async fn resume(visitor: Visitor, sent: Sent) -> Answer {
    let command = Ok(Command::from(ResumeIdea { initiative: step::named(&visitor)? }));
    step::take(&visitor, &sent, Act::Resume, command, forms::resume, "initiative-said-resumed").await
}
