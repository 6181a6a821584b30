//! The names of an enum's variants, as it asks a deserializer for them: a list that no one has to keep.

use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use crate::{assignment, association, case_register, funding, initiative, mandate, meeting};

/// Hears which variants are asked for, and has none of them.
struct Asked<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("not an enum"))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = variants;
        Err(Error::custom("only asked"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

fn names<E: DeserializeOwned>() -> &'static [&'static str] {
    let mut variants: &'static [&'static str] = &[];
    assert!(E::deserialize(Asked(&mut variants)).is_err());
    assert!(!variants.is_empty());
    variants
}

/// The kinds of an enum of events, as the journal files them.
pub(super) fn of<E: DeserializeOwned>(area: &str) -> Vec<String> {
    names::<E>().iter().map(|name| format!("{area}.{name}")).collect()
}

/// The kinds of all areas of an association.
pub(super) fn of_association() -> Vec<String> {
    let areas = names::<crate::Event>();
    let kinds = |area: &&str| match *area {
        "association" => of::<association::events::Event>(area),
        "mandate" => of::<mandate::events::Event>(area),
        "register" => of::<case_register::events::Event>(area),
        "initiative" => of::<initiative::events::Event>(area),
        "meeting" => of::<meeting::events::Event>(area),
        "assignment" => of::<assignment::events::Event>(area),
        "funding" => of::<funding::events::Event>(area),
        "judged" => vec!["judged".to_owned()],
        other => panic!("{other} is a new area: say here where its events are"),
    };
    areas.iter().flat_map(kinds).collect()
}
