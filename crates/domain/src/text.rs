//! How the core writes dates in the Swedish sentences of its refusals.

use jiff::civil::{Date, Time};

const MONTHS: [&str; 12] = [
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

/// A date as in running Swedish text: `30 november 2026`.
pub fn day(date: Date) -> String {
    let month = usize::try_from(date.month()).ok().and_then(|m| MONTHS.get(m.checked_sub(1)?)).unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

/// Names as in running Swedish text: `A, B och C`.
pub fn listed<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} och {}", first.join(", "), last.as_ref())
        }
    }
}

/// A time of day as in running Swedish text: `08.15`.
pub fn hour(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}
