//! `/f/{forbund}/insatser/{insats}/kassering`: throws away what is written and not handed in.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::draft::DiscardDraft;

use super::step;
use crate::pages::{Act, forms};

/// `GET …/kassering`: asks once more.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Discard, forms::filled_version, forms::discard)
}

/// `POST …/kassering`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let version = read.maybe_number("version").unwrap_or(visitor.draft().version);
    let discard = DiscardDraft { initiative: step::named(&visitor)?, version, written: None };
    let command = read.into(Command::from(discard));
    match visitor.submit(&sent, command).await? {
        Ok(done) => visitor.see(&done, &step::home(&visitor), "initiative-said-discarded"),
        Err(mut refused) => {
            step::now_read(&visitor, &mut refused);
            step::again(&visitor, refused, Act::Discard, forms::discard)
        }
    }
}
