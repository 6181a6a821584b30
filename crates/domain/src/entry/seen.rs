//! Goes through a value and shows each text and each day in it, with the field that holds it.
//!
//! A serializer that writes nothing: what derives `Serialize` needs no list of its fields to be looked through.

use std::fmt::{Display, Error};

use jiff::civil::{Date, DateTime};
use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// What is found in a field.
#[derive(Clone, Copy, Debug)]
pub(super) enum Seen<'a> {
    /// Something written.
    Text(&'a str),
    /// A day, alone or with a time.
    Day(Date),
}

/// Shows each text and each day of a value.
pub(super) fn each(value: &impl Serialize, show: &mut dyn FnMut(&'static str, Seen<'_>)) {
    // Nothing is written, so nothing can fail.
    let _ = value.serialize(&mut Looking { field: "command", show });
}

struct Looking<'a> {
    field: &'static str,
    show: &'a mut dyn FnMut(&'static str, Seen<'_>),
}

impl Looking<'_> {
    /// Looks at what a named field holds; what is listed in it keeps its name.
    fn within<T: Serialize + ?Sized>(&mut self, field: &'static str, value: &T) -> Result<(), Error> {
        let outer = std::mem::replace(&mut self.field, field);
        let looked = value.serialize(&mut *self);
        self.field = outer;
        looked
    }
}

macro_rules! nothing_to_see {
    ($($name:ident: $kind:ty),+) => {
        $(fn $name(self, _: $kind) -> Result<(), Error> { Ok(()) })+
    };
}

impl Serializer for &mut Looking<'_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    nothing_to_see! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_i128: i128, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_u128: u128, serialize_f32: f32, serialize_f64: f64, serialize_char: char, serialize_bytes: &[u8],
        serialize_unit_struct: &'static str
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        (self.show)(self.field, Seen::Text(text));
        Ok(())
    }

    /// Days and moments are written this way, texts never are.
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        let text = value.to_string();
        // A number could be read as a day written without hyphens.
        let hyphens = text.bytes().filter(|byte| *byte == b'-').count();
        let day = text.parse::<DateTime>().ok().filter(|_| hyphens >= 2);
        (self.show)(self.field, day.map_or(Seen::Text(&text), |day| Seen::Day(day.date())));
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self, Error> {
        Ok(self)
    }
}

macro_rules! items {
    ($($kind:ident::$name:ident),+) => {
        $(impl $kind for &mut Looking<'_> {
            type Ok = ();
            type Error = Error;

            fn $name<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Error> {
                Ok(())
            }
        })+
    };
}

items!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

macro_rules! fields {
    ($($kind:ident),+) => {
        $(impl $kind for &mut Looking<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, field: &'static str, value: &T) -> Result<(), Error> {
                self.within(field, value)
            }

            fn end(self) -> Result<(), Error> {
                Ok(())
            }
        })+
    };
}

fields!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for &mut Looking<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}
