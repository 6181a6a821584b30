//! Whether two texts are the same, and whether all of a text can be seen.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use memchr::memmem::Finder;

/// The form in which every text is kept and compared (NFC): `å` is one sign, however a keyboard made it.
///
/// # Examples
/// ```
/// assert_eq!(swedish::text::composed("a\u{30a}"), "å");
/// ```
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// Whether a sign cannot be seen: control signs, signs without width, and those that turn the direction of writing.
///
/// A tab and a new line are seen by what they do.
///
/// # Examples
/// ```
/// use swedish::text::unseen;
///
/// assert!(unseen('\u{200b}') && unseen('\u{202e}') && unseen('\0') && unseen('\u{ad}'));
/// assert!(!unseen('é') && !unseen('\u{a0}') && !unseen('\n'));
/// ```
#[must_use]
pub fn unseen(sign: char) -> bool {
    if sign.is_ascii() {
        return sign.is_ascii_control() && !matches!(sign, '\t' | '\n');
    }
    // The line and paragraph separators and U+FFF9–FFFB have no place in a field; the rest is Unicode's own list.
    sign.is_control()
        || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}')
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(sign)
}

/// The first sign of a text that cannot be seen.
///
/// # Examples
/// ```
/// use swedish::text::first_unseen;
///
/// assert_eq!(first_unseen("Anna\u{202e} Berg"), Some('\u{202e}'));
/// assert_eq!(first_unseen("Anna Berg"), None);
/// ```
#[must_use]
pub fn first_unseen(text: &str) -> Option<char> {
    text.chars().find(|sign| unseen(*sign))
}

/// Running text as it is kept: composed, with plain line ends, and without what cannot be seen.
///
/// # Examples
/// ```
/// use swedish::text::cleaned;
///
/// assert_eq!(cleaned("rehabili\u{ad}tering\r\ni tid"), "rehabilitering\ni tid");
/// assert!(matches!(cleaned("Tidigt stöd"), std::borrow::Cow::Borrowed(_)));
/// ```
#[must_use]
pub fn cleaned(text: &str) -> Cow<'_, str> {
    if first_unseen(text).is_none() {
        return composed(text);
    }
    let lines = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let seen: String = lines.chars().filter(|sign| !unseen(*sign)).collect();
    // Composed last: what cannot be seen may have stood between a letter and its accent.
    Cow::Owned(composed(&seen).into_owned())
}

/// A text without its blanks, as figures are read.
///
/// # Examples
/// ```
/// assert_eq!(swedish::text::squeezed(" 1\u{a0}600\u{202f}000 "), "1600000");
/// ```
#[must_use]
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// A text with single blanks between its words and none around it.
///
/// # Examples
/// ```
/// assert_eq!(swedish::text::spaced("  Anna \u{a0} Berg\n"), "Anna Berg");
/// ```
#[must_use]
pub fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as searches and comparisons see it: composed, in small letters, with single blanks.
///
/// # Examples
/// ```
/// use swedish::text::folded;
///
/// assert_eq!(folded("O\u{308}rebro  KOMMUN"), folded("Örebro kommun"));
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    spaced(&composed(text).to_lowercase())
}

/// The words that are searched for, whatever the letters' size and form.
///
/// # Examples
/// ```
/// use swedish::text::Words;
///
/// let words = Words::of("o\u{308}rebro tidigt");
/// assert!(words.stand_in("Tidigt stöd i Örebro"));
/// assert!(!words.stand_in("Tidigt stöd i Habo"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of what was typed.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        Self(composed(typed).to_lowercase().split_whitespace().map(str::to_owned).collect())
    }

    /// Whether every one of them stands somewhere in a text; no words stand in every text.
    #[must_use]
    pub fn stand_in(&self, text: &str) -> bool {
        let mut search = self.search();
        search.at(text);
        search.is_over()
    }

    /// A search for them in one text after the other.
    #[must_use]
    pub fn search(&self) -> Search<'_> {
        let words: Vec<_> = self.0.iter().map(|word| Finder::new(word.as_bytes())).collect();
        Search { found: vec![false; words.len()], left: words.len(), small: Vec::new(), words }
    }
}

/// A search for words that may stand in different parts of what is searched: a list asks this of every row.
///
/// # Examples
/// ```
/// use swedish::text::Words;
///
/// let words = Words::of("örebro tidigt");
/// let mut search = words.search();
/// search.at("Tidigt stöd");
/// assert!(!search.is_over());
/// search.at("ÖREBRO");
/// assert!(search.is_over());
/// ```
#[derive(Clone, Debug)]
pub struct Search<'w> {
    words: Vec<Finder<'w>>,
    found: Vec<bool>,
    left: usize,
    small: Vec<u8>,
}

