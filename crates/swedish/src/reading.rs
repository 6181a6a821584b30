//! What somebody typed in a field, read; what cannot be read is answered with the sentence that says what to write.
//!
//! These sentences stand nowhere else.

use std::str::FromStr;

use jiff::civil::{Date, Time};
use thiserror::Error;

use crate::text::squeezed;

/// Why a field could not be read: the sentence that stands at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unread {
    /// It is not a day.
    #[error("Fyll i dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-30.")]
    Day,
    /// One of several is not a day.
    #[error("Fyll i dagarna som ÅÅÅÅ-MM-DD, en per rad, till exempel 2027-09-01.")]
    Days,
    /// It is not a time of day.
    #[error("Fyll i klockslaget som TT:MM, till exempel 09:30.")]
    Clock,
    /// It is not a whole number, or not one that can be meant.
    #[error("Fyll i ett heltal med siffror.")]
    Whole,
    /// It is not a year.
    #[error("Fyll i året med fyra siffror, till exempel 2027.")]
    Year,
    /// It is not an amount in kronor.
    #[error("Skriv beloppet i kronor, som 1 600 000 eller 1 250,50.")]
    Amount,
    /// One of several is not an amount in kronor.
    #[error("Skriv beloppen i kronor, som 1 600 000 eller 1 250,50.")]
    Amounts,
    /// It is none of what can be chosen.
    #[error("Välj ett av alternativen.")]
    Choice,
    /// Some are none of what can be chosen.
    #[error("Välj bland alternativen.")]
    Choices,
    /// It holds a sign that cannot be seen.
    #[error("Skriv texten på nytt; den innehåller tecken som inte syns.")]
    Unseen,
}

/// Reads a day written with figures, with or without hyphens. The year always has four.
///
/// # Errors
/// [`Unread::Day`] when it is no such day.
///
/// # Examples
/// ```
/// use jiff::civil::date;
/// use swedish::reading::day;
///
/// assert_eq!(day("2026-11-30"), Ok(date(2026, 11, 30)));
/// assert_eq!(day("20261130"), Ok(date(2026, 11, 30)));
/// assert!(day("26-11-30").is_err());
/// ```
pub fn day(typed: &str) -> Result<Date, Unread> {
    let typed = typed.trim();
    let format = match typed.len() {
        8 if typed.bytes().all(|byte| byte.is_ascii_digit()) => "%Y%m%d",
        10 if typed.split('-').map(str::len).eq([4, 2, 2]) => "%Y-%m-%d",
        _ => return Err(Unread::Day),
    };
    Date::strptime(format, typed).map_err(|_| Unread::Day)
}

/// Reads a time of day, with a colon or a full stop.
///
/// # Errors
/// [`Unread::Clock`] when it is none.
///
/// # Examples
/// ```
/// use jiff::civil::time;
/// use swedish::reading::clock;
///
/// assert_eq!(clock("9.30"), Ok(time(9, 30, 0, 0)));
/// assert!(clock("halv tio").is_err());
/// ```
pub fn clock(typed: &str) -> Result<Time, Unread> {
    Time::strptime("%H:%M", typed.trim().replace('.', ":")).map_err(|_| Unread::Clock)
}

/// Reads a whole number, with or without blanks between its figures.
///
/// # Errors
/// [`Unread::Whole`] when it is none, or does not fit.
///
/// # Examples
/// ```
/// use swedish::reading::whole;
///
/// assert_eq!(whole::<u32>("81 167"), Ok(81_167));
/// assert!(whole::<u8>("300").is_err());
/// ```
pub fn whole<N: FromStr>(typed: &str) -> Result<N, Unread> {
    squeezed(typed).parse().map_err(|_| Unread::Whole)
}

/// Reads a year of four figures.
///
/// # Errors
/// [`Unread::Year`] when it is none.
///
/// # Examples
/// ```
/// use swedish::reading::year;
///
/// assert_eq!(year("2027"), Ok(2027));
/// assert!(year("27").is_err());
/// ```
pub fn year(typed: &str) -> Result<i16, Unread> {
    let typed = typed.trim();
    let four = typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
    typed.parse().ok().filter(|_| four).ok_or(Unread::Year)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn days_are_read_with_and_without_hyphens_and_never_with_two_figures_for_the_year() {
        assert_eq!(day(" 2026-11-30 "), Ok(date(2026, 11, 30)));
        assert_eq!(day("20261130"), Ok(date(2026, 11, 30)));
        for typed in [
            "",
            "26-11-28",
            "2026-1-1",
            "2026-02-30",
            "31 juni",
            "-026-11-28",
            "２０２６-11-28",
            "2026/11/28",
        ] {
            assert_eq!(day(typed), Err(Unread::Day), "{typed}");
        }
    }

    #[test]
    fn times_and_numbers_are_read_as_people_type_them() {
        assert_eq!((clock("09:30"), clock("9.30")), (Ok(time(9, 30, 0, 0)), Ok(time(9, 30, 0, 0))));
        assert_eq!(clock("25:00"), Err(Unread::Clock));
        assert_eq!(whole::<u32>("1\u{a0}200"), Ok(1_200));
        assert_eq!(whole::<u32>("-1"), Err(Unread::Whole));
        assert_eq!(
            (year("2027"), year("027"), year("+202")),
            (Ok(2027), Err(Unread::Year), Err(Unread::Year))
        );
    }
}
