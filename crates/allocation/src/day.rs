//! A calendar day, as an argument: this crate never asks what day it is.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A day in the Gregorian calendar, written `2025-11-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

impl Day {
    /// A day that exists, or nothing.
    #[must_use]
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        };
        if day == 0 || day > length { None } else { Some(Self { year, month, day }) }
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, January being 1.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The text is not a day that exists, written year-month-day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("skriv dagen som år-månad-dag, till exempel 2025-11-30")]
pub struct NotADay;

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotADay);
        };
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return Err(NotADay);
        }
        let year = year.parse().map_err(|_| NotADay)?;
        let month = month.parse().map_err(|_| NotADay)?;
        let day = day.parse().map_err(|_| NotADay)?;
        Self::new(year, month, day).ok_or(NotADay)
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_days() {
        assert!(Day::new(2024, 2, 29).is_some());
        assert!(Day::new(2025, 2, 29).is_none());
        assert!(Day::new(1900, 2, 29).is_none());
        assert!(Day::new(2025, 13, 1).is_none());
        assert_eq!("2025-11-31".parse::<Day>(), Err(NotADay));
        assert_eq!("2025-1-1".parse::<Day>(), Err(NotADay));
        assert_eq!("2025-11-30".parse::<Day>().unwrap().to_string(), "2025-11-30");
    }
}
