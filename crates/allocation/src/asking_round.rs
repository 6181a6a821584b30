//! The yearly round with the state: what was asked, said, offered, answered and decided, and when.
//!
//! Amounts have been told in April, changed in June and offered again in October. So an entry is never changed or
//! removed: what stands is read from the whole history, and the history can be shown.
//!
//! The shapes of [`What`] are stored for decades: add, never rename.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::day::Day;
use swedish::money::Ore;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum What {
    /// Försäkringskassan asked what the other members will finance next year.
    Asked,
    /// The other members' answer: how much of the state's money they will match.
    Answered {
        /// What they will match.
        amount: Ore,
    },
    /// A preliminary amount was told.
    Preliminary {
        /// The amount.
        amount: Ore,
    },
    /// An amount told before was changed.
    Revised {
        /// The new amount.
        amount: Ore,
    },
    /// An amount was offered, to be accepted or declined.
    Offer {
        /// The amount.
        amount: Ore,
    },
    /// An amount was offered, but the record does not say which.
    OfferUnstated,
    /// The offer was accepted, wholly or in part.
    Accepted {
        /// What was accepted.
        amount: Ore,
    },
    /// The offer was declined.
    Declined {
        /// Why.
        reason: String,
    },
    /// The state decided.
    Decided {
        /// The amount.
        amount: Ore,
    },
}

/// An entry and its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it happened.
    pub on: Day,
    /// What happened.
    pub what: What,
}

/// Where a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nothing but questions and answers so far.
    Open,
    /// An amount is told, but may change.
    Preliminary,
    /// The told amount has been changed.
    Revised,
    /// An offer waits for an answer.
    Offer,
    /// The offer is accepted.
    Accepted,
    /// The offer is declined.
    Declined,
    /// The state has decided.
    Decided,
}

impl Status {
    /// What the status is called in Swedish.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::Open => "öppen",
            Self::Preliminary => "preliminär",
            Self::Revised => "reviderad",
            Self::Offer => "erbjudande",
            Self::Accepted => "accepterad",
            Self::Declined => "avböjd",
            Self::Decided => "beslutad",
        }
    }
}

/// Why an entry cannot be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The day is before the last entry's.
    #[error("dagen är före den senaste anteckningen, {last}")]
    BeforeTheLast {
        /// The last entry's day.
        last: Day,
    },
    /// Nothing has been told that could be changed.
    #[error("det finns inget tidigare belopp att revidera")]
    NothingToRevise,
    /// No offer waits for an answer.
    #[error("det finns inget erbjudande att svara på")]
    NoOffer,
    /// More was accepted than was offered.
    #[error("mer kan inte accepteras än de {} som erbjuds", .offered.to_string())]
    MoreThanOffered {
        /// What was offered.
        offered: Ore,
    },
    /// The amount is below zero.
    #[error("beloppet får inte vara negativt")]
    Negative,
    /// No reason was given.
    #[error("skriv varför erbjudandet avböjs")]
    NoReason,
}

/// One association's round for one year; entries are only ever added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    entries: Vec<Entry>,
}

impl Round {
    /// Everything that happened, oldest first.
    #[must_use]
    pub fn history(&self) -> &[Entry] {
        &self.entries
    }

    /// Where the round stands now.
    #[must_use]
    pub fn status(&self) -> Status {
        self.entries.iter().rev().find_map(|entry| status_of(&entry.what)).unwrap_or(Status::Open)
    }

    /// The latest amount told by the state or accepted; none before any was, or when the record does not give it.
    #[must_use]
    pub fn amount(&self) -> Option<Ore> {
        let told = self.entries.iter().rev().find_map(|entry| match entry.what {
            What::Preliminary { amount }
            | What::Revised { amount }
            | What::Offer { amount }
            | What::Accepted { amount }
            | What::Decided { amount } => Some(Some(amount)),
            What::OfferUnstated => Some(None),
            What::Asked | What::Answered { .. } | What::Declined { .. } => None,
        });
        told.flatten()
    }

    /// The amount that was last accepted or decided; none when there is only talk and offers.
    #[must_use]
    pub fn settled(&self) -> Option<Ore> {
        self.entries.iter().rev().find_map(|entry| match entry.what {
            What::Accepted { amount } | What::Decided { amount } => Some(amount),
            What::Asked
            | What::Answered { .. }
            | What::Preliminary { .. }
            | What::Revised { .. }
            | What::Offer { .. }
            | What::OfferUnstated
            | What::Declined { .. } => None,
        })
    }

    /// What the others last said they will match; none when they have not answered.
    #[must_use]
    pub fn matched(&self) -> Option<Ore> {
        self.entries.iter().rev().find_map(|entry| match entry.what {
            What::Answered { amount } => Some(amount),
            What::Asked
            | What::Preliminary { .. }
            | What::Revised { .. }
            | What::Offer { .. }
            | What::OfferUnstated
            | What::Accepted { .. }
            | What::Declined { .. }
            | What::Decided { .. } => None,
        })
    }

    /// Adds an entry; the earlier ones stay as they are.
    ///
    /// # Errors
    /// When the entry answers nothing, changes nothing, or is dated before the last one.
    pub fn add(&mut self, entry: Entry) -> Result<(), Refusal> {
        if let Some(last) = self.entries.last()
            && entry.on < last.on
        {
            return Err(Refusal::BeforeTheLast { last: last.on });
        }
        self.check(&entry.what)?;
        self.entries.push(entry);
        Ok(())
    }

