//! What stands on the papers follows what has happened.

use crate::association::events::{Event as A, Founded, MemberJoined, MemberKind};
use crate::case_register::events::Event as R;
use crate::ids::{CaseId, InitiativeId, MemberId, PersonId};
use crate::{Association, Event, Meta};
use jiff::civil::{Date, date};
use pretty_assertions::assert_eq;

use swedish::money::Ore;

use super::*;

const WRITER: PersonId = PersonId(uuid::Uuid::from_u128(1));
const NORRBY: MemberId = MemberId(2);

fn folded(events: &[Event]) -> Association {
    let mut association = Association::default();
    for (seq, event) in (1..).zip(events) {
        association.evolve(Meta { seq, at: jiff::Timestamp::UNIX_EPOCH, actor: WRITER }, event);
    }
    association
}

fn founded() -> Vec<Event> {
    let member = |member, name: &str, kind| {
        Event::Association(A::MemberJoined(MemberJoined {
            member,
            name: name.into(),
            kind,
            on: date(2015, 1, 1),
        }))
    };
    vec![
        Event::Association(A::Founded(Founded {
            slug: "mellanbygden".into(),
            name: "Samordningsförbundet Mellanbygden".into(),
            short_name: "Mellanbygden".into(),
            organisationsnummer: Some("222000-0000".into()),
            seat: "Norrby".into(),
            county: "Mellanlän".into(),
            on: date(2015, 1, 1),
        })),
        member(MemberId(1), "Försäkringskassan", MemberKind::Fk),
        member(NORRBY, "Norrby kommun", MemberKind::Municipality),
        Event::Association(A::PersonNamed { person: WRITER, name: "Rut Ros".into() }),
    ]
}

fn written(title: &str) -> events::Application {
    events::Application {
        title: title.into(),
        need: "Ett stycke.\n\nOch ett till.".into(),
        parties: vec![MemberId(1), NORRBY],
        carrier: Some(NORRBY),
        receiver: Some(NORRBY),
        from: Some(date(2027, 1, 1)),
        until: Some(date(2028, 12, 31)),
        budget: [(2027, Ore::new(50_000_000)), (2028, Ore::new(30_000_000))].into(),
        ..events::Application::default()
    }
}

fn noted() -> Event {
    Event::Initiative(events::Event::IdeaNoted {
        initiative: InitiativeId(1),
        title: "Ett spår".into(),
        text: "En idé.".into(),
        applicant: "Norrby kommun".into(),
        by: WRITER,
        on: date(2026, 1, 12),
    })
}

fn draft(application: events::Application, day: i8) -> Written {
    Written { version: 1, application, by: WRITER, on: date(2026, 2, day) }
}

const DAY: Date = date(2026, 2, 10);

/// Hands in what is written, with the papers of that day.
fn handed_in_after(past: &[Event], draft: &Written) -> Vec<Event> {
    let association = folded(past);
    let initiative = &association.initiatives[&InitiativeId(1)];
    let (case, by, number) = (CaseId(1), WRITER, "SFM 2026/1");
    let opened =
        R::CaseOpened { case, number: number.into(), subject: "Ansökan".into(), on: DAY, keeps: None };
    let (application, written) = (&draft.application, draft.on);
    let comes = HandedIn { initiative, application, written, number, on: DAY };
    let paper = comes.application(&association).and_then(|p| Sealed::of(&p));
    let receipt = Sealed::of(&comes.receipt(&association));
    let (initiative, application) = (InitiativeId(1), Box::new(application.clone()));
    let submitted = events::Event::Submitted { initiative, case, application, by, on: DAY, paper, receipt };
    [past, &[Event::Register(opened), Event::Initiative(submitted)]].concat()
}

fn completed_after(past: &[Event], draft: &Written, on: Date) -> Vec<Event> {
    let association = folded(past);
    let number = &association.register.cases[&CaseId(1)].number;
    let initiative = &association.initiatives[&InitiativeId(1)];
    let comes = HandedIn { initiative, application: &draft.application, written: draft.on, number, on };
    let paper = comes.application(&association).and_then(|p| Sealed::of(&p));
    let (initiative, by, application) = (InitiativeId(1), WRITER, Box::new(draft.application.clone()));
    [past, &[Event::Initiative(events::Event::Completed { initiative, application, by, on, paper })]].concat()
}

fn begun() -> Vec<Event> {
    [founded(), vec![noted()]].concat()
}

