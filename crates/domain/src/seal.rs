//! Sealing a paper: what it says is kept word for word from the day it was written out, sent or handed in.
//!
//! The fact that seals a paper holds its content as it was written, and the SHA-256 of exactly those bytes. The state
//! keeps only where it stands ([`Place`]); whoever shows the paper reads it from the journal. So a name, a mandate or a
//! bylaw that is noted afterwards changes nothing in it.

use std::fmt;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// The SHA-256 of a sealed paper, in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Digest(pub String);

impl Digest {
    fn of(content: &str) -> Self {
        let bytes = <Sha256 as sha2::Digest>::digest(content.as_bytes());
        Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A paper as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// The SHA-256 of the content.
    pub sha256: Digest,
    /// What the paper says, as JSON; these bytes are what was seen and signed.
    pub content: String,
}

/// Where a sealed paper stands in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The seq of the fact that holds it.
    pub seq: u64,
    /// The SHA-256 of its content.
    pub sha256: Digest,
}

impl Sealed {
    /// Seals a paper as it reads now; nothing, when it cannot be written, which no paper of ours is.
    pub(crate) fn of(paper: &impl Serialize) -> Option<Self> {
        let content = serde_json::to_string(paper).ok()?;
        Some(Self { sha256: Digest::of(&content), content })
    }

    /// The paper, when the content is what was sealed.
    pub fn open<P: DeserializeOwned>(&self) -> Option<P> {
        if Digest::of(&self.content) != self.sha256 {
            return None;
        }
        serde_json::from_str(&self.content).ok()
    }

    /// Forgets the words and keeps the seal.
    pub(crate) fn forget(&mut self) {
        self.content = String::new();
    }

    /// Where it stands, when the fact that holds it has this seq.
    pub(crate) fn at(&self, seq: u64) -> Place {
        Place { seq, sha256: self.sha256.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_is_read_back_and_what_was_changed_is_not() {
        let sealed = Sealed::of(&vec!["Å", "§ 8"]).unwrap();
        assert_eq!(sealed.open::<Vec<String>>(), Some(vec!["Å".to_owned(), "§ 8".to_owned()]));
        let forged = Sealed { content: sealed.content.replace('8', "9"), ..sealed.clone() };
        assert_eq!(forged.open::<Vec<String>>(), None);
        assert_eq!(Sealed::of(&vec!["Å", "§ 8"]).unwrap().sha256, sealed.sha256);
    }
}
