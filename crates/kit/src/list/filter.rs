//! A choice among the rows of a list.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::form::Choice;

type CodeOf<'a, R> = Box<dyn Fn(&R) -> Cow<'_, str> + 'a>;

/// A choice among rows by a code that each has.
pub(super) struct Filter<'a, R> {
    /// What names it in an address.
    pub(super) key: &'static str,
    /// What it is called.
    pub(super) label: String,
    /// What can be chosen.
    pub(super) choices: Vec<Choice>,
    pub(super) code: CodeOf<'a, R>,
}

impl<R> std::fmt::Debug for Filter<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Filter")
            .field("key", &self.key)
            .field("choices", &self.choices)
            .finish_non_exhaustive()
    }
}

impl<R> Filter<'_, R> {
    /// Whether something can be chosen.
    pub(super) fn knows(&self, code: &str) -> bool {
        self.choices.iter().any(|choice| choice.value == code)
    }

    /// Whether a row is of the chosen ones.
    pub(super) fn fits(&self, row: &R, code: &str) -> bool {
        (self.code)(row) == code
    }
}

/// The years that something is of, the latest first, as choices.
pub fn years(of: impl Iterator<Item = i16>) -> Vec<Choice> {
    let years: BTreeSet<i16> = of.collect();
    years.into_iter().rev().map(|year| Choice::new(year, year.to_string())).collect()
}
