//! How the files of `law/` are read: the shapes of the TOML, the front matter of a section, and a place such as
//! `2017:725 6:27`.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Face, FactMeaning, Stops};
use crate::{Citation, Modality, text};

/// A section of an act, or a heading of another source, restated in our own words.
#[derive(Clone, Debug)]
pub struct Section {
    /// The path in `law/` without its ending, such as `2017-725/6-27`.
    pub path: String,
    /// The act it belongs to.
    pub act: String,
    /// The number or heading as it is cited, such as `6 kap. 27 §`.
    pub number: String,
    /// What it is about.
    pub heading: String,
    /// The days its wordings came into force, oldest first.
    pub wordings: Vec<Date>,
    /// Whether a later wording changed the substance, and how.
    pub history: Option<String>,
    /// What is unsure about the restatement, when something is.
    pub doubt: Option<String>,
    /// The address of the official text, when it is published.
    pub address: Option<String>,
    /// The restatement, in Markdown.
    pub body_markdown: String,
    /// What is read into the section, with who says so.
    pub interpretations: Vec<Interpretation>,
    /// The rules that cite it.
    pub rules: Vec<String>,
}

impl Section {
    /// The day the wording in force on `day` came into force.
    pub fn wording_on(&self, day: Date) -> Option<Date> {
        self.wordings.iter().rev().find(|from| **from <= day).copied()
    }
}

/// How a section is read where it is unclear (*tolkning*), and who says so (*källa*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interpretation {
    /// What is read into it, in a sentence.
    pub says: String,
    /// Who says so, and when.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleFile {
    pub(super) rule: Vec<RuleText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleText {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) modality: Modality,
    pub(super) faces: Vec<Face>,
    #[serde(default)]
    pub(super) guard: Option<Stops>,
    pub(super) question: String,
    pub(super) why: String,
    #[serde(default)]
    pub(super) doubt: Option<String>,
    #[serde(default)]
    pub(super) awaits: Option<String>,
    #[serde(default)]
    pub(super) fact: Vec<FactMeaning>,
    pub(super) version: Vec<VersionText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VersionText {
    pub(super) from: Date,
    #[serde(default)]
    pub(super) until: Option<Date>,
    pub(super) cites: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    act: String,
    number: String,
    heading: String,
    wordings: Vec<Date>,
    #[serde(default)]
    history: Option<String>,
    #[serde(default)]
    doubt: Option<String>,
    #[serde(default)]
    address: Option<String>,
}

/// Reads a section's file; the problem in Swedish when it cannot be read.
pub(super) fn section(path: &str, text: &str) -> Result<Section, String> {
    let (front, body) =
        text::front_matter(text).ok_or_else(|| format!("{path}: huvudet mellan +++ saknas"))?;
    let front: FrontMatter = text::read(front).map_err(|error| format!("{path}: {}", error.message()))?;
    if front.wordings.is_empty() || !front.wordings.is_sorted() {
        return Err(format!("{path}: lydelserna ska stå i ordning, den äldsta först"));
    }
    if !path.starts_with(&format!("{}/", front.act.replace(':', "-"))) {
        return Err(format!("{path}: ligger inte i mappen för {}", front.act));
    }
    let interpretations = interpretations(body).map_err(|problem| format!("{path}: {problem}"))?;
    Ok(Section {
        path: path.trim_end_matches(".md").to_owned(),
        act: front.act,
        number: front.number,
        heading: front.heading,
        wordings: front.wordings,
        history: front.history,
        doubt: front.doubt,
        address: front.address,
        body_markdown: body.to_owned(),
        interpretations,
        rules: Vec::new(),
    })
}

/// The paragraphs `**Tolkning.** …`, each with its `**Källa.** …` in the paragraph after.
fn interpretations(body: &str) -> Result<Vec<Interpretation>, String> {
    let mut found = Vec::new();
    let mut waiting: Option<String> = None;
    for paragraph in body.split("\n\n").map(|p| p.split_whitespace().collect::<Vec<_>>().join(" ")) {
        if let Some(says) = paragraph.strip_prefix("**Tolkning.** ") {
            if let Some(earlier) = waiting.replace(says.to_owned()) {
                return Err(format!("tolkningen saknar källa: {earlier}"));
            }
        } else if let Some(source) = paragraph.strip_prefix("**Källa.** ") {
            let says = waiting.take().ok_or_else(|| format!("källan saknar tolkning: {source}"))?;
            found.push(Interpretation { says, source: source.to_owned() });
        }
    }
    match waiting {
        Some(says) => Err(format!("tolkningen saknar källa: {says}")),
        None => Ok(found),
    }
}

/// Reads a place: `2017:725 6:27`, `2003:1210 19 a`, `2003:1210 9 p13`, `bylaws notice`.
pub(super) fn place(text: &str, wording: Date) -> Option<Citation> {
    let mut words = text.split_whitespace();
    let act = words.next()?.to_owned();
    let main = words.next()?;
    let (kapitel, mut paragraf) = match main.split_once(':') {
        Some((kapitel, paragraf)) => (Some(kapitel.parse().ok()?), paragraf.to_owned()),
        None => (None, main.to_owned()),
    };
    let (mut stycke, mut punkt) = (None, None);
    for word in words {
        if let Some(number) = word.strip_prefix("st") {
            stycke = Some(number.parse().ok()?);
        } else if let Some(number) = word.strip_prefix('p') {
            punkt = Some(number.parse().ok()?);
        } else if word.len() == 1 {
            paragraf = format!("{paragraf} {word}");
        } else {
            return None;
        }
    }
    Some(Citation { act, kapitel, paragraf, stycke, punkt, wording })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_place_keeps_chapter_letter_and_point() {
        let day = date(2024, 1, 1);
        let cite = place("2003:1210 19 a st2", day).unwrap();
        assert_eq!(
            (cite.paragraf.as_str(), cite.stycke, cite.file().as_str()),
            ("19 a", Some(2), "2003-1210/19a.md")
        );
        let cite = place("2017:725 6:27", day).unwrap();
        assert_eq!((cite.kapitel, cite.file().as_str()), (Some(6), "2017-725/6-27.md"));
        assert_eq!(place("2017:725", day), None);
        assert_eq!(place("2017:725 6:27 something", day), None);
    }

    #[test]
    fn an_interpretation_without_a_source_is_told() {
        assert!(interpretations("Text.\n\n**Tolkning.** Så läser vi.\n\nMera.").is_err());
        let found = interpretations("**Tolkning.** Så läser\nvi.\n\n**Källa.** Prop., 2003.").unwrap();
        assert_eq!(found.first().map(|i| i.says.as_str()), Some("Så läser vi."));
    }
}
