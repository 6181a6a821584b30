//! How figures, days and hours are written in Swedish papers.

use std::fmt;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
pub use swedish::days::clock;
use swedish::days::in_words;
use swedish::number::NO_BREAK_SPACE;

/// A run of paragraphs in the minutes, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParagrafRange {
    /// The first.
    pub from: u32,
    /// The last; the same as the first when there is only one.
    pub to: u32,
}

impl fmt::Display for ParagrafRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            write!(f, "{}", self.from)
        } else {
            write!(f, "{}–{}", self.from, self.to)
        }
    }
}

/// Several runs after one sign: "§ 31–37, 40". Nothing for no runs.
#[must_use]
pub fn paragrafs(ranges: &[ParagrafRange]) -> String {
    if ranges.is_empty() {
        return String::new();
    }
    let runs: Vec<String> = ranges.iter().map(ToString::to_string).collect();
    format!("§{NO_BREAK_SPACE}{}", runs.join(", "))
}

/// "29 april 2016", with no-break spaces.
#[must_use]
pub fn long_date(day: Date) -> String {
    in_words(day).replace(' ', "\u{a0}")
}

/// "08.15–12.00", or the start alone when the end is not known.
#[must_use]
pub fn time_span(from: Time, to: Option<Time>) -> String {
    match to {
        Some(to) => format!("{}–{}", clock(from), clock(to)),
        None => clock(from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn days_and_hours_read_as_in_a_municipal_paper() {
        assert_eq!(long_date(date(2016, 4, 29)).replace(NO_BREAK_SPACE, " "), "29 april 2016");
        assert_eq!(long_date(date(2026, 12, 1)).replace(NO_BREAK_SPACE, " "), "1 december 2026");
        assert_eq!(time_span(time(8, 15, 0, 0), Some(time(12, 0, 0, 0))), "08.15–12.00");
        assert_eq!(time_span(time(8, 15, 0, 0), None), "08.15");
    }

    #[test]
    fn runs_of_paragraphs_share_one_sign() {
        let run = |from, to| ParagrafRange { from, to };
        assert_eq!(paragrafs(&[run(31, 37), run(40, 40)]).replace(NO_BREAK_SPACE, " "), "§ 31–37, 40");
        assert_eq!(paragrafs(&[]), "");
    }
}
