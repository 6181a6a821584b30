//! Makes any text printable: what cannot stand on paper is taken out or shown as a box, and what belongs
//! together stays on one line.

use std::borrow::Cow;

use serde_json::Value;
use swedish::days::MONTHS;

use crate::desk::can_draw;

/// Shown for a letter that no face has.
const BOX: char = '□';
const NO_BREAK: char = '\u{a0}';
const MAY_BREAK: char = '\u{200b}';
/// A run of letters longer than this may be broken anywhere; Swedish compounds stay below.
const LONGEST_WORD: usize = 45;
/// How many words in a row may be bound together; more would run out of the page.
const LONGEST_BOND: usize = 5;

/// Makes every string in a paper printable.
pub(crate) fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Cow::Owned(better) = printable(text) {
                *text = better;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        Value::Object(fields) => fields.values_mut().for_each(make_printable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn printable(text: &str) -> Cow<'_, str> {
    let plain = |letter: char| letter.is_ascii_graphic();
    if text.len() <= LONGEST_WORD && text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(loosen(&bind(&drawable(text))))
}

/// Line breaks in one form; controls and marks that steer direction or emoji out; the rest drawn or boxed.
fn drawable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => out.push('\n'),
            '\t' => out.push(' '),
            _ if letter.is_control() || is_invisible(letter) => {}
            // The private area means something else in every font, so PDF/A does not take it.
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => out.push(BOX),
            _ if can_draw(letter) => out.push(letter),
            _ => out.push(BOX),
        }
    }
    out
}

/// Marks without a shape. Those that reorder text could make a decision read as another one.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{200b}'..='\u{200f}' // zero width, joiners, direction
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' // direction, isolates
        | '\u{61c}' | '\u{180e}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' // variants, tags
    )
}

/// Puts no-break spaces where a line may not end: "§ 12", "1 600 000 kr", "29 april".
fn bind(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut words = text.split(' ').peekable();
    let mut bound = 0;
    while let Some(word) = words.next() {
        out.push_str(word);
        let Some(next) = words.peek() else { break };
        if bound < LONGEST_BOND && belong(word, next) {
            out.push(NO_BREAK);
            bound += 1;
        } else {
            out.push(' ');
            bound = 0;
        }
    }
    out
}

fn belong(word: &str, next: &str) -> bool {
    const AFTER_FIGURES: &[&str] = &["kr", "tkr", "mnkr", "procent", "%", "st", "§", "§§", "kap."];
    let digit = |letter: char| letter.is_ascii_digit();
    let bare =
        next.split('–').next().unwrap_or(next).trim_end_matches([',', '.', ';', ':', ')', '?', '!', '”']);
    match word {
        "§" | "§§" | "kl." | "nr" | "×" => next.starts_with(digit),
        _ if word.ends_with(digit) && next == "×" => true,
        _ if word.ends_with(digit) => {
            let thousands = bare.len() == 3 && bare.chars().all(digit);
            thousands || [next, bare].iter().any(|word| AFTER_FIGURES.contains(word) || MONTHS.contains(word))
        }
        _ => false,
    }
}

/// Lets a run without any place to break be broken, so that it does not run out of the page.
fn loosen(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        run = if matches!(letter, ' ' | '\n' | '-' | '–' | '\u{ad}') { 0 } else { run + 1 };
        if run > LONGEST_WORD {
            out.push(MAY_BREAK);
            run = 1;
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        printable(text).replace(NO_BREAK, "~").replace(MAY_BREAK, "|")
    }

    #[test]
    fn what_has_no_place_on_paper_is_taken_out() {
        assert_eq!(shown("a\u{0}b\u{7}c\u{1b}[31m"), "abc[31m");
        assert_eq!(shown("rad\r\nrad\rrad\u{2028}rad\u{85}rad"), "rad\nrad\nrad\nrad\nrad");
        assert_eq!(shown("\u{202e}fdp.exe\u{202c}"), "fdp.exe");
        assert_eq!(shown("a\tb"), "a b");
    }

    #[test]
    fn what_no_face_has_is_shown_as_a_box() {
        assert_eq!(shown("hej 😀!"), "hej □!");
        assert_eq!(shown("👩\u{200d}💻 \u{e000}"), "□□ □");
        assert_eq!(shown("שלום"), "□□□□");
    }

    #[test]
    fn figures_stay_with_their_units() {
        assert_eq!(
            shown("enligt § 12 och 28 § lagen"),
            "enligt § 12 och 28 § lagen".replace("§ 12", "§~12").replace("28 §", "28~§")
        );
        assert_eq!(shown("bevilja 1 600 000 kr, varav"), "bevilja 1~600~000~kr, varav");
        assert_eq!(shown("tiden 1 januari–31 december 2027"), "tiden 1~januari–31~december 2027");
        assert_eq!(shown("sex av 10 ledamöter"), "sex av 10 ledamöter");
        assert_eq!(shown("från 3 × 400 000 kr till"), "från 3~×~400~000~kr till");
    }

    #[test]
    fn nothing_is_bound_or_written_so_long_that_it_runs_out_of_the_page() {
        let figures = ["000"; 100].join(" ");
        assert!(shown(&figures).split(' ').all(|run| run.len() < 30));
        let word = "å".repeat(10_000);
        assert!(shown(&word).split('|').all(|run| run.chars().count() <= LONGEST_WORD));
    }
}
