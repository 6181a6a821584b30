//! Who may, asked as every way in asks it.

use jiff::civil::date;

use super::*;
use crate::assignment::follow_up::{FinishAssignment, GiveAssignment};
use crate::ids::AssignmentId;
use crate::initiative::events::View;
use crate::initiative::prepare::StateMemberView;
use crate::mandate::appoint::EndMandate;
use crate::meeting::attest::AttestMinutes;
use crate::meeting::notice::SendNotice;
use crate::meeting::tests::{APPLICATION, INITIATIVE, MEETING, closed, handed_in, opened, posted, written};
use crate::meeting::vote::CastBallot;
use crate::testing::{
    ASTA, BO, CILLA, DAVID, FK, Given, MAJA, NILS, NORRBY, REGION, RUT, association, given,
};

fn asks(given: &Given, command: impl Into<Command>) -> Result<(), No> {
    allow(&Access::new().unwrap(), &given.state, &given.ctx, &command.into())
}

fn attests(by: Option<PersonId>) -> AttestMinutes {
    AttestMinutes { meeting: MEETING, by, seen: None, on: None }
}

#[test]
fn nobody_attests_in_anothers_name_whoever_asks() {
    for actor in [MAJA, ASTA, BO, CILLA] {
        let given = written().by(actor);
        for named in [ASTA, BO].into_iter().filter(|named| *named != actor) {
            assert_eq!(asks(&given, attests(Some(named))), Err(No::Denied(Action::AttestMinutes)), "{actor}");
        }
    }
    assert_eq!(asks(&written().by(BO), attests(Some(BO))), Ok(()));
    assert_eq!(asks(&written().by(ASTA), attests(None)), Ok(()));
}

#[test]
fn the_office_records_who_signed_on_paper_and_nobody_else_does() {
    assert_eq!(asks(&written().afterwards(), attests(Some(BO))), Ok(()));
    let chair = asks(&written().afterwards().by(ASTA), attests(Some(BO)));
    assert_eq!(chair, Err(No::Denied(Action::RecordAfterwards)));
}

#[test]
fn whoever_was_chosen_attests_also_when_the_term_has_ended() {
    let after = written().done(EndMandate {
        mandate: crate::ids::MandateId(2),
        on: date(2026, 3, 22),
        why: "Avgått.".to_owned(),
    });
    let bo = after.on(date(2026, 3, 25)).by(BO);
    assert!(!roles(&bo.state, BO, bo.ctx.today()).has(Role::BoardMember));
    assert_eq!(asks(&bo, attests(None)), Ok(()));
    let facts = facts(&bo.state, Subject::Meeting(MEETING), Some(BO), bo.ctx.today()).unwrap();
    assert!(facts.took_part, "reads until the minutes are sealed");
    let sealed = posted();
    let facts = super::facts(&sealed.state, Subject::Meeting(MEETING), Some(BO), sealed.ctx.today()).unwrap();
    assert!(!facts.took_part);
}

#[test]
fn an_official_states_the_view_of_their_own_member_and_no_other() {
    let view = |member| StateMemberView {
        initiative: INITIATIVE,
        member,
        view: View::Supports,
        text: "Bra.".to_owned(),
    };
    let nils = given(association()).and(handed_in()).by(NILS);
    assert_eq!(asks(&nils, view(FK)), Ok(()));
    for other in [REGION, NORRBY] {
        assert_eq!(asks(&nils, view(other)), Err(No::Denied(Action::StateMemberView)));
    }
}

#[test]
fn an_assignment_is_finished_by_its_assignee_or_the_office() {
    let give = |person| GiveAssignment {
        meeting: MEETING,
        item: APPLICATION,
        to: "Cilla Ceder".to_owned(),
        person,
        what: "Tar fram underlag.".to_owned(),
        due: None,
    };
    let finish = FinishAssignment { assignment: AssignmentId(1), note: "Klart.".to_owned() };
    let given = closed().done(give(Some(CILLA)));
    assert_eq!(asks(&given.clone().by(CILLA), finish.clone()), Ok(()));
    assert_eq!(asks(&given.clone().by(MAJA), finish.clone()), Ok(()));
    assert_eq!(asks(&given.by(DAVID), finish.clone()), Err(No::Denied(Action::ReportAssignment)));
    let named_only = closed().done(give(None));
    assert_eq!(asks(&named_only.by(CILLA), finish), Err(No::Denied(Action::ReportAssignment)));
}

#[test]
fn a_ballot_is_ones_own_or_noted_by_whoever_keeps_the_minutes() {
    let ballot = |by| CastBallot { meeting: MEETING, item: APPLICATION, by, choice: None };
    let given = opened();
    assert_eq!(asks(&given.clone().by(CILLA), ballot(CILLA)), Ok(()));
    assert_eq!(asks(&given.clone().by(CILLA), ballot(DAVID)), Err(No::Denied(Action::CastBallot)));
    assert_eq!(asks(&given.clone().by(MAJA), ballot(DAVID)), Ok(()));
    assert_eq!(asks(&given.by(MAJA), ballot(MAJA)), Err(No::Denied(Action::CastBallot)));
}

#[test]
fn what_does_not_exist_is_told_only_to_who_might_if_it_did() {
    let view = StateMemberView {
        initiative: crate::ids::InitiativeId(9),
        member: FK,
        view: View::Supports,
        text: "Bra.".to_owned(),
    };
    assert_eq!(asks(&given(association()).by(RUT), view), Err(No::Denied(Action::StateMemberView)));
    let notice = SendNotice { meeting: crate::ids::MeetingId(9), on: None };
    assert_eq!(asks(&given(association()).by(MAJA), notice.clone()), Err(No::NotFound("sammanträdet")));
    assert_eq!(asks(&given(association()).by(RUT), notice), Err(No::Denied(Action::SendNotice)));
}
