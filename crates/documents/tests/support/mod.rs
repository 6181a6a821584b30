//! What a finished PDF says, read with other people's tools.

use std::io::Write;
use std::process::{Command, Stdio};

use documents::Pdf;
use serde_json::Value;

/// What a program that reads a PDF on its standard input prints.
pub(crate) fn printed(program: &str, arguments: &[&str], pdf: &Pdf) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|fault| panic!("{program}: {fault}"));
    let mut input = child.stdin.take().unwrap();
    let bytes = pdf.0.clone();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success(), "{program}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text layer.
pub(crate) fn text_of(pdf: &Pdf) -> String {
    printed("pdftotext", &["-raw", "-", "-"], pdf)
}

/// Only what carries meaning, so that line breaks and divided words do not count.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric() || "§%€".contains(*letter)).collect()
}

/// Every text of a paper that stands on it word for word: not dates, hours and the names of choices.
pub(crate) fn said(data: &Value) -> Vec<String> {
    match data {
        Value::String(text) => {
            let figures = text.chars().all(|letter| letter.is_ascii_digit() || "-:".contains(letter));
            let choice = text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_') && !figures;
            if (figures && text.matches(['-', ':']).count() == 2) || choice {
                Vec::new()
            } else {
                vec![text.clone()]
            }
        }
        Value::Array(items) => items.iter().flat_map(said).collect(),
        Value::Object(fields) => fields.values().flat_map(said).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}
