//! How an application is begun, saved as it is written, and thrown away.

use std::collections::BTreeMap;

use jiff::civil::date;

use swedish::money::Ore;

use super::*;
use crate::initiative::idea::{RestIdea, ResumeIdea};
use crate::initiative::prepare::AskCompletion;
use crate::initiative::samples::{
    APPLICANT, ID, TODAY, application, drafted, noted, submit, submitted, talk, written,
};
use crate::testing::{Given, MAJA, changed, field, order};

const BEGIN: BeginApplication = BeginApplication { initiative: ID };

fn saves(given: &Given, application: &Application) -> Result<(), Refusal> {
    may_be_saved(&given.state, &given.ctx, ID, application)
}

fn discard(version: u64) -> DiscardDraft {
    DiscardDraft { initiative: ID, version, written: Some(written(application())) }
}

#[test]
fn that_it_was_begun_is_a_fact_and_what_it_says_is_not() {
    let begun = Event::ApplicationBegun { initiative: ID, by: APPLICANT, on: TODAY };
    let past = noted().when(BEGIN).then([begun]).settles();
    let initiative = &past.state.initiatives[&ID];
    assert_eq!((initiative.stage, initiative.title.as_str()), (Stage::Draft, "Steget"));
    assert_eq!(initiative.application(), None);
}

#[test]
fn a_half_finished_draft_is_saved() {
    let half = Application { title: "Steget vidare".to_owned(), ..Application::default() };
    for given in [noted(), drafted(), submitted().done(ask())] {
        assert_eq!(saves(&given, &half), Ok(()));
    }
}

fn ask() -> AskCompletion {
    AskCompletion { initiative: ID, what: "Vilka fler deltar?".to_owned() }
}

#[test]
fn only_what_cannot_be_meant_is_refused() {
    let wrong = [
        ("title", Application { title: String::new(), ..application() }),
        ("need", Application { need: "x".repeat(20_001), ..application() }),
        ("until", Application { until: Some(date(2026, 7, 31)), ..application() }),
        ("parties", Application { parties: vec![MemberId(9)], ..application() }),
        ("carrier", Application { carrier: Some(MemberId(9)), ..application() }),
        ("receiver", Application { receiver: Some(MemberId(9)), ..application() }),
        ("members_heard", Application { members_heard: vec![MemberId(9)], ..application() }),
        ("budget", Application { budget: BTreeMap::from([(2026, Ore::new(-1))]), ..application() }),
        ("budget", Application { budget: BTreeMap::from([(26, Ore::new(1))]), ..application() }),
    ];
    for (name, application) in wrong {
        let refused = saves(&drafted(), &application).unwrap_err();
        assert!(field(name)(&refused), "{name}: {refused:?}");
    }
}

#[test]
fn an_application_that_is_handed_in_is_not_changed() {
    let refused = saves(&submitted(), &application()).unwrap_err();
    assert!(order("ligger hos beredningsgruppen")(&refused));
    submitted().when(BEGIN).refused(order("ligger hos beredningsgruppen"));
    let resting = drafted().done(RestIdea { initiative: ID, why: "Paus".to_owned() });
    assert!(order("vilar hos sökanden")(&saves(&resting, &application()).unwrap_err()));
    let resumed = resting.done(ResumeIdea { initiative: ID });
    assert_eq!(resumed.state.initiatives[&ID].stage, Stage::Draft, "it had been begun");
}

#[test]
fn a_talk_meanwhile_does_not_stop_the_writer() {
    assert_eq!(saves(&drafted().done(talk()), &application()), Ok(()));
}

#[test]
fn a_draft_is_thrown_away_by_who_has_read_it_and_the_idea_is_left() {
    let thrown = Event::DraftDiscarded { initiative: ID, by: APPLICANT, on: TODAY };
    let past = drafted().when(discard(1)).then([thrown]).settles();
    assert_eq!(past.state.initiatives[&ID].stage, Stage::Idea);
    let rested = past.done(RestIdea { initiative: ID, why: "Paus".to_owned() });
    let resumed = rested.done(ResumeIdea { initiative: ID });
    assert_eq!(resumed.state.initiatives[&ID].stage, Stage::Idea, "nothing of it is left to go on with");
    let by_maja = Written { version: 2, by: MAJA, ..written(application()) };
    let stale = DiscardDraft { written: Some(by_maja), ..discard(1) };
    drafted().when(stale).refused(changed("Ansökan ändrades av Maja Mo den 2 mars 2026"));
}

#[test]
fn what_was_handed_in_is_not_thrown_away() {
    submitted().when(discard(1)).refused(order("ligger hos beredningsgruppen"));
    let asked = submitted().done(ask());
    let past = asked.when(discard(1)).then(Vec::<Event>::new()).settles();
    let initiative = &past.state.initiatives[&ID];
    assert_eq!(initiative.stage, Stage::Completion);
    assert_eq!(initiative.application(), Some(&application()));
    past.done(submit(application()));
}
