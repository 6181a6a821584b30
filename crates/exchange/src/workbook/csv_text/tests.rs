//! How a sheet reads in a spreadsheet, and that words are never formulas.

use super::super::{Column, Kind};
use super::*;

fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet {
        name: "Blad".to_owned(),
        title: "Rubrik".to_owned(),
        notes: vec!["=not".to_owned()],
        columns: vec![Column::new("Namn", Kind::Text), Column::new("Belopp", Kind::Kronor)],
        rows,
    }
}

#[test]
fn words_are_never_formulas_and_amounts_are_numbers() {
    for (text, expected) in [
        ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
        (" =1", "' =1"),
        ("@a", "'@a"),
        ("-a", "'-a"),
        ("\u{200b}=1", "'\u{200b}=1"),
        ("\u{202e}\u{3000}+1", "'\u{202e}\u{3000}+1"),
        ("＝1+1", "'＝1+1"),
        ("＠a", "'＠a"),
        ("Ett spår", "Ett spår"),
    ] {
        assert_eq!(harmless(text), expected);
    }
    assert_eq!(written(&Cell::Kronor(160_000_050)), "1600000,50");
    assert_eq!(written(&Cell::Kronor(-80_000_000)), "-800000");
    assert_eq!(written(&Cell::Percent(Fraction::new(-16, 242).unwrap())), "-6,61%");
    assert_eq!(written(&Cell::Thousandths(1_234_500)), "1234,5");
    assert_eq!(written(&Cell::Missing), "");
}

#[test]
fn a_sheet_is_marked_and_has_semicolons() {
    let rows = vec![vec![Cell::text("A; B"), Cell::Kronor(100)], vec![Cell::text("C"), Cell::Missing]];
    let bytes = sheet(rows).csv().unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}Namn;Belopp\n\"A; B\";1\nC;\n");
}

#[test]
fn sheets_stand_below_each_other() {
    let one = sheet(vec![vec![Cell::text("A"), Cell::Integer(1)]]);
    let book = Workbook { title: "T".to_owned(), sheets: vec![one.clone(), one] };
    let text = String::from_utf8(book.csv().unwrap()).unwrap();
    assert_eq!(text.matches("Rubrik\nNamn;Belopp\nA;1\n'=not\n").count(), 2);
}
