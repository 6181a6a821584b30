//! What an address asks for after its question mark.

use kit::form::Typed;
use swedish::text::composed;

use crate::visitor::Visitor;

impl Visitor {
    /// The query of the address as it stands; empty when there is none.
    pub fn query(&self) -> &str {
        self.address().split_once('?').map_or("", |(_, query)| query)
    }

    /// What the address asks for, in order.
    pub fn asked(&self) -> Vec<(String, String)> {
        pairs(self.query())
    }

    /// What the address asks for, as a form that is filled in.
    pub fn asked_typed(&self) -> Typed {
        Typed::new(self.asked())
    }
}

/// The names and values of a query, each text in the form in which texts are compared; none when it cannot be read.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
    pairs.into_iter().map(|(name, value)| (name, composed(&value).into_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn a_query_is_read_in_order_and_each_text_in_one_form() {
        let asked = pairs("ord=o%CC%88rebro&lage=ny&ord=+");
        let asked: Vec<_> = asked.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(asked, [("ord", "örebro"), ("lage", "ny"), ("ord", " ")]);
        assert!(pairs("").is_empty());
    }
}
