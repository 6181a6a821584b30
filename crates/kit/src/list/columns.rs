//! How a list is given its columns, one after the other; what follows a column says more of it.

use maud::Markup;

use super::column::{Column, Kind, Sums};
use super::value::Value;
use super::whole::List;

impl<'a, R> List<'a, R> {
    fn column(
        mut self,
        (key, label, kind): (&'static str, String, Kind),
        value: impl Fn(&R) -> Value<'_> + 'a,
    ) -> Self {
        self.columns.push(Column::new(key, label, kind, Box::new(value)));
        self
    }

    /// A column of words.
    #[must_use]
    pub fn text(
        self,
        key: &'static str,
        label: impl Into<String>,
        value: impl Fn(&R) -> Value<'_> + 'a,
    ) -> Self {
        self.column((key, label.into(), Kind::Text), value)
    }

    /// A column of whole numbers.
    #[must_use]
    pub fn count(
        self,
        key: &'static str,
        label: impl Into<String>,
        value: impl Fn(&R) -> Value<'_> + 'a,
    ) -> Self {
        self.column((key, label.into(), Kind::Count), value)
    }

    /// A column of numbers in thousandths.
    #[must_use]
    pub fn figure(
        self,
        key: &'static str,
        label: impl Into<String>,
        value: impl Fn(&R) -> Value<'_> + 'a,
    ) -> Self {
        self.column((key, label.into(), Kind::Figure), value)
    }

    /// A column of amounts.
    #[must_use]
    pub fn amount(
        self,
        key: &'static str,
        label: impl Into<String>,
        value: impl Fn(&R) -> Value<'_> + 'a,
    ) -> Self {
        self.column((key, label.into(), Kind::Amount), value)
    }

    /// A column of days.
    #[must_use]
    pub fn day(
        self,
        key: &'static str,
        label: impl Into<String>,
        value: impl Fn(&R) -> Value<'_> + 'a,
    ) -> Self {
        self.column((key, label.into(), Kind::Day), value)
    }

    fn last(mut self, say: impl FnOnce(&mut Column<'a, R>)) -> Self {
        if let Some(column) = self.columns.last_mut() {
            say(column);
        }
        self
    }

    /// The rows can be put in the column's order.
    #[must_use]
    pub fn sorts(self) -> Self {
        self.last(|column| column.sorts = true)
    }

    /// They can, by something else than what stands there.
    #[must_use]
    pub fn sorts_by(self, rank: impl Fn(&R) -> Value<'_> + 'a) -> Self {
        self.last(|column| {
            column.sorts = true;
            column.rank = Some(Box::new(rank));
        })
    }

    /// The column's sum stands under it: of what is known.
    #[must_use]
    pub fn sums(self) -> Self {
        self.last(|column| column.sums = Some(Sums::Known))
    }

    /// The column's sum stands under it where all of it is known, shown as is said.
    #[must_use]
    pub fn sums_whole(self, shown: impl Fn(&Value<'_>) -> Markup + 'a) -> Self {
        self.last(|column| {
            column.sums = Some(Sums::Whole);
            column.sum_shown = Some(Box::new(shown));
        })
    }

    /// What stands in the column on the page, where it is more than its value.
    #[must_use]
    pub fn shown(self, cell: impl Fn(&R) -> Markup + 'a) -> Self {
        self.last(|column| column.shown = Some(Box::new(cell)))
    }

    /// What stands in the column is Swedish, whatever the page is.
    #[must_use]
    pub fn swedish(self) -> Self {
        self.last(|column| column.swedish = true)
    }

    /// What stands in the column is figures, though it is kept as words: a share, a difference in per cent.
    #[must_use]
    pub fn right(self) -> Self {
        self.last(|column| column.right = true)
    }

    /// The column stands only in what is taken out.
    #[must_use]
    pub fn taken_out(self) -> Self {
        self.last(|column| column.on_page = false)
    }
}
