//! Keys and values as columns, and a key that does not fit.

use super::*;

const ANSWER: &str = r#"{"columns":[{"code":"Region","text":"region","type":"d"},
    {"code":"Tid","text":"år","type":"t"},{"code":"BE0101N1","text":"Folkmängd","type":"c"}],
    "comments":[],"data":[{"key":["0114","2019"],"values":["46786"]},{"key":["0115","2019"],"values":[".."]}],
    "metadata":[{"infofile":"BE0101","label":"Folkmängd efter region","source":"SCB"}]}"#;

#[test]
fn keys_and_values_become_columns() {
    let source = read(ANSWER).unwrap();
    let names: Vec<&str> = source.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["region", "år", "Folkmängd"]);
    assert_eq!(source.text(&source.columns[2], 1).unwrap().text, "..");
    assert_eq!(source.title.as_deref(), Some("Folkmängd efter region"));
    assert_eq!(source.place(1), Place::Value(2));
}

#[test]
fn a_key_of_another_length_is_told_with_its_number() {
    let fault = read(&ANSWER.replace("[\"0115\",\"2019\"]", "[\"0115\"]")).unwrap_err();
    assert_eq!(fault.place, Some(Place::Value(2)));
}
