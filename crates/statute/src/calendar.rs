//! Swedish days: public holidays (lag 1989:253), and the days on which a period of law may end (lag 1930:173).

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// The number of days from `from` to `to`; negative when `to` is the earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// The day `days` after `from`; the last day of the calendar if that is passed.
pub fn days_from(from: Date, days: i64) -> Date {
    Span::new().try_days(days).map_or(Date::MAX, |span| from.saturating_add(span))
}

/// The day `weeks` after `from`: the same day of the week; the last day of the calendar if that is passed.
pub fn weeks_from(from: Date, weeks: i64) -> Date {
    Span::new().try_weeks(weeks).map_or(Date::MAX, |span| from.saturating_add(span))
}

/// Easter Sunday (*påskdagen*) of a year, by the Gregorian computus.
pub fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Whether the day is a public holiday (*allmän helgdag*) by the law of its time; Sundays are.
pub fn is_public_holiday(day: Date) -> bool {
    if day.weekday() == Weekday::Sunday {
        return true;
    }
    // The national day replaced Whit Monday as a public holiday from 2005 (lag 2004:1320).
    let national_day = day.year() >= 2005;
    match (day.month(), day.day()) {
        (1, 1 | 6) | (5, 1) | (12, 25 | 26) => return true,
        (6, 6) if national_day => return true,
        _ => {}
    }
    if day.weekday() == Weekday::Saturday {
        return is_midsummer_day(day) || is_all_saints(day);
    }
    easter(day.year()).is_some_and(|sunday| {
        let after = days_between(sunday, day);
        matches!(after, -2 | 1 | 39) || (after == 50 && !national_day)
    })
}

fn is_midsummer_day(day: Date) -> bool {
    day.weekday() == Weekday::Saturday && day.month() == 6 && (20..=26).contains(&day.day())
}

fn is_all_saints(day: Date) -> bool {
    day.weekday() == Weekday::Saturday && matches!((day.month(), day.day()), (10, 31) | (11, 1..=6))
}

/// Whether a period of law may end on the day: no Saturday, Sunday, public holiday, nor the eves of Midsummer,
/// Christmas and New Year (lag 1930:173).
pub fn is_working_day(day: Date) -> bool {
    let eve = matches!((day.month(), day.day()), (12, 24 | 31)) || day.tomorrow().is_ok_and(is_midsummer_day);
    day.weekday() != Weekday::Saturday && !eve && !is_public_holiday(day)
}

/// The day itself if a period may end on it, otherwise the next day on which it may.
pub fn next_working_day(day: Date) -> Date {
    let mut at = day;
    while !is_working_day(at) {
        match at.tomorrow() {
            Ok(next) => at = next,
            Err(_) => return day,
        }
    }
    at
}

/// The `count`th working day after `from`.
pub fn working_days_from(from: Date, count: i64) -> Date {
    let mut at = from;
    for _ in 0..count {
        at = next_working_day(days_from(at, 1));
    }
    at
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in
            [(1992, 4, 19), (2008, 3, 23), (2011, 4, 24), (2016, 3, 27), (2026, 4, 5), (2038, 4, 25)]
        {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn holidays_of_2026() {
        let days: Vec<String> = (0..365)
            .map(|n| days_from(date(2026, 1, 1), n))
            .filter(|day| is_public_holiday(*day) && day.weekday() != Weekday::Sunday)
            .map(|day| day.to_string())
            .collect();
        assert_eq!(
            days,
            [
                "2026-01-01",
                "2026-01-06",
                "2026-04-03",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-06-06",
                "2026-06-20",
                "2026-10-31",
                "2026-12-25",
                "2026-12-26",
            ]
        );
    }

    #[test]
    fn whit_monday_gave_way_to_the_national_day_in_2005() {
        assert!(is_public_holiday(date(2004, 5, 31)));
        assert!(!is_public_holiday(date(2005, 5, 16)));
        assert!(!is_public_holiday(date(2003, 6, 6)));
        assert!(is_public_holiday(date(2016, 6, 6)));
    }

    #[test]
    fn the_three_eves_are_not_working_days() {
        for day in [date(2026, 6, 19), date(2026, 12, 24), date(2026, 12, 31)] {
            assert!(!is_public_holiday(day));
            assert!(!is_working_day(day));
        }
        assert_eq!(next_working_day(date(2026, 6, 19)), date(2026, 6, 22));
    }

    proptest! {
        #[test]
        fn the_next_working_day_is_one_and_is_near(days in 0_i64..60_000) {
            let day = days_from(date(1950, 1, 1), days);
            let next = next_working_day(day);
            prop_assert!(is_working_day(next));
            prop_assert!((0..=5).contains(&days_between(day, next)));
        }

        #[test]
        fn weeks_keep_the_day_of_the_week(days in 0_i64..60_000, weeks in 0_i64..60) {
            let day = days_from(date(1950, 1, 1), days);
            prop_assert_eq!(weeks_from(day, weeks).weekday(), day.weekday());
            prop_assert_eq!(days_between(day, weeks_from(day, weeks)), weeks * 7);
        }
    }
}
