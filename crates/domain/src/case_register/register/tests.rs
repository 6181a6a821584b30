//! How documents come into the register.

use jiff::civil::date;
use statute::Outcome;

use super::*;
use crate::case_register::events::Form;
use crate::ids::MeetingId;
use crate::testing::{Given, association, changed, field, given, law, order};

const TODAY: Date = date(2026, 3, 2);

fn open(subject: &str, number: Option<&str>) -> OpenCase {
    OpenCase { subject: subject.to_owned(), number: number.map(str::to_owned), on: TODAY }
}

fn with_case() -> Given {
    given(association()).done(open("Remiss om vägledning", None))
}

fn letter() -> RegisterDocument {
    RegisterDocument {
        case: CaseId(1),
        direction: Direction::Received,
        dated: TODAY,
        counterpart: Some("Region Mellanlän".to_owned()),
        title: "Remissvar".to_owned(),
        source: None,
        secrecy: None,
    }
}

#[test]
fn cases_are_numbered_on_through_the_year() {
    let opened = |case, number: &str, subject: &str| Event::CaseOpened {
        case: CaseId(case),
        number: number.to_owned(),
        subject: subject.to_owned(),
        on: TODAY,
        keeps: None,
    };
    given(association())
        .when(open("Remiss", None))
        .then([opened(1, "SFM 2026/1", "Remiss")])
        .finds("entry-complete", Outcome::Met)
        .settles()
        .when(open("Avtal", None))
        .then([opened(2, "SFM 2026/2", "Avtal")])
        .settles();
}

#[test]
fn a_number_is_free_and_follows_the_pattern() {
    with_case().when(open("Avtal", Some("SFM 2026/1"))).refused(field("number"));
    with_case().when(open("Avtal", Some("2015 18-2015"))).refused(field("number"));
    with_case().when(open("Avtal", Some("SFM 2026/7"))).settles();
    with_case().when(open("Remiss om vägledning", Some("SFM 2026/1"))).refused(field("number"));
}

#[test]
fn an_old_malformed_number_is_kept_as_it_was_written() {
    let old = OpenCase { on: date(2016, 4, 29), ..open("Projektet", Some("2015 18-2015")) };
    given(association()).afterwards().when(old).finds("entry-complete", Outcome::NeedsJudgement).settles();
}

#[test]
fn a_case_says_what_it_is_about() {
    given(association()).when(open(" ", None)).refused(field("subject"));
    given(association()).when(OpenCase { on: date(2026, 3, 3), ..open("Avtal", None) }).refused(field("on"));
    let nothing: [Event; 0] = [];
    given(nothing).when(open("Avtal", None)).refused(order("Förbundsordningens uppgifter är inte inlagda"));
}

#[test]
fn a_received_document_is_registered_without_delay() {
    let entry = Entry {
        case: CaseId(1),
        no: 1,
        direction: Direction::Received,
        dated: TODAY,
        registered: TODAY,
        counterpart: Some("Region Mellanlän".to_owned()),
        title: "Remissvar".to_owned(),
        source: None,
        secrecy: None,
    };
    with_case()
        .when(letter())
        .then([Event::DocumentRegistered(entry)])
        .finds("registered-without-delay", Outcome::Met)
        .finds("entry-complete", Outcome::Met)
        .silent("secrecy-marked")
        .settles();
}

#[test]
fn late_registration_is_kept_and_shown() {
    let late = RegisterDocument { dated: date(2026, 1, 12), ..letter() };
    with_case().when(late.clone()).finds("registered-without-delay", Outcome::NeedsJudgement).settles();
    with_case().afterwards().when(late).finds("registered-without-delay", Outcome::Unknown).settles();
}

#[test]
fn a_paper_of_the_system_is_registered_once() {
    let source = Some(Paper { form: Form::Minutes, of: Subject::Meeting(MeetingId(1)) });
    let minutes = RegisterDocument { direction: Direction::DrawnUp, counterpart: None, source, ..letter() };
    let past = with_case().when(minutes.clone()).finds("entry-complete", Outcome::Met).settles();
    past.when(RegisterDocument { title: "Protokoll 1".to_owned(), ..minutes }).then::<Event>([]);
}

#[test]
fn an_entry_says_what_to_fill_in() {
    with_case().when(RegisterDocument { counterpart: None, ..letter() }).refused(field("counterpart"));
    with_case()
        .when(RegisterDocument { counterpart: None, direction: Direction::Sent, ..letter() })
        .refused(field("counterpart"));
    with_case().when(RegisterDocument { title: String::new(), ..letter() }).refused(field("title"));
    with_case().when(RegisterDocument { dated: date(2026, 3, 3), ..letter() }).refused(field("dated"));
    with_case()
        .when(RegisterDocument { case: CaseId(9), ..letter() })
        .refused(|r| *r == Refusal::NotFound("ärendet"));
}

#[test]
fn secrecy_is_marked_with_its_section() {
    let marked = |mark: &str| RegisterDocument { secrecy: Some(mark.to_owned()), ..letter() };
    with_case().when(marked("26 kap. 1 § OSL")).finds("secrecy-marked", Outcome::Met).settles();
    with_case().when(marked("hemlig")).refused(law("secrecy-marked"));
    with_case().when(marked(" ")).silent("secrecy-marked").settles();
}

#[test]
fn a_case_is_closed_once() {
    let close = CloseCase { case: CaseId(1), how: "Svar lämnat".to_owned() };
    let closed = Event::CaseClosed { case: CaseId(1), on: TODAY, how: close.how.clone() };
    let past = with_case().when(close.clone()).then([closed]).settles();
    past.clone().when(CloseCase { how: "Annat".to_owned(), ..close.clone() }).refused(changed("Svar lämnat"));
    past.when(letter()).refused(order("SFM 2026/1 avslutades den 2 mars 2026"));
    with_case().when(CloseCase { how: String::new(), ..close }).refused(field("how"));
}

#[test]
fn two_cases_and_two_documents_that_are_alike_are_two() {
    let two = with_case().done(open("Remiss om vägledning", None));
    assert_eq!(two.state.register.cases.len(), 2);
}
