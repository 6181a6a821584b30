//! The words of one language, read once: a page asks for hundreds of them.
//!
//! Words without values, and sentences whose values only have to be put in their places or counted, are kept as they are
//! said. Other choices are left to Fluent.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser::parse_runtime;
use rustc_hash::FxHashMap;

use super::Value;

#[derive(Default)]
pub(super) struct Table {
    words: FxHashMap<&'static str, Box<str>>,
    sentences: FxHashMap<&'static str, Box<[Piece]>>,
}

enum Piece {
    Text(&'static str),
    Value(&'static str),
    /// `{ $count -> [one] … *[other] … }`: both languages say the first of one whole thing alone.
    Count {
        name: &'static str,
        one: Box<[Self]>,
        other: Box<[Self]>,
    },
}

impl Table {
    /// Reads Fluent sources; what cannot be read is left out, which a test forbids.
    pub(super) fn of(sources: impl Iterator<Item = &'static str>) -> Self {
        let mut table = Self::default();
        for source in sources {
            let (Ok(resource) | Err((resource, _))) = parse_runtime(source);
            for entry in resource.body {
                if let Entry::Message(message) = entry
                    && let Some(pieces) = message.value.as_ref().and_then(pieces)
                {
                    table.keep(message.id.name, pieces);
                }
            }
        }
        table
    }

    fn keep(&mut self, key: &'static str, pieces: Box<[Piece]>) {
        let text = |piece: &Piece| if let Piece::Text(text) = piece { Some(*text) } else { None };
        if let Some(words) = pieces.iter().map(text).collect::<Option<String>>() {
            self.words.insert(key, words.into_boxed_str());
        } else {
            self.sentences.insert(key, pieces);
        }
    }

    /// The words with a key.
    pub(super) fn words(&self, key: &str) -> Option<&str> {
        self.words.get(key).map(AsRef::as_ref)
    }

    /// A sentence with its values put in; `None` for one that Fluent has to make.
    pub(super) fn sentence(&self, key: &str, values: &[(&'static str, Value<'_>)]) -> Option<String> {
        let mut said = String::new();
        say(&mut said, self.sentences.get(key)?, values)?;
        Some(said)
    }
}

/// Says pieces one after the other; `None` when Fluent has to.
fn say(said: &mut String, pieces: &[Piece], values: &[(&'static str, Value<'_>)]) -> Option<()> {
    let value = |name: &str| values.iter().find(|(own, _)| *own == name).map(|(_, value)| value);
    for piece in pieces {
        match piece {
            Piece::Text(text) => said.push_str(text),
            Piece::Value(name) => {
                let value = value(name)?;
                if let Value::String(text) = value {
                    said.push_str(text);
                } else if let Value::Number(number) = value {
                    said.push_str(&number.as_string());
                } else {
                    return None;
                }
            }
            Piece::Count { name, one, other } => {
                let Value::Number(number) = value(name)? else { return None };
                say(said, if number.as_string() == "1" { one } else { other }, values)?;
            }
        }
    }
    Some(())
}

/// The pieces of a pattern that has nothing but text and values.
fn pieces(pattern: &Pattern<&'static str>) -> Option<Box<[Piece]>> {
    let piece = |element: &PatternElement<&'static str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Text(value)),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Piece::Value(id.name)),
        PatternElement::Placeable {
            expression: Expression::Select { selector: InlineExpression::VariableReference { id }, variants },
        } => counted(id.name, variants),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(piece).collect()
}

/// A choice between one and another number; `None` for any other.
fn counted(name: &'static str, variants: &[Variant<&'static str>]) -> Option<Piece> {
    let [one, other] = variants else { return None };
    let is = |variant: &Variant<&str>, name: &str| matches!(&variant.key, VariantKey::Identifier { name: own } if *own == name);
    if !is(one, "one") || !is(other, "other") || !other.default {
        return None;
    }
    Some(Piece::Count { name, one: pieces(&one.value)?, other: pieces(&other.value)? })
}

#[cfg(test)]
mod tests;
