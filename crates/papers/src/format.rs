//! How figures, days and hours are written in Swedish papers.

use std::fmt;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

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

const NO_BREAK: char = '\u{a0}';

/// Money in whole öre.
///
/// Shown in kronor with no-break spaces between the thousands, and öre only when there are any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ore(pub i64);

impl Ore {
    /// A difference, which is marked when it is more as well: "+800 000 kr".
    #[must_use]
    pub fn signed(self) -> String {
        if self.0 > 0 { format!("+{self}") } else { self.to_string() }
    }

    /// The same in whole kronor, half a krona away from zero: for tables where öre would only be in the way.
    #[must_use]
    pub fn in_whole_kronor(self) -> Self {
        let rest = self.0 % 100;
        let away = if rest.abs() < 50 { 0 } else { 100 * self.0.signum() };
        Self((self.0 - rest).saturating_add(away))
    }
}

impl fmt::Display for Ore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.unsigned_abs();
        let kronor = (size / 100).to_string();
        if self.0 < 0 {
            f.write_str("−")?;
        }
        for (at, digit) in kronor.chars().enumerate() {
            if at > 0 && (kronor.len() - at).is_multiple_of(3) {
                write!(f, "{NO_BREAK}")?;
            }
            write!(f, "{digit}")?;
        }
        match size % 100 {
            0 => write!(f, "{NO_BREAK}kr"),
            rest => write!(f, ",{rest:02}{NO_BREAK}kr"),
        }
    }
}

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
    format!("§{NO_BREAK}{}", runs.join(", "))
}

/// "29 april 2016", with no-break spaces.
#[must_use]
pub fn long_date(day: Date) -> String {
    let month =
        usize::try_from(day.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    format!("{}{NO_BREAK}{month}{NO_BREAK}{}", day.day(), day.year())
}

/// "08.15": hours and minutes with a full stop, as Swedish papers write them.
#[must_use]
pub fn clock(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
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
    fn kronor_are_grouped_in_threes_and_whole_kronor_have_no_decimals() {
        let shown = |ore| Ore(ore).to_string().replace(NO_BREAK, " ");
        assert_eq!(shown(160_000_000), "1 600 000 kr");
        assert_eq!(shown(100_050), "1 000,50 kr");
        assert_eq!(shown(99_905), "999,05 kr");
        assert_eq!(shown(0), "0 kr");
        assert_eq!(shown(-12_345_600), "−123 456 kr");
        assert_eq!(Ore(80_000_000).signed().replace(NO_BREAK, " "), "+800 000 kr");
        assert_eq!(Ore(-80_000_000).signed().replace(NO_BREAK, " "), "−800 000 kr");
        assert_eq!(Ore(0).signed().replace(NO_BREAK, " "), "0 kr");
        assert_eq!(shown(i64::MIN), "−92 233 720 368 547 758,08 kr");
    }

    #[test]
    fn whole_kronor_are_the_nearest() {
        let whole = |ore| Ore(ore).in_whole_kronor().0;
        assert_eq!([whole(149), whole(150), whole(-149), whole(-150)], [100, 200, -100, -200]);
        assert_eq!([whole(200), whole(0)], [200, 0]);
        assert_eq!(whole(i64::MAX), i64::MAX / 100 * 100);
    }

    #[test]
    fn days_and_hours_read_as_in_a_municipal_paper() {
        assert_eq!(long_date(date(2016, 4, 29)).replace(NO_BREAK, " "), "29 april 2016");
        assert_eq!(long_date(date(2026, 12, 1)).replace(NO_BREAK, " "), "1 december 2026");
        assert_eq!(time_span(time(8, 15, 0, 0), Some(time(12, 0, 0, 0))), "08.15–12.00");
        assert_eq!(time_span(time(8, 15, 0, 0), None), "08.15");
    }

    #[test]
    fn runs_of_paragraphs_share_one_sign() {
        let run = |from, to| ParagrafRange { from, to };
        assert_eq!(paragrafs(&[run(31, 37), run(40, 40)]).replace(NO_BREAK, " "), "§ 31–37, 40");
        assert_eq!(paragrafs(&[]), "");
    }
}
