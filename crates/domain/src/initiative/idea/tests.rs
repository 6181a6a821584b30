//! How an idea is noted, talked over, laid to rest and taken up again.

use super::*;
use crate::initiative::samples::{APPLICANT, ID, TODAY, drafted, idea, noted, submitted, talk};
use crate::testing::{MAJA, association, changed, field, given, order};

#[test]
fn an_idea_is_noted_once_by_its_author() {
    let noted = Event::IdeaNoted {
        initiative: ID,
        title: "Steget".to_owned(),
        text: "En väg in för unga.".to_owned(),
        applicant: "Norrby kommun".to_owned(),
        by: APPLICANT,
        on: TODAY,
    };
    let past = given(association()).by(APPLICANT).when(idea()).then([noted]).settles();
    let other = past.by(MAJA).when(idea()).happens();
    assert_eq!(other.state.initiatives.len(), 2, "another author may have the same idea");
}

#[test]
fn an_idea_says_what_to_fill_in() {
    given(association()).when(NoteIdea { title: "x".repeat(121), ..idea() }).refused(field("title"));
    given(association()).when(NoteIdea { text: " ".to_owned(), ..idea() }).refused(field("text"));
    given(association()).when(NoteIdea { applicant: String::new(), ..idea() }).refused(field("applicant"));
    given::<crate::Event>([]).when(idea()).refused(order("inte bildat"));
}

#[test]
fn an_idea_is_talked_over_before_it_is_handed_in() {
    let talked = Event::IdeaTalkedOver {
        initiative: ID,
        with: Interlocutor::Office,
        note: "Bra, skriv.".to_owned(),
        by: APPLICANT,
        on: TODAY,
    };
    noted().when(talk()).then([talked]).settles();
    submitted()
        .when(TalkOverIdea { note: "För sent.".to_owned(), ..talk() })
        .refused(order("”Steget vidare” ligger hos beredningsgruppen sedan den 2 mars 2026."));
    noted().when(TalkOverIdea { note: String::new(), ..talk() }).refused(field("note"));
    noted()
        .when(TalkOverIdea { initiative: InitiativeId(9), ..talk() })
        .refused(|r| *r == Refusal::NotFound("insatsen"));
}

#[test]
fn an_idea_rests_and_is_taken_up_where_it_was() {
    let rest = RestIdea { initiative: ID, why: "Väntar på planen.".to_owned() };
    let rested = Event::Rested { initiative: ID, why: rest.why.clone(), on: TODAY };
    let resting = drafted().when(rest.clone()).then([rested]).settles();
    resting.clone().when(RestIdea { why: "Annat".to_owned(), ..rest }).refused(changed("Väntar på planen."));
    let resumed = resting
        .when(ResumeIdea { initiative: ID })
        .then([Event::Resumed { initiative: ID, on: TODAY }])
        .settles();
    assert_eq!(resumed.state.initiatives[&ID].stage, Stage::Draft);
}

fn another() -> NoteIdea {
    NoteIdea {
        title: "Samma sak".to_owned(),
        text: "Som någon annan kom på.".to_owned(),
        applicant: "Söderby kommun".to_owned(),
    }
}

#[test]
fn an_idea_becomes_part_of_another_and_can_come_out_again() {
    let other = InitiativeId(2);
    let merge = MergeIdea { initiative: other, into: ID };
    let merged = noted().done(another()).when(merge.clone()).settles();
    let idea = &merged.state.initiatives[&other];
    assert_eq!((idea.stage, idea.merged_into), (Stage::Resting, Some(ID)));
    assert_eq!(idea.idea, "Som någon annan kom på.", "nothing of it is lost");
    merged.clone().when(merge).then(Vec::<Event>::new()).settles();
    let resumed = merged.when(ResumeIdea { initiative: other }).settles();
    let idea = &resumed.state.initiatives[&other];
    assert_eq!((idea.stage, idea.merged_into), (Stage::Idea, None));
}

#[test]
fn no_idea_goes_round_in_a_ring_or_into_nothing() {
    let other = InitiativeId(2);
    let both = noted().done(another());
    both.clone().when(MergeIdea { initiative: ID, into: ID }).refused(field("into"));
    both.clone()
        .when(MergeIdea { initiative: ID, into: InitiativeId(9) })
        .refused(|r| *r == Refusal::NotFound("insatsen"));
    let merged = both.done(MergeIdea { initiative: other, into: ID });
    merged.when(MergeIdea { initiative: ID, into: other }).refused(field("into"));
    submitted().done(another()).when(MergeIdea { initiative: ID, into: other }).refused(order("ligger hos"));
}

#[test]
fn an_application_neither_rests_nor_is_resumed() {
    let why = "Paus".to_owned();
    submitted().when(RestIdea { initiative: ID, why }).refused(order("ligger hos beredningsgruppen"));
    submitted().when(ResumeIdea { initiative: ID }).refused(order("ligger hos beredningsgruppen"));
    noted().when(RestIdea { initiative: ID, why: String::new() }).refused(field("why"));
}
