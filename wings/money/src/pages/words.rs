//! Words for the round and its steps.

use allocation::asking_round::{Status, What};
use domain::step::Step;
use kit::Lang;
use kit::parts::{self, Tone};
use maud::Markup;
use swedish::money::Ore;

/// Where a round stands, as a tag.
pub(super) fn status_tag(lang: Lang, status: Status) -> Markup {
    let tone = match status {
        Status::Open => Tone::Wait,
        Status::Preliminary | Status::Revised => Tone::Now,
        Status::Offer => Tone::Late,
        Status::Accepted | Status::Decided => Tone::Done,
        Status::Declined => Tone::Stop,
    };
    parts::status(tone, status_name(lang, status))
}

/// Where a round stands, in a word.
pub(super) fn status_name(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Open => lang.t("funding-status-open"),
        Status::Preliminary => lang.t("funding-status-preliminary"),
        Status::Revised => lang.t("funding-status-revised"),
        Status::Offer => lang.t("funding-status-offer"),
        Status::Accepted => lang.t("funding-status-accepted"),
        Status::Declined => lang.t("funding-status-declined"),
        Status::Decided => lang.t("funding-status-decided"),
    }
}

/// What happened, in words.
pub(super) fn what(lang: Lang, what: &What) -> &'static str {
    match what {
        What::Asked => lang.t("funding-what-asked"),
        What::Answered { .. } => lang.t("funding-what-answered"),
        What::Preliminary { .. } => lang.t("funding-what-preliminary"),
        What::Revised { .. } => lang.t("funding-what-revised"),
        What::Offer { .. } => lang.t("funding-what-offer"),
        What::OfferUnstated => lang.t("funding-what-offer-unstated"),
        What::Accepted { .. } => lang.t("funding-what-accepted"),
        What::Declined { .. } => lang.t("funding-what-declined"),
        What::Decided { .. } => lang.t("funding-what-decided"),
    }
}

/// The amount of a step, where it has one.
pub(super) fn amount(what: &What) -> Option<Ore> {
    match what {
        What::Answered { amount }
        | What::Preliminary { amount }
        | What::Revised { amount }
        | What::Offer { amount }
        | What::Accepted { amount }
        | What::Decided { amount } => Some(*amount),
        What::Asked | What::OfferUnstated | What::Declined { .. } => None,
    }
}

/// What is needed where a round waits.
pub(super) fn waits(lang: Lang, step: Step) -> &'static str {
    if step == Step::AnswerFundingOffer {
        lang.t("funding-waits-offer")
    } else {
        lang.t("funding-waits-question")
    }
}
