//! The forms use everything the papers hold: a field that no form reads would be a fact nobody sees.
#![cfg(test)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use papers::{Application, DecisionPaper, Extract, Minutes, Notice, Receipt, ScenarioReport};
use serde::Serialize;
use serde_json::Value;

/// Left out on purpose: an extract's list of those who took the decision is about one paragraph; the minutes hold what
/// only their extracts tell, whether a decision can be appealed and to whom it is sent.
const UNUSED: [(&str, &str); 4] =
    [("extract", "present"), ("extract", "appealable"), ("minutes", "appealable"), ("minutes", "sent_to")];

fn collect(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Value::Object(fields) => {
            names.extend(fields.keys().cloned());
            fields.values().for_each(|field| collect(field, names));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn every_field_is_read<T: Serialize>(form: &str, samples: serde_json::Result<Vec<(&'static str, T)>>) {
    let forms = Path::new(env!("CARGO_MANIFEST_DIR")).join("forms");
    let mut text = fs::read_to_string(forms.join(form).join("form.typ")).unwrap();
    for part in ["style", "people", "paragraf", "terms", "closing", "figures"] {
        if text.contains(&format!("{part}.typ")) {
            text += &fs::read_to_string(forms.join("shared").join(format!("{part}.typ"))).unwrap();
        }
    }
    let mut names = BTreeSet::new();
    for (_, paper) in samples.unwrap() {
        collect(&serde_json::to_value(paper).unwrap(), &mut names);
    }
    let ends = |rest: &str| !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    for name in names {
        let read = text.match_indices(&format!(".{name}")).any(|(at, found)| ends(&text[at + found.len()..]));
        assert!(read || UNUSED.contains(&(form, name.as_str())), "{form} does not read {name}");
    }
}

#[test]
fn every_field_of_every_paper_is_read_by_its_form() {
    every_field_is_read("notice", Notice::samples());
    every_field_is_read("minutes", Minutes::samples());
    every_field_is_read("extract", Extract::samples());
    every_field_is_read("application", Application::samples());
    every_field_is_read("receipt", Receipt::samples());
    every_field_is_read("scenario_report", ScenarioReport::samples());
    every_field_is_read("decision_paper", DecisionPaper::samples());
}

#[test]
fn no_form_evaluates_text() {
    let forms = Path::new(env!("CARGO_MANIFEST_DIR")).join("forms");
    for folder in fs::read_dir(forms).unwrap() {
        for file in fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            assert!(!fs::read_to_string(&path).unwrap().contains("eval("), "{}", path.display());
        }
    }
}
