//! The words of the pages, in Swedish and English, from the Fluent files in `text/`.
//!
//! Legal documents and what people have written stay as they are; only the interface has two languages.

use std::sync::LazyLock;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, langid, static_loader};

mod table;
use table::Table;

mod loaded {
    #![expect(
        clippy::disallowed_types,
        reason = "the loader's macro makes maps of its own, which nothing iterates"
    )]

    use super::static_loader;

    static_loader! {
        pub(super) static WORDS = {
            locales: "./text",
            fallback_language: "sv",
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}
use loaded::WORDS;

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

const SV: LanguageIdentifier = langid!("sv");
const EN: LanguageIdentifier = langid!("en");

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
    #[expect(
        clippy::disallowed_types,
        reason = "fluent takes its values so; nothing is read from it in order"
    )]
    fn by_fluent(self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        let id = match self {
            Self::Sv => &SV,
            Self::En => &EN,
        };
        let values: std::collections::HashMap<&'static str, Value<'_>> = values.iter().cloned().collect();
        WORDS.lookup_single_language(id, key, Some(&values)).unwrap_or_else(|_| key.to_owned())
    }

    fn table(self) -> &'static Table {
        static SWEDISH: LazyLock<Table> = LazyLock::new(|| Table::of(AREAS.iter().map(|(_, sv, _)| *sv)));
        static ENGLISH: LazyLock<Table> = LazyLock::new(|| Table::of(AREAS.iter().map(|(_, _, en)| *en)));
        match self {
            Self::Sv => &SWEDISH,
            Self::En => &ENGLISH,
        }
    }
}

/// The areas, each a file per language.
macro_rules! areas {
    ($($area:literal),+ $(,)?) => {
        /// Area, Swedish source, English source.
        const AREAS: &[(&str, &str, &str)] = &[$((
            $area,
            include_str!(concat!("../text/sv/", $area, ".ftl")),
            include_str!(concat!("../text/en/", $area, ".ftl")),
        )),+];
    };
}

areas!(
    "account",
    "allocation",
    "allocation-reading",
    "county",
    "errors",
    "funding",
    "initiative",
    "meeting",
    "public",
    "register",
    "shell",
    "statistics"
);

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
    fn every_file_of_words_is_an_area() {
        let areas: BTreeSet<_> = AREAS.iter().map(|(area, _, _)| format!("{area}.ftl")).collect();
        for lang in Lang::ALL {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("text").join(lang.code());
            let there: BTreeSet<_> = std::fs::read_dir(folder)
                .unwrap()
                .map(|f| f.unwrap().file_name().into_string().unwrap())
                .collect();
            assert_eq!(there, areas);
        }
    }

    #[test]
    fn every_key_that_is_asked_for_has_words() {
        let known: BTreeSet<&str> = AREAS.iter().flat_map(|(_, sv, _)| keys(sv)).collect();
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned();
        let mut missing = BTreeSet::new();
        for folder in ["pages/src", "web/src"] {
            sources(&crates.join(folder), &mut |text| {
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
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, look);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("pages/src/text.rs") {
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
