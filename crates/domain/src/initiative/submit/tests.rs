//! How an application is handed in, registered, completed and withdrawn.

use std::collections::BTreeMap;

use statute::Outcome;

use swedish::money::Ore;

use super::*;
use crate::case_register::events::Paper;
use crate::initiative::events::Asf;
use crate::initiative::idea::RestIdea;
use crate::initiative::prepare::AskCompletion;
use crate::initiative::samples::{
    APPLICANT, CASE, ID, TODAY, application, drafted, granted, noted, proposed, submit, submitted, written,
};
use crate::testing::{AF, MAJA, NORRBY, SODERBY, changed, field, law, order};

fn entry(no: u32, direction: Direction, title: &str, form: Option<Form>) -> crate::Event {
    let source = form.map(|form| Paper { form, of: Subject::Initiative(ID) });
    crate::Event::Register(RegisterEvent::DocumentRegistered(Entry {
        case: CASE,
        no,
        direction,
        dated: TODAY,
        registered: TODAY,
        counterpart: Some("Norrby kommun".to_owned()),
        title: title.to_owned(),
        source,
        secrecy: None,
    }))
}

/// The application on its way in, under the first case.
fn comes<'a>(state: &'a Association, application: &'a Application) -> HandedIn<'a> {
    let initiative = &state.initiatives[&ID];
    HandedIn { initiative, application, written: TODAY, number: "SFM 2026/1", on: TODAY }
}

#[test]
fn an_application_is_registered_in_the_same_step() {
    let application = application();
    let subject = "Ansökan om projektmedel: Steget vidare";
    let opened = RegisterEvent::CaseOpened {
        case: CASE,
        number: "SFM 2026/1".to_owned(),
        subject: subject.to_owned(),
        on: TODAY,
        keeps: None,
    };
    let before = drafted().state;
    let comes = comes(&before, &application);
    let (paper, receipt) = (comes.application(&before).unwrap(), comes.receipt(&before));
    let submitted = Event::Submitted {
        initiative: ID,
        case: CASE,
        application: Box::new(application.clone()),
        by: APPLICANT,
        on: TODAY,
        paper: Sealed::of(&paper),
        receipt: Sealed::of(&receipt),
    };
    let past = drafted()
        .when(submit(application.clone()))
        .then([
            crate::Event::Register(opened),
            entry(1, Direction::Received, subject, Some(Form::Application)),
            entry(2, Direction::Sent, "Kvitto på mottagen ansökan", Some(Form::Receipt)),
            crate::Event::Initiative(submitted),
        ])
        .finds("within-purpose", Outcome::Met)
        .finds("no-individual-authority", Outcome::Met)
        .finds("through-a-party", Outcome::Met)
        .finds("asf-limits", Outcome::NotApplicable)
        .finds("registered-without-delay", Outcome::Met)
        .silent("implementation-plan")
        .settles();
    let initiative = &past.state.initiatives[&ID];
    assert_eq!((initiative.stage, initiative.title.as_str()), (Stage::PreparatoryGroup, "Steget vidare"));
    assert_eq!(initiative.application(), Some(&application), "it is in the record, whole");
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let empty = Application { title: "Steget".to_owned(), ..Application::default() };
    let when = drafted().when(submit(empty.clone()));
    let Err(Refusal::Fields(errors)) = &when.outcome else { panic!("{:?}", when.outcome) };
    let fields: Vec<&str> = errors.iter().map(|e| e.field).collect();
    assert_eq!(
        fields,
        [
            "need",
            "target_group",
            "needs_coordination",
            "aims_at_work_ability",
            "parties",
            "carrier",
            "method",
            "goals",
            "indicators",
            "from",
            "until",
            "budget",
            "follow_up",
            "evaluation"
        ]
    );
    assert!(errors.iter().any(|e| e.says == "Beskriv målgruppen."));
    drafted().afterwards().when(submit(empty)).settles();
}

#[test]
fn money_is_applied_for_in_the_years_it_runs() {
    let budget = BTreeMap::from([(2026, Ore::new(1)), (2029, Ore::new(1))]);
    drafted().when(submit(Application { budget, ..application() })).refused(field("budget"));
}

#[test]
fn two_municipalities_are_one_party() {
    let parties = vec![NORRBY, SODERBY];
    let alone = Application { parties, ..application() };
    drafted().when(submit(alone.clone())).refused(law("within-purpose"));
    drafted().afterwards().when(submit(alone)).finds("within-purpose", Outcome::NotMet).settles();
    let aim = Application { aims_at_work_ability: false, ..application() };
    drafted().when(submit(aim.clone())).refused(field("aims_at_work_ability"));
    drafted().afterwards().when(submit(aim)).finds("within-purpose", Outcome::NotMet).settles();
    let need = Application { needs_coordination: false, ..application() };
    drafted().when(submit(need)).refused(field("needs_coordination"));
}

