//! The words of the pages, in Swedish and English, from the Fluent files in `text/` here and in every wing.
//!
//! Legal documents and what people have written stay as they are; only the interface has two languages.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

mod table;
use table::Table;

// `AREAS`: area, Swedish source, English source; those of the kit and of every wing.
include!(concat!(env!("OUT_DIR"), "/areas.rs"));

/// A value put into a sentence: a text or a number.
pub type Value<'a> = FluentValue<'a>;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Swedish.
    #[default]
    Sv,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Sv, Self::En];

    /// The code for `lang`: `sv` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language with a code, when we speak it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sv => "Svenska",
            Self::En => "English",
        }
    }

    /// The words with a key; the key itself when there are none, which a test forbids.
    pub fn t(self, key: &'static str) -> &'static str {
        self.find(key).unwrap_or(key)
    }

    /// The words with a key that is made at run time, such as `stage-idea`.
    pub fn find(self, key: &str) -> Option<&'static str> {
        self.table().words(key)
    }

    /// Names as a sentence joins them: `A, B och C`, `A, B and C`.
    pub fn listed<T: AsRef<str>>(self, names: &[T]) -> String {
        match self {
            Self::Sv => swedish::list::listed(names),
            Self::En => swedish::list::listed_in_english(names),
        }
    }

    /// The words with a key, with values put in.
    pub fn ta(self, key: &'static str, values: &[(&'static str, Value<'_>)]) -> String {
        self.table().sentence(key, values).unwrap_or_else(|| self.by_fluent(key, values))
    }

    /// The same by Fluent, which knows plurals and choices; the key itself when there are no words.
    fn by_fluent(self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        let bundle = self.bundle();
        let Some(words) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let values: FluentArgs<'_> = values.iter().cloned().collect();
        bundle.format_pattern(words, Some(&values), &mut Vec::new()).into_owned()
    }

    fn sources(self) -> impl Iterator<Item = &'static str> {
        AREAS.iter().map(move |(_, sv, en)| match self {
            Self::Sv => *sv,
            Self::En => *en,
        })
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        static SWEDISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| read(Lang::Sv));
        static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| read(Lang::En));
        match self {
            Self::Sv => &SWEDISH,
            Self::En => &ENGLISH,
        }
    }

    fn table(self) -> &'static Table {
        static SWEDISH: LazyLock<Table> = LazyLock::new(|| Table::of(Lang::Sv.sources()));
        static ENGLISH: LazyLock<Table> = LazyLock::new(|| Table::of(Lang::En.sources()));
        match self {
            Self::Sv => &SWEDISH,
            Self::En => &ENGLISH,
        }
    }
}

/// What Fluent knows of one language; what cannot be read is left out, which a test forbids.
fn read(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.code().parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    for source in lang.sources() {
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source.to_owned());
        // A key that stands twice is the first; a test forbids it.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// The keys of a Fluent file: what stands before ` =` at the beginning of a line.
#[cfg(test)]
fn keys(source: &'static str) -> impl Iterator<Item = &'static str> {
    source
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim()))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use super::*;

    #[test]
    fn both_languages_have_the_same_keys_in_the_same_files() {
        for (area, sv, en) in AREAS {
            let (sv, en): (BTreeSet<_>, BTreeSet<_>) = (keys(sv).collect(), keys(en).collect());
            let odd: Vec<_> = sv.symmetric_difference(&en).collect();
            assert!(odd.is_empty(), "{area}.ftl: only in one language: {odd:#?}");
        }
    }

    #[test]
    fn no_key_stands_twice() {
        let mut seen = BTreeMap::new();
        for (area, sv, _) in AREAS {
            for key in keys(sv) {
                assert_eq!(seen.insert(key, area), None, "{key} is in {area}.ftl and once more");
            }
        }
    }

    #[test]
    fn every_key_that_is_asked_for_has_words() {
        let known: BTreeSet<&str> = AREAS.iter().flat_map(|(_, sv, _)| keys(sv)).collect();
        let top = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
        let mut missing = BTreeSet::new();
        for folder in ["crates", "wings"] {
            sources(&top.join(folder), &mut |text| {
                for call in [".t(\"", ".ta(\"", ".ta(\n\"", "words!(\""] {
                    for after in text.split(call).skip(1) {
                        let key = after.split('"').next().unwrap_or_default();
                        if !known.contains(key) && !key.is_empty() {
                            missing.insert(key.to_owned());
                        }
                    }
                }
            });
        }
        missing.retain(|key| key.contains(|c: char| c.is_ascii_lowercase()));
        assert!(missing.is_empty(), "no words for: {missing:#?}");
    }

    fn sources(folder: &Path, look: &mut dyn FnMut(&str)) {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, look);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("kit/src/text.rs") {
                let text: String = std::fs::read_to_string(&path).unwrap();
                look(&text.lines().map(str::trim).collect::<Vec<_>>().join("\n"));
            }
        }
    }

    #[test]
    fn values_are_put_in_and_counted() {
        assert_eq!(Lang::Sv.ta("found-many", &[("count", 1.into())]), "1 träff");
        assert_eq!(Lang::Sv.ta("found-many", &[("count", 3.into())]), "3 träffar");
        assert_eq!(Lang::En.ta("found-many", &[("count", 3.into())]), "3 found");
    }
}
