//! What happens to money that one association cannot take, or that another's brake demands.
//!
//! The state's own rule for this is not known. So the rule is a named choice, its name follows every result, and
//! each choice keeps the same promises: everyone stays between floor and cap, and nobody gets less than the base.

use serde::{Deserialize, Serialize};

/// A named way to spread what is left over, or to find what is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strategy {
    /// One factor λ scales everybody's need part until the sum is the total.
    #[default]
    Scale,
    /// Everybody's ideal amount is raised or lowered by the same sum of money.
    Equal,
    /// What is left follows inhabitants 16–64 alone, on top of the ideal amounts.
    Inhabitants,
    /// What somebody cannot take is not given to anybody else; only a brake moves money.
    Keep,
}

impl Strategy {
    /// Every strategy, the default first.
    pub const ALL: [Self; 4] = [Self::Scale, Self::Equal, Self::Inhabitants, Self::Keep];

    /// The name used in commands and files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Scale => "scale",
            Self::Equal => "equal",
            Self::Inhabitants => "inhabitants",
            Self::Keep => "keep",
        }
    }

    /// The strategy with that name in commands and files.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|strategy| strategy.key() == key)
    }

    /// The name a reader sees.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::Scale => "gemensam skalfaktor",
            Self::Equal => "lika belopp",
            Self::Inhabitants => "efter invånare",
            Self::Keep => "ingen omfördelning",
        }
    }

    /// What the strategy does, in a sentence for the page.
    #[must_use]
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::Scale => {
                "Behovsdelen för alla förbund räknas om med samma faktor λ tills summan är statens total; \
                 den som når sitt golv eller tak stannar där."
            }
            Self::Equal => {
                "Alla förbunds ideala belopp höjs eller sänks med samma belopp tills summan är statens total; \
                 den som når sitt golv eller tak stannar där."
            }
            Self::Inhabitants => {
                "Det som blir över eller saknas läggs till eller dras av efter invånare 16–64 år, \
                 tills summan är statens total; den som når sitt golv eller tak stannar där."
            }
            Self::Keep => {
                "Det som ett förbund inte kan ta emot delas inte ut till andra. Bara spärren flyttar pengar: \
                 den betalas genom att behovsdelen för övriga räknas ned med samma faktor."
            }
        }
    }
}

/// Said wherever a strategy is named: the choice is ours, not a known rule.
pub const NOTICE: &str = "Statens regel för att fördela det som blir över är inte känd. \
     Omfördelningen följer den valda strategin och är ett antagande.";
