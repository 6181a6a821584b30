//! `/f/{forbund}/insatser/{insats}/inlamning`: handing in, and handing in again after completion.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::events::Stage;
use domain::initiative::submit::SubmitApplication;

use super::step;
use crate::pages::{Act, forms};

/// `GET …/inlamning`: what is missing, what the rules say, the whole to read.
pub(super) async fn new(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Submit, forms::filled_version, forms::submit)
}

/// `POST …/inlamning`: leads to the receipt.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let completing = step::scene(&visitor, |scene| scene.initiative.stage == Stage::Completion)?;
    let mut read = sent.read();
    let version = read.maybe_number("version").unwrap_or(visitor.draft().version);
    let command = read.into(Command::from(SubmitApplication::draft(step::named(&visitor)?, version)));
    let home = step::home(&visitor);
    let to = if completing { home } else { format!("{home}/kvitto") };
    match visitor.submit(&sent, command).await? {
        Ok(done) => visitor.see(&done, &to, "initiative-said-submitted"),
        Err(mut refused) => {
            step::now_read(&visitor, &mut refused);
            step::again(&visitor, refused, Act::Submit, forms::submit)
        }
    }
}
