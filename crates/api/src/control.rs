//! Control characters in what a program sends: nobody means them, and databases and papers cannot hold them.

use serde_json::Value;

/// A control character, and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Where, as a JSON pointer.
    pub(super) at: String,
    /// Which.
    pub(super) sign: char,
}

/// The first in a body, in its strings or its names; lines and tabs are text.
pub(super) fn find(body: &Value) -> Option<Found> {
    within(body, "")
}

fn within(value: &Value, at: &str) -> Option<Found> {
    match value {
        Value::String(text) => in_text(text, at),
        Value::Array(all) => all.iter().enumerate().find_map(|(no, one)| within(one, &format!("{at}/{no}"))),
        Value::Object(fields) => fields.iter().find_map(|(name, one)| {
            // A name that cannot be written is told by what it stands in.
            in_text(name, at).or_else(|| within(one, &format!("{at}/{}", escaped(name))))
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn in_text(text: &str, at: &str) -> Option<Found> {
    let sign = text.chars().find(|sign| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'))?;
    Some(Found { at: at.to_owned(), sign })
}

/// A name as JSON pointers write it (RFC 6901).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_first_control_character_is_found_where_it_stands() {
        let found = |body: Value| find(&body).map(|found| (found.at, found.sign));
        assert_eq!(found(json!({ "a": [1, "rad\n\ttab\r\n", null, "å\u{a0}"] })), None);
        assert_eq!(found(json!("\u{0}")), Some((String::new(), '\0')));
        assert_eq!(
            found(json!({ "a": ["b", { "c/d~": "\u{9f}" }] })),
            Some(("/a/1/c~1d~0".into(), '\u{9f}'))
        );
        assert_eq!(found(json!({ "a": { "\u{1}": 1 } })), Some(("/a".into(), '\u{1}')));
    }
}
