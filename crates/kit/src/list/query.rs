//! What an address asks of a list: words, choices, order, page. What is not known is not asked for.

use super::whole::List;
use crate::shell::escape_path;

/// The name of the words.
pub(super) const WORDS: &str = "q";
/// The name of the order.
pub(super) const ORDER: &str = "ordning";
/// The name of what turns the order round, when it is `ja`.
pub(super) const DESCENDING: &str = "fallande";
/// The name of the page.
const PAGE: &str = "sida";
/// How much of the words is looked for.
const LONGEST: usize = 100;

/// What an address asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Words to look for.
    pub words: String,
    /// The filters that are set, in the order of the list, with the code that is chosen.
    pub(super) chosen: Vec<(&'static str, String)>,
    /// The column, and whether the largest, latest or last comes first; as rows are handed in when there is none.
    pub(super) order: Option<(&'static str, bool)>,
    /// The page, from 1.
    pub page: usize,
}

impl Query {
    /// What is chosen in a filter.
    pub fn chosen(&self, key: &str) -> Option<&str> {
        self.chosen.iter().find(|(own, _)| *own == key).map(|(_, code)| code.as_str())
    }

    /// The same from its first page, sorted by a column; the other way round when it is sorted by it now.
    pub(super) fn sorted_by(&self, key: &'static str) -> Self {
        let turned = matches!(self.order, Some((own, false)) if own == key);
        Self { order: Some((key, turned)), page: 1, ..self.clone() }
    }

    /// The same on another page.
    #[must_use]
    pub fn on(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }
}

impl<R> List<'_, R> {
    /// Reads the pairs of an address; what stands twice is what stands last.
    pub fn asked<'q>(&self, pairs: impl IntoIterator<Item = (&'q str, &'q str)>) -> Query {
        let mut query = Query { words: String::new(), chosen: Vec::new(), order: self.usual, page: 1 };
        let (mut order, mut descending) = (None, false);
        let mut set = vec![None; self.filters.len()];
        for (name, value) in pairs {
            match name {
                WORDS if self.words.is_some() => {
                    query.words =
                        value.trim().chars().take(LONGEST).collect::<String>().trim_end().to_owned();
                }
                ORDER => order = self.column_of(value).filter(|column| column.sorts).map(|column| column.key),
                DESCENDING => descending = value == "ja",
                PAGE => query.page = value.parse().unwrap_or(1).max(1),
                _ => {
                    for (filter, set) in self.filters.iter().zip(&mut set).filter(|(f, _)| f.key == name) {
                        *set = filter.knows(value).then(|| (filter.key, value.to_owned()));
                    }
                }
            }
        }
        query.chosen = set.into_iter().flatten().collect();
        if let Some(key) = order {
            query.order = Some((key, descending));
        }
        query
    }

    /// The pairs of a query, with what the page itself asks; the usual order and the first page are not said.
    pub(super) fn pairs<'q>(&'q self, query: &'q Query) -> Vec<(&'q str, String)> {
        let kept = self.kept.iter().map(|(name, value)| (name.as_str(), value.clone()));
        let mut pairs: Vec<(&str, String)> = kept.collect();
        if !query.words.is_empty() {
            pairs.push((WORDS, query.words.clone()));
        }
        pairs.extend(query.chosen.iter().map(|(key, code)| (*key, code.clone())));
        pairs.extend(self.order_pairs(query));
        if query.page > 1 {
            pairs.push((PAGE, query.page.to_string()));
        }
        pairs
    }

    /// The pairs of the order, when it is not the usual one.
    pub(super) fn order_pairs(&self, query: &Query) -> Vec<(&'static str, String)> {
        let other = query.order.filter(|_| query.order != self.usual);
        let column = other.map(|(key, _)| (ORDER, key.to_owned()));
        let turned = other.filter(|(_, descending)| *descending).map(|_| (DESCENDING, "ja".to_owned()));
        column.into_iter().chain(turned).collect()
    }

    /// The address of the page with a query.
    pub fn address(&self, query: &Query) -> String {
        written(&self.head.path, &self.pairs(query))
    }

    /// The address of the same rows in another form, such as `csv`.
    pub fn file(&self, ending: &str, query: &Query) -> String {
        written(&format!("{}.{ending}", self.files), &self.pairs(query))
    }
}

fn written(path: &str, pairs: &[(&str, String)]) -> String {
    let mut address = path.to_owned();
    for (at, (name, value)) in pairs.iter().enumerate() {
        address.push(if at == 0 { '?' } else { '&' });
        address.push_str(&format!("{name}={}", escape_path(value)));
    }
    address
}