#[test]
fn the_association_keeps_out_of_what_concerns_individuals() {
    let service = Application { service_by_association: true, ..application() };
    drafted().when(submit(service)).refused(law("no-individual-authority"));
}

#[test]
fn money_goes_to_no_business() {
    let asf = Asf { involved: true, cash_to_business: true, ..Asf::default() };
    let when = || drafted().when(submit(Application { asf, ..application() }));
    when().refused(law("asf-limits"));
    when().refused(law("through-a-party"));
    let spread = Asf { involved: true, ..Asf::default() };
    drafted()
        .when(submit(Application { asf: spread, ..application() }))
        .finds("asf-limits", Outcome::Met)
        .settles();
}

#[test]
fn an_application_is_handed_in_from_a_draft() {
    let submits = || submit(application());
    noted().when(submits()).refused(order("är en idé hos sökanden"));
    drafted()
        .done(RestIdea { initiative: ID, why: "Paus".to_owned() })
        .when(submits())
        .refused(order("vilar"));
    proposed().when(submits()).refused(order("ligger hos arbetsutskottet"));
    drafted().when(SubmitApplication::draft(ID, 1)).refused(order("inget utkast att lämna in"));
}

#[test]
fn what_is_handed_in_is_what_was_read() {
    let by_maja = Written { version: 2, by: MAJA, ..written(application()) };
    let stale = SubmitApplication { written: Some(by_maja.clone()), ..SubmitApplication::draft(ID, 1) };
    drafted().when(stale).refused(changed("Ansökan ändrades av Maja Mo den 2 mars 2026"));
    let unread = SubmitApplication { version: None, ..submit(application()) };
    drafted().when(unread).refused(field("version"));
    let read = SubmitApplication { written: Some(by_maja), ..SubmitApplication::draft(ID, 2) };
    drafted().when(read).settles();
}

#[test]
fn an_old_application_is_recorded_from_its_paper_and_no_other_is_sent_so() {
    let paper = |application| SubmitApplication {
        application: Some(Box::new(application)),
        version: None,
        ..SubmitApplication::draft(ID, 1)
    };
    let half = Application { title: "Från 2016".to_owned(), ..Application::default() };
    for given in [noted(), drafted()] {
        let past = given.afterwards().when(paper(half.clone())).settles();
        let initiative = &past.state.initiatives[&ID];
        assert_eq!((initiative.stage, initiative.application()), (Stage::PreparatoryGroup, Some(&half)));
    }
    noted().afterwards().when(paper(Application::default())).refused(field("title"));
    noted().afterwards().when(SubmitApplication::draft(ID, 1)).refused(order("inget utkast"));
    drafted().when(paper(application())).refused(field("application"));
}

#[test]
fn a_completed_application_comes_back_in_the_same_case() {
    let wider = Application { parties: vec![AF, NORRBY, SODERBY], ..application() };
    let before = submitted().done(AskCompletion { initiative: ID, what: "Vilka fler deltar?".to_owned() });
    let paper = comes(&before.state, &wider).application(&before.state).and_then(|p| Sealed::of(&p));
    let completed = Event::Completed {
        initiative: ID,
        application: Box::new(wider.clone()),
        by: APPLICANT,
        on: TODAY,
        paper,
    };
    let past = before
        .when(submit(wider.clone()))
        .then([
            entry(4, Direction::Received, "Kompletterad ansökan om projektmedel", Some(Form::Application)),
            crate::Event::Initiative(completed),
        ])
        .finds("within-purpose", Outcome::Met)
        .finds("registered-without-delay", Outcome::Met)
        .settles();
    assert_eq!(past.state.register.cases.len(), 1);
    let initiative = &past.state.initiatives[&ID];
    assert_eq!((initiative.stage, initiative.application()), (Stage::PreparatoryGroup, Some(&wider)));
}

#[test]
fn an_application_is_withdrawn_until_it_is_decided() {
    let withdraw = WithdrawApplication { initiative: ID, why: "Vi hinner inte.".to_owned() };
    let withdrawn = Event::Withdrawn { initiative: ID, why: withdraw.why.clone(), by: APPLICANT, on: TODAY };
    let past = submitted()
        .when(withdraw.clone())
        .then([
            entry(3, Direction::Received, "Ansökan tas tillbaka", None),
            crate::Event::Initiative(withdrawn),
        ])
        .settles();
    past.by(MAJA)
        .when(WithdrawApplication { why: "Annat".to_owned(), ..withdraw.clone() })
        .refused(changed("Rut Ros tog tillbaka ansökan den 2 mars 2026"));
    granted().when(withdraw.clone()).refused(order("är beviljad"));
    drafted().when(withdraw.clone()).refused(order("är ett utkast"));
    submitted().when(WithdrawApplication { why: String::new(), ..withdraw }).refused(field("why"));
}
