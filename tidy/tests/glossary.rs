//! The glossary and the code agree.
#![cfg(test)]

use serde::Deserialize;
use tidy::{code, text};

#[derive(Deserialize)]
struct Glossary {
    term: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    sv: String,
    code: String,
    #[serde(default)]
    avoid: Vec<String>,
    #[serde(default)]
    #[expect(dead_code, reason = "for people")]
    note: Option<String>,
}

fn glossary() -> Glossary {
    toml::from_str(&text("glossary.toml")).expect("glossary.toml")
}

#[test]
fn a_type_that_carries_a_term_has_the_swedish_word_as_alias() {
    let sources = code(&[".rs"]);
    for term in glossary().term {
        let declared = [
            format!("pub struct {} ", term.code),
            format!("pub enum {} ", term.code),
            format!("pub struct {}(", term.code),
        ];
        for file in &sources {
            for (at, _) in declared.iter().flat_map(|d| file.text.match_indices(d.as_str())) {
                let before: Vec<&str> = file.text[..at].lines().rev().take(12).collect();
                let head = before
                    .iter()
                    .take_while(|l| !l.is_empty() && !l.starts_with('}'))
                    .copied()
                    .collect::<Vec<_>>()
                    .join("\n");
                let alias = head.contains(&format!("doc(alias = \"{}\")", term.sv));
                let named = head.contains(&term.sv);
                assert!(alias || named, "{}: `{}` does not name its term, {}", file.path, term.code, term.sv);
            }
        }
    }
}

#[test]
fn avoided_words_name_nothing() {
    let sources = code(&[".rs"]);
    for term in glossary().term {
        for word in &term.avoid {
            for kind in ["struct", "enum", "fn", "mod", "trait"] {
                let declared = format!("{kind} {word}");
                for file in &sources {
                    let hit = file.text.lines().any(|l| {
                        l.find(&declared).is_some_and(|at| {
                            l[at + declared.len()..]
                                .chars()
                                .next()
                                .is_none_or(|c| !c.is_alphanumeric() && c != '_')
                        })
                    });
                    assert!(!hit, "{}: `{word}` is avoided for {}: use {}", file.path, term.sv, term.code);
                }
            }
        }
    }
}
