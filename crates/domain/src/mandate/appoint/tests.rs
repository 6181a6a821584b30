//! How people come to sit in bodies, and leave them.

use jiff::civil::date;
use statute::Outcome;

use super::*;
use crate::mandate::events::Basis;
use crate::testing::{
    ASTA, BOARD, COMMITTEE, EBBA, FK, GROUP, GUN, KARIN, NORRBY, OFFICE, REGION, RUT, association, changed,
    field, given, law, order, reason_for,
};

fn eligible(basis: Basis) -> Option<Eligibility> {
    Some(Eligibility { basis, seen_on: Some(date(2026, 3, 1)) })
}

/// Rut Ros as substitute for Norrby kommun, first in a free place.
fn rut() -> GiveMandate {
    GiveMandate {
        body: BOARD,
        person: RUT,
        member: Some(NORRBY),
        role: Role::Substitute { order: 1 },
        from: date(2026, 4, 1),
        until: Some(date(2027, 3, 31)),
        eligibility: eligible(Basis::CouncilSubstitute),
    }
}

fn without_karin() -> crate::testing::Given {
    let on = date(2026, 3, 31);
    let ended = |mandate| Event::MandateEnded { body: BOARD, mandate, on, why: "Avsägelse".to_owned() };
    given(association()).and([ended(MandateId(11))])
}

#[test]
fn a_council_substitute_may_be_chosen_by_a_municipality() {
    without_karin()
        .when(rut())
        .then([Event::MandateGiven(rut().as_given(MandateId(19)))])
        .finds("board-eligibility", Outcome::Met)
        .finds("substitute-order", Outcome::Met)
        .finds("mandate-period", Outcome::Met)
        .settles();
}

#[test]
fn a_mandate_that_does_not_follow_the_term_asks_for_a_reason() {
    let to_2031 = GiveMandate { until: Some(date(2031, 3, 31)), ..rut() };
    without_karin().when(to_2031.clone()).refused(reason_for("mandate-period"));
    let explained = without_karin().because("mandate-period", "Medlemmens beslut.").when(to_2031.clone());
    explained.finds("mandate-period", Outcome::Explained).settles();
    without_karin().afterwards().when(to_2031).finds("mandate-period", Outcome::Unknown).settles();
}

#[test]
fn the_bylaws_may_let_the_term_begin_with_the_year() {
    let bylaws =
        crate::association::events::Bylaws { mandate_start: Some((1, 1)), ..crate::testing::bylaws() };
    let set = crate::association::events::Event::BylawsSet { from: date(2020, 1, 1), bylaws, source: None };
    let by_the_year = |until| GiveMandate { from: date(2027, 1, 1), until: Some(until), ..rut() };
    let past = without_karin().and([set]);
    past.clone().when(by_the_year(date(2030, 12, 31))).finds("mandate-period", Outcome::Met).settles();
    past.when(by_the_year(date(2031, 3, 31))).refused(reason_for("mandate-period"));
}

#[test]
fn an_employee_may_not_be_chosen_by_a_municipality() {
    let wrong = GiveMandate { eligibility: eligible(Basis::Employee), ..rut() };
    without_karin().when(wrong.clone()).refused(law("board-eligibility"));
    without_karin().when(GiveMandate { eligibility: None, ..rut() }).refused(law("board-eligibility"));
    without_karin().afterwards().when(wrong).finds("board-eligibility", Outcome::NotMet).settles();
}

#[test]
fn a_member_has_no_more_seats_than_the_bylaws_give() {
    let seat = GiveMandate { role: Role::Member, ..rut() };
    given(association()).when(seat.clone()).refused(order("har Norrby kommun 1 ledamot i styrelsen"));
    given(association()).when(rut()).refused(order("har Norrby kommun 1 ersättare i styrelsen"));
    given(association()).afterwards().when(seat).happens();
}

#[test]
fn a_seat_that_will_be_filled_later_is_taken() {
    let later = date(2027, 1, 1);
    let ended =
        |mandate| Event::MandateEnded { body: BOARD, mandate, on: date(2026, 3, 31), why: String::new() };
    let next = GiveMandate { person: KARIN, from: later, ..rut() };
    given(association())
        .and([ended(MandateId(11))])
        .and([Event::MandateGiven(next.as_given(MandateId(19)))])
        .when(rut())
        .refused(order("1 ersättare"));
}

