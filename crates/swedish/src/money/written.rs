//! How amounts are written: for readers, in fields, for spreadsheets and for machines.

use std::fmt;

use super::Ore;
use crate::number::{NO_BREAK_SPACE, grouped, write_grouped};

/// How the öre are written.
#[derive(Clone, Copy)]
enum Decimals {
    /// Always.
    Always,
    /// Only when there are any, and then both figures.
    WhenAny,
}

/// Any number of öre as an amount in kronor, also one that is more than an account can hold.
///
/// # Examples
/// ```
/// use swedish::money::kronor;
///
/// assert_eq!(kronor(560_000_050).replace('\u{a0}', " "), "5 600 000,50 kr");
/// ```
#[must_use]
pub fn kronor(ore: i128) -> String {
    in_kronor(grouped_kronor(ore, Decimals::WhenAny))
}

/// With the unit.
fn in_kronor(mut amount: String) -> String {
    amount.push(NO_BREAK_SPACE);
    amount.push_str("kr");
    amount
}

impl fmt::Display for Ore {
    /// As Swedish readers write it: `1 600 000 kr`, with öre only where there are any.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&kronor(self.ore().into()))
    }
}

impl Ore {
    /// With the öre always written, so that a column can be added up by eye.
    ///
    /// # Examples
    /// ```
    /// use swedish::money::Ore;
    ///
    /// assert_eq!(Ore::new(120_000).to_the_ore().replace('\u{a0}', " "), "1 200,00 kr");
    /// ```
    #[must_use]
    pub fn to_the_ore(self) -> String {
        in_kronor(grouped_kronor(self.ore().into(), Decimals::Always))
    }

    /// Without the unit, as it stands in a field that has its unit beside it: `1 600 000,50`.
    #[must_use]
    pub fn in_field(self) -> String {
        grouped_kronor(self.ore().into(), Decimals::WhenAny)
    }

    /// A difference, which is marked when it is more as well: `+800 000 kr`.
    #[must_use]
    pub fn signed(self) -> String {
        if self.ore() > 0 { format!("+{self}") } else { self.to_string() }
    }

    /// To the nearest krona, half away from zero; with its öre when it is below one krona.
    ///
    /// # Examples
    /// ```
    /// use swedish::money::Ore;
    ///
    /// assert_eq!(Ore::new(1_250).nearest_krona(), "13\u{a0}kr");
    /// assert_eq!(Ore::new(99).nearest_krona(), "0,99\u{a0}kr");
    /// ```
    #[must_use]
    pub fn nearest_krona(self) -> String {
        if self.ore().unsigned_abs() < 100 { self.to_string() } else { in_kronor(self.whole()) }
    }

    /// In whole kronor, half away from zero, without the unit: `1 600 000`.
    #[must_use]
    pub fn whole(self) -> String {
        let ore = i128::from(self.ore());
        grouped((ore + 50 * ore.signum()) / 100)
    }

    /// In kronor as a Swedish spreadsheet reads it: `1600000,50`.
    #[must_use]
    pub fn plain(self) -> String {
        self.machine(',')
    }

    /// In kronor as a decimal number for machines: `1600000.50`.
    #[must_use]
    pub fn decimal(self) -> String {
        self.machine('.')
    }

    /// In thousands of kronor, without the unit: `5 600`, `5 600,5`.
    #[must_use]
    pub fn tkr(self) -> String {
        let (sign, whole, decimals) = self.thousands();
        let whole = grouped(whole);
        if decimals.is_empty() {
            format!("{}{whole}", real(sign))
        } else {
            format!("{}{whole},{decimals}", real(sign))
        }
    }

    /// In thousands of kronor as a decimal number for machines: `5600.5`.
    #[must_use]
    pub fn tkr_plain(self) -> String {
        let (sign, whole, decimals) = self.thousands();
        if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
    }

