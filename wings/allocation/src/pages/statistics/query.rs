//! What an address asks of the figures of a year: words, county, order.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use allocation::statistics::{SeriesKind, WhyMissing};
use domain::geography;
use domain::national::NationalYear;
use kit::shell::escape_path;
use swedish::order::compared;
use swedish::text::Words;

use super::words::{kind_of_slug, kind_slug};

/// A municipality with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The official code.
    pub code: &'static str,
    /// The name.
    pub name: &'static str,
    /// Its county's code.
    pub county_code: &'static str,
    /// Its county's name.
    pub county: &'static str,
    /// A figure in thousandths, or why there is none; nothing when the series does not have the municipality.
    pub figures: BTreeMap<SeriesKind, Option<Result<u64, WhyMissing>>>,
}

impl Row {
    /// Every municipality with the figures that stand in a year.
    pub fn all(national: &NationalYear) -> Vec<Self> {
        let kinds: Vec<SeriesKind> = national.series.keys().copied().collect();
        let figure = |kind, code: &str| national.standing(kind)?.series.values.get(code).copied();
        let row = |m: &geography::Municipality| Self {
            code: m.code,
            name: m.name,
            county_code: m.county,
            county: geography::county(m.county).map_or("", |county| county.name),
            figures: kinds.iter().map(|kind| (*kind, figure(*kind, m.code))).collect(),
        };
        geography::municipalities().iter().map(row).collect()
    }

    /// The figure, when there is one.
    pub fn figure(&self, kind: SeriesKind) -> Option<u64> {
        self.figures.get(&kind).copied().flatten()?.ok()
    }
}

/// What the table can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The official code.
    #[default]
    Code,
    /// The name.
    Name,
    /// A figure.
    Figure(SeriesKind),
}

impl Order {
    fn slug(self) -> &'static str {
        match self {
            Self::Code => "kod",
            Self::Name => "kommun",
            Self::Figure(kind) => kind_slug(kind),
        }
    }

    fn of_slug(slug: &str) -> Option<Self> {
        match slug {
            "kod" => Some(Self::Code),
            "kommun" => Some(Self::Name),
            other => kind_of_slug(other).map(Self::Figure),
        }
    }
}

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words to look for in code and name.
    pub words: String,
    /// Only in this county, by its code.
    pub county: Option<&'static str>,
    /// Sorted by.
    pub order: Order,
    /// The largest or last first.
    pub descending: bool,
}

impl Query {
    /// Reads the pairs of a query; what is not known is not asked for.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            match name {
                "sok" => query.words = value.trim().chars().take(100).collect(),
                "lan" => query.county = geography::county(value).map(|county| county.code),
                "ordning" => query.order = Order::of_slug(value).unwrap_or_default(),
                "fallande" => query.descending = value == "ja",
                _ => {}
            }
        }
        query
    }

    /// The rows that are asked for, in the order that is asked for; without a figure, a municipality comes last.
    pub fn pick(&self, mut rows: Vec<Row>) -> Vec<Row> {
        let words = Words::of(&self.words);
        rows.retain(|row| {
            self.county.is_none_or(|county| county == row.county_code)
                && words.stand_in(&format!("{} {}", row.code, row.name))
        });
        rows.sort_by(|a, b| self.compare(a, b).then_with(|| a.code.cmp(b.code)));
        rows
    }

    fn compare(&self, a: &Row, b: &Row) -> Ordering {
        let turned = |order: Ordering| if self.descending { order.reverse() } else { order };
        match self.order {
            Order::Code => turned(a.code.cmp(b.code)),
            Order::Name => turned(compared(a.name, b.name)),
            Order::Figure(kind) => match (a.figure(kind), b.figure(kind)) {
                (Some(a), Some(b)) => turned(a.cmp(&b)),
                (a, b) => a.is_none().cmp(&b.is_none()),
            },
        }
    }

    fn filter_pairs(&self) -> Vec<(&'static str, &str)> {
        let all = [("sok", self.words.as_str()), ("lan", self.county.unwrap_or_default())];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The pairs of the order, when it is not the usual one.
    pub(super) fn order_pairs(&self) -> Vec<(&'static str, &'static str)> {
        let order = (self.order != Order::Code || self.descending).then(|| ("ordning", self.order.slug()));
        let descending = self.descending.then_some(("fallande", "ja"));
        order.into_iter().chain(descending).collect()
    }

    /// The address of the same table in another form.
    pub fn address(&self, path: &str) -> String {
        let mut pairs = self.filter_pairs();
        pairs.extend(self.order_pairs());
        written(path, &pairs)
    }

    /// The address of the same table sorted by something; the other way round when it is sorted by it now.
    pub(super) fn sorted_by(&self, path: &str, order: Order) -> String {
        let mut pairs = self.filter_pairs();
        pairs.push(("ordning", order.slug()));
        if self.order == order && !self.descending {
            pairs.push(("fallande", "ja"));
        }
        written(path, &pairs)
    }
}

fn written(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (at, (name, value)) in pairs.iter().enumerate() {
        address.push(if at == 0 { '?' } else { '&' });
        address.push_str(&format!("{name}={}", escape_path(value)));
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        let figure = |code: &str| match code {
            "0680" => Some(Ok(87_000)),
            "0683" => Some(Ok(20_000)),
            "0686" => Some(Err(WhyMissing::ZeroIsNoReport)),
            _ => None,
        };
        let kept = |row: &Row| ["0680", "0683", "0686", "2480"].contains(&row.code);
        let with = |row: Row| Row { figures: [(SeriesKind::Need, figure(row.code))].into(), ..row };
        Row::all(&NationalYear::default()).into_iter().filter(kept).map(with).collect()
    }

    fn found(pairs: &[(&str, &str)]) -> Vec<&'static str> {
        Query::of(pairs.iter().copied()).pick(rows()).iter().map(|row| row.name).collect()
    }

    #[test]
    fn words_and_county_narrow_the_table() {
        assert_eq!(found(&[]), ["Jönköping", "Värnamo", "Eksjö", "Umeå"]);
        assert_eq!(found(&[("sok", " JÖN ")]), ["Jönköping"]);
        assert_eq!(found(&[("sok", "0683")]), ["Värnamo"]);
        assert_eq!(found(&[("lan", "24")]), ["Umeå"]);
        assert_eq!(found(&[("lan", "99"), ("ordning", "trams")]).len(), 4);
    }

    #[test]
    fn a_municipality_without_a_figure_comes_last_both_ways() {
        let by = |way| found(&[("ordning", "forsorjning"), ("fallande", way)]);
        assert_eq!(by("nej"), ["Värnamo", "Jönköping", "Eksjö", "Umeå"]);
        assert_eq!(by("ja"), ["Jönköping", "Värnamo", "Eksjö", "Umeå"]);
        assert_eq!(found(&[("ordning", "kommun")]), ["Eksjö", "Jönköping", "Umeå", "Värnamo"]);
    }

    #[test]
    fn a_sorted_column_turns_round_and_keeps_the_filter() {
        let query = Query::of([("sok", "å"), ("lan", "06"), ("ordning", "kommun")]);
        assert_eq!(query.sorted_by("/s", Order::Name), "/s?sok=%C3%A5&lan=06&ordning=kommun&fallande=ja");
        assert_eq!(query.sorted_by("/s", Order::Code), "/s?sok=%C3%A5&lan=06&ordning=kod");
        assert_eq!(query.address("/s.csv"), "/s.csv?sok=%C3%A5&lan=06&ordning=kommun");
        assert_eq!(Query::default().address("/s.csv"), "/s.csv");
    }
}
