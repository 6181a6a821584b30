//! Days and hours as Swedish readers write them, and which days can be meant.

use jiff::civil::{Date, Time};

/// The months, in order.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// The name of a day's month.
///
/// # Examples
/// ```
/// assert_eq!(swedish::days::month(jiff::civil::date(2026, 11, 30)), "november");
/// ```
#[must_use]
pub fn month(day: Date) -> &'static str {
    let at = usize::from(day.month().unsigned_abs()).checked_sub(1);
    at.and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

/// The number of the month that a word names, in full or by its first three letters, with or without a full stop.
///
/// # Examples
/// ```
/// use swedish::days::month_named;
///
/// assert_eq!(month_named("februari"), Some(2));
/// assert_eq!(month_named("Dec."), Some(12));
/// assert_eq!(month_named("x"), None);
/// ```
#[must_use]
pub fn month_named(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let word = word.trim_end_matches('.');
    let place =
        MONTHS.iter().position(|name| *name == word || (word.len() == 3 && name.starts_with(word)))?;
    u8::try_from(place + 1).ok()
}

/// A day in running text.
///
/// # Examples
/// ```
/// assert_eq!(swedish::days::in_words(jiff::civil::date(2026, 11, 30)), "30 november 2026");
/// ```
#[must_use]
pub fn in_words(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// A time of day, with a full stop.
///
/// # Examples
/// ```
/// assert_eq!(swedish::days::clock(jiff::civil::time(8, 15, 0, 0)), "08.15");
/// ```
#[must_use]
pub fn clock(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// The days that can be meant in a field, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The first.
    pub from: Date,
    /// The last.
    pub until: Date,
}

impl Bounds {
    /// What is meant where nothing else is known: from 1990, before there were any associations, to ten years ahead.
    ///
    /// # Examples
    /// ```
    /// use jiff::civil::date;
    /// use swedish::days::Bounds;
    ///
    /// let bounds = Bounds::around(date(2026, 11, 30));
    /// assert!(bounds.hold(date(2036, 12, 31)));
    /// assert!(!bounds.hold(date(26, 11, 28)) && !bounds.hold(date(2226, 11, 28)));
    /// ```
    #[must_use]
    pub fn around(today: Date) -> Self {
        let last = today.year().saturating_add(10);
        Self { from: jiff::civil::date(1990, 1, 1), until: Date::new(last, 12, 31).unwrap_or(Date::MAX) }
    }

    /// Whether a day can be meant.
    #[must_use]
    pub fn hold(self, day: Date) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// What to write instead of a day that cannot be meant.
    ///
    /// # Examples
    /// ```
    /// let bounds = swedish::days::Bounds::around(jiff::civil::date(2026, 11, 30));
    /// assert_eq!(
    ///     bounds.says(),
    ///     "Fyll i dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-30, med ett år från 1990 till 2036."
    /// );
    /// ```
    #[must_use]
    pub fn says(self) -> String {
        let format = crate::reading::Unread::Day.to_string();
        let format = format.trim_end_matches('.');
        format!("{format}, med ett år från {} till {}.", self.from.year(), self.until.year())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn days_and_hours_read_as_a_swede_writes_them() {
        assert_eq!(in_words(date(2016, 4, 29)), "29 april 2016");
        assert_eq!(in_words(date(2026, 1, 1)), "1 januari 2026");
        assert_eq!(clock(time(8, 5, 0, 0)), "08.05");
    }

    #[test]
    fn every_month_is_known_by_its_name_and_its_first_letters() {
        for (at, name) in (1..).zip(MONTHS) {
            assert_eq!(month_named(name), Some(at));
            assert_eq!(month_named(&name[..3]), Some(at));
            assert_eq!(month(date(2026, i8::try_from(at).unwrap(), 1)), name);
        }
        assert_eq!(month_named("janu"), None);
    }

    #[test]
    fn a_day_typed_with_two_figures_for_the_year_cannot_be_meant() {
        let bounds = Bounds::around(date(2026, 11, 30));
        for day in [date(26, 11, 28), date(1989, 12, 31), date(2037, 1, 1), date(2226, 11, 28)] {
            assert!(!bounds.hold(day), "{day}");
        }
        assert!(bounds.hold(date(1990, 1, 1)) && bounds.hold(date(2036, 12, 31)));
    }
}
