//! A column of a list.

use maud::{Markup, html};

use super::value::Value;
use crate::format::{day_short, money};

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Whole numbers.
    Count,
    /// Numbers in thousandths.
    Figure,
    /// Amounts.
    Amount,
    /// Days.
    Day,
}

/// Which values a column's sum is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sums {
    /// Those that are known.
    Known,
    /// All of them; none when one is not known, for it would be too low.
    Whole,
}

pub(super) type ValueOf<'a, R> = Box<dyn Fn(&R) -> Value<'_> + 'a>;
pub(super) type MarkupOf<'a, R> = Box<dyn Fn(&R) -> Markup + 'a>;
pub(super) type SumShown<'a> = Box<dyn Fn(&Value<'_>) -> Markup + 'a>;

/// A column.
pub struct Column<'a, R> {
    /// What names it in an address and in JSON.
    pub key: &'static str,
    /// What it is called.
    pub label: String,
    /// What its cells are.
    pub kind: Kind,
    pub(super) value: ValueOf<'a, R>,
    /// Sorted by something else than what stands there.
    pub(super) rank: Option<ValueOf<'a, R>>,
    pub(super) shown: Option<MarkupOf<'a, R>>,
    pub(super) sum_shown: Option<SumShown<'a>>,
    pub(super) sorts: bool,
    pub(super) sums: Option<Sums>,
    /// Whether what stands there is Swedish, whatever the page is.
    pub(super) swedish: bool,
    /// Whether its words are figures, and stand to the right.
    pub(super) right: bool,
    /// Whether it stands on the page, and not only in what is taken out.
    pub(super) on_page: bool,
}

impl<R> std::fmt::Debug for Column<'_, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Column").field("key", &self.key).field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl<'a, R> Column<'a, R> {
    pub(super) fn new(key: &'static str, label: String, kind: Kind, value: ValueOf<'a, R>) -> Self {
        Self {
            key,
            label,
            kind,
            value,
            rank: None,
            shown: None,
            sum_shown: None,
            sorts: false,
            sums: None,
            swedish: false,
            right: false,
            on_page: true,
        }
    }

    /// What stands there, plainly.
    pub fn value<'r>(&self, row: &'r R) -> Value<'r> {
        (self.value)(row)
    }

    /// What it is sorted by.
    pub(super) fn rank<'r>(&self, row: &'r R) -> Value<'r> {
        self.rank.as_ref().map_or_else(|| self.value(row), |rank| rank(row))
    }

    /// Whether its cells stand to the right.
    pub(super) fn is_number(&self) -> bool {
        match self.kind {
            Kind::Count | Kind::Figure | Kind::Amount => true,
            Kind::Text | Kind::Day => self.right,
        }
    }

    /// A cell on the page.
    pub(super) fn cell(&self, row: &R) -> Markup {
        self.shown.as_ref().map_or_else(|| plain(&self.value(row)), |shown| shown(row))
    }

    /// Its sum on the page.
    pub(super) fn sum(&self, sum: &Value<'_>) -> Markup {
        self.sum_shown.as_ref().map_or_else(|| plain(sum), |shown| shown(sum))
    }
}

/// A value as it stands when nothing else is said.
fn plain(value: &Value<'_>) -> Markup {
    html! {
        @match value {
            Value::Missing => "–",
            Value::Text(text) => (text),
            Value::Count(count) => (swedish::number::grouped(*count)),
            Value::Thousandths(figure) => (thousandths(*figure)),
            Value::Amount(amount) => (money(*amount)),
            Value::Day(day) => (day_short(*day)),
        }
    }
}

/// Thousandths with only the decimals there are: `29 482`, `1 234,5`.
fn thousandths(figure: u64) -> String {
    let (whole, rest) = (swedish::number::grouped(figure / 1000), figure % 1000);
    if rest == 0 { whole } else { format!("{whole},{}", format!("{rest:03}").trim_end_matches('0')) }
}
