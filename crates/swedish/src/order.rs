//! The order of names in Swedish lists (CLDR *sv*): å, ä and ö after z, é with e, small and capital letters together.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_locale_core::locale;

/// Swedish order; the root's order if the compiled data should be without Swedish, which a test tells.
static SWEDISH: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| CollatorBorrowed::try_new(locale!("sv").into(), CollatorOptions::default()).ok());

/// Which of two names comes first; equal only when they are the same text.
///
/// # Examples
/// ```
/// use swedish::order::compared;
///
/// let mut names = ["Öberg", "Zetterlund", "Ånäs", "Édouard", "Ek", "Ärlig", "ek"];
/// names.sort_by(|a, b| compared(a, b));
/// assert_eq!(names, ["Édouard", "ek", "Ek", "Zetterlund", "Ånäs", "Ärlig", "Öberg"]);
/// ```
#[must_use]
pub fn compared(left: &str, right: &str) -> Ordering {
    let order = SWEDISH.as_ref().map_or(Ordering::Equal, |swedish| swedish.compare(left, right));
    order.then_with(|| left.cmp(right))
}

/// Puts things in the order of their names; those named alike stay as they stood.
///
/// # Examples
/// ```
/// let mut members = [(1, "Ödeshög"), (2, "Habo"), (3, "Åmål")];
/// swedish::order::by_name(&mut members, |(_, name)| *name);
/// assert_eq!(members.map(|(id, _)| id), [2, 3, 1]);
/// ```
pub fn by_name<T>(things: &mut [T], name: impl Fn(&T) -> &str) {
    things.sort_by(|left, right| compared(name(left), name(right)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_stand_as_in_a_swedish_register() {
        let right = [
            "Adam",
            "adam",
            "Édouard",
            "Ek",
            "Eriksson",
            "Müller",
            "Myhr",
            "von Platen",
            "Wahlin",
            "Zorn",
            "Åberg",
            "åkesson",
            "Ärlig",
            "Öberg",
        ];
        let mut mixed = right;
        mixed.reverse();
        by_name(&mut mixed, |name| *name);
        assert!(SWEDISH.is_some());
        for pair in [
            ("Zorn", "Åberg"),
            ("Åberg", "Ärlig"),
            ("Ärlig", "Öberg"),
            ("Édouard", "Ek"),
            ("adam", "Édouard"),
        ] {
            assert_eq!(compared(pair.0, pair.1), Ordering::Less, "{pair:?}");
        }
        assert_eq!(mixed.last(), Some(&"Öberg"));
        assert_eq!(compared("A\u{30a}berg", "Åkesson"), Ordering::Less);
    }

    proptest! {
        #[test]
        fn only_the_same_text_is_equal(left in "[a-zåäöÅÄÖé]{0,4}", right in "[a-zåäöÅÄÖé]{0,4}") {
            prop_assert_eq!(compared(&left, &right) == Ordering::Equal, left == right);
            prop_assert_eq!(compared(&left, &right), compared(&right, &left).reverse());
        }
    }
}
