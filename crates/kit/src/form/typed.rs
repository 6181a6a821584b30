//! What was typed in a form: names and values, in order, as they came.

/// What the names of the fields for reasons begin with; the rule's id follows.
pub const REASON: &str = "reason.";

/// Names and values, in order; a name may stand several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// What was sent.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The first value of a name; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.pairs().find(|(n, _)| *n == name).map_or("", |(_, value)| value)
    }

    /// Whether a name was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.pairs().any(|(n, _)| n == name)
    }

    /// All values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Replaces all values of a name by one.
    pub fn set(&mut self, name: &str, value: impl ToString) {
        self.0.retain(|(n, _)| n != name);
        self.add(name, value);
    }

    /// Adds a value.
    #[expect(clippy::needless_pass_by_value, reason = "a number, an id or a word, as it comes")]
    pub fn add(&mut self, name: &str, value: impl ToString) {
        self.0.push((name.to_owned(), value.to_string()));
    }

    /// Keeps only the names that are wanted.
    pub fn retain(&mut self, wanted: impl Fn(&str) -> bool) {
        self.0.retain(|(name, _)| wanted(name));
    }

    /// All pairs, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The written reasons: rule and words.
    pub fn reasons(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs().filter_map(|(name, value)| Some((name.strip_prefix(REASON)?, value)))
    }
}
