//! Ages: one year at a time, classes, and all together.

use std::fmt;
use std::str::FromStr;

use allocation::statistics::SeriesKind;
use serde::{Deserialize, Serialize};

use super::folded;

/// The oldest age that is read as one.
const OLDEST: u8 = 130;

/// An age or a class of ages, as a table has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Age {
    /// From one age to another, both counted; a single age is a class of one.
    Class {
        /// The youngest.
        from: u8,
        /// The oldest.
        to: u8,
    },
    /// One age and everything above it.
    From(u8),
    /// All ages together.
    All,
}

impl Age {
    /// One age.
    #[cfg(test)]
    pub(crate) const fn one(age: u8) -> Self {
        Self::Class { from: age, to: age }
    }

    /// What a cell means: `16`, `16 år`, `16–19 år`, `100+ år`, `totalt ålder`, `tot20-64`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = folded(text);
        let totals = ["totalt", "total", "tot", "samtliga", "alla", "totalt ålder", "alla åldrar"];
        if totals.contains(&text.as_str())
            || matches!(text.as_str(), "samtliga åldrar" | "totalt, alla åldrar")
        {
            return Some(Self::All);
        }
        let text = text.strip_prefix("tot").unwrap_or(&text).trim_start();
        let text = text.strip_suffix("years").or_else(|| text.strip_suffix("år")).unwrap_or(text).trim_end();
        let open = ["+", " och äldre", "- och äldre", "-w", " år och äldre", "- år", "plus", "-"];
        if let Some(from) = open.iter().find_map(|ending| number(text.strip_suffix(ending)?)) {
            return Some(Self::From(from));
        }
        match text.split_once('-') {
            None => number(text).map(|age| Self::Class { from: age, to: age }),
            Some((from, to)) => {
                let (from, to) = (number(from.trim())?, number(to.trim())?);
                (from <= to).then_some(Self::Class { from, to })
            }
        }
    }

    /// The age in the heading of a column of figures: `alder_16_64`, `Folkmängd 20-64 år`; and the heading without it.
    pub(crate) fn in_heading(heading: &str) -> Option<(Self, String)> {
        let text = folded(heading);
        if let Some(age) = Self::read(&text).filter(|_| text.ends_with("år") || text.contains('-')) {
            return Some((age, String::new()));
        }
        let underscored: Vec<&str> = text.split('_').collect();
        if let [before @ .., from, to] = underscored.as_slice()
            && !before.is_empty()
            && let Some(age) = Self::read(&format!("{from}-{to}"))
        {
            return Some((age, without_age_word(&before.join("_"))));
        }
        if let [before @ .., last] = underscored.as_slice()
            && !before.is_empty()
            && last.ends_with("plus")
            && let Some(age) = Self::read(last)
        {
            return Some((age, without_age_word(&before.join("_"))));
        }
        let words: Vec<&str> = text.split(' ').collect();
        let place = words.iter().position(|word| word.contains('-') && Self::read(word).is_some())?;
        let age = Self::read(words.get(place)?)?;
        let kept = words
            .iter()
            .enumerate()
            .filter(|(at, word)| *at != place && !(*at == place + 1 && matches!(**word, "år" | "years")));
        Some((age, without_age_word(&kept.map(|(_, word)| *word).collect::<Vec<_>>().join(" "))))
    }
}

fn number(text: &str) -> Option<u8> {
    let digits = !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|age| digits && *age <= OLDEST)
}

fn without_age_word(text: &str) -> String {
    if matches!(text, "ålder" | "alder" | "age") { String::new() } else { text.to_owned() }
}

impl fmt::Display for Age {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Class { from, to } if from == to => write!(formatter, "{from} år"),
            Self::Class { from, to } => write!(formatter, "{from}–{to} år"),
            Self::From(from) => write!(formatter, "{from} år och äldre"),
            Self::All => formatter.write_str("alla åldrar"),
        }
    }
}