    fn machine(self, comma: char) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let (kronor, ore) = (self.ore().unsigned_abs() / 100, self.ore().unsigned_abs() % 100);
        if ore == 0 { format!("{sign}{kronor}") } else { format!("{sign}{kronor}{comma}{ore:02}") }
    }

    fn thousands(self) -> (&'static str, u64, String) {
        let (whole, rest) = (self.ore().unsigned_abs() / 100_000, self.ore().unsigned_abs() % 100_000);
        let decimals = if rest == 0 { String::new() } else { format!("{rest:05}") };
        (if self.is_negative() { "-" } else { "" }, whole, decimals.trim_end_matches('0').to_owned())
    }
}

/// The sign that people read as a minus.
fn real(sign: &str) -> &str {
    if sign == "-" { "\u{2212}" } else { sign }
}

fn grouped_kronor(ore: i128, decimals: Decimals) -> String {
    let (kronor, rest) = (ore.unsigned_abs() / 100, ore.unsigned_abs() % 100);
    let mut amount = String::with_capacity(32);
    if ore < 0 {
        amount.push('\u{2212}');
    }
    write_grouped(&mut amount, kronor);
    // Of a hundred there is always a figure.
    let rest = u8::try_from(rest).unwrap_or_default();
    if rest > 0 || matches!(decimals, Decimals::Always) {
        amount.push(',');
        amount.extend([rest / 10, rest % 10].map(|figure| char::from(b'0' + figure)));
    }
    amount
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        text.replace(NO_BREAK_SPACE, " ")
    }

    #[test]
    fn amounts_are_written_as_a_swede_writes_them() {
        for (ore, text) in [
            (160_000_000, "1 600 000 kr"),
            (100_050, "1 000,50 kr"),
            (99_905, "999,05 kr"),
            (0, "0 kr"),
            (-5, "−0,05 kr"),
            (-12_345_600, "−123 456 kr"),
            (i64::MIN, "−92 233 720 368 547 758,08 kr"),
        ] {
            assert_eq!(shown(&Ore::new(ore).to_string()), text);
        }
        assert_eq!(shown(&Ore::new(160_000_000).to_the_ore()), "1 600 000,00 kr");
        assert_eq!(shown(&Ore::new(-5).to_the_ore()), "−0,05 kr");
        assert_eq!(shown(&Ore::new(-160_000_050).in_field()), "−1 600 000,50");
    }

    #[test]
    fn differences_have_their_sign() {
        assert_eq!(shown(&Ore::new(80_000_000).signed()), "+800 000 kr");
        assert_eq!(shown(&Ore::new(-80_000_000).signed()), "−800 000 kr");
        assert_eq!(shown(&Ore::ZERO.signed()), "0 kr");
    }

    #[test]
    fn whole_kronor_are_the_nearest() {
        assert_eq!(Ore::new(1_250).nearest_krona(), "13\u{a0}kr");
        assert_eq!(Ore::new(-1_250).nearest_krona(), "\u{2212}13\u{a0}kr");
        assert_eq!(Ore::new(99).nearest_krona(), "0,99\u{a0}kr");
        assert_eq!((Ore::new(49).whole(), Ore::new(-50).whole()), ("0".to_owned(), "\u{2212}1".to_owned()));
    }

    #[test]
    fn thousands_of_kronor_have_only_the_decimals_there_are() {
        assert_eq!(Ore::new(560_050_000).tkr(), "5\u{a0}600,5");
        assert_eq!(Ore::new(-5).tkr(), "\u{2212}0,00005");
        assert_eq!(Ore::new(560_000_000).tkr_plain(), "5600");
        assert_eq!(Ore::new(560_050_000).tkr_plain(), "5600.5");
        assert_eq!(Ore::new(-80_000_000).tkr_plain(), "-800");
    }

    #[test]
    fn machines_and_spreadsheets_read_amounts_to_the_ore() {
        assert_eq!(
            (Ore::new(160_000_050).plain(), Ore::new(-5).plain()),
            ("1600000,50".into(), "-0,05".into())
        );
        assert_eq!(Ore::new(160_000_050).decimal(), "1600000.50");
        assert_eq!(Ore::new(-100).decimal(), "-1");
        assert_eq!(Ore::new(i64::MIN).decimal(), "-92233720368547758.08");
    }
}
