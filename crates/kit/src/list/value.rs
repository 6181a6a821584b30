//! What stands in a cell, plainly: as it is sorted and taken out.

use std::borrow::Cow;
use std::cmp::Ordering;

use jiff::civil::Date;
use swedish::money::Ore;
use swedish::order::compared;

/// A plain value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Not known, which is not zero.
    Missing,
    /// Words.
    Text(Cow<'a, str>),
    /// A whole number.
    Count(i64),
    /// A number in thousandths.
    Thousandths(u64),
    /// An amount.
    Amount(Ore),
    /// A day.
    Day(Date),
}

impl Value<'_> {
    /// Which comes first, as Swedish lists have it; what is not known is told by [`Value::is_missing`].
    pub(super) fn compared(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => compared(a, b),
            (Self::Count(a), Self::Count(b)) => a.cmp(b),
            (Self::Thousandths(a), Self::Thousandths(b)) => a.cmp(b),
            (Self::Amount(a), Self::Amount(b)) => a.cmp(b),
            (Self::Day(a), Self::Day(b)) => a.cmp(b),
            (a, b) => a.place().cmp(&b.place()),
        }
    }

    /// Whether nothing is known.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    fn place(&self) -> u8 {
        match self {
            Self::Text(_) => 0,
            Self::Count(_) => 1,
            Self::Thousandths(_) => 2,
            Self::Amount(_) => 3,
            Self::Day(_) => 4,
            Self::Missing => 5,
        }
    }

    /// The sum of two; none when they cannot be added, or come out too large.
    pub(super) fn plus(&self, other: &Self) -> Option<Value<'static>> {
        match (self, other) {
            (Self::Count(a), Self::Count(b)) => a.checked_add(*b).map(Value::Count),
            (Self::Thousandths(a), Self::Thousandths(b)) => a.checked_add(*b).map(Value::Thousandths),
            (Self::Amount(a), Self::Amount(b)) => Ore::sum([*a, *b]).map(Value::Amount),
            _ => None,
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        if text.is_empty() { Self::Missing } else { Self::Text(Cow::Borrowed(text)) }
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Missing } else { Self::Text(Cow::Owned(text)) }
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        i64::try_from(count).map_or(Self::Missing, Self::Count)
    }
}

impl From<Ore> for Value<'_> {
    fn from(amount: Ore) -> Self {
        Self::Amount(amount)
    }
}

impl From<Date> for Value<'_> {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(known: Option<T>) -> Self {
        known.map_or(Self::Missing, Into::into)
    }
}
