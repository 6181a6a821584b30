//! Money in whole öre, and the units that decisions are rounded to.

mod mentioned;
mod written;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::number::parse_scaled;
use crate::reading::Unread;

pub use mentioned::{Mention, mentions};
pub use written::kronor;

/// Units an amount may be written in, the longest first, with their decimals down to an öre.
const UNITS: [(&str, usize); 8] = [
    ("miljoner kronor", 8),
    ("miljoner", 8),
    ("kronor", 2),
    ("mnkr", 8),
    ("mkr", 8),
    ("tkr", 5),
    ("kr", 2),
    (":-", 2),
];

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
    ///
    /// # Examples
    /// ```
    /// use swedish::money::Ore;
    ///
    /// assert_eq!(Ore::from_kronor(12), Some(Ore::new(1_200)));
    /// assert_eq!(Ore::from_kronor(i64::MAX), None);
    /// ```
    #[must_use]
    pub const fn from_kronor(whole: i64) -> Option<Self> {
        Self(whole).checked_mul(100)
    }

    /// An amount of whole thousands of kronor (tkr), or nothing if it cannot be held.
    #[must_use]
    pub const fn from_tkr(tkr: i64) -> Option<Self> {
        Self(tkr).checked_mul(100_000)
    }

    /// Reads an amount as people write it: in kronor, or in the unit that stands after it.
    ///
    /// More decimals than lead to an öre are refused, zero or not: `1.000` is somebody's thousand and somebody else's one.
    ///
    /// # Errors
    /// [`Unread::Amount`] when it is no such amount.
    ///
    /// # Examples
    /// ```
    /// use swedish::money::Ore;
    ///
    /// for typed in ["1 600 000,50", "1600000,50", "1 600 000,5 kr", "1 600,0005 tkr"] {
    ///     assert_eq!(Ore::read(typed), Ok(Ore::new(160_000_050)));
    /// }
    /// assert!(Ore::read("1.000").is_err());
    /// ```
    pub fn read(text: &str) -> Result<Self, Unread> {
        let text = text.trim().to_lowercase();
        let unit = UNITS.iter().find_map(|(unit, decimals)| Some((text.strip_suffix(unit)?, *decimals)));
        let (number, decimals) = unit.unwrap_or((&text, 2));
        let number = number.trim_end();
        if number.split_once([',', '.']).is_some_and(|(_, typed)| typed.len() > decimals) {
            return Err(Unread::Amount);
        }
        let decimals = u32::try_from(decimals).map_err(|_| Unread::Amount)?;
        parse_scaled(number, decimals).map(Self).map_err(|_| Unread::Amount)
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
    ///
    /// # Examples
    /// ```
    /// use swedish::money::Ore;
    ///
    /// assert_eq!(Ore::sum([Ore::new(150), Ore::new(50)]), Ore::from_kronor(2));
    /// assert_eq!(Ore::sum([Ore::new(i64::MAX), Ore::new(1)]), None);
    /// ```
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

    /// The same in whole kronor, half a krona away from zero: for tables where öre would only be in the way.
    ///
    /// # Examples
    /// ```
    /// use swedish::money::Ore;
    ///
    /// assert_eq!(Ore::new(-150).in_whole_kronor(), Ore::new(-200));
    /// ```
    #[must_use]
    pub const fn in_whole_kronor(self) -> Self {
        let rest = self.0 % 100;
        let away = if rest.abs() < 50 { 0 } else { 100 * self.0.signum() };
        Self((self.0 - rest).saturating_add(away))
    }
}

/// The smallest step that a decided amount may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, ore) in [
            ("1 600 000", 160_000_000),
            ("1\u{a0}600\u{a0}000 kr", 160_000_000),
            ("1600000,50", 160_000_050),
            ("12,5", 1_250),
            ("-0,50", -50),
            ("\u{2212}3 kr", -300),
            ("7.25", 725),
            ("500:-", 50_000),
            ("400 tkr", 40_000_000),
            ("1,6 Mnkr", 160_000_000),
        ] {
            assert_eq!(Ore::read(typed), Ok(Ore::new(ore)), "{typed}");
        }
        for typed in ["", "tolv", "1,234", "1.000", "1,,2", "1 60 000", "99999999999999999999", "kr"] {
            assert_eq!(Ore::read(typed), Err(Unread::Amount), "{typed}");
        }
    }

    #[test]
    fn an_amount_that_cannot_be_held_is_nothing() {
        assert_eq!(Ore::from_tkr(i64::MAX), None);
        assert_eq!(Ore::new(i64::MAX).checked_add(Ore::new(1)), None);
        assert_eq!(Ore::sum([Ore::new(i64::MAX), Ore::new(1)]), None);
    }

    #[test]
    fn whole_kronor_are_the_nearest() {
        let whole = |ore| Ore::new(ore).in_whole_kronor().ore();
        assert_eq!([whole(149), whole(150), whole(-149), whole(-150)], [100, 200, -100, -200]);
        assert_eq!([whole(200), whole(0)], [200, 0]);
        assert_eq!(whole(i64::MAX), i64::MAX / 100 * 100);
    }

    #[test]
    fn an_amount_is_kept_as_a_number_of_ore() {
        assert_eq!(serde_json::to_string(&Ore::new(160_000_050)).unwrap(), "160000050");
        assert_eq!(serde_json::from_str::<Ore>("-5").unwrap(), Ore::new(-5));
        assert_eq!(serde_json::to_string(&Unit::Tkr).unwrap(), "\"tkr\"");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(ore in -i64::MAX..i64::MAX) {
            let amount = Ore::new(ore);
            for text in [amount.to_string(), amount.to_the_ore(), amount.in_field(), amount.plain(), amount.decimal()] {
                prop_assert_eq!(Ore::read(&text), Ok(amount), "{}", text);
            }
        }
    }
}
