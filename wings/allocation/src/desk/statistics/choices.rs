//! What an address or a form chooses of how a file is read: the same names in both.
//!
//! | name | what is chosen |
//! | --- | --- |
//! | `blad` | the sheet |
//! | `matt`, `tid`, `aldrar` | the measure, the time, the ages |
//! | `innehall` | the content, after `=` |
//! | `delar-2` | of the third column: `summera`, or a value after `=` |
//! | `kolumn-2` | what the third column is, as [`Role::swedish`] |
//! | `kommun`, `tal` | the number of the column that is it: short for the one above |
//!
//! Columns are counted from 0, since their names are anybody's; what is empty is not chosen.

use exchange::choices::{CONTENTS, Choices, Pick, Role, Separator};
use kit::form::Typed;

use crate::pages::statistics::words;

/// The sheet.
pub(super) const SHEET: &str = "blad";
/// The measure.
pub(super) const KIND: &str = "matt";
/// The time.
pub(super) const MOMENT: &str = "tid";
/// The ages.
pub(super) const AGES: &str = "aldrar";
/// What a sign before three digits does.
pub(super) const SEPARATOR: &str = "skiljetecken";
/// The content.
pub(super) const CONTENT: &str = "innehall";
/// The column with municipalities.
pub(super) const REGION: &str = "kommun";
/// A column with figures.
pub(super) const FIGURES: &str = "tal";
/// What a column is; its number follows.
pub(super) const COLUMN: &str = "kolumn-";
/// What is taken of a column that divides the figures; its number follows.
pub(super) const PART: &str = "delar-";
/// Adding all of a column's values together.
pub(super) const SUM: &str = "summera";

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen(Typed);

impl Chosen {
    /// Reads names and values; what is not one of ours is not chosen.
    pub(super) fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            let value = value.trim();
            let number = |name: &str| name.parse::<usize>().is_ok();
            match name {
                _ if value.is_empty() => {}
                SHEET | KIND | MOMENT | AGES | SEPARATOR | CONTENT => typed.set(name, value),
                REGION if number(value) => typed.set(&format!("{COLUMN}{value}"), Role::Region.swedish()),
                FIGURES if number(value) => typed.set(&format!("{COLUMN}{value}"), Role::Figures.swedish()),
                _ => {
                    let of_column =
                        [COLUMN, PART].iter().any(|kind| name.strip_prefix(kind).is_some_and(number));
                    if of_column {
                        typed.set(name, value);
                    }
                }
            }
        }
        Self(typed)
    }

    /// The names and values, as they go from page to page.
    pub(super) fn typed(&self) -> &Typed {
        &self.0
    }

    /// The value of a name; empty when it is not chosen.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// The sheet.
    pub(super) fn sheet(&self) -> Option<&str> {
        Some(self.get(SHEET)).filter(|sheet| !sheet.is_empty())
    }

    /// The choices in a file with these columns.
    pub(super) fn choices(&self, columns: &[String]) -> Choices {
        let mut choices = Choices {
            measure: words::kind_of_slug(self.get(KIND)),
            moment: self.get(MOMENT).parse().ok(),
            ages: self.get(AGES).parse().ok(),
            separator: Separator::ALL.into_iter().find(|one| one.key() == self.get(SEPARATOR)),
            ..Choices::default()
        };
        if let Some(content) = self.get(CONTENT).strip_prefix('=') {
            choices.picks.insert(CONTENTS.to_owned(), Pick::Only(content.to_owned()));
        }
        for (name, value) in self.0.pairs() {
            let column = |kind: &str| columns.get(name.strip_prefix(kind)?.parse::<usize>().ok()?).cloned();
            if let Some(column) = column(COLUMN) {
                let role = Role::ALL.into_iter().find(|role| role.swedish() == value);
                choices.roles.extend(role.map(|role| (column, role)));
            } else if let Some(column) = column(PART) {
                let only = value.strip_prefix('=').map(|value| Pick::Only(value.to_owned()));
                let pick = only.or_else(|| (value == SUM).then_some(Pick::Sum));
                choices.picks.extend(pick.map(|pick| (column, pick)));
            }
        }
        choices
    }
}

#[cfg(test)]
mod tests;
