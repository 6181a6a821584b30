//! Money in whole öre, and the units that decisions are rounded to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::fraction::Fraction;
use crate::number::{NO_BREAK_SPACE, NumberError, grouped, parse_scaled};

/// An amount in whole öre. Never a fraction of one, never a floating number.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Ore(i64);

impl Ore {
    /// No money, as a known amount.
    pub const ZERO: Self = Self(0);

    /// An amount of whole öre.
    #[must_use]
    pub const fn new(ore: i64) -> Self {
        Self(ore)
    }

    /// An amount of whole kronor, or nothing if it cannot be held.
    #[must_use]
    pub const fn from_kronor(kronor: i64) -> Option<Self> {
        match kronor.checked_mul(100) {
            Some(ore) => Some(Self(ore)),
            None => None,
        }
    }

    /// An amount of whole thousands of kronor (tkr), or nothing if it cannot be held.
    #[must_use]
    pub const fn from_tkr(tkr: i64) -> Option<Self> {
        match tkr.checked_mul(100_000) {
            Some(ore) => Some(Self(ore)),
            None => None,
        }
    }

    /// Reads an amount written in thousands of kronor, with up to five decimals.
    ///
    /// # Errors
    /// When the text is not such a number.
    pub fn parse_tkr(text: &str) -> Result<Self, NumberError> {
        parse_scaled(text, 5).map(Self)
    }

    /// The number of öre.
    #[must_use]
    pub const fn ore(self) -> i64 {
        self.0
    }

    /// The sum, or nothing if it cannot be held.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(ore) => Some(Self(ore)),
            None => None,
        }
    }

    /// The difference, or nothing if it cannot be held.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(ore) => Some(Self(ore)),
            None => None,
        }
    }

    /// The amount a whole number of times, or nothing if it cannot be held.
    #[must_use]
    pub const fn checked_mul(self, times: i64) -> Option<Self> {
        match self.0.checked_mul(times) {
            Some(ore) => Some(Self(ore)),
            None => None,
        }
    }

    /// The sum of several amounts, or nothing if it cannot be held.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// The distance from zero.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Whether this is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The amount in kronor as text: `800 000 kr`, `12,50 kr`.
    #[must_use]
    pub fn kronor(self) -> String {
        let mut text = self.scaled(100, 2);
        if let Some((whole, decimals)) = text.split_once(',')
            && decimals.len() == 1
        {
            text = format!("{whole},{decimals}0");
        }
        format!("{text}{NO_BREAK_SPACE}kr")
    }

    /// The amount to the nearest krona as text, half away from zero; with its öre when it is below one krona.
    #[must_use]
    pub fn nearest_krona(self) -> String {
        match Fraction::new(i128::from(self.0), 100) {
            Some(kronor) if self.0.unsigned_abs() >= 100 => {
                format!("{}{NO_BREAK_SPACE}kr", kronor.swedish(0))
            }
            Some(_) | None => self.kronor(),
        }
    }

    /// The amount in thousands of kronor as text, without the unit: `5 600`, `5 600,5`.
    #[must_use]
    pub fn tkr(self) -> String {
        self.scaled(100_000, 5)
    }

    /// The amount in thousands of kronor as a plain decimal number: `5600.5`.
    #[must_use]
    pub fn tkr_plain(self) -> String {
        Fraction::new(i128::from(self.0), 100_000).map_or_else(|| self.0.to_string(), |f| f.plain(5))
    }

    fn scaled(self, per_unit: i128, places: u32) -> String {
        match Fraction::new(i128::from(self.0), per_unit) {
            Some(fraction) => {
                let text = fraction.swedish(places);
                if text.contains(',') {
                    text.trim_end_matches('0').trim_end_matches(',').to_owned()
                } else {
                    text
                }
            }
            None => grouped(i128::from(self.0)),
        }
    }
}

/// The smallest step that a decided amount may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Whole öre.
    Ore,
    /// Whole kronor.
    Kr,
    /// Whole thousands of kronor, as the state's allocation is decided.
    #[default]
    Tkr,
}

impl Unit {
    /// How many öre one unit is.
    #[must_use]
    pub const fn ore(self) -> i64 {
        match self {
            Self::Ore => 1,
            Self::Kr => 100,
            Self::Tkr => 100_000,
        }
    }

    /// What the unit is called in Swedish.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::Ore => "öre",
            Self::Kr => "kr",
            Self::Tkr => "tkr",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_a_swede_writes_them() {
        assert_eq!(Ore::new(80_000_000).kronor(), "800\u{a0}000\u{a0}kr");
        assert_eq!(Ore::new(1_250).kronor(), "12,50\u{a0}kr");
        assert_eq!(Ore::new(-5).kronor(), "\u{2212}0,05\u{a0}kr");
        assert_eq!(Ore::new(1_250).nearest_krona(), "13\u{a0}kr");
        assert_eq!(Ore::new(99).nearest_krona(), "0,99\u{a0}kr");
        assert_eq!(Ore::new(560_050_000).tkr(), "5\u{a0}600,5");
        assert_eq!(Ore::new(560_000_000).tkr_plain(), "5600");
        assert_eq!(Ore::new(-80_000_000).tkr_plain(), "-800");
    }

    #[test]
    fn an_amount_that_cannot_be_held_is_nothing() {
        assert_eq!(Ore::from_tkr(i64::MAX), None);
        assert_eq!(Ore::new(i64::MAX).checked_add(Ore::new(1)), None);
        assert_eq!(Ore::sum([Ore::new(i64::MAX), Ore::new(1)]), None);
    }
}
