//! A link of the chain as a value, and where a stream ends.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A link of the chain: SHA-256 over the previous link and everything that is stored about the event.
///
/// The bytes that are hashed are the 32 bytes of the previous link (32 zero bytes before the first event of a
/// stream), then these parts, **each preceded by its length in bytes as eight bytes, big-endian**, so
/// that no two events can be spelled the same way:
///
/// | part | bytes |
/// | --- | --- |
/// | format | `samordna/event/2`, or `samordna/event/1` when the last part is left out |
/// | stream | UTF-8 |
/// | seq | 8, unsigned, big-endian |
/// | id | 16, the UUID |
/// | recorded_at | 8, signed, big-endian: nanoseconds since 1970-01-01T00:00:00Z |
/// | actor | UTF-8 |
/// | command_id | 16, the UUID |
/// | position | 4, unsigned, big-endian: which of its command's events this is, from 0 |
/// | kind | UTF-8 |
/// | version | 2, unsigned, big-endian |
/// | body | UTF-8, the JSON text exactly as stored |
/// | seen | UTF-8, the JSON text exactly as stored; left out when the event has seen nothing |
///
/// What an event has *seen* are the ends of other streams when it was written, as `[["stream",seq,"hash"],…]`. It
/// ties the streams together: a stream that is shortened or gone is still pointed out by what was written after it.
///
/// An auditor can therefore recompute the chain from an export with twenty lines in any language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

/// Where a stream ends: its last event, and the link that vouches for all before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Sequence number of the last event; 0 when there is none.
    pub seq: u64,
    /// Hash of the last event; [`Hash::ZERO`] when there is none.
    pub hash: Hash,
}

/// The text is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("en kontrollsumma skrivs med 64 hexadecimala siffror")]
pub struct NotAHash;

impl Head {
    /// Before the first event of a stream.
    pub const EMPTY: Self = Self { seq: 0, hash: Hash::ZERO };
}

impl Hash {
    /// What the first event of a stream points back to.
    pub const ZERO: Self = Self([0; 32]);
}

/// The stored form of an instant. Beyond the years 1677–2262 it would not fit; `Batch::check` refuses those.
pub(crate) fn nanoseconds(at: jiff::Timestamp) -> i64 {
    i64::try_from(at.as_nanosecond()).unwrap_or(i64::MAX)
}

/// The stored form of a sequence number; `Batch::check` refuses those that would not fit.
pub(crate) fn number(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotAHash);
        }
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
            let pair = text.get(at..at + 2).ok_or(NotAHash)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| NotAHash)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_64_digits_is_no_link() {
        let link = Hash([171; 32]);
        assert_eq!(link.to_string().parse(), Ok(link));
        assert_eq!("abc".parse::<Hash>(), Err(NotAHash));
        assert_eq!("å".repeat(32).parse::<Hash>(), Err(NotAHash));
    }
}
