//! Amounts in running text.

use super::Ore;

/// Words for kronor in running text, the longest first, with how many öre one is.
const UNITS: [(&str, i64); 10] = [
    ("miljoner kronor", 100_000_000),
    ("miljoner kr", 100_000_000),
    ("miljon kronor", 100_000_000),
    ("tusen kronor", 100_000),
    ("kronor", 100),
    ("mnkr", 100_000_000),
    ("mkr", 100_000_000),
    ("tkr", 100_000),
    ("kr", 100),
    (":-", 100),
];

/// An amount that is mentioned, with what stands before and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention<'a> {
    /// The amount.
    pub amount: Ore,
    /// The text before it.
    pub before: &'a str,
    /// The text after its unit.
    pub after: &'a str,
}

/// The amounts in kronor that a text mentions, in order; a number without a unit is none.
///
/// # Examples
/// ```
/// use swedish::money::{Ore, mentions};
///
/// let text = "att för 2027 bevilja högst 300 000 kronor, varav 0,5 mkr senare";
/// let amounts: Vec<Ore> = mentions(text).iter().map(|m| m.amount).collect();
/// assert_eq!(amounts, [Ore::new(30_000_000), Ore::new(50_000_000)]);
/// ```
#[must_use]
pub fn mentions(text: &str) -> Vec<Mention<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(digit) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = at.saturating_add(digit);
        let rest = text.get(start..).unwrap_or_default();
        let (number, length) = number(rest);
        at = start.saturating_add(length);
        let tail = rest.get(length..).unwrap_or_default();
        if let Some((unit, after)) = unit(tail)
            && let Some(amount) = amount(&number, unit)
        {
            found.push(Mention { amount, before: text.get(..start).unwrap_or_default(), after });
        }
    }
    found
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The number a text begins with, as digits and a decimal mark, and how much of the text it takes: groups of three
/// belong to it while the first has at most three digits.
fn number(text: &str) -> (String, usize) {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let mut written = text.get(..first).unwrap_or_default().to_owned();
    let mut taken = first;
    let grouped = |rest: &str| first <= 3 && rest.starts_with(is_space);
    while let Some(rest) = text.get(taken..).filter(|rest| grouped(rest)) {
        let space = rest.chars().next().map_or(0, char::len_utf8);
        let group = rest.get(space..).unwrap_or_default();
        if digits(group) != 3 {
            break;
        }
        written.push_str(group.get(..3).unwrap_or_default());
        taken = taken.saturating_add(space).saturating_add(3);
    }
    let rest = text.get(taken..).unwrap_or_default();
    if let Some(fraction) = rest.strip_prefix(',') {
        let length = digits(fraction);
        if length > 0 {
            written.push('.');
            written.push_str(fraction.get(..length).unwrap_or_default());
            taken = taken.saturating_add(1).saturating_add(length);
        }
    }
    (written, taken)
}

/// The unit that a text begins with, and what follows it.
fn unit(text: &str) -> Option<(i64, &str)> {
    let text = text.trim_start_matches(is_space);
    UNITS.iter().find_map(|(word, ore)| {
        let head = text.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word))?;
        let after = text.get(head.len()..)?;
        (!after.starts_with(char::is_alphanumeric)).then_some((*ore, after))
    })
}

fn amount(number: &str, unit: i64) -> Option<Ore> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let whole = whole.parse::<i64>().ok()?.checked_mul(unit)?;
    let scale = 10_i64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let part = if fraction.is_empty() { 0 } else { fraction.parse::<i64>().ok()? };
    let part = part.checked_mul(unit)?.checked_div(scale)?;
    whole.checked_add(part).map(Ore::new)
}

#[cfg(test)]
mod tests {
    use super::mentions;

    fn kronor(text: &str) -> Vec<i64> {
        mentions(text).iter().map(|m| m.amount.ore() / 100).collect()
    }

    #[test]
    fn amounts_are_found_as_decisions_write_them() {
        assert_eq!(kronor("att bevilja Steget 300 000 kronor per år i två år"), [300_000]);
        assert_eq!(
            kronor("att för 2027 300\u{a0}000 kr och för 2028 1,4 miljoner kronor"),
            [300_000, 1_400_000]
        );
        assert_eq!(kronor("högst 1400000 kr, 560 tkr eller 2:-"), [1_400_000, 560_000, 2]);
        assert_eq!(kronor("från den 1 januari 2027 till 31 december, § 12, i 3 kretsar"), [] as [i64; 0]);
        assert_eq!(kronor("99 999 999 999 999 999 999 kr"), [] as [i64; 0]);
    }

    #[test]
    fn what_stands_around_an_amount_is_told() {
        let all = mentions("varav 5 kr för 2027");
        assert_eq!((all[0].before, all[0].after), ("varav ", " för 2027"));
    }
}
