//! Amounts, percentages and years as people write them in a field.

use allocation::model::BasisPoints;
use swedish::money::Ore;
use swedish::number::{NO_BREAK_SPACE, parse_scaled_unsigned};
use swedish::reading;

/// The most that an amount may be: far above any appropriation, far below what cannot be held.
const MOST: i64 = 100_000_000_000_000;

/// What to write when an amount cannot be read.
pub(super) const AMOUNT: &str = "Skriv beloppet i kronor, som 400 000, eller i tusental, som 400 tkr.";

/// An amount: `400 000`, `400 000 kr`, `400 tkr`, `1,6 mnkr`; nothing below zero.
pub fn amount(text: &str) -> Option<Ore> {
    Ore::read(text).ok().filter(|amount| (0..=MOST).contains(&amount.ore()))
}

/// An amount as it stands in a field: in kronor, without the unit that stands beside it.
pub fn in_field(amount: Ore) -> String {
    amount.in_field()
}

/// A whole percentage: `75`, `75 %`.
pub(super) fn whole_percent(text: &str) -> Option<u32> {
    let percent = parse_scaled_unsigned(percent_number(text), 0).ok()?;
    u32::try_from(percent).ok().filter(|percent| *percent <= 100)
}

/// A percentage with up to two decimals: `10`, `7,5 %`.
pub(super) fn percent(text: &str) -> Option<BasisPoints> {
    let parts = parse_scaled_unsigned(percent_number(text), 2).ok()?;
    BasisPoints::new(u32::try_from(parts).ok()?)
}

fn percent_number(text: &str) -> &str {
    let text = text.trim();
    let number = text.strip_suffix('%').or_else(|| text.strip_suffix("procent")).unwrap_or(text);
    number.trim_end_matches([' ', NO_BREAK_SPACE])
}

/// A percentage as it stands in a field: `10`, `7,5`.
pub fn percent_in_field(parts: BasisPoints) -> String {
    let text = parts.fraction().percent(2);
    let number = text.trim_end_matches('%').trim_end_matches(NO_BREAK_SPACE);
    number.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// A year with four digits.
pub(super) fn year(text: &str) -> Option<i16> {
    reading::year(text).ok().filter(|year| (1990..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_swedish_people_write_them() {
        for text in ["400 000", "400000", "400\u{a0}000 kr", "400 tkr", "0,4 mnkr", "0,4 miljoner kronor"] {
            assert_eq!(amount(text), Ore::from_tkr(400), "{text}");
        }
        assert_eq!(amount("5 600,5 tkr"), Some(Ore::new(560_050_000)));
        assert_eq!(amount("0"), Some(Ore::ZERO));
        for text in ["", "kr", "-1", "4 00", "1e9", "400 tkr kr", "1 000 001 mnkr", "12,345"] {
            assert_eq!(amount(text), None, "{text}");
        }
    }

    #[test]
    fn what_stands_in_a_field_is_read_back_the_same() {
        for ore in [0, 1, 1_250, 40_000_000, 33_900_000_000] {
            assert_eq!(amount(&in_field(Ore::new(ore))), Some(Ore::new(ore)));
        }
        for parts in [0, 5, 750, 1000, 10_000] {
            let parts = BasisPoints::new(parts).unwrap();
            assert_eq!(percent(&percent_in_field(parts)), Some(parts), "{}", percent_in_field(parts));
        }
    }

    #[test]
    fn percentages_and_years_have_their_ends() {
        assert_eq!(whole_percent("75 %"), Some(75));
        assert_eq!(whole_percent("101"), None);
        assert_eq!(whole_percent("7,5"), None);
        assert_eq!(percent("7,5 procent"), BasisPoints::new(750));
        assert_eq!(percent("100,01"), None);
        assert_eq!(year(" 2025 "), Some(2025));
        assert_eq!(year("25"), None);
        assert_eq!(year("+025"), None);
    }
}
