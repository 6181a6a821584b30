//! What can be asked about an amount, and the address where it is answered.

use allocation::effect::Party;
use kit::shell::escape_path;

use super::query::{Query, party_of, party_slug};

/// Before the changes or after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before.
    Before,
    /// After.
    After,
}

/// Whose amount is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// What the state gives an association.
    Association(String),
    /// What a member pays.
    Member(Party, String),
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// On which side.
    pub when: When,
    /// Whose amount.
    pub of: Of,
}

impl When {
    fn slug(self) -> &'static str {
        match self {
            Self::Before => "fore",
            Self::After => "efter",
        }
    }
}

impl Asked {
    /// Reads the pairs of a query; `None` when nothing is asked about.
    pub fn of<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<Self> {
        let (mut when, mut association, mut member, mut party) = (When::After, None, None, None);
        for (name, value) in pairs {
            match name {
                "nar" if value == When::Before.slug() => when = When::Before,
                "forbund" => association = Some(value.to_owned()),
                "medlem" => member = Some(value.to_owned()),
                "medlemspart" => party = party_of(value),
                _ => {}
            }
        }
        let of = match (association, member, party) {
            (Some(name), _, _) => Of::Association(name),
            (None, Some(name), Some(party)) => Of::Member(party, name),
            (None, _, _) => return None,
        };
        Some(Self { when, of })
    }

    fn address(&self, path: &str, query: &Query) -> String {
        let about = match &self.of {
            Of::Association(name) => format!("forbund={}", escape_path(name)),
            Of::Member(party, name) => {
                format!("medlemspart={}&medlem={}", party_slug(*party), escape_path(name))
            }
        };
        let rest = query.text();
        let and = if rest.is_empty() { "" } else { "&" };
        format!("{path}/varfor?nar={}&{about}{and}{rest}", self.when.slug())
    }
}

/// Where it is explained what the state gives an association.
pub fn of_association(path: &str, query: &Query, when: When, name: &str) -> String {
    Asked { when, of: Of::Association(name.to_owned()) }.address(path, query)
}

/// Where it is explained what a member pays.
pub fn of_member(path: &str, query: &Query, when: When, party: Party, name: &str) -> String {
    Asked { when, of: Of::Member(party, name.to_owned()) }.address(path, query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_read_back_from_its_address() {
        let query = Query::of([("andring", "lämna Habo")]);
        let address = of_member("/f", &query, When::Before, Party::Region, "Region A");
        assert_eq!(
            address,
            "/f/varfor?nar=fore&medlemspart=regioner&medlem=Region%20A&andring=l%C3%A4mna%20Habo"
        );
        let asked = Asked::of([("nar", "fore"), ("medlemspart", "regioner"), ("medlem", "Region A")]);
        assert_eq!(
            asked,
            Some(Asked { when: When::Before, of: Of::Member(Party::Region, "Region A".into()) })
        );
    }
}
