//! Money before and after a change, as a reckoning of the state's allocation gives it.
//!
//! What is not known is nothing, never zero, and a paper says so where the amount would stand.

use serde::{Deserialize, Serialize};

use swedish::money::Ore;

/// Where the figures of a paper come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// What was reckoned, and from what, in a sentence or two.
    pub says: String,
    /// The year whose statistics were used; nothing when none were.
    pub statistics_year: Option<i16>,
    /// Why the figures only illustrate, when they do. It is said wherever they stand.
    pub illustrative: Option<String>,
}

/// An amount before and after; nothing where it is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeforeAfter {
    /// As it is now.
    pub before: Option<Ore>,
    /// As it would be.
    pub after: Option<Ore>,
}

impl BeforeAfter {
    /// Both known.
    #[must_use]
    pub const fn of(before: Ore, after: Ore) -> Self {
        Self { before: Some(before), after: Some(after) }
    }

    /// After less before; nothing unless both are known.
    #[must_use]
    pub fn difference(self) -> Option<Ore> {
        self.after?.checked_sub(self.before?)
    }

    /// Whether an amount has öre, so that a table in whole kronor must say that it is rounded.
    #[must_use]
    pub fn has_ore(self) -> bool {
        self.before.into_iter().chain(self.after).any(|ore| ore.in_whole_kronor() != ore)
    }
}

/// Who pays, by law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// Försäkringskassan, also for Arbetsförmedlingen.
    State,
    /// The region, or the regions together.
    Region,
    /// The municipalities.
    Municipality,
}

impl Party {
    /// The word that stands in a table.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::State => "Staten",
            Self::Region => "Regionerna",
            Self::Municipality => "Kommunerna",
        }
    }
}

/// What one party pays in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyChange {
    /// Which.
    pub party: Party,
    /// How much.
    pub amounts: BeforeAfter,
}

/// What one member pays in all its associations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberChange {
    /// The party it belongs to.
    pub party: Party,
    /// Its name.
    pub name: String,
    /// How much.
    pub amounts: BeforeAfter,
}

/// What a change does to the money, from the whole down to each member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// The parties that could be worked out, the state first.
    pub parties: Vec<PartyChange>,
    /// Everybody together.
    pub all: BeforeAfter,
    /// Each member; none when that was not asked or cannot be worked out.
    pub members: Vec<MemberChange>,
}

impl Figures {
    /// What the state gives.
    #[must_use]
    pub fn state(&self) -> BeforeAfter {
        let state = self.parties.iter().find(|one| one.party == Party::State);
        state.map(|one| one.amounts).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_needs_both_sides() {
        assert_eq!(
            BeforeAfter::of(Ore::new(1_210_000_000), Ore::new(1_130_000_000)).difference(),
            Some(Ore::new(-80_000_000))
        );
        assert_eq!(BeforeAfter { before: None, after: Some(Ore::new(0)) }.difference(), None);
        assert_eq!(BeforeAfter { before: Some(Ore::new(0)), after: None }.difference(), None);
        assert_eq!(BeforeAfter::of(Ore::new(i64::MIN), Ore::new(1)).difference(), None);
    }

    #[test]
    fn a_state_that_is_not_told_is_not_zero() {
        let figures = Figures { parties: Vec::new(), all: BeforeAfter::default(), members: Vec::new() };
        assert_eq!(figures.state(), BeforeAfter { before: None, after: None });
    }
}
