//! Several things named in one sentence.

/// Joins names as a Swedish sentence does.
///
/// # Examples
/// ```
/// use swedish::list::listed;
///
/// assert_eq!(listed(&["Habo"]), "Habo");
/// assert_eq!(listed(&["Habo", "Mullsjö", "Vaggeryd"]), "Habo, Mullsjö och Vaggeryd");
/// ```
#[must_use]
pub fn listed<T: AsRef<str>>(names: &[T]) -> String {
    joined(names, "och")
}

/// Joins names as an English sentence does, without a comma before *and*.
///
/// # Examples
/// ```
/// assert_eq!(swedish::list::listed_in_english(&["Habo", "Mullsjö"]), "Habo and Mullsjö");
/// ```
#[must_use]
pub fn listed_in_english<T: AsRef<str>>(names: &[T]) -> String {
    joined(names, "and")
}

fn joined<T: AsRef<str>>(names: &[T], word: &str) -> String {
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => only.as_ref().to_owned(),
        Some((last, rest)) => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} {word} {}", rest.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_one_two_and_many_are_joined() {
        let names = ["Habo", "Mullsjö", "Vaggeryd"];
        assert_eq!(listed::<&str>(&[]), "");
        assert_eq!(listed(&names[..1]), "Habo");
        assert_eq!(listed(&names[..2]), "Habo och Mullsjö");
        assert_eq!(listed(&names), "Habo, Mullsjö och Vaggeryd");
        assert_eq!(listed_in_english(&names), "Habo, Mullsjö and Vaggeryd");
    }
}
