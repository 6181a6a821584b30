//! What is wrong with a file, told so that a person can put it right.

use std::fmt;

use serde::Serialize;

/// Where in a file something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// A row, the first being 1.
    Row(u64),
    /// A value in a format without rows, the first being 1.
    Value(u64),
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row(row) => write!(formatter, "rad {row}"),
            Self::Value(number) => write!(formatter, "värde nummer {number}"),
        }
    }
}

/// What is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
pub struct Fault {
    /// Where it stands.
    pub place: Option<Place>,
    /// The column.
    pub column: Option<String>,
    /// What is wrong, as the beginning of a sentence.
    pub problem: String,
    /// What to do, as a sentence without its full stop.
    pub remedy: String,
}

impl Fault {
    /// Something wrong with a whole file, or with what was chosen.
    pub(crate) fn new(problem: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { place: None, column: None, problem: problem.into(), remedy: remedy.into() }
    }

    /// The same fault at a place.
    pub(crate) fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same fault in a column.
    pub(crate) fn in_column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.map(|place| place.to_string());
        let column = self.column.as_ref().map(|column| format!("kolumn {column}"));
        let head = [place, column].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let body = if head.is_empty() { self.problem.clone() } else { format!("{head}: {}", self.problem) };
        write!(formatter, "{}. {}.", capitalised(&body), self.remedy)
    }
}

/// How many letters of a file's own texts are shown.
const SHOWN: usize = 80;

/// The beginning of a text from a file, which may be of any length.
pub(crate) fn cut(text: &str) -> String {
    let mut letters = text.chars();
    let short: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() { format!("{short}…") } else { short }
}

/// The text with a capital first letter.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_its_place_and_what_to_do() {
        let fault = Fault::new("värdet ”x” är inte ett tal", "Skriv siffror");
        assert_eq!(fault.to_string(), "Värdet ”x” är inte ett tal. Skriv siffror.");
        let fault = fault.at(Place::Row(3)).in_column("antal");
        assert_eq!(fault.to_string(), "Rad 3, kolumn antal: värdet ”x” är inte ett tal. Skriv siffror.");
    }
}
