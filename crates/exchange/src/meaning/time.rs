//! Times: years, days, months and quarters, which are never mixed.

use std::fmt;
use std::str::FromStr;

use allocation::day::Day;
use serde::{Deserialize, Serialize};

use swedish::days::month_named;

use super::folded;

/// The time a figure describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Time {
    /// A year.
    Year(i16),
    /// A day.
    Day(Day),
    /// A month of a year.
    Month(i16, u8),
    /// A quarter of a year.
    Quarter(i16, u8),
}

impl Time {
    /// The year it belongs to.
    #[must_use]
    pub const fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::Month(year, _) | Self::Quarter(year, _) => year,
            Self::Day(day) => day.year(),
        }
    }

    /// What a cell means: `2019`, `X2019`, `2019M01`, `2019K1`, `2019-12-31`, `31 december 2019`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = folded(text);
        let text = text.strip_prefix('x').unwrap_or(&text);
        let words: Vec<&str> = text.split(' ').collect();
        match words.as_slice() {
            [year] if year.len() == 4 => Some(Self::Year(a_year(year)?)),
            [compact] => Self::compact(compact),
            [month, year] => Some(Self::Month(a_year(year)?, month_named(month)?)),
            [day, month, year] => {
                let day = day.trim_end_matches('.').parse().ok()?;
                Day::new(a_year(year)?, month_named(month)?, day).map(Self::Day)
            }
            _ => None,
        }
    }

    /// A time without spaces in it, other than a year.
    fn compact(text: &str) -> Option<Self> {
        if let Ok(day) = text.parse::<Day>() {
            return a_year(text.get(..4)?).map(|_| Self::Day(day));
        }
        let year = a_year(text.get(..4)?)?;
        let rest = text.get(4..)?;
        if let Some(month) = rest.strip_prefix(['m', '-']) {
            let month: u8 = month.parse().ok().filter(|_| month.len() == 2)?;
            return (1..=12).contains(&month).then_some(Self::Month(year, month));
        }
        let quarter: u8 = rest.strip_prefix(['k', 'q'])?.parse().ok()?;
        (1..=4).contains(&quarter).then_some(Self::Quarter(year, quarter))
    }

    /// The time at the end of a column's heading, and the heading without it: `Folkmängd 2019`.
    pub(crate) fn in_heading(heading: &str) -> Option<(Self, String)> {
        if let Some(time) = Self::read(heading) {
            return Some((time, String::new()));
        }
        let (before, last) = heading.trim().rsplit_once([' ', '_', '\u{a0}'])?;
        Self::read(last).map(|time| (time, before.trim().to_owned()))
    }
}

fn a_year(text: &str) -> Option<i16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| digits && (1900..=2100).contains(year))
}

impl fmt::Display for Time {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(formatter, "{year}"),
            Self::Day(day) => write!(formatter, "{day}"),
            Self::Month(year, month) => write!(formatter, "{year}M{month:02}"),
            Self::Quarter(year, quarter) => write!(formatter, "{year}K{quarter}"),
        }
    }
}

/// The text is not a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("skriv ett år som 2019, en dag som 2019-12-31 eller en månad som 2019M12")]
pub struct NotATime;

impl FromStr for Time {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        Self::read(text).ok_or(NotATime)
    }
}

impl TryFrom<String> for Time {
    type Error = NotATime;

    fn try_from(text: String) -> Result<Self, NotATime> {
        text.parse()
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_the_statistics_write_them() {
        let day = Day::new(2019, 12, 31).unwrap();
        for (text, time) in [
            ("2019", Time::Year(2019)),
            ("X2019", Time::Year(2019)),
            ("2019M01", Time::Month(2019, 1)),
            ("2019-07", Time::Month(2019, 7)),
            ("2019K4", Time::Quarter(2019, 4)),
            ("2019-12-31", Time::Day(day)),
            ("31 december 2019", Time::Day(day)),
            ("31 dec. 2019", Time::Day(day)),
            ("maj 2019", Time::Month(2019, 5)),
        ] {
            assert_eq!(Time::read(text), Some(time), "{text}");
            assert_eq!(time.to_string().parse(), Ok(time));
        }
        for text in
            ["", "0114", "2019M13", "2019K5", "20190", "2019-02-30", "1899", "å019", "31 x 2019", "9å"]
        {
            assert_eq!(Time::read(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_found_at_the_end_of_headings() {
        let found = |heading| Time::in_heading(heading);
        assert_eq!(found("Folkmängd 2019"), Some((Time::Year(2019), "Folkmängd".to_owned())));
        assert_eq!(found("Summa helårsekvivalenter 2019M02").unwrap().0, Time::Month(2019, 2));
        assert_eq!(found("X2019"), Some((Time::Year(2019), String::new())));
        assert_eq!(found("alder_16_64"), None);
    }
}
