//! Reads the TOML of `law/` and of cases: dates may stand bare, `on = 2026-11-30`, or in quotes.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

/// Reads a document into a value.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let mut table = DeTable::parse(text)?;
    dates_as_text(table.get_mut());
    T::deserialize(Deserializer::from(table))
}

/// Turns each bare date into the same date as text, so that every type that reads a date from text can read it.
pub(crate) fn dates_as_text(table: &mut DeTable<'_>) {
    for (_, value) in table.iter_mut() {
        date_as_text(value);
    }
}

fn date_as_text(value: &mut Spanned<DeValue<'_>>) {
    match value.get_mut() {
        DeValue::Datetime(day) => *value.get_mut() = DeValue::String(day.to_string().into()),
        DeValue::Array(items) => items.iter_mut().for_each(date_as_text),
        DeValue::Table(table) => dates_as_text(table),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => {}
    }
}

/// A front matter between two lines of `+++`, and the text after it.
pub(crate) fn front_matter(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("+++\n")?;
    let (front, body) = rest.split_once("\n+++\n")?;
    Some((front, body.trim()))
}
