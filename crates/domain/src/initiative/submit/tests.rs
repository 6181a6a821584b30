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
    APPLICANT, CASE, ID, TODAY, application, draft, drafted, drafted_as, granted, noted, proposed, submitted,
};
use crate::testing::{AF, MAJA, NORRBY, SODERBY, changed, field, law, order};

const SUBMIT: SubmitApplication = SubmitApplication { initiative: ID };

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

#[test]
fn an_application_is_registered_in_the_same_step() {
    let subject = "Ansökan om projektmedel: Steget vidare";
    let opened = RegisterEvent::CaseOpened {
        case: CASE,
        number: "SFM 2026/1".to_owned(),
        subject: subject.to_owned(),
        on: TODAY,
        keeps: None,
    };
    let before = drafted().state;
    let (paper, receipt) = (
        handing_in(&before, &before.initiatives[&ID], "SFM 2026/1", TODAY).and_then(|p| Sealed::of(&p)),
        received(&before, &before.initiatives[&ID], "SFM 2026/1", TODAY).and_then(|p| Sealed::of(&p)),
    );
    assert!(paper.is_some() && receipt.is_some());
    let submitted = Event::Submitted { initiative: ID, case: CASE, by: APPLICANT, on: TODAY, paper, receipt };
    let past = drafted()
        .when(SUBMIT)
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
    assert_eq!(past.state.initiatives[&ID].stage, Stage::PreparatoryGroup);
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let empty = Application { title: "Steget".to_owned(), ..Application::default() };
    let when = drafted_as(empty.clone()).when(SUBMIT);
    let Err(Refusal::Fields(errors)) = &when.outcome else { panic!("{:?}", when.outcome) };
    let fields: Vec<&str> = errors.iter().map(|e| e.field).collect();
    assert_eq!(
        fields,
        [
            "need",
            "target_group",
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
    drafted_as(empty).afterwards().when(SUBMIT).settles();
}

#[test]
fn money_is_applied_for_in_the_years_it_runs() {
    let budget = BTreeMap::from([(2026, Ore::new(1)), (2029, Ore::new(1))]);
    drafted_as(Application { budget, ..application() }).when(SUBMIT).refused(field("budget"));
}

#[test]
fn two_municipalities_are_one_party() {
    let parties = vec![NORRBY, SODERBY];
    let alone = Application { parties, ..application() };
    drafted_as(alone.clone()).when(SUBMIT).refused(law("within-purpose"));
    drafted_as(alone).afterwards().when(SUBMIT).finds("within-purpose", Outcome::NotMet).settles();
    let aim = Application { aims_at_work_ability: false, ..application() };
    drafted_as(aim).when(SUBMIT).refused(law("within-purpose"));
}

#[test]
fn the_association_keeps_out_of_what_concerns_individuals() {
    let service = Application { service_by_association: true, ..application() };
    drafted_as(service).when(SUBMIT).refused(law("no-individual-authority"));
}

#[test]
fn money_goes_to_no_business() {
    let asf = Asf { involved: true, cash_to_business: true, ..Asf::default() };
    let when = || drafted_as(Application { asf, ..application() }).when(SUBMIT);
    when().refused(law("asf-limits"));
    when().refused(law("through-a-party"));
    let spread = Asf { involved: true, ..Asf::default() };
    drafted_as(Application { asf: spread, ..application() })
        .when(SUBMIT)
        .finds("asf-limits", Outcome::Met)
        .settles();
}

#[test]
fn an_application_is_handed_in_from_a_draft() {
    noted().when(SUBMIT).refused(order("är en idé hos sökanden"));
    drafted().done(RestIdea { initiative: ID, why: "Paus".to_owned() }).when(SUBMIT).refused(order("vilar"));
    proposed().when(SUBMIT).refused(order("ligger hos arbetsutskottet"));
}

#[test]
fn a_completed_application_comes_back_in_the_same_case() {
    let wider = Application { parties: vec![AF, NORRBY, SODERBY], ..application() };
    let before = submitted()
        .done(AskCompletion { initiative: ID, what: "Vilka fler deltar?".to_owned() })
        .done(draft(wider));
    let now = handing_in(&before.state, &before.state.initiatives[&ID], "SFM 2026/1", TODAY);
    let paper = now.and_then(|p| Sealed::of(&p));
    let past = before
        .when(SUBMIT)
        .then([
            entry(4, Direction::Received, "Kompletterad ansökan om projektmedel", Some(Form::Application)),
            crate::Event::Initiative(Event::Completed { initiative: ID, by: APPLICANT, on: TODAY, paper }),
        ])
        .finds("within-purpose", Outcome::Met)
        .finds("registered-without-delay", Outcome::Met)
        .settles();
    assert_eq!(past.state.register.cases.len(), 1);
    assert_eq!(past.state.initiatives[&ID].stage, Stage::PreparatoryGroup);
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
