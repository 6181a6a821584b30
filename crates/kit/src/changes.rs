//! What differs between two savings, and between what one wrote and what somebody else saved meanwhile.

use maud::{Markup, html};

use crate::Lang;
use crate::parts::{self, Column, Tone};

/// A field that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the field is called.
    pub label: String,
    /// What it said.
    pub before: String,
    /// What it says.
    pub now: String,
    /// What the reader has typed, where that is something else than both.
    pub mine: Option<String>,
}

/// Above a form that somebody else was before with: what they changed, beside what one wrote.
pub fn clashes(lang: Lang, changes: &[Change]) -> Markup {
    html! {
        @if !changes.is_empty() {
            (parts::note(Tone::Late, lang.t("changed-by-another"), &html! {
                p { (lang.t("changed-by-another-says")) }
                (table(lang, "andrat", lang.t("changed-by-another"), changes))
            }))
        }
    }
}

/// Changes as a table: each field with what it said and what it says.
pub fn table(lang: Lang, id: &str, caption: &str, changes: &[Change]) -> Markup {
    let clash = changes.iter().any(|change| change.mine.is_some());
    let mut columns = vec![
        Column::new(lang.t("change-field")),
        Column::new(lang.t("change-before")),
        Column::new(lang.t("change-now")),
    ];
    if clash {
        columns.push(Column::new(lang.t("change-mine")));
    }
    let rows = html! {
        @for change in changes {
            tr {
                th scope="row" {
                    (change.label)
                    @if change.mine.is_some() { " " (parts::status(Tone::Late, lang.t("change-clash"))) }
                }
                (cell(lang, &change.before, &change.now))
                (cell(lang, &change.now, &change.before))
                @if clash {
                    @match &change.mine {
                        Some(mine) => (cell(lang, mine, &change.before)),
                        None => td { "–" },
                    }
                }
            }
        }
    };
    parts::table(id, caption, &columns, &rows)
}

/// A text beside another: the part that differs, and the whole to fold out when that is longer.
fn cell(lang: Lang, text: &str, other: &str) -> Markup {
    let part = differing(text, other);
    html! {
        td.written lang="sv" {
            @if text.is_empty() { span.none lang=(lang.code()) { (lang.t("change-empty")) } } @else { (part) }
            @if part != text {
                details {
                    summary lang=(lang.code()) { (lang.t("change-whole")) }
                    (text)
                }
            }
        }
    }
}

/// Texts up to this length are shown whole.
const SHORT: usize = 240;
/// How much is shown on each side of what differs.
const ROUND: usize = 60;

/// The part of a text that another does not have, with some words round it; the whole when it is short.
fn differing(text: &str, other: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= SHORT {
        return text.to_owned();
    }
    let others: Vec<char> = other.chars().collect();
    let same = |(a, b): &(&char, &char)| a == b;
    let begins = letters.iter().zip(&others).take_while(same).count();
    let room = letters.len().min(others.len()).saturating_sub(begins);
    let ends = letters.iter().rev().zip(others.iter().rev()).take_while(same).count().min(room);
    let from = begins.saturating_sub(ROUND);
    let until =
        (letters.len() - ends).saturating_add(ROUND).min(letters.len()).min(from.saturating_add(2 * SHORT));
    let part: String = letters.iter().skip(from).take(until.saturating_sub(from)).collect();
    let (before, after) = (if from > 0 { "… " } else { "" }, if until < letters.len() { " …" } else { "" });
    format!("{before}{}{after}", part.trim())
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn of_long_texts_only_what_differs_is_shown() {
        let long = "Ett stycke som är lika i båda. ".repeat(20);
        let now = format!("{long}Här skiljer de sig. {long}");
        let before = format!("{long}{long}");
        assert!(differing(&now, &before).contains("Här skiljer de sig."));
        assert!(differing(&now, &before).chars().count() < 260, "{}", differing(&now, &before));
        assert!(differing(&before, &now).starts_with("… "));
        assert_eq!(differing("kort", "annat"), "kort");
        assert!(differing(&long, "").ends_with(" …"));
    }
}
