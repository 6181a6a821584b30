//! What makes a PDF fail, and what a form cannot reach.

use super::*;

fn fault(form: &str) -> Fault {
    typeset(&Sheet::loose(form)).unwrap_err()
}

#[test]
fn a_warning_is_an_error() {
    let form = "#set document(title: \"a\")\n#set text(font: \"No Such Face\")\nText";
    assert!(matches!(fault(form), Fault::Form(told) if told.contains("no such face")));
}

#[test]
fn what_breaks_the_standards_is_an_error() {
    assert!(matches!(fault("Text"), Fault::Form(told) if told.contains("title")));
}

#[test]
fn a_form_cannot_reach_files_nor_know_the_day() {
    assert!(matches!(fault("#read(\"/etc/passwd\")"), Fault::Form(told) if told.contains("not found")));
    assert!(matches!(fault("#datetime.today()"), Fault::Form(_)));
}

#[test]
fn a_paper_larger_than_any_paper_is_refused_before_it_is_set() {
    let paper = "a ".repeat(LARGEST);
    assert!(matches!(print("/notice/form.typ", &paper), Err(Fault::TooLarge { .. })));
}

#[test]
fn an_unknown_form_is_told() {
    assert_eq!(print("/letter/form.typ", &()), Err(Fault::NoForm("/letter/form.typ".to_owned())));
}
