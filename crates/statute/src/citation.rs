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
        let folder = self.act.replace(':', "-");
        let place = self.paragraf.replace(' ', "");
        match self.kapitel {
            Some(kapitel) => format!("{folder}/{kapitel}-{place}.md"),
            None => format!("{folder}/{place}.md"),
        }
    }

    /// The address of the section's page, such as `/regler/lag/2017-725/6-27`.
    pub fn address(&self) -> String {
        format!("/regler/lag/{}", self.file().trim_end_matches(".md"))
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = acts::act_name(&self.act);
        if let Some(kapitel) = self.kapitel {
            write!(f, "{kapitel} kap. ")?;
        }
        if self.paragraf.starts_with(|c: char| c.is_ascii_digit()) {
            write!(f, "{} § ", self.paragraf)?;
        }
        if let Some(stycke) = self.stycke {
            write!(f, "{stycke} st. ")?;
        }
        if let Some(punkt) = self.punkt {
            write!(f, "{punkt} p. ")?;
        }
        f.write_str(name)
    }
}
