//! How a meeting's papers come into the register.

use super::*;
use crate::case_register::state::Case;
use crate::ids::BodyId;
use crate::meeting::tests::{attested, noticed, planned};
use crate::testing::{field, order};

fn register(form: Form) -> RegisterMeetingPaper {
    RegisterMeetingPaper { meeting: MeetingId(1), form }
}

fn kept(state: &Association) -> Vec<(String, usize)> {
    let cases = state.register.cases.values().filter(|case| case.keeps.is_some());
    cases.map(|case| (case.subject.clone(), case.documents())).collect()
}

#[test]
fn the_years_case_of_a_body_is_opened_once_and_keeps_its_papers() {
    let after = attested().done(register(Form::Notice)).done(register(Form::Minutes));
    assert_eq!(kept(&after.state), [("Sammanträden 2026: Styrelsen".to_owned(), 2)]);
    after.when(register(Form::Minutes)).then::<Event>([]);
}

#[test]
fn a_case_of_the_same_wording_is_not_the_years_case() {
    let before = attested();
    let on = before.state.meetings.values().next().unwrap().plan.on;
    let other = crate::case_register::register::OpenCase {
        subject: "Sammanträden 2026: Styrelsen".to_owned(),
        number: None,
        on,
    };
    let after = before.done(other).done(register(Form::Notice));
    let series = Series { body: BodyId(1), year: 2026 };
    assert_eq!(after.state.register.keeping(series).map(Case::documents), Some(1));
}

#[test]
fn what_is_not_there_yet_is_not_registered() {
    planned().when(register(Form::Notice)).refused(order("inte skickad"));
    noticed().when(register(Form::Minutes)).refused(order("inte justerat"));
    noticed().when(register(Form::Receipt)).refused(field("form"));
}