/// The ages that a measure counts, both ends counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ages {
    from: u8,
    to: u8,
}

impl Ages {
    /// Ages from one to another, or nothing when they are turned around or too old.
    #[must_use]
    pub const fn new(from: u8, to: u8) -> Option<Self> {
        if from > to || to > OLDEST { None } else { Some(Self { from, to }) }
    }

    /// The ages that a measure is defined for.
    #[must_use]
    pub const fn of(measure: SeriesKind) -> Self {
        match measure {
            SeriesKind::Need => Self { from: 20, to: 64 },
            SeriesKind::Inhabitants => Self { from: 16, to: 64 },
            SeriesKind::KeyInhabitants => Self { from: 18, to: 64 },
        }
    }

    /// The youngest.
    #[must_use]
    pub const fn from(self) -> u8 {
        self.from
    }

    /// The oldest.
    #[must_use]
    pub const fn to(self) -> u8 {
        self.to
    }
}

impl fmt::Display for Ages {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}–{} år", self.from, self.to)
    }
}

/// The text is not two ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("skriv åldrarna som 16-64")]
pub struct NotAges;

impl FromStr for Ages {
    type Err = NotAges;

    fn from_str(text: &str) -> Result<Self, NotAges> {
        match Age::read(text) {
            Some(Age::Class { from, to }) => Ok(Self { from, to }),
            Some(Age::From(_) | Age::All) | None => Err(NotAges),
        }
    }
}

impl TryFrom<String> for Ages {
    type Error = NotAges;

    fn try_from(text: String) -> Result<Self, NotAges> {
        text.parse()
    }
}

impl From<Ages> for String {
    fn from(ages: Ages) -> Self {
        format!("{}-{}", ages.from, ages.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_as_the_statistics_write_them() {
        for (text, age) in [
            ("16", Age::one(16)),
            ("16 år", Age::one(16)),
            ("0 år", Age::one(0)),
            ("16-19 år", Age::Class { from: 16, to: 19 }),
            ("20–24 år", Age::Class { from: 20, to: 24 }),
            ("tot20-64", Age::Class { from: 20, to: 64 }),
            ("100+ år", Age::From(100)),
            ("100+", Age::From(100)),
            ("65 år och äldre", Age::From(65)),
            ("85- år", Age::From(85)),
            ("totalt ålder", Age::All),
            ("tot", Age::All),
        ] {
            assert_eq!(Age::read(text), Some(age), "{text}");
        }
        for text in ["", "år", "män", "2019", "64-16", "16-19-20", "1.5", "-", "0114"] {
            assert_eq!(Age::read(text), None, "{text}");
        }
    }

    #[test]
    fn ages_are_found_in_headings() {
        let class = |from, to| Age::Class { from, to };
        for (heading, age, rest) in [
            ("alder_16_64", class(16, 64), ""),
            ("inhabitants_18_64", class(18, 64), "inhabitants"),
            ("Folkmängd 20–64 år", class(20, 64), "folkmängd"),
            ("16-64 år", class(16, 64), ""),
            ("alder_65plus", Age::From(65), ""),
        ] {
            assert_eq!(Age::in_heading(heading), Some((age, rest.to_owned())), "{heading}");
        }
        for heading in ["totalt", "2019", "Folkmängd", "key_inhabitants", "Folkmängd 2019", ""] {
            assert_eq!(Age::in_heading(heading), None, "{heading}");
        }
    }

    #[test]
    fn chosen_ages_are_two_ages_in_order() {
        assert_eq!("16-64".parse(), Ok(Ages::of(SeriesKind::Inhabitants)));
        assert_eq!("64-16".parse::<Ages>(), Err(NotAges));
        assert_eq!("alla".parse::<Ages>(), Err(NotAges));
        assert_eq!(String::from(Ages::of(SeriesKind::Need)), "20-64");
    }
}
