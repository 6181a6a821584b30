//! What a person may choose when a file is read; everything that is not chosen is taken from the file, or asked for.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use allocation::statistics::SeriesKind;
use serde::{Deserialize, Serialize};

use crate::meaning::{Ages, NotATime, Time};

/// The name by which contents are picked, whether they stand in a column of their own or in the headings.
pub const CONTENTS: &str = "innehåll";

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The municipality, as code, name or both.
    Region,
    /// The year, or another time.
    Time,
    /// The age.
    Age,
    /// The sex.
    Sex,
    /// What is counted.
    Contents,
    /// Figures.
    Figures,
    /// Something else that divides the figures.
    Other,
    /// Nothing that is read.
    Ignored,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 8] = [
        Self::Region,
        Self::Time,
        Self::Age,
        Self::Sex,
        Self::Contents,
        Self::Figures,
        Self::Other,
        Self::Ignored,
    ];

    /// What it is called in Swedish, which is also how it is chosen.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::Region => "kommun",
            Self::Time => "tid",
            Self::Age => "ålder",
            Self::Sex => "kön",
            Self::Contents => CONTENTS,
            Self::Figures => "värde",
            Self::Other => "annat",
            Self::Ignored => "används inte",
        }
    }
}

/// Which time is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Moment {
    /// A year, whichever way the file writes it.
    Year(i16),
    /// Exactly one of the file's times.
    At(Time),
    /// The mean of the twelve months of a year.
    MeanOfMonths(i16),
}

impl Moment {
    /// The year it describes.
    #[must_use]
    pub const fn year(self) -> i16 {
        match self {
            Self::Year(year) | Self::MeanOfMonths(year) => year,
            Self::At(time) => time.year(),
        }
    }
}

/// What stands after the year when the mean of its months is meant.
const MEAN: &str = " medel";

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(formatter, "{year}"),
            Self::At(time) => write!(formatter, "{time}"),
            Self::MeanOfMonths(year) => write!(formatter, "{year}{MEAN}"),
        }
    }
}

impl FromStr for Moment {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        if let Some(year) = text.trim().strip_suffix(MEAN) {
            return match year.parse()? {
                Time::Year(year) => Ok(Self::MeanOfMonths(year)),
                Time::Day(_) | Time::Month(..) | Time::Quarter(..) => Err(NotATime),
            };
        }
        Ok(match text.parse()? {
            Time::Year(year) => Self::Year(year),
            time @ (Time::Day(_) | Time::Month(..) | Time::Quarter(..)) => Self::At(time),
        })
    }
}

impl TryFrom<String> for Moment {
    type Error = NotATime;

    fn try_from(text: String) -> Result<Self, NotATime> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

/// What to do with the values of a column that divides the figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pick {
    /// Add all of them together.
    Sum,
    /// Take the rows with this value.
    Only(String),
}

/// What a comma or a full stop before three digits does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Separator {
    /// It divides thousands: `7,412` is seven thousand four hundred and twelve.
    Thousands,
    /// It begins the decimals: `7,412` is a little more than seven.
    Decimals,
}

impl Separator {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Thousands, Self::Decimals];

    /// How it is chosen.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Thousands => "tusental",
            Self::Decimals => "decimaler",
        }
    }
}

/// Everything that may be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choices {
    /// Which measure it is.
    pub measure: Option<SeriesKind>,
    /// Which time.
    pub moment: Option<Moment>,
    /// Which ages.
    pub ages: Option<Ages>,
    /// What columns are, by name.
    pub roles: BTreeMap<String, Role>,
    /// What to take of the contents and of other columns, by name.
    pub picks: BTreeMap<String, Pick>,
    /// What a sign before three digits does, where every figure that has one could be read both ways.
    pub separator: Option<Separator>,
    /// Whether the figures may change.
    pub preliminary: Option<bool>,
    /// Where the figures come from, and on what terms.
    pub source: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_it_is_read() {
        for text in ["2019", "2019-12-31", "2019M05", "2019K1", "2019 medel"] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
        assert!("medel".parse::<Moment>().is_err());
        assert!("2019M05 medel".parse::<Moment>().is_err());
    }
}
