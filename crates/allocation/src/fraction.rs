//! Exact fractions for shares, weights and levels.

use std::cmp::Ordering;

use serde::{Serialize, Serializer};

use swedish::number::grouped;

/// A number of the form numerator / denominator, with a positive denominator.
///
/// Two fractions are equal when they are the same number; they need not be written in lowest terms.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// Nothing, as a known number.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// Makes a fraction; nothing if the denominator is zero or the sign cannot be turned.
    #[must_use]
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        match denominator.cmp(&0) {
            Ordering::Equal => None,
            Ordering::Greater => Some(Self { numerator, denominator }),
            Ordering::Less => {
                Some(Self { numerator: numerator.checked_neg()?, denominator: denominator.checked_neg()? })
            }
        }
    }

    /// A whole number as a fraction.
    #[must_use]
    pub const fn whole(value: i128) -> Self {
        Self { numerator: value, denominator: 1 }
    }

    /// The numerator as it is held.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator as it is held; always positive.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// The same number in lowest terms.
    #[must_use]
    pub fn reduced(self) -> Self {
        let divisor = gcd(self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        match i128::try_from(divisor) {
            Ok(divisor) if divisor > 1 => {
                Self { numerator: self.numerator / divisor, denominator: self.denominator / divisor }
            }
            Ok(_) | Err(_) => self,
        }
    }

    /// The largest whole number that is not above this.
    #[must_use]
    pub fn floor(self) -> i128 {
        self.numerator.div_euclid(self.denominator)
    }

    /// The sum, or nothing if it cannot be held.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.denominator == other.denominator {
            return Self::new(self.numerator.checked_add(other.numerator)?, self.denominator);
        }
        let (a, b) = (self.reduced(), other.reduced());
        let left = a.numerator.checked_mul(b.denominator)?;
        let right = b.numerator.checked_mul(a.denominator)?;
        Self::new(left.checked_add(right)?, a.denominator.checked_mul(b.denominator)?)
    }

    /// The difference, or nothing if it cannot be held.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(Self { numerator: other.numerator.checked_neg()?, denominator: other.denominator })
    }

    /// The product, or nothing if it cannot be held.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let (a, b) = (self.reduced(), other.reduced());
        Self::new(a.numerator.checked_mul(b.numerator)?, a.denominator.checked_mul(b.denominator)?)
    }

    /// The quotient, or nothing if the other is zero or it cannot be held.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.checked_mul(Self::new(other.denominator, other.numerator)?)
    }

    /// The number in Swedish with a fixed number of decimals, rounded half away from zero: `0,505848`.
    #[must_use]
    pub fn swedish(self, places: u32) -> String {
        let (negative, whole, decimals) = self.digits(places);
        let whole_text = grouped(i128::try_from(whole).unwrap_or(i128::MAX));
        let sign = if negative { "\u{2212}" } else { "" };
        if decimals.is_empty() {
            format!("{sign}{whole_text}")
        } else {
            format!("{sign}{whole_text},{decimals}")
        }
    }

    /// The share as a percentage in Swedish: `6,6 %`.
    #[must_use]
    pub fn percent(self, places: u32) -> String {
        match self.checked_mul(Self::whole(100)) {
            Some(percent) => format!("{}\u{a0}%", percent.swedish(places)),
            None => self.to_string(),
        }
    }

    /// The number as a plain decimal text without trailing zeros, for machines: `0.505848`.
    #[must_use]
    pub fn plain(self, places: u32) -> String {
        let (negative, whole, decimals) = self.digits(places);
        let decimals = decimals.trim_end_matches('0');
        let sign = if negative { "-" } else { "" };
        if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
    }

    /// Sign, whole part and decimals; long division by repeated addition, so that nothing can overflow.
    fn digits(self, places: u32) -> (bool, u128, String) {
        let denominator = self.denominator.unsigned_abs();
        let magnitude = self.numerator.unsigned_abs();
        let mut whole = magnitude / denominator;
        let mut rest = magnitude % denominator;
        let mut digits: Vec<u8> = Vec::new();
        for _ in 0..places {
            let (mut next, mut digit) = (0_u128, 0_u8);
            for _ in 0..10 {
                if next >= denominator - rest {
                    next -= denominator - rest;
                    digit += 1;
                } else {
                    next += rest;
                }
            }
            digits.push(digit);
            rest = next;
        }
        if rest >= denominator - rest {
            let mut carry = true;
            for digit in digits.iter_mut().rev() {
                if *digit == 9 {
                    *digit = 0;
                } else {
                    *digit += 1;
                    carry = false;
                    break;
                }
            }
            if carry {
                whole = whole.saturating_add(1);
            }
        }
        let negative = self.numerator < 0 && (whole > 0 || digits.iter().any(|digit| *digit > 0));
        (negative, whole, digits.iter().map(|digit| char::from(b'0' + digit)).collect())
    }
}

impl std::fmt::Display for Fraction {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let reduced = self.reduced();
        if reduced.denominator == 1 {
            write!(formatter, "{}", reduced.numerator)
        } else {
            write!(formatter, "{}/{}", reduced.numerator, reduced.denominator)
        }
    }
}