/// The papers as they read, each from what was sealed, or from what is being written.
fn papers(past: &[Event], written: Option<&Written>) -> (Option<Application>, Option<Receipt>) {
    let association = folded(past);
    let initiative = &association.initiatives[&InitiativeId(1)];
    let words = |place: &Option<crate::seal::Place>| {
        let place = place.as_ref()?;
        past.iter().flat_map(Event::sealed).find(|s| s.sha256 == place.sha256)
    };
    (
        application(&association, initiative, words(&initiative.handed_in), written),
        receipt(initiative, words(&initiative.receipt)),
    )
}

/// The answer to what is asked under a heading.
fn answer<'a>(application: &'a Application, asked: &str) -> &'a Given {
    let answers = application.parts.iter().flat_map(|part| &part.answers);
    &answers.into_iter().find(|it| it.asked == asked).unwrap().answer
}

#[test]
fn every_field_of_the_form_stands_on_the_paper_or_at_its_head() {
    let (application, _) = papers(&begun(), Some(&draft(written("Ett spår"), 1)));
    let application = application.unwrap();
    let told: usize = application.parts.iter().map(|part| part.answers.len()).sum();
    let head = ["title", "orientation", "carrier", "from", "until"];
    assert_eq!(told + head.len(), form::fields().count());
    assert!(head.iter().all(|name| form::fields().any(|f| f.name == *name && f.heading.is_none())));
}

#[test]
fn an_idea_has_no_papers_and_a_draft_has_no_receipt() {
    assert_eq!(papers(&begun(), None), (None, None));
    let unfinished = events::Application { until: None, ..written("Ett spår") };
    assert_eq!(papers(&begun(), Some(&draft(unfinished, 1))).0, None);
    let (application, receipt) = papers(&begun(), Some(&draft(written("Ett spår"), 1)));
    let application = application.unwrap();
    assert_eq!((application.received_on, application.case_number.clone()), (None, None));
    assert_eq!(application.signatory.signed, None);
    assert_eq!(receipt, None);
}

#[test]
fn the_application_is_the_one_that_was_handed_in() {
    let past = handed_in_after(&begun(), &draft(written("Andra"), 5));
    let now = draft(written("Det som skrivs nu"), 20);
    let (application, receipt) = papers(&past, Some(&now));
    let application = application.unwrap();
    assert_eq!(application.title, "Andra");
    assert_eq!(application.dated, date(2026, 2, 5));
    assert_eq!(application.received_on, Some(date(2026, 2, 10)));
    assert_eq!(application.case_number.as_deref(), Some("SFM 2026/1"));
    assert_eq!(application.requested, Ore::new(80_000_000));
    let need = ["Ett stycke.", "Och ett till."].map(str::to_owned).to_vec();
    assert_eq!(answer(&application, "Behov"), &Given::Prose(need));
    let parties = ["Försäkringskassan", "Norrby kommun"].map(str::to_owned).to_vec();
    assert_eq!(answer(&application, "Medlemmar som deltar"), &Given::Names(parties));
    assert_eq!(answer(&application, "Medlem som tar över"), &Given::Names(vec!["Norrby kommun".to_owned()]));
    assert_eq!(receipt.unwrap().title, "Andra");

    let past = completed_after(&past, &now, date(2026, 2, 21));
    let (application, receipt) = papers(&past, None);
    let application = application.unwrap();
    assert_eq!(
        (application.title.as_str(), application.received_on),
        ("Det som skrivs nu", Some(date(2026, 2, 21)))
    );
    assert_eq!(
        receipt.unwrap().received_on,
        date(2026, 2, 10),
        "the receipt stays the receipt of the first day"
    );
}

#[test]
fn what_was_not_asked_about_is_not_answered() {
    let (application, _) = papers(&begun(), Some(&draft(written("Ett spår"), 1)));
    let application = application.unwrap();
    let no = Given::Prose(vec!["Nej".to_owned()]);
    assert_eq!(answer(&application, "Arbetsintegrerande sociala företag"), &no);
    assert!(answer(&application, "Mål").is_empty());
    assert!(answer(&application, "Medlemsorganisationer som har hörts").is_empty());
}

#[test]
fn what_was_handed_in_and_the_receipt_read_for_ever_as_that_day() {
    let mut past = handed_in_after(&begun(), &draft(written("Ett spår"), 1));
    let before = papers(&past, None);
    past.push(Event::Association(A::PersonNamed { person: WRITER, name: "Rut Nytt-Namn".into() }));
    assert_eq!(papers(&past, None), before);
    let (application, receipt) = before;
    assert_eq!(application.unwrap().signatory.name, "Rut Ros");
    assert_eq!(receipt.unwrap().applicant.name, "Rut Ros");
}
