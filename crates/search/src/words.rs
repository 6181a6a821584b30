//! A text as stems: the same on both sides, for what is written and for what is asked.

use frostem::{Algorithm, Stemmer};
use swedish::text::composed;

/// The longest word that is kept; what is longer is no word.
const LONGEST: usize = 60;
/// From so many letters on a word loses the definite ending that Snowball leaves.
const LONG: usize = 5;
/// How many words of a question count.
const MOST: usize = 12;

/// A word in the two forms in which it is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its stem.
    pub(crate) exact: String,
    /// The stem of the word without rings and dots, for who cannot or does not write them. It is folded before it is
    /// stemmed: stemmed first, the two would not always meet.
    pub(crate) plain: String,
}

/// The words of a text, in order.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word> {
    let stemmer = Stemmer::new(Algorithm::Swedish);
    let small = composed(text).to_lowercase();
    let parts: Vec<String> = small
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty() && word.len() <= LONGEST)
        .map(str::to_owned)
        .collect();
    parts.into_iter().map(move |word| {
        let plain: String = word.chars().map(bare).collect();
        Word { exact: stem(stemmer, &word), plain: stem(stemmer, &plain) }
    })
}

/// The stem of a word. Snowball leaves the definite form of words such as *protokollet* as it is, since it cannot tell it
/// from *paket*; here long words lose it too, in what is written and in what is asked alike.
fn stem(stemmer: Stemmer, word: &str) -> String {
    let stem = stemmer.stem(word);
    let shorter = stem.strip_suffix("et").filter(|shorter| shorter.chars().count() >= LONG);
    shorter.unwrap_or(&stem).to_owned()
}

/// A letter without what stands over it, for the letters that Swedish names have.
fn bare(sign: char) -> char {
    match sign {
        'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' => 'a',
        'ö' | 'ø' | 'ò' | 'ó' | 'ô' | 'õ' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ú' | 'ù' | 'û' => 'u',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ç' | 'č' => 'c',
        'ñ' => 'n',
        'š' => 's',
        'ž' => 'z',
        other => other,
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Query(Vec<Word>);

impl Query {
    pub(crate) fn of(typed: &str) -> Self {
        Self(words(typed).take(MOST).collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn words(&self) -> &[Word] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Word {
        words(text).next().unwrap()
    }

    #[test]
    fn the_forms_of_a_word_have_one_stem() {
        for (one_form, other) in [
            ("stadgeändring", "stadgeändringarna"),
            ("förening", "FÖRENINGENS"),
            ("protokoll", "protokollet"),
            ("insatser", "insatserna"),
            ("o\u{308}rebro", "Örebro"),
        ] {
            assert_eq!(one(one_form).exact, one(other).exact, "{one_form} {other}");
        }
    }

    #[test]
    fn a_word_without_dots_meets_the_word_with_them_and_no_other() {
        assert_eq!(one("forlangning").plain, one("förlängningen").plain);
        assert_ne!(one("far").plain, one("för").plain);
        assert_ne!(one("mal").exact, one("mål").exact);
    }

    #[test]
    fn a_number_is_read_in_its_parts() {
        let parts: Vec<String> = words("SFM 2026/14, Åsa-Lena").map(|word| word.exact).collect();
        assert_eq!(parts, ["sfm", "2026", "14", "åsa", "len"]);
    }
}