/// Written as `numerator/denominator` in lowest terms, since no JSON number can hold it exactly.
impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        compare_ratios((self.numerator, self.denominator), (other.numerator, other.denominator))
    }
}

/// Compares two ratios with positive denominators without ever overflowing.
pub(crate) fn compare_ratios(left: (i128, i128), right: (i128, i128)) -> Ordering {
    if let (Some(a), Some(b)) = (left.0.checked_mul(right.1), right.0.checked_mul(left.1)) {
        return a.cmp(&b);
    }
    let (mut a, mut b) = (left, right);
    let mut flipped = false;
    loop {
        // Compare whole parts, then turn the remaining proper fractions upside down.
        let order = a.0.div_euclid(a.1).cmp(&b.0.div_euclid(b.1));
        let (rest_a, rest_b) = (a.0.rem_euclid(a.1), b.0.rem_euclid(b.1));
        let answer = match (order, rest_a, rest_b) {
            (Ordering::Equal, 0, 0) => Some(Ordering::Equal),
            (Ordering::Equal, 0, _) => Some(Ordering::Less),
            (Ordering::Equal, _, 0) => Some(Ordering::Greater),
            (Ordering::Equal, _, _) => None,
            (Ordering::Less | Ordering::Greater, _, _) => Some(order),
        };
        if let Some(answer) = answer {
            return if flipped { answer.reverse() } else { answer };
        }
        (a, b) = ((a.1, rest_a), (b.1, rest_b));
        flipped = !flipped;
    }
}

/// The greatest common divisor; zero only when both are zero.
pub(crate) const fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The greatest common divisor of machine-size numbers, which is much faster.
pub(crate) const fn gcd64(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fraction(numerator: i128, denominator: i128) -> Fraction {
        Fraction::new(numerator, denominator).unwrap()
    }

    #[test]
    fn decimals_are_rounded_half_away_from_zero() {
        assert_eq!(fraction(1, 8).swedish(2), "0,13");
        assert_eq!(fraction(-1, 8).swedish(2), "\u{2212}0,13");
        assert_eq!(fraction(999_999, 1_000_000).swedish(3), "1,000");
        assert_eq!(fraction(1_234_567, 1).swedish(0), "1\u{a0}234\u{a0}567");
        assert_eq!(fraction(-1, 1_000_000).plain(3), "0");
        assert_eq!(fraction(1, 4).plain(6), "0.25");
        assert_eq!(fraction(-1600, 24200).percent(1), "\u{2212}6,6\u{a0}%");
    }

    #[test]
    fn huge_fractions_are_still_compared_and_written() {
        let (a, b) = (fraction(i128::MAX, i128::MAX - 1), fraction(i128::MAX - 1, i128::MAX - 2));
        assert!(a < b);
        assert_eq!(fraction(i128::MAX - 1, i128::MAX).swedish(3), "1,000");
        assert_eq!(fraction(1, i128::MAX).swedish(3), "0,000");
        assert!(fraction(i128::MIN, 1) < fraction(i128::MIN + 1, 1));
        assert_eq!(fraction(i128::MIN, 2).reduced(), fraction(i128::MIN / 2, 1));
    }

    #[test]
    fn a_fraction_needs_a_denominator() {
        assert!(Fraction::new(1, 0).is_none());
        assert_eq!(fraction(1, -2), fraction(-1, 2));
        assert_eq!(fraction(2, 4).to_string(), "1/2");
        assert_eq!(fraction(4, 2).to_string(), "2");
    }

    proptest! {
        #[test]
        fn comparing_never_depends_on_how_it_is_written(
            a in any::<i64>(), b in 1..i64::MAX, c in any::<i64>(), d in 1..i64::MAX, k in 1..1_000_i128,
        ) {
            let (x, y) = (fraction(a.into(), b.into()), fraction(c.into(), d.into()));
            let scaled = fraction(i128::from(a) * k, i128::from(b) * k);
            prop_assert_eq!(x.cmp(&y), scaled.cmp(&y));
            prop_assert_eq!(x.cmp(&y), y.cmp(&x).reverse());
            prop_assert_eq!(x, scaled);
        }

        #[test]
        fn the_slow_comparison_agrees_with_the_fast_one(
            a in any::<i64>(), b in 1..i64::MAX, c in any::<i64>(), d in 1..i64::MAX,
        ) {
            // Scaled so far up that the products overflow and the continued fraction decides.
            let up = 1_i128 << 62;
            let fast = compare_ratios((a.into(), b.into()), (c.into(), d.into()));
            let slow = compare_ratios(
                (i128::from(a) * up, i128::from(b) * up), (i128::from(c) * up, i128::from(d) * up),
            );
            prop_assert_eq!(fast, slow);
        }

        #[test]
        fn adding_and_taking_away_gives_the_same_back(
            a in any::<i32>(), b in 1..i32::MAX, c in any::<i32>(), d in 1..i32::MAX,
        ) {
            let (x, y) = (fraction(a.into(), b.into()), fraction(c.into(), d.into()));
            prop_assert_eq!(x.checked_add(y).unwrap().checked_sub(y).unwrap(), x);
        }
    }
}
