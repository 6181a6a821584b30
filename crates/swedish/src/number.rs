//! Numbers as they are written in Swedish: read exactly, and written with grouped digits and a decimal comma.

use thiserror::Error;

/// The no-break space that groups digits and stands before a unit.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// Why a text is not the number that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NumberError {
    /// Nothing was written.
    #[error("inget tal är angivet")]
    Empty,
    /// Something else than digits, one decimal sign, group spaces and a leading minus.
    #[error("det är inte ett tal; skriv till exempel 5600 eller 5600,5")]
    NotANumber,
    /// More decimals than the quantity has.
    #[error("talet har för många decimaler; högst {allowed} är möjliga")]
    TooManyDecimals {
        /// The number of decimals that is possible.
        allowed: u32,
    },
    /// Larger than any amount or count this system handles.
    #[error("talet är för stort")]
    TooLarge,
    /// Below zero where only zero and up makes sense.
    #[error("talet får inte vara negativt")]
    Negative,
}

/// Reads a number and returns it multiplied by ten to the power of `decimals`, exactly.
///
/// Accepts a decimal comma or point, and spaces between groups of three digits.
///
/// # Errors
/// When the text is not a number, or has more decimals than can be kept.
///
/// # Examples
/// ```
/// use swedish::number::{NumberError, parse_scaled};
///
/// assert_eq!(parse_scaled("5 600,5", 2), Ok(560_050));
/// assert_eq!(parse_scaled("5 60", 2), Err(NumberError::NotANumber));
/// ```
pub fn parse_scaled(text: &str, decimals: u32) -> Result<i64, NumberError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NumberError::Empty);
    }
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut parts = digits.split([',', '.']);
    let whole = parts.next().unwrap_or_default();
    let fraction = parts.next();
    if parts.next().is_some() {
        return Err(NumberError::NotANumber);
    }
    let mut value = whole_part(whole)?;
    let fraction = fraction.unwrap_or_default();
    if digits.ends_with([',', '.']) || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    let kept = fraction.trim_end_matches('0');
    let kept_length = u32::try_from(kept.len()).map_err(|_| NumberError::TooLarge)?;
    let Some(padding) = decimals.checked_sub(kept_length) else {
        return Err(NumberError::TooManyDecimals { allowed: decimals });
    };
    for digit in kept.bytes() {
        value = push_digit(value, digit)?;
    }
    for _ in 0..padding {
        value = value.checked_mul(10).ok_or(NumberError::TooLarge)?;
    }
    Ok(if negative { value.checked_neg().ok_or(NumberError::TooLarge)? } else { value })
}

/// Reads a number that cannot be negative.
///
/// # Errors
/// As [`parse_scaled`], and when the number is below zero.
///
/// # Examples
/// ```
/// use swedish::number::{NumberError, parse_scaled_unsigned};
///
/// assert_eq!(parse_scaled_unsigned("81 167", 0), Ok(81_167));
/// assert_eq!(parse_scaled_unsigned("-1", 0), Err(NumberError::Negative));
/// ```
pub fn parse_scaled_unsigned(text: &str, decimals: u32) -> Result<u64, NumberError> {
    u64::try_from(parse_scaled(text, decimals)?).map_err(|_| NumberError::Negative)
}

fn whole_part(text: &str) -> Result<i64, NumberError> {
    let is_space = |c: char| matches!(c, ' ' | NO_BREAK_SPACE | '\u{202f}' | '\u{2009}');
    let mut value = 0;
    for (position, group) in text.split(is_space).enumerate() {
        let well_formed = if position == 0 { !group.is_empty() } else { group.len() == 3 };
        if !well_formed || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NumberError::NotANumber);
        }
        for digit in group.bytes() {
            value = push_digit(value, digit)?;
        }
    }
    Ok(value)
}

fn push_digit(value: i64, digit: u8) -> Result<i64, NumberError> {
    value
        .checked_mul(10)
        .and_then(|value| value.checked_add(i64::from(digit.wrapping_sub(b'0'))))
        .ok_or(NumberError::TooLarge)
}

/// Writes a whole number with its digits in groups of three and a real minus, bound together by no-break spaces.
///
/// # Examples
/// ```
/// assert_eq!(swedish::number::grouped(-12_100).replace('\u{a0}', " "), "−12 100");
/// ```
#[must_use]
pub fn grouped<N: TryInto<i128>>(value: N) -> String {
    let value = value.try_into().unwrap_or(i128::MAX);
    let mut text = String::with_capacity(32);
    if value < 0 {
        text.push('\u{2212}');
    }
    write_grouped(&mut text, value.unsigned_abs());
    text
}

/// Writes the digits at the end of a text: a page of amounts asks this more often than anything else.
pub(crate) fn write_grouped(text: &mut String, value: u128) {
    // Nearly every number is one that the processor divides by itself.
    let mut places = Vec::with_capacity(40);
    match u64::try_from(value) {
        Ok(mut rest) => {
            while rest > 0 || places.is_empty() {
                places.push(b'0' + u8::try_from(rest % 10).unwrap_or_default());
                rest /= 10;
            }
        }
        Err(_) => places.extend(value.to_string().bytes().rev()),
    }
    for (left, digit) in places.iter().enumerate().rev() {
        text.push(char::from(*digit));
        if left > 0 && left.is_multiple_of(3) {
            text.push(NO_BREAK_SPACE);
        }
    }
}

/// Writes a count with the right form of its noun, bound together by no-break spaces.
///
/// # Examples
/// ```
/// use swedish::number::counted;
///
/// assert_eq!(counted(1_u32, "kommun", "kommuner").replace('\u{a0}', " "), "1 kommun");
/// assert_eq!(counted(1300_u32, "kommun", "kommuner").replace('\u{a0}', " "), "1 300 kommuner");
/// ```
#[must_use]
pub fn counted<N: TryInto<i128>>(count: N, one: &str, many: &str) -> String {
    let count: i128 = count.try_into().unwrap_or(i128::MAX);
    let noun = if count == 1 { one } else { many };
    format!("{}{NO_BREAK_SPACE}{noun}", grouped(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_and_plain_numbers_read_the_same() {
        for text in ["5600,5", "5600.5", "5 600,50", "5\u{a0}600,500", " 5600,5 "] {
            assert_eq!(parse_scaled(text, 5), Ok(560_050_000), "{text}");
        }
        assert_eq!(parse_scaled("\u{2212}12", 0), Ok(-12));
    }

    #[test]
    fn what_is_not_a_number_says_so() {
        for text in ["abc", "1,2,3", "1 2", "--1", ",5", "5,", "1e3", "12 34", "5,x"] {
            assert_eq!(parse_scaled(text, 3), Err(NumberError::NotANumber), "{text}");
        }
        assert_eq!(parse_scaled("", 3), Err(NumberError::Empty));
        assert_eq!(parse_scaled("1,0001", 3), Err(NumberError::TooManyDecimals { allowed: 3 }));
        assert_eq!(parse_scaled("99999999999999999999", 0), Err(NumberError::TooLarge));
        assert_eq!(parse_scaled_unsigned("-1", 0), Err(NumberError::Negative));
    }

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(1000), "1\u{a0}000");
        assert_eq!(grouped(-12_345_678), "\u{2212}12\u{a0}345\u{a0}678");
        assert_eq!(grouped(i128::MIN).chars().filter(char::is_ascii_digit).count(), 39);
    }
}
