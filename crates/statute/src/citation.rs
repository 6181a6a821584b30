//! Where the law, the bylaws or an agreed principle says so.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::acts;

/// A place in a statute, in bylaws or in a guiding document, with the day its wording came into force.
///
/// The parts keep the names of Swedish statutes: *kapitel*, *paragraf*, *stycke*, *punkt*.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The act: an SFS number such as `2003:1210`, or the name of another source's folder in `law/`.
    pub act: String,
    /// *Kapitel*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kapitel: Option<u16>,
    /// *Paragraf*, or for a guiding document its heading; letters are kept: `19 a`.
    pub paragraf: String,
    /// *Stycke*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stycke: Option<u16>,
    /// *Punkt*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub punkt: Option<u16>,
    /// The day this wording came into force.
    pub wording: Date,
}

impl Citation {
    /// The file in `law/` that restates the section, such as `2017-725/6-27.md`.
    pub fn file(&self) -> String {
        let mut file = String::with_capacity(32);
        self.place(&mut file);
        file.push_str(".md");
        file
    }

    /// Writes where the section stands among those restated, such as `2017-725/6-27`.
    fn place(&self, text: &mut String) {
        text.extend(self.act.chars().map(|sign| if sign == ':' { '-' } else { sign }));
        text.push('/');
        if let Some(kapitel) = self.kapitel {
            text.extend([kapitel.to_string().as_str(), "-"]);
        }
        text.extend(self.paragraf.chars().filter(|sign| *sign != ' '));
    }

    /// The address of the section's page, such as `/regler/lag/2017-725/6-27`.
    pub fn address(&self) -> String {
        let mut address = String::with_capacity(40);
        address.push_str("/regler/lag/");
        self.place(&mut address);
        address
    }
}

impl Citation {
    /// As it is written where a line may end: a chapter and a section keep their numbers.
    pub fn unbroken(&self) -> String {
        self.written("\u{a0}")
    }

    /// `bound` stands between a chapter or a section and its number.
    fn written(&self, bound: &str) -> String {
        let mut text = String::with_capacity(64);
        if let Some(kapitel) = self.kapitel {
            text.extend([kapitel.to_string().as_str(), bound, "kap.", bound]);
        }
        if self.paragraf.starts_with(|c: char| c.is_ascii_digit()) {
            text.extend([self.paragraf.as_str(), bound, "§ "]);
        }
        for (part, mark) in [(self.stycke, " st. "), (self.punkt, " p. ")] {
            if let Some(part) = part {
                text.extend([part.to_string().as_str(), mark]);
            }
        }
        text.push_str(acts::act_name(&self.act));
        text
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(" "))
    }
}
