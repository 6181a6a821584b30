//! The rows that are asked for: narrowed in one pass, put in order by as little as is shown of them.

use std::cmp::Ordering;

use swedish::text::Words;

use super::column::Sums;
use super::query::Query;
use super::value::Value;
use super::whole::{List, ON_A_PAGE};

/// How much of a list is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The page that the query names.
    Page,
    /// That page of the rows, the latest first.
    Latest,
    /// All rows.
    Whole,
}

/// The rows that are asked for.
#[derive(Clone, Debug)]
pub struct Picked<R> {
    /// How many rows there are, whatever is asked.
    pub all: usize,
    /// The page, from 1.
    pub page: usize,
    /// The last page.
    pub last: usize,
    found: Vec<R>,
    shown: Vec<usize>,
    /// The sum of each column; missing where there is none.
    pub(super) sums: Vec<Value<'static>>,
}

impl<R> Picked<R> {
    /// How many are found.
    pub fn found(&self) -> usize {
        self.found.len()
    }

    /// Those wanted, in order.
    pub fn rows(&self) -> impl Iterator<Item = &R> {
        self.shown.iter().filter_map(|at| self.found.get(*at))
    }
}

impl<R> List<'_, R> {
    /// Picks the rows that a query asks for.
    pub fn pick(&self, query: &Query, rows: impl IntoIterator<Item = R>, extent: Extent) -> Picked<R> {
        let words = Words::of(&query.words);
        let chosen: Vec<_> =
            self.filters.iter().filter_map(|filter| Some((filter, query.chosen(filter.key)?))).collect();
        let mut search = words.search();
        let mut named = |row: &R| match &self.words {
            Some((_, Some(look))) if !query.words.is_empty() => {
                search.begin();
                look(row, &mut search);
                search.is_over()
            }
            Some(_) | None => true,
        };
        let mut all = 0;
        let found: Vec<R> = rows
            .into_iter()
            .inspect(|_| all += 1)
            .filter(|row| chosen.iter().all(|(filter, code)| filter.fits(row, code)) && named(row))
            .collect();
        let last = found.len().div_ceil(ON_A_PAGE).max(1);
        let page = query.page.min(last);
        let (from, until) = match extent {
            Extent::Page | Extent::Latest => ((page - 1) * ON_A_PAGE, (page * ON_A_PAGE).min(found.len())),
            Extent::Whole => (0, found.len()),
        };
        let shown = match extent {
            Extent::Latest => self.latest(&found, from, until),
            Extent::Page | Extent::Whole => self.ordered(query, &found, from, until),
        };
        let sums = self.columns.iter().map(|column| match column.sums {
            Some(sums) => sum(sums, found.iter().map(|row| column.value(row))),
            None => Value::Missing,
        });
        let sums = sums.collect();
        Picked { all, page, last, shown, sums, found }
    }

    fn ordered(&self, query: &Query, found: &[R], from: usize, until: usize) -> Vec<usize> {
        let by = query.order.and_then(|(key, descending)| Some((self.column_of(key)?, descending)));
        let Some((column, descending)) = by else { return (from..until).collect() };
        let keys = found.iter().map(|row| column.rank(row));
        // What is not known comes last, whichever way the order goes; what is equal stands as it stood.
        placed(keys, from, until, |a, b| match (a.is_missing(), b.is_missing()) {
            (false, false) if descending => b.compared(a),
            (false, false) => a.compared(b),
            (a, b) => a.cmp(&b),
        })
    }

    fn latest(&self, found: &[R], from: usize, until: usize) -> Vec<usize> {
        placed(found.iter().map(|row| self.entry(row).updated), from, until, |a, b| b.cmp(a))
    }
}

/// The places of those that stand from one place until another once all are put in order.
fn placed<K>(
    keys: impl Iterator<Item = K>,
    from: usize,
    until: usize,
    compare: impl Fn(&K, &K) -> Ordering,
) -> Vec<usize> {
    let mut keys: Vec<(K, usize)> = keys.zip(0..).collect();
    let by = |(a, at): &(K, usize), (b, bt): &(K, usize)| compare(a, b).then_with(|| at.cmp(bt));
    if until < keys.len() {
        keys.select_nth_unstable_by(until, by);
        keys.truncate(until);
    }
    if from > 0 && from < keys.len() {
        keys.select_nth_unstable_by(from, by);
    }
    let mut wanted = keys.split_off(from.min(keys.len()));
    wanted.sort_unstable_by(by);
    wanted.into_iter().map(|(_, at)| at).collect()
}

fn sum<'r>(sums: Sums, mut values: impl Iterator<Item = Value<'r>>) -> Value<'static> {
    let add = |sum: Option<Value<'static>>, value: Value<'_>| match (sum, value) {
        (sum, Value::Missing) if sums == Sums::Known => Some(sum),
        (_, Value::Missing) => None,
        (Some(sum), value) => Some(Some(sum.plus(&value)?)),
        (None, Value::Count(count)) => Some(Some(Value::Count(count))),
        (None, Value::Thousandths(figure)) => Some(Some(Value::Thousandths(figure))),
        (None, Value::Amount(amount)) => Some(Some(Value::Amount(amount))),
        (None, Value::Text(_) | Value::Day(_)) => None,
    };
    values.try_fold(None, add).flatten().unwrap_or(Value::Missing)
}