impl Search<'_> {
    /// Begins anew, in the parts of something else.
    pub fn begin(&mut self) {
        self.found.fill(false);
        self.left = self.words.len();
    }

    /// Whether every word has been found.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.left == 0
    }

    /// Looks in one part. No word has a blank in it, so the blanks of the part may stand as they are.
    pub fn at(&mut self, part: &str) {
        if self.is_over() {
            return;
        }
        self.small.clear();
        // Nearly every text ends at ÿ, and then every letter is composed and as long in small.
        let last = part.bytes().max().unwrap_or_default();
        if last <= LATIN {
            self.small.extend_from_slice(part.as_bytes());
            self.small.make_ascii_lowercase();
            if last == LATIN {
                small(&mut self.small);
            }
        } else {
            self.small.extend_from_slice(composed(part).to_lowercase().as_bytes());
        }
        for (word, found) in self.words.iter().zip(&mut self.found) {
            if !*found && word.find(&self.small).is_some() {
                *found = true;
                self.left -= 1;
            }
        }
    }
}

/// The first byte of À to ÿ.
const LATIN: u8 = 0xc3;

/// Makes the letters À to Þ small, in a text that ends at ÿ.
fn small(text: &mut [u8]) {
    let mut before = 0;
    for byte in text {
        // All of them but ×.
        if before == LATIN && matches!(*byte, 0x80..=0x96 | 0x98..=0x9e) {
            *byte |= 0x20;
        }
        before = *byte;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_found_whatever_blanks_stand_between_them() {
        let words = Words::of(" Tidigt\u{a0} STÖD ");
        assert!(words.stand_in("stöd\n\nsom kommer   tidigt"));
        assert!(!words.stand_in("tidig tstöd"));
        assert!(Words::of("").stand_in(""));
    }

    #[test]
    fn what_cannot_be_seen_is_found_whatever_its_kind() {
        for sign in
            ['\0', '\u{7f}', '\u{85}', '\u{ad}', '\u{200b}', '\u{200d}', '\u{202e}', '\u{2066}', '\u{feff}']
        {
            assert!(unseen(sign), "U+{:04X}", u32::from(sign));
        }
        for sign in ['\u{3164}', '\u{115f}', '\u{e0041}', '\u{fe0f}', '\u{61c}', '\u{2028}'] {
            assert!(unseen(sign), "U+{:04X}", u32::from(sign));
        }
        for sign in "aÅé–§ \u{a0}\u{202f}\t\n₂😀".chars() {
            assert!(!unseen(sign), "U+{:04X}", u32::from(sign));
        }
    }

    #[test]
    fn an_empty_search_finds_everything() {
        assert!(Words::of(" ").stand_in("Tidigt stöd"));
    }

    #[test]
    fn every_letter_below_is_as_small_as_unicode_says() {
        for sign in '\0'..='\u{ff}' {
            let (mut search, text) = (Words(vec![sign.to_lowercase().to_string()]), format!("a{sign}"));
            search.0.retain(|word| !word.trim().is_empty());
            assert!(search.stand_in(&text), "U+{:04X}", u32::from(sign));
        }
    }

    proptest! {
        #[test]
        fn words_are_found_in_parts_as_in_the_whole(
            words in "[a-zåÄö\u{308}é ]{0,8}", parts in prop::collection::vec("[A-Zåäö\u{308}Éa ]{0,12}|\\PC{0,8}", 1..4)
        ) {
            let words = Words::of(&words);
            let mut search = words.search();
            for part in &parts {
                search.at(part);
            }
            let whole: Vec<String> = parts.iter().map(|part| composed(part).to_lowercase()).collect();
            let all = words.0.iter().all(|word| whole.iter().any(|part| part.contains(word)));
            prop_assert_eq!(search.is_over(), all);
        }

        #[test]
        fn what_is_cleaned_is_whole_and_stays_so(text in "\\PC{0,20}|[a-zåäö\u{30a}\u{308}\u{200b}\u{202e}\r\n\0]{0,20}") {
            let clean = cleaned(&text).into_owned();
            prop_assert_eq!(first_unseen(&clean), None);
            prop_assert_eq!(cleaned(&clean), clean.as_str());
            prop_assert_eq!(composed(&clean), clean.as_str());
        }
    }
}
