//! The catalogue: the folder `law/`, read once. Acts, sections, rules and figures, as a reader of the pages meets them.
//!
//! A file that cannot be read is left out and named in [`problems`]; a test holds that there are none.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::acts;
use crate::embedded;
use crate::{Citation, Modality};

mod figure;
mod reading;

pub use crate::acts::{Act, act, act_name, acts};
pub use figure::{DatedValue, Figure};
pub use reading::{Interpretation, Section};

/// How a rule meets its readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// It stands in the way of a step that is still to be taken.
    Guard,
    /// It has a last day, for the year cycle and reminders.
    Due,
    /// It is looked at afterwards.
    Observed,
}

/// What a rule does to a step that would break it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stops {
    /// The step is refused. Only statute, or the association's own bylaws, can do that.
    Refuse,
    /// The step asks for a written reason.
    Ask,
    /// The step is refused where the place that the finding names first is statute or bylaws, and otherwise asks for a
    /// reason: the rule gathers limits of both kinds.
    BySource,
}

/// The places in the law that carry a rule during a time.
#[derive(Clone, Debug)]
pub struct Version {
    /// The first day.
    pub from: Date,
    /// The last day, when another version follows.
    pub until: Option<Date>,
    /// Where the law says so, the main section first, in the wording of the first day.
    pub cites: Vec<Citation>,
}

/// One fact that a rule looks at.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactMeaning {
    /// The name of the fact in a case.
    pub name: String,
    /// How it is written: a whole number, a day, yes or no, a name, a list …
    pub kind: String,
    /// What it means, in Swedish.
    pub means: String,
}

/// A rule as its page explains it.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The id, such as `quorum`.
    pub id: String,
    /// The rule's name in Swedish, such as *Beslutsförhet*.
    pub title: String,
    /// How binding it is.
    pub modality: Modality,
    /// How it meets its readers.
    pub faces: Vec<Face>,
    /// What it does to a step that would break it, for a rule that guards.
    pub guard: Option<Stops>,
    /// What it asks, in Swedish.
    pub question: String,
    /// Why it is there, in plain Swedish.
    pub why: String,
    /// What is unsure about its reach, when something is.
    pub doubt: Option<String>,
    /// What the product lacks to ask it, when nothing asks it yet.
    pub awaits: Option<String>,
    /// What it looks at.
    pub facts: Vec<FactMeaning>,
    /// The places that carry it, oldest first.
    pub versions: Vec<Version>,
}

impl Rule {
    /// Where the law says so, in the wording in force on a day; nothing when the rule did not exist that day.
    pub fn cites_on(&self, day: Date) -> Vec<Citation> {
        let Some(version) =
            self.versions.iter().rev().find(|v| v.from <= day && v.until.is_none_or(|last| day <= last))
        else {
            return Vec::new();
        };
        version.cites.iter().map(|cite| in_wording_of(cite, day)).collect()
    }
}

/// The same place in the wording in force on a day.
fn in_wording_of(cite: &Citation, day: Date) -> Citation {
    let wording = section_of(cite).and_then(|section| section.wording_on(day)).unwrap_or(cite.wording);
    Citation { wording, ..cite.clone() }
}

/// The rule with an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    static BY_ID: LazyLock<BTreeMap<&str, &Rule>> =
        LazyLock::new(|| rules().iter().map(|rule| (rule.id.as_str(), rule)).collect());
    BY_ID.get(id).copied()
}

/// All rules, in the order of `law/rules.toml`.
pub fn rules() -> &'static [Rule] {
    &CATALOGUE.rules
}

/// All sections, by path.
pub fn sections() -> impl Iterator<Item = &'static Section> {
    CATALOGUE.sections.values()
}

/// The sections of an act as they follow each other in it: 5 §, 5 a §, 10 §.
pub fn sections_of(act: &str) -> Vec<&'static Section> {
    let mut found: Vec<&Section> = sections().filter(|section| section.act == act).collect();
    found.sort_by_key(|section| in_the_act(&section.path));
    found
}

/// Each part of a path such as `2017-725/6-27a` as a number and what follows it.
fn in_the_act(path: &'static str) -> Vec<(u32, &'static str)> {
    let part = |part: &'static str| {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = part.strip_suffix(rest).and_then(|number| number.parse().ok());
        (number.unwrap_or(u32::MAX), rest)
    };
    path.split(['/', '-']).map(part).collect()
}

