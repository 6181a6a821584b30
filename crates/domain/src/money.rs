//! Money in whole öre.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An amount in öre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Ore(pub i64);

impl Ore {
    /// An amount given in whole kronor; `None` when it does not fit.
    pub fn kronor(kronor: i64) -> Option<Self> {
        kronor.checked_mul(100).map(Self)
    }

    /// The sum, or `None` when it does not fit.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(0_i64, |sum, ore| sum.checked_add(ore.0)).map(Self)
    }
}

/// The one place where amounts of `allocation` become ours.
impl From<allocation::money::Ore> for Ore {
    fn from(amount: allocation::money::Ore) -> Self {
        Self(amount.ore())
    }
}

/// The one place where our amounts become those of `allocation`.
impl From<Ore> for allocation::money::Ore {
    fn from(amount: Ore) -> Self {
        Self::new(amount.0)
    }
}

impl fmt::Display for Ore {
    /// As Swedish people write it: `1 600 000 kr`, with öre only where there are any.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kronor, ore) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let digits = kronor.to_string();
        if self.0 < 0 {
            f.write_str("\u{2212}")?;
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                f.write_str("\u{a0}")?;
            }
            write!(f, "{digit}")?;
        }
        if ore > 0 {
            write!(f, ",{ore:02}")?;
        }
        f.write_str("\u{a0}kr")
    }
}

#[cfg(test)]
mod tests {
    use super::Ore;

    #[test]
    fn money_reads_as_swedish_people_write_it() {
        assert_eq!(Ore(160_000_000).to_string(), "1\u{a0}600\u{a0}000\u{a0}kr");
        assert_eq!(Ore(-50).to_string(), "\u{2212}0,50\u{a0}kr");
    }
}