    fn check(&self, what: &What) -> Result<(), Refusal> {
        match what {
            What::Asked | What::OfferUnstated => Ok(()),
            What::Answered { amount }
            | What::Preliminary { amount }
            | What::Offer { amount }
            | What::Decided { amount } => not_negative(*amount),
            What::Revised { amount } => {
                if self.status() == Status::Open {
                    return Err(Refusal::NothingToRevise);
                }
                not_negative(*amount)
            }
            What::Accepted { amount } => {
                self.an_offer_waits()?;
                if let Some(offered) = self.amount().filter(|offered| amount > offered) {
                    return Err(Refusal::MoreThanOffered { offered });
                }
                not_negative(*amount)
            }
            What::Declined { reason } => {
                self.an_offer_waits()?;
                if reason.trim().is_empty() { Err(Refusal::NoReason) } else { Ok(()) }
            }
        }
    }

    fn an_offer_waits(&self) -> Result<(), Refusal> {
        if self.status() == Status::Offer { Ok(()) } else { Err(Refusal::NoOffer) }
    }
}

fn not_negative(amount: Ore) -> Result<(), Refusal> {
    if amount.is_negative() { Err(Refusal::Negative) } else { Ok(()) }
}

/// The status an entry gives; questions and answers about matching give none.
const fn status_of(what: &What) -> Option<Status> {
    match what {
        What::Asked | What::Answered { .. } => None,
        What::Preliminary { .. } => Some(Status::Preliminary),
        What::Revised { .. } => Some(Status::Revised),
        What::Offer { .. } | What::OfferUnstated => Some(Status::Offer),
        What::Accepted { .. } => Some(Status::Accepted),
        What::Declined { .. } => Some(Status::Declined),
        What::Decided { .. } => Some(Status::Decided),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(month: u8, day: u8, what: What) -> Entry {
        Entry { on: Day::new(2016, month, day).unwrap(), what }
    }

    #[test]
    fn an_autumn_offer_that_came_too_late() {
        let mut round = Round::default();
        let amount = Ore::new(500_000_000);
        assert_eq!(round.add(entry(4, 4, What::Asked)), Ok(()));
        assert_eq!(round.status(), Status::Open);
        assert_eq!(round.add(entry(5, 2, What::Answered { amount })), Ok(()));
        assert_eq!(round.add(entry(5, 9, What::Preliminary { amount })), Ok(()));
        let more = Ore::new(600_000_000);
        assert_eq!(round.add(entry(10, 12, What::Offer { amount: more })), Ok(()));
        let reason = "för sent för medlemmarna att förankra".to_owned();
        assert_eq!(round.add(entry(10, 25, What::Declined { reason })), Ok(()));
        assert_eq!(round.status(), Status::Declined);
        assert_eq!(round.add(entry(12, 20, What::Decided { amount })), Ok(()));
        assert_eq!((round.amount(), round.matched()), (Some(amount), Some(amount)));
        assert_eq!(round.history().len(), 6);
    }

    #[test]
    fn an_offer_without_a_known_amount_hides_what_was_told_before() {
        let mut round = Round::default();
        let amount = Ore::new(100);
        assert_eq!(round.add(entry(4, 4, What::Decided { amount })), Ok(()));
        assert_eq!(round.add(entry(10, 12, What::OfferUnstated)), Ok(()));
        assert_eq!((round.status(), round.amount(), round.settled()), (Status::Offer, None, Some(amount)));
        let more = What::Accepted { amount: Ore::new(150) };
        assert_eq!(round.clone().add(entry(10, 25, more)), Ok(()), "nobody knows what was too much");
        let reason = "för sent för medlemmarna att förankra".to_owned();
        assert_eq!(round.add(entry(10, 25, What::Declined { reason })), Ok(()));
        assert_eq!((round.status(), round.settled()), (Status::Declined, Some(amount)));
    }

    #[test]
    fn what_answers_nothing_is_refused() {
        let mut round = Round::default();
        let amount = Ore::new(100);
        assert_eq!(round.add(entry(4, 4, What::Accepted { amount })), Err(Refusal::NoOffer));
        assert_eq!(round.add(entry(4, 4, What::Revised { amount })), Err(Refusal::NothingToRevise));
        assert_eq!(round.add(entry(4, 4, What::Offer { amount })), Ok(()));
        let late = entry(4, 3, What::Asked);
        assert_eq!(round.add(late), Err(Refusal::BeforeTheLast { last: Day::new(2016, 4, 4).unwrap() }));
        let more = What::Accepted { amount: Ore::new(101) };
        assert_eq!(round.add(entry(4, 5, more)), Err(Refusal::MoreThanOffered { offered: amount }));
        assert_eq!(round.add(entry(4, 5, What::Declined { reason: " ".to_owned() })), Err(Refusal::NoReason));
        assert_eq!(round.add(entry(4, 5, What::Offer { amount: Ore::new(-1) })), Err(Refusal::Negative));
        assert_eq!(round.add(entry(4, 5, What::Accepted { amount: Ore::new(99) })), Ok(()));
        assert_eq!((round.status(), round.amount()), (Status::Accepted, Some(Ore::new(99))));
    }
}
