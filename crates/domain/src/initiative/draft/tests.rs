//! How an application is written, alone or together.

use std::collections::BTreeMap;

use jiff::civil::date;

use swedish::money::Ore;

use super::*;
use crate::initiative::idea::RestIdea;
use crate::initiative::samples::{APPLICANT, ID, TODAY, application, draft, drafted, noted, submitted, talk};
use crate::testing::{MAJA, changed, field, order};

#[test]
fn a_half_finished_draft_is_saved() {
    let half = Application { title: "Steget vidare".to_owned(), ..Application::default() };
    let saved =
        Event::DraftSaved { initiative: ID, application: Box::new(half.clone()), by: APPLICANT, on: TODAY };
    let past = noted().when(draft(half)).then([saved]).settles();
    assert_eq!(past.state.initiatives[&ID].stage, Stage::Draft);
    assert_eq!(past.state.initiatives[&ID].title, "Steget vidare");
}

#[test]
fn what_somebody_else_saved_is_not_overwritten_unread() {
    let read = drafted();
    let version = Some(read.state.initiatives[&ID].version);
    let edited = |title: &str| Application { title: title.to_owned(), ..application() };
    let past = read.by(MAJA).done(SaveDraft { version, ..draft(edited("Kansliets")) });
    past.clone()
        .by(APPLICANT)
        .when(SaveDraft { version, ..draft(edited("Sökandens")) })
        .refused(changed("Ansökan ändrades av Maja Mo den 2 mars 2026"));
    let version = Some(past.state.initiatives[&ID].version);
    past.by(APPLICANT).when(SaveDraft { version, ..draft(edited("Sökandens")) }).settles();
}

#[test]
fn a_talk_meanwhile_does_not_stop_the_writer() {
    let past = noted();
    let version = Some(past.state.initiatives[&ID].version);
    past.done(talk()).when(SaveDraft { version, ..draft(application()) }).settles();
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
        noted().when(draft(application)).refused(field(name));
    }
}

#[test]
fn an_application_that_is_handed_in_is_not_changed() {
    let other = Application { title: "Annat".to_owned(), ..application() };
    submitted().when(draft(other.clone())).refused(order("ligger hos beredningsgruppen"));
    drafted()
        .done(RestIdea { initiative: ID, why: "Paus".to_owned() })
        .when(draft(other))
        .refused(order("vilar hos sökanden"));
}
