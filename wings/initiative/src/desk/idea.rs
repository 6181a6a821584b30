//! `/f/{forbund}/insatser/ny`: an idea.

use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::initiative::idea::NoteIdea;

use crate::pages::forms;

/// `GET /f/{forbund}/insatser/ny`.
pub(super) async fn new(visitor: Visitor) -> Answer {
    let list = visitor.under("/insatser");
    let form = visitor.form(list.as_str());
    visitor.page(visitor.lang().t("initiative-new"), &forms::idea(&form, &list))
}

/// `POST /f/{forbund}/insatser`.
pub(super) async fn create(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let idea =
        NoteIdea { title: read.text("title"), text: read.text("text"), applicant: read.text("applicant") };
    let list = visitor.under("/insatser");
    match visitor.submit(&sent, read.into(Command::from(idea))).await? {
        Ok(done) => visitor.see_made(&done, &list, "initiative-said-noted"),
        Err(refused) => {
            refused.again(&visitor, visitor.lang().t("initiative-new"), |form| forms::idea(form, &list))
        }
    }
}