#[test]
fn two_substitutes_of_one_member_cannot_both_be_first() {
    let ended =
        |mandate| Event::MandateEnded { body: BOARD, mandate, on: date(2026, 3, 31), why: String::new() };
    let second = GiveMandate { member: Some(REGION), eligibility: eligible(Basis::CouncilMember), ..rut() };
    given(association()).and([ended(MandateId(10))]).when(second.clone()).refused(field("role"));
    given(association())
        .and([ended(MandateId(10))])
        .when(GiveMandate { role: Role::Substitute { order: 3 }, ..second })
        .finds("substitute-order", Outcome::NotMet)
        .settles();
}

#[test]
fn a_person_sits_once_in_a_body() {
    without_karin()
        .when(GiveMandate { person: GUN, ..rut() })
        .refused(order("Gun Gran har redan mandat i Styrelsen"));
    given(association())
        .when(GiveMandate { body: COMMITTEE, person: EBBA, role: Role::Member, eligibility: None, ..rut() })
        .silent("board-eligibility")
        .settles();
}

#[test]
fn a_mandate_says_what_to_fill_in() {
    let nobody = PersonId(uuid::Uuid::from_u128(99));
    given(association()).when(GiveMandate { person: nobody, ..rut() }).refused(field("person"));
    given(association()).when(GiveMandate { role: Role::Director, ..rut() }).refused(field("role"));
    given(association())
        .when(GiveMandate { role: Role::Substitute { order: 0 }, ..rut() })
        .refused(field("role"));
    given(association()).when(GiveMandate { member: None, ..rut() }).refused(field("member"));
    given(association())
        .when(GiveMandate { until: Some(date(2026, 3, 31)), ..rut() })
        .refused(field("until"));
    given(association()).when(GiveMandate { body: OFFICE, ..rut() }).refused(field("role"));
    given(association())
        .when(GiveMandate { body: BodyId(99), ..rut() })
        .refused(|r| *r == Refusal::NotFound("organet"));
    given(association())
        .when(GiveMandate { member: Some(MemberId(99)), ..rut() })
        .refused(|r| *r == Refusal::NotFound("medlemmen"));
}

#[test]
fn an_officer_sits_in_the_office_for_no_member() {
    let officer = GiveMandate { body: OFFICE, member: None, role: Role::Officer, eligibility: None, ..rut() };
    given(association()).when(officer).settles();
}

#[test]
fn a_mandate_ends_once() {
    let end = EndMandate { mandate: MandateId(1), on: date(2026, 5, 31), why: "Ny tjänst".to_owned() };
    let ended = Event::MandateEnded { body: BOARD, mandate: MandateId(1), on: end.on, why: end.why.clone() };
    let past = given(association()).when(end.clone()).then([ended]).settles();
    past.when(EndMandate { why: "Flytt".to_owned(), ..end.clone() })
        .refused(changed("avslutades den 31 maj 2026"));
    given(association()).when(EndMandate { on: date(2030, 1, 1), ..end.clone() }).refused(field("on"));
    given(association()).when(EndMandate { why: String::new(), ..end.clone() }).refused(field("why"));
    given(association())
        .when(EndMandate { mandate: MandateId(99), ..end })
        .refused(|r| *r == Refusal::NotFound("mandatet"));
}

#[test]
fn there_is_one_board() {
    let again = SetUpBody {
        kind: BodyKind::Board,
        name: "Styrelsen".to_owned(),
        initiative: None,
        on: date(2026, 4, 1),
    };
    given(association()).when(again.clone()).then::<Event>([]);
    given(association())
        .when(SetUpBody { name: "Andra styrelsen".to_owned(), ..again.clone() })
        .refused(order("Styrelsen finns redan"));
    given(association())
        .when(SetUpBody { initiative: Some(InitiativeId(1)), ..again })
        .refused(field("initiative"));
}

#[test]
fn a_steering_group_steers_an_initiative() {
    let group = SetUpBody {
        kind: BodyKind::SteeringGroup,
        name: "Styrgruppen".to_owned(),
        initiative: None,
        on: date(2026, 4, 1),
    };
    given(association()).when(group.clone()).refused(field("initiative"));
    given(association())
        .when(SetUpBody { initiative: Some(InitiativeId(9)), ..group })
        .refused(|r| *r == Refusal::NotFound("insatsen"));
}

#[test]
fn everyone_the_test_association_seats_sits_where_it_says() {
    let state = given(association()).state;
    let day = date(2026, 3, 2);
    assert!(state.mandates.sits_in(ASTA, BodyKind::WorkingCommittee, day));
    assert_eq!(state.mandates.holding(GROUP, day).count(), 3);
    assert_eq!(state.mandates.substitutes(BOARD, FK, day).len(), 1);
}
