//! What a form holds on to.

use domain::FieldError;
use jiff::civil::date;
use maud::{Render, html};
use statute::{Finding, Modality, Outcome};

use super::{Form, Problem, Typed};
use crate::Lang;

fn form() -> Form {
    Form::new(Lang::Sv, "/f/finnveden/insatser", "3f0c")
}

fn unmet(rule: &str) -> Finding {
    let mut finding = Finding::of(rule, date(2026, 11, 30), Outcome::NotMet, "Kallelsen går ut sent.");
    finding.modality = Modality::Should;
    finding
}

#[test]
fn one_sentence_stands_on_top_and_at_the_field() {
    let says = "Skriv vad insatsen heter.";
    let mut form = form();
    form.problem = Some(Problem::Fields(vec![FieldError::new("title", says)]));
    let field = form.text("title", "Rubrik").render().into_string();
    assert!(form.head().into_string().contains(&format!("<a href=\"#title\">{says}</a>")));
    assert!(field.contains(says) && field.contains(r#"aria-invalid="true""#), "{field}");
    assert!(field.contains(r#"aria-describedby="title-wrong""#));
}

#[test]
fn a_wrong_day_stays_as_it_was_typed() {
    let wrong = form().with("on", "31 juni");
    assert!(wrong.date("on", "Dag").render().into_string().contains(r#"type="text" value="31 juni""#));
    let right = form().with("on", "2026-06-30");
    assert!(right.date("on", "Dag").render().into_string().contains(r#"type="date" value="2026-06-30""#));
}

#[test]
fn a_text_that_begins_with_a_line_break_keeps_it() {
    let form = form().with("text", "\nEfter en tom rad");
    assert!(form.area("text", "Text").render().into_string().contains("\n\nEfter en tom rad</textarea>"));
}

#[test]
fn a_reason_is_asked_for_under_its_rule_and_kept_when_it_was_written() {
    let mut form = form().with("reason.other-rule", "Redan skrivet.");
    form.problem = Some(Problem::ReasonNeeded(vec![unmet("good-time")]));
    let shown = form.around("Skicka", &html! {}).into_string();
    assert!(shown.contains(r#"<textarea id="reason.good-time" name="reason.good-time""#), "{shown}");
    assert!(shown.contains(r#"<input type="hidden" name="reason.other-rule" value="Redan skrivet.">"#));
}

#[test]
fn a_password_is_never_sent_back() {
    let form = form().with("password", "hemligt");
    assert!(
        !form.password("password", "Lösenord", "current-password").render().into_string().contains("hemligt")
    );
}

#[test]
fn rows_of_the_same_name_have_ids_of_their_own() {
    let form = form().filled(Typed::new(vec![("sum".into(), "1".into()), ("sum".into(), "2".into())]));
    let second = form.money("sum", "Belopp").row(1).render().into_string();
    assert!(second.contains(r#"id="sum-1" name="sum""#) && second.contains(r#"value="2""#), "{second}");
}
