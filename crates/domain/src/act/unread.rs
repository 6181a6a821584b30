//! Why what was sent cannot be read: field by field, by path, in words that say what to do.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

/// Why a command cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is no such command.
    #[error("Kommandot {0} finns inte. Namnen står i API-beskrivningen.")]
    Name(String),
    /// Fields that it does not have, that are missing, or that hold something else than they should.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))]
    Fields(Vec<Unread>),
    /// What was sent is no command at all; in the reader's words.
    #[error("{0}")]
    Shape(&'static str),
}

/// A field that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its path: names and places in lists, with full stops between.
    pub path: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is none of that name.
    Unknown,
    /// It is left out and must not be.
    Missing,
    /// It holds something else than this.
    Wrong(String),
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match &self.fault {
            Fault::Unknown => write!(f, "Fältet {path} finns inte; rätta namnet eller utelämna det."),
            Fault::Missing => write!(f, "Fältet {path} saknas; fyll i det."),
            Fault::Wrong(right) if path.is_empty() => write!(f, "Innehållet ska vara {right}."),
            Fault::Wrong(right) => write!(f, "Fältet {path} ska vara {right}."),
        }
    }
}

/// Reads anything that is sent; a field that it does not have is told, at any depth.
///
/// What was read is written again and held against what was sent: a name that is gone was not one of its own. Serde's
/// own refusal of unknown fields does not reach into tagged values. What cannot be read is held against the schema,
/// which names every field that is wrong and not only the first.
///
/// # Errors
/// Fields that it does not have, that are missing, or that hold something else than they should.
pub fn whole<T: Serialize + DeserializeOwned + JsonSchema>(sent: &Value) -> Result<T, Unreadable> {
    let kept = T::deserialize(sent).and_then(|read| Ok((serde_json::to_value(&read)?, read)));
    let mut unknown = Vec::new();
    if let Ok((kept, read)) = kept {
        not_in(sent, &kept, "", &mut unknown);
        if unknown.is_empty() {
            return Ok(read);
        }
        // What stands there empty may be left out when it is written again: the schema tells whether it is one's own.
        let wrong = against_schema::<T>(sent);
        unknown.retain(|name| wrong.iter().any(|fault| name.path.starts_with(&fault.path)));
        return if unknown.is_empty() { Ok(read) } else { Err(Unreadable::Fields(unknown)) };
    }
    let mut wrong = against_schema::<T>(sent);
    if wrong.is_empty() {
        wrong.push(found("", Fault::Wrong("som API-beskrivningen säger".to_owned())));
    }
    Err(Unreadable::Fields(wrong))
}

/// Every field that is not as the schema says.
fn against_schema<T: JsonSchema>(sent: &Value) -> Vec<Unread> {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    let mut wrong = Vec::new();
    Against { root: schema.as_value() }.hold(schema.as_value(), sent, "", &mut wrong);
    wrong
}

fn found(path: &str, fault: Fault) -> Unread {
    Unread { path: path.to_owned(), fault }
}

fn below(path: &str, name: impl fmt::Display) -> String {
    if path.is_empty() { name.to_string() } else { format!("{path}.{name}") }
}

/// The paths of the names in what was sent that are not in what was kept.
fn not_in(sent: &Value, kept: &Value, at: &str, unknown: &mut Vec<Unread>) {
    match (sent, kept) {
        (Value::Object(sent), Value::Object(kept)) => {
            for (name, value) in sent {
                let path = below(at, name);
                match kept.get(name) {
                    Some(own) => not_in(value, own, &path, unknown),
                    None => unknown.push(found(&path, Fault::Unknown)),
                }
            }
        }
        (Value::Array(sent), Value::Array(kept)) => {
            for (place, (value, own)) in sent.iter().zip(kept).enumerate() {
                not_in(value, own, &below(at, place), unknown);
            }
        }
        _ => {}
    }
}

/// What was sent, held against a schema.
#[derive(Clone, Copy)]
struct Against<'a> {
    root: &'a Value,
}

