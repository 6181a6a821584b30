//! What an address asks of the calculator: parameters, changes in order, a change that is being added, and a view.
//!
//! A scenario is the query of a GET form, so it works without a script and can be linked to and kept as a bookmark. The
//! names are Swedish: `total`, `grund`, `behov`, `sparr`, `andring` … What is not asked for is as the country is.

mod adding;
mod amount;
mod changes;
mod step;
mod view;

pub use adding::Kind;
pub use amount::{amount as read_amount, in_field, percent_in_field};
pub use changes::{Statistics, need_percent};
use kit::form::Typed;
use kit::shell::escape_path;
pub use step::{read, written};
pub use view::{Order, basis_slug, party_of, party_slug, strategy_slug};

/// The name of the parameter that holds a change; it stands once for each, in order.
pub const CHANGE: &str = "andring";
/// The most changes in one scenario.
pub const MOST_CHANGES: usize = 40;
/// The longest a change may be, in characters.
const LONGEST_CHANGE: usize = 1500;
/// The most pairs that are looked at.
const MOST_PAIRS: usize = 800;

/// Names that stand once, with the most characters their values may have; a later value takes an earlier one's place.
const SINGLE: [(&str, usize); 27] = [
    ("underlag", 10),
    ("lan", 10),
    ("ar", 10),
    ("statistik", 10),
    ("total", 40),
    ("grund", 40),
    ("behov", 20),
    ("sparr", 4),
    ("sparrprocent", 20),
    ("undantag", 4),
    ("strategi", 20),
    ("lagg", 10),
    ("ihop-namn", 120),
    ("ihop-utan", 10),
    ("dela", 120),
    ("dela-namn-1", 120),
    ("dela-namn-2", 120),
    ("dela-namn-3", 120),
    ("flytta-kommun", 120),
    ("flytta-till", 120),
    ("lamna-kommun", 120),
    ("bilda-namn", 120),
    ("tak-forbund", 120),
    ("tak-belopp", 40),
    ("part", 10),
    ("ordning", 10),
    ("visa", 10),
];

/// Names that may stand several times: how often, and the most characters of each.
const SEVERAL: [(&str, usize, usize); 4] =
    [(CHANGE, MOST_CHANGES + 1, LONGEST_CHANGE), ("ihop", 120, 120), ("del", 60, 130), ("bilda", 60, 120)];

/// What the address asks for, in an order that does not depend on how it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    typed: Typed,
}

impl Query {
    /// Reads the pairs of a query. What is not known or empty is left out; a change that was filled in and added
    /// stands last among the changes.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let pairs: Vec<(&str, &str)> = pairs.into_iter().take(MOST_PAIRS).collect();
        let mut typed = Typed::default();
        for (name, longest) in SINGLE {
            let last =
                pairs.iter().rev().find(|(n, _)| *n == name).and_then(|(_, value)| clean(value, longest));
            if let Some(value) = last {
                typed.add(name, value);
            }
        }
        for (name, most, longest) in SEVERAL {
            let values = pairs.iter().filter(|(n, _)| *n == name);
            for value in values.filter_map(|(_, value)| clean(value, longest)).take(most) {
                typed.add(name, value);
            }
        }
        let mut query = Self { typed };
        if let Some(Ok(change)) = adding::asked(&query.typed)
            && let Some(text) = written(&change)
        {
            query.typed.add(CHANGE, text);
            query.typed.retain(|name| !adding::is_name(name));
            query.typed = Self::of(query.typed.pairs()).typed;
        }
        query
    }

    /// The names and values, in their order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.typed.pairs()
    }

    /// What was typed, for the fields of the form.
    pub fn typed(&self) -> &Typed {
        &self.typed
    }

    /// The address of the calculator at `path` with this query.
    pub fn address(&self, path: &str) -> String {
        let query = self.text();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    /// The query as it stands in an address, without the question mark.
    pub fn text(&self) -> String {
        let pair = |(name, value)| format!("{name}={}", escape_path(value));
        self.pairs().map(pair).collect::<Vec<_>>().join("&")
    }

    /// The changes as they are written, in order.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        self.typed.all(CHANGE)
    }

    /// The same with one change more.
    #[must_use]
    pub fn with_step(&self, text: &str) -> Self {
        let mut query = self.clone();
        query.typed.add(CHANGE, text);
        Self::of(query.pairs())
    }

    /// The same without the change at a place, counted from 0.
    #[must_use]
    pub fn without_step(&self, place: usize) -> Self {
        let mut steps: Vec<&str> = self.steps().collect();
        if place < steps.len() {
            steps.remove(place);
        }
        self.with_steps(&steps)
    }

    /// The same with the change at a place one step earlier.
    #[must_use]
    pub fn step_earlier(&self, place: usize) -> Self {
        let mut steps: Vec<&str> = self.steps().collect();
        if place > 0 && place < steps.len() {
            steps.swap(place, place - 1);
        }
        self.with_steps(&steps)
    }

    fn with_steps(&self, steps: &[&str]) -> Self {
        let others = self.pairs().filter(|(name, _)| *name != CHANGE);
        Self::of(others.chain(steps.iter().map(|step| (CHANGE, *step))))
    }

    /// The same with one value set, or taken away when it is empty.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        Self::of(self.pairs().filter(|(n, _)| *n != name).chain([(name, value)]))
    }

    /// The same without a change that is being filled in.
    #[must_use]
    pub fn settled(&self) -> Self {
        Self::of(self.pairs().filter(|(name, _)| !adding::is_name(name)))
    }
}

/// A value that may stand in a query: without control signs, trimmed, not empty and not too long.
fn clean(value: &str, longest: usize) -> Option<String> {
    let plain = value.chars().map(|c| if c.is_control() { ' ' } else { c });
    let cut: String = plain.take(longest).collect();
    let cut = cut.trim();
    (!cut.is_empty()).then(|| cut.to_owned())
}

#[cfg(test)]
mod tests;
