//! Sexes, and both together.

use serde::Serialize;

use super::folded;

/// A sex as the statistics have it, or both together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    /// Men.
    Men,
    /// Women.
    Women,
    /// Both together.
    Both,
}

impl Sex {
    /// What a cell means: `män`, `kvinnor`, `1`, `2`, `totalt`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        match folded(text).as_str() {
            "män" | "man" | "men" | "male" | "pojkar och män" | "1" => Some(Self::Men),
            "kvinnor" | "kvinna" | "women" | "female" | "flickor och kvinnor" | "2" => Some(Self::Women),
            "totalt"
            | "total"
            | "tot"
            | "båda"
            | "båda könen"
            | "män och kvinnor"
            | "män och kvinnor totalt"
            | "kvinnor och män"
            | "totalt kön"
            | "samtliga"
            | "1+2" => Some(Self::Both),
            _ => None,
        }
    }

    /// What it is called in Swedish.
    #[must_use]
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::Men => "män",
            Self::Women => "kvinnor",
            Self::Both => "totalt",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sexes_are_read_as_codes_and_words() {
        for (text, sex) in [("män", Sex::Men), (" Kvinnor ", Sex::Women), ("1", Sex::Men), ("1+2", Sex::Both)]
        {
            assert_eq!(Sex::read(text), Some(sex), "{text}");
        }
        assert_eq!(Sex::read("3"), None);
    }
}
