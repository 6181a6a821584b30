//! `/f/{forbund}/insatser/{insats}/vila`, `/sammanforing` and `/aterupptagande`: an idea rests, becomes part of another, and is
//! taken up again.

use desk::routes;
use desk::sent::Sent;
use desk::stop::Answer;
use desk::visitor::Visitor;
use domain::Command;
use domain::ids::InitiativeId;
use domain::initiative::idea::{MergeIdea, RestIdea, ResumeIdea};

use super::step;
use crate::pages::{Act, forms};

routes! { pub(super) ROUTES:
    get  "/f/{forbund}/insatser/{insats}/vila"             WriteDraft => new,
    post "/f/{forbund}/insatser/{insats}/vila"             WriteDraft => create,
    get  "/f/{forbund}/insatser/{insats}/sammanforing"     MergeIdea => join,
    post "/f/{forbund}/insatser/{insats}/sammanforing"     MergeIdea => merge,
    get  "/f/{forbund}/insatser/{insats}/aterupptagande"   WriteDraft => end,
    post "/f/{forbund}/insatser/{insats}/aterupptagande"   WriteDraft => resume,
}

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

/// `GET …/sammanforing`.
pub(super) async fn join(visitor: Visitor) -> Answer {
    step::open(&visitor, Act::Merge, |form, _| form, forms::merge)
}

/// `POST …/sammanforing`.
pub(super) async fn merge(visitor: Visitor, sent: Sent) -> Answer {
    let mut read = sent.read();
    let into = InitiativeId(read.maybe_number("into").unwrap_or_default());
    if into.0 == 0 {
        read.wrong("into", visitor.lang().t("initiative-merge-choose"));
    }
    let command = read.into(Command::from(MergeIdea { initiative: step::named(&visitor)?, into }));
    step::take(&visitor, &sent, Act::Merge, command, forms::merge, "initiative-said-merged").await
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