/// The section with a path such as `2017-725/6-27`.
pub fn section(path: &str) -> Option<&'static Section> {
    CATALOGUE.sections.get(path.trim_end_matches(".md"))
}

/// The section that a citation names.
pub fn section_of(cite: &Citation) -> Option<&'static Section> {
    section(&cite.file())
}

/// All dated figures.
pub fn figures() -> &'static [Figure] {
    &CATALOGUE.figures
}

/// What could not be read in the embedded folder, in Swedish; a test holds that it is empty.
pub fn problems() -> &'static [String] {
    &CATALOGUE.problems
}

#[derive(Default)]
struct Catalogue {
    rules: Vec<Rule>,
    sections: BTreeMap<String, Section>,
    figures: Vec<Figure>,
    problems: Vec<String>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(load);

fn load() -> Catalogue {
    let mut catalogue = Catalogue::default();
    catalogue.problems.extend(acts::problem().map(str::to_owned));
    for (path, text) in
        embedded::files("").into_iter().filter(|(path, _)| path.contains('/') && path.ends_with(".md"))
    {
        match reading::section(&path, &text) {
            Ok(section) => {
                catalogue.sections.insert(section.path.clone(), section);
            }
            Err(problem) => catalogue.problems.push(problem),
        }
    }
    if let Some(file) = catalogue.toml::<figure::FigureFile>("figures.toml") {
        catalogue.figures =
            file.figure.into_iter().map(|figure| catalogue.figure(figure)).collect::<Vec<_>>();
    }
    if let Some(file) = catalogue.toml::<reading::RuleFile>("rules.toml") {
        for rule in file.rule {
            let rule = catalogue.rule(rule);
            catalogue.rules.push(rule);
        }
    }
    catalogue.tie_sections_to_rules();
    catalogue
}

impl Catalogue {
    /// What a file of the folder says; the problem is taken down when it cannot be read.
    fn toml<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        embedded::toml(path).map_err(|problem| self.problems.push(problem)).ok()
    }

    fn citation(&mut self, at: &str, place: &str, day: Date) -> Option<Citation> {
        let parsed = reading::place(place, day);
        let Some(mut cite) = parsed else {
            self.problems.push(format!("{at}: ”{place}” är inget lagrum"));
            return None;
        };
        match self.sections.get(cite.file().trim_end_matches(".md")).map(|section| section.wording_on(day)) {
            Some(Some(wording)) => cite.wording = wording,
            Some(None) => self.problems.push(format!("{at}: {place} hade ingen lydelse den {day}")),
            None => self.problems.push(format!("{at}: filen law/{} finns inte", cite.file())),
        }
        Some(cite)
    }

    fn figure(&mut self, text: figure::FigureText) -> Figure {
        let mut values = Vec::new();
        for value in text.value {
            if let Some(cites) = self.citation(&text.name, &value.cites, value.from) {
                values.push(DatedValue { from: value.from, value: value.value, cites });
            }
        }
        Figure { name: text.name, means: text.means, values }
    }

    fn rule(&mut self, text: reading::RuleText) -> Rule {
        let mut versions = Vec::new();
        for version in text.version {
            let cites = version
                .cites
                .iter()
                .filter_map(|place| self.citation(&text.id, place, version.from))
                .collect();
            versions.push(Version { from: version.from, until: version.until, cites });
        }
        Rule {
            id: text.id,
            title: text.title,
            modality: text.modality,
            faces: text.faces,
            guard: text.guard,
            question: text.question,
            why: text.why,
            doubt: text.doubt,
            awaits: text.awaits,
            facts: text.fact,
            versions,
        }
    }

    fn tie_sections_to_rules(&mut self) {
        for rule in &self.rules {
            for cite in rule.versions.iter().flat_map(|version| &version.cites) {
                let Some(section) = self.sections.get_mut(cite.file().trim_end_matches(".md")) else {
                    continue;
                };
                if !section.rules.contains(&rule.id) {
                    section.rules.push(rule.id.clone());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_follow_each_other_as_in_the_act() {
        let numbers = |act| sections_of(act).iter().map(|s| s.number.as_str()).collect::<Vec<_>>();
        let financial = numbers("2003:1210");
        let place = |number: &str| financial.iter().position(|n| *n == number);
        assert!(place("2 §") < place("5 §") && place("5 §") < place("5 a §"), "{financial:?}");
        assert!(place("5 a §") < place("10 §") && place("19 §") < place("19 a §"), "{financial:?}");
        assert_eq!(numbers("2017:725").first().copied(), Some("4 kap. 24 §"));
    }
}