impl<'a> Against<'a> {
    fn hold(self, schema: &'a Value, sent: &Value, at: &str, wrong: &mut Vec<Unread>) {
        if let Some(named) = schema.get("$ref").and_then(Value::as_str) {
            let own = named.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer));
            return own.into_iter().for_each(|own| self.hold(own, sent, at, wrong));
        }
        if let Some(ways) = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array) {
            return self.one_of(ways, sent, at, wrong);
        }
        match right(schema, sent) {
            Some(right) => wrong.push(found(at, Fault::Wrong(right))),
            None => self.parts(schema, sent, at, wrong),
        }
    }

    fn parts(self, schema: &'a Value, sent: &Value, at: &str, wrong: &mut Vec<Unread>) {
        match sent {
            Value::Object(object) => {
                let own = schema.get("properties");
                let any = schema.get("additionalProperties").filter(|any| any.is_object());
                // Maps by number or year: any name that is a number.
                let by_number = schema.get("patternProperties").and_then(Value::as_object);
                let by_number = by_number.and_then(|patterns| patterns.values().next());
                for (name, value) in object {
                    let path = below(at, name);
                    let numbered = by_number.filter(|_| name.parse::<i64>().is_ok());
                    match own.and_then(|own| own.get(name)).or(numbered).or(any) {
                        Some(inner) => self.hold(inner, value, &path, wrong),
                        None if own.is_some() || by_number.is_some() => {
                            wrong.push(found(&path, Fault::Unknown));
                        }
                        None => {}
                    }
                }
                let asked = schema.get("required").and_then(Value::as_array).into_iter().flatten();
                let missing = asked.filter_map(Value::as_str).filter(|name| !object.contains_key(*name));
                wrong.extend(missing.map(|name| found(&below(at, name), Fault::Missing)));
            }
            Value::Array(parts) => {
                let first = schema.get("prefixItems").and_then(Value::as_array).into_iter().flatten();
                let inner = first.chain(schema.get("items").into_iter().cycle());
                for ((place, value), inner) in parts.iter().enumerate().zip(inner) {
                    self.hold(inner, value, &below(at, place), wrong);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// One of several: that which fits; else that which is meant, by its tag or since it is the only one but nothing.
    fn one_of(self, ways: &'a [Value], sent: &Value, at: &str, wrong: &mut Vec<Unread>) {
        let mut tried = Vec::new();
        for way in ways {
            let mut own = Vec::new();
            self.hold(way, sent, at, &mut own);
            if own.is_empty() {
                return;
            }
            tried.push((way, own));
        }
        tried.retain(|(way, _)| way.get("type").and_then(Value::as_str) != Some("null"));
        // The one that is meant differs within, not as a whole and not by its tag.
        tried.retain(|(way, faults)| !faults.iter().any(|fault| is_tag(way, fault, at)));
        match tried.into_iter().min_by_key(|(_, faults)| faults.len()) {
            Some((_, faults)) => wrong.extend(faults),
            None => {
                let names = ways.iter().filter_map(named).collect::<Vec<_>>();
                let right = if names.is_empty() {
                    "ett av dem som API-beskrivningen nämner".to_owned()
                } else {
                    format!("ett av {}", names.join(", "))
                };
                wrong.push(found(at, Fault::Wrong(right)));
            }
        }
    }
}

fn property<'a>(way: &'a Value, name: &str) -> Option<&'a Value> {
    way.get("properties")?.get(name)
}

/// Whether a fault says that another of several was meant: it stands on the whole, or on what tells them apart.
fn is_tag(way: &Value, fault: &Unread, at: &str) -> bool {
    let own = tag(way).filter(|tag| fault.path == below(at, tag));
    let set = |tag: &str| property(way, tag).is_some_and(|own| own.get("const").is_some());
    let other = own.is_some_and(|tag| fault.fault == Fault::Missing || set(tag));
    fault.path == at || other
}

/// The field that tells one of several apart: that which holds a set word, or the only one.
fn tag(way: &Value) -> Option<&str> {
    let own = way.get("properties")?.as_object()?;
    let set = own.iter().find(|(_, value)| value.get("const").is_some());
    set.or_else(|| own.iter().next().filter(|_| own.len() == 1)).map(|(name, _)| name.as_str())
}

/// What one of several is called: its word, its tag's, or its only field.
fn named(way: &Value) -> Option<String> {
    let word = |schema: &Value| schema.get("const").and_then(Value::as_str).map(|word| format!("”{word}”"));
    let tagged = || tag(way).map(|tag| property(way, tag).and_then(word).unwrap_or_else(|| tag.to_owned()));
    word(way).or_else(tagged)
}

/// What should stand there, where something else does.
fn right(schema: &Value, sent: &Value) -> Option<String> {
    if let Some(word) = schema.get("const") {
        return (word != sent).then(|| format!("”{}”", word.as_str().unwrap_or_default()));
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        let names = || words.iter().filter_map(Value::as_str).map(|word| format!("”{word}”"));
        return (!words.contains(sent)).then(|| format!("ett av {}", names().collect::<Vec<_>>().join(", ")));
    }
    let kinds: Vec<&str> = match schema.get("type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    let fits = |kind: &&str| match *kind {
        "null" => sent.is_null(),
        "boolean" => sent.is_boolean(),
        "string" => sent.as_str().is_some_and(|text| written(schema, text)),
        "integer" => sent.as_i64().is_some_and(|whole| within(schema, whole)),
        "number" => sent.is_number(),
        "array" => sent.as_array().is_some_and(|parts| {
            let bound = |name: &str| schema.get(name).and_then(Value::as_u64);
            let many = parts.len() as u64;
            bound("minItems").is_none_or(|least| many >= least)
                && bound("maxItems").is_none_or(|most| many <= most)
        }),
        "object" => sent.is_object(),
        _ => true,
    };
    let own = kinds.iter().find(|kind| **kind != "null").copied().unwrap_or("null");
    (!kinds.iter().any(fits)).then(|| says(own, schema))
}

/// Whether a text is written as its format says.
fn written(schema: &Value, text: &str) -> bool {
    match schema.get("format").and_then(Value::as_str) {
        Some("date") => text.parse::<Date>().is_ok(),
        Some("partial-date-time") => text.parse::<DateTime>().is_ok(),
        Some("date-time") => text.parse::<Timestamp>().is_ok(),
        Some("uuid") => text.parse::<Uuid>().is_ok(),
        _ => true,
    }
}

/// Whether a number is one that the field can hold.
fn within(schema: &Value, whole: i64) -> bool {
    let bound = |name: &str| schema.get(name).and_then(Value::as_i64);
    let kept = match schema.get("format").and_then(Value::as_str) {
        Some("uint8") => u8::try_from(whole).is_ok(),
        Some("uint16") => u16::try_from(whole).is_ok(),
        Some("uint32") => u32::try_from(whole).is_ok(),
        Some("int16") => i16::try_from(whole).is_ok(),
        Some("int32") => i32::try_from(whole).is_ok(),
        _ => true,
    };
    kept && bound("minimum").is_none_or(|least| whole >= least)
        && bound("maximum").is_none_or(|most| whole <= most)
}

fn says(kind: &str, schema: &Value) -> String {
    let format = schema.get("format").and_then(Value::as_str);
    match (kind, format) {
        ("boolean", _) => "true eller false",
        ("string", Some("date")) => "en dag som 2026-11-30",
        ("string", Some("partial-date-time")) => "dag och klockslag som 2026-11-30T09:00",
        ("string", Some("date-time")) => "en tidpunkt som 2026-11-30T09:00:00Z",
        ("string", Some("uuid")) => "ett id som 018f0000-0000-7000-8000-000000000000",
        ("string", _) => "text",
        ("integer", _) => "ett heltal som fältet rymmer",
        ("number", _) => "ett tal",
        ("array", _) => "en lista, så lång som API-beskrivningen säger",
        ("object", _) => "ett objekt",
        _ => "som API-beskrivningen säger",
    }
    .to_owned()
}

#[cfg(test)]
mod tests;
